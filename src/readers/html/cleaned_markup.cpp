#include "readers/html/cleaned_markup.h"

#include <algorithm>
#include <array>
#include <optional>
#include <set>

#include "readers/html/markup.h"
#include "readers/html/open_elements.h"
#include "readers/html/refusal.h"
#include "readers/html/source_places.h"

namespace nianbao::html_reading {
namespace {

constexpr std::size_t most_attributes = 100;

class Cleaning {
public:
    explicit Cleaning(std::string_view page) : page_(page), cleaned_(page) {}

    CleanedMarkup run() {
        std::size_t at = 0;
        for (std::size_t tags = 0; const auto markup = next_markup(page_, at);) {
            if (++tags > max_page_tags) throw refused("page-markup", max_page_tags, *markup);
            at = take(*markup);
            if (open_.depth() > max_page_depth) throw refused("page-depth", max_page_depth, *markup);
        }
        return {std::move(cleaned_), std::move(strong_), std::move(pictures_)};
    }

private:
    [[nodiscard]] InputError refused(const char* variant, std::size_t limit, const Markup& markup) const {
        return beyond_limit(variant, limit, SourcePlaces(page_).of(markup.begin));
    }

    static bool is_picture(std::string_view name) {
        constexpr std::array<std::string_view, 5> names{"img", "object", "embed", "svg", "iframe"};
        return std::find(names.begin(), names.end(), name) != names.end();
    }

    /// Gives where to go on.
    std::size_t take(const Markup& markup) {
        switch (markup.kind) {
            case Markup::Kind::start_tag:
                return start(markup);
            case Markup::Kind::end_tag:
                end(markup);
                break;
            case Markup::Kind::doctype:  // decides only whether a table may stand in a paragraph: without it, it may
            case Markup::Kind::comment:
                hide(markup.begin, markup.end);
                break;
        }
        return markup.end;
    }

    std::size_t start(const Markup& tag) {
        const ElementKind kind = kind_of_element(tag.name);
        strong_.start(kind, tag.end);
        if (is_picture(tag.name) && pictures_.size() < most_page_pictures) pictures_.push_back(tag.begin);
        switch (kind) {
            case ElementKind::swallowed:
                return swallow(tag);
            case ElementKind::title:
                return keep_title(tag);
            case ElementKind::root:
                if (seen_.insert(tag.name).second) break;
                [[fallthrough]];
            case ElementKind::emphasis:
            case ElementKind::other:
                hide(tag.begin, tag.end);
                return tag.end;
            case ElementKind::form:
                separate(tag);
                return tag.end;
            default:
                open_.start(kind, rename(tag));
        }
        if (tag.attributes > most_attributes) blank_attributes(tag);
        return tag.end;
    }

    void end(const Markup& tag) {
        const ElementKind kind = kind_of_element(tag.name);
        strong_.end(kind, tag.end);
        if (kind == ElementKind::form) return separate(tag);
        const bool is_break = tag.name == "br";
        if (!is_break && !is_block(kind) && kind != ElementKind::phrase) return hide(tag.begin, tag.end);
        blank_attributes(tag);
        if (!is_break) open_.end(kind, rename(tag));
    }

    /// Without an end tag a script or style runs to the end of the page; of anything else the tag alone is left out.
    std::size_t swallow(const Markup& tag) {
        std::size_t end = tag.name == "script" || tag.name == "style" ? page_.size() : tag.end;
        if (const auto end_tag = end_of(tag)) end = end_tag->end;
        hide(tag.begin, end);
        return end;
    }

    std::size_t keep_title(const Markup& tag) {
        const auto end_tag = end_of(tag);
        if (!end_tag) {
            hide(tag.begin, tag.end);
            return tag.end;
        }
        blank_attributes(tag);
        blank_attributes(*end_tag);
        return end_tag->end;
    }

    /// Each name is looked for in vain once only.
    std::optional<Markup> end_of(const Markup& tag) {
        if (endless_.contains(tag.name)) return std::nullopt;
        auto end_tag = end_of_raw_element(page_, tag.name, tag.end);
        if (!end_tag) endless_.insert(tag.name);
        return end_tag;
    }

    /// Gives the name that a tag has in the cleaned page.
    std::string rename(const Markup& tag) {
        if (tag.name != "main" && tag.name != "menu") return tag.name;
        const std::string name(tag.name == "main" ? main_in_cleaned_markup : "dir");
        cleaned_.replace(tag.name_end - tag.name.size(), tag.name.size(), name + std::string(4 - name.size(), ' '));
        return name;
    }

    void blank_attributes(const Markup& tag) {
        std::fill(cleaned_.begin() + static_cast<std::ptrdiff_t>(tag.name_end),
                  cleaned_.begin() + static_cast<std::ptrdiff_t>(tag.end) - 1, ' ');
    }

    /// A form may begin and end anywhere in a table, so that no tree holds it; text before and after it is apart.
    void separate(const Markup& tag) {
        open_.start(ElementKind::empty, "hr");
        cleaned_.replace(tag.begin, tag.end - tag.begin, "<hr" + std::string(tag.end - tag.begin - 4, ' ') + ">");
    }

    void hide(std::size_t begin, std::size_t end) {
        if (end - begin < 3) return;  // at the very end of the page
        const bool room_for_hyphens = end - begin >= 7;
        const std::string_view opening = room_for_hyphens ? "<!--" : "<!";
        const std::string_view closing = room_for_hyphens ? "-->" : ">";
        cleaned_.replace(begin, end - begin, end - begin, ' ');
        cleaned_.replace(begin, opening.size(), opening);
        cleaned_.replace(end - closing.size(), closing.size(), closing);
    }

    std::string_view page_;
    std::string cleaned_;
    OpenElements open_;
    StrongText strong_;
    std::vector<std::size_t> pictures_;
    std::set<std::string> seen_, endless_;
};

}  // namespace

CleanedMarkup clean_markup(std::string_view page) { return Cleaning(page).run(); }

}  // namespace nianbao::html_reading
