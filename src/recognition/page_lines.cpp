#include "recognition/page_lines.h"

#include <algorithm>

#include "narrative/heading_repeat.h"
#include "recognition/label_match.h"
#include "unicode/utf8.h"

namespace nianbao {
namespace {

using Declared = NarrativeLine::Declared;

constexpr std::size_t longest_title = 80;    // characters
constexpr std::size_t longest_heading = 60;  // characters
constexpr std::size_t longest_chrome = 60;

std::string without_markdown(std::string text) {
    const std::size_t marks = text.find_first_not_of('#');
    if (marks != std::string::npos && marks > 0 && marks <= 6) text = trimmed(text.substr(marks));
    for (auto at = text.find("**"); at != std::string::npos; at = text.find("**")) text.erase(at, 2);
    return text;
}

bool ends_paragraph(const std::string& text) {
    for (const std::string_view end : {"。", "！", "？", "；", "：", ":", "”", "报告", "）", ")"}) {
        if (text.ends_with(end)) return true;
    }
    return false;
}

class PageLines {
public:
    PageLines(const Page& page, const PageStream& stream, const std::vector<LineUse>& uses, const Form& form,
              const RecognitionWords& words)
        : page_(page), stream_(stream), uses_(uses), form_(form), words_(words), headings_(form) {}

    std::vector<NarrativeLine> lines() {
        for (std::size_t i = 0; i < stream_.items().size(); ++i) take(i);
        drop_what_stands_above_title();
        const MissingHeadings missing(lines_, form_);
        std::vector<NarrativeLine> parted;
        int section = -1;
        for (NarrativeLine& line : lines_) {
            if (const auto found = headings_.find(line.words())) section = static_cast<int>(found->index);
            section = part(line, section, missing, parted);
        }
        return parted;
    }

private:
    void take(std::size_t index) {
        const StreamItem& item = stream_.items()[index];
        if (uses_[index].after_table && !lines_.empty()) lines_.push_back({"", item.place, Declared::table, {}});
        if (uses_[index].of_table || is_own_word(item)) return;
        const bool in_stream = stream_.begin_of(index) < stream_.begin_of(index + 1);
        if (!in_stream && page_.kind == Page::Kind::lines) return;  // a rule, the number of a page
        NarrativeLine line{text_of(item.text), item.place, declared(item), {}};
        if (page_.kind != Page::Kind::printed) line.read_as = text_of(item.read_as);
        if (line.text.empty() || is_chrome(line.words())) return;
        if (joins(line, item)) {
            lines_.back().text += line.text;
            lines_.back().read_as += line.read_as;
        } else {
            lines_.push_back(std::move(line));
        }
        last_place_ = item.place;
    }

    [[nodiscard]] std::string text_of(const std::string& written) const {
        return page_.kind == Page::Kind::printed ? written : without_markdown(trimmed(written));
    }

    /// On our own pages headings are declared, if not always of what: the form's are those of sections. On others a
    /// declared heading counts where it reads as one.
    [[nodiscard]] Declared declared(const StreamItem& item) const {
        const auto* heading = std::get_if<Heading>(&page_.document.blocks[item.block]);
        const bool printed = page_.kind == Page::Kind::printed;
        if (!heading) return printed ? Declared::body : Declared::nothing;
        if (printed && heading->level <= 1) return Declared::title;
        const bool may_be_section = !printed || heading->level == 2;
        if (may_be_section && headings_.find(trimmed(item.read_as))) return Declared::section;
        return printed ? Declared::item : Declared::heading;
    }

    /// The program's own words: 草稿, guidance, places left open.
    [[nodiscard]] bool is_own_word(const StreamItem& item) const {
        const auto* paragraph = std::get_if<Paragraph>(&page_.document.blocks[item.block]);
        if (!paragraph || paragraph->role != Paragraph::Role::body) return paragraph != nullptr;
        const auto& open = words_.open_places;
        return page_.kind == Page::Kind::printed &&
               std::find(open.begin(), open.end(), plain_text(*paragraph)) != open.end();
    }

    [[nodiscard]] bool is_chrome(const std::string& text) const {
        if (page_.kind == Page::Kind::printed || count_code_points(text) > longest_chrome || text.ends_with("。"))
            return false;
        const auto begins = [&](const std::string& word) { return text.starts_with(word); };
        const auto holds = [&](const std::string& word) { return text.find(word) != std::string::npos; };
        return std::any_of(words_.chrome.begin(), words_.chrome.end(), begins) ||
               std::any_of(words_.chrome_within.begin(), words_.chrome_within.end(), holds);
    }

    /// On the next line, or on the next page: between the two stands nothing but a page number.
    static bool is_right_below(const Place& above, const Place& below) {
        if (const auto* line = std::get_if<TextPlace>(&above)) {
            const auto* next = std::get_if<TextPlace>(&below);
            return next && next->line == line->line + 1;
        }
        const auto* line = std::get_if<PagePlace>(&above);
        const auto* next = std::get_if<PagePlace>(&below);
        if (!line || !next) return false;
        return next->page == line->page ? next->line == line->line + 1 : next->page == line->page + 1;
    }

    /// A line of plain text goes on in the one right below it, unless either shows that a paragraph ends or begins.
    [[nodiscard]] bool joins(const NarrativeLine& line, const StreamItem& item) const {
        if (page_.kind != Page::Kind::lines || lines_.empty() || lines_.back().as != Declared::nothing) return false;
        if (!is_right_below(last_place_, item.place)) return false;
        const std::string& last = lines_.back().words();
        if (is_heading(last) || is_heading(line.words())) return false;
        if (item.text.starts_with("　　") || leading_ordinal(line.text).length > 0) return false;
        return !ends_paragraph(last);
    }

    [[nodiscard]] bool is_heading(const std::string& text) const {
        if (headings_.find(text)) return true;
        return leading_ordinal(text).length > 0 && count_code_points(text) <= longest_heading / 2 &&
               !text.ends_with("。") && text.find("，") == std::string::npos;
    }

    void drop_what_stands_above_title() {
        if (page_.kind == Page::Kind::printed) return;
        const auto section = std::find_if(lines_.begin(), lines_.end(), [&](const NarrativeLine& line) {
            return headings_.find(line.words()).has_value();
        });
        const auto title = std::find_if(
            lines_.begin(), section, [&](const NarrativeLine& line) { return is_report_title(line.words(), words_); });
        if (title == section) {
            // Without a title the first line would be taken for one.
            lines_.insert(lines_.begin(), NarrativeLine{"", {}, Declared::title, {}});
            return;
        }
        lines_.erase(lines_.begin(), title);
        if (!lines_.empty()) lines_.front().as = Declared::title;
    }

    /// （一）主动公开：全年…… as a heading and its text. Which section the line is in.
    int part(NarrativeLine& line, int section, const MissingHeadings& missing,
             std::vector<NarrativeLine>& parted) const {
        const bool may_open = line.as == Declared::nothing || line.as == Declared::heading;
        const Opening opening = may_open ? opening_of(line.words(), section, missing) : Opening{section, 0};
        const std::size_t length = opening.length;
        if (length == 0 || length >= line.text.size()) {
            parted.push_back(std::move(line));
            return opening.section;
        }
        Place behind = line.place;
        if (auto* place = std::get_if<TextPlace>(&behind))
            place->column += static_cast<std::uint32_t>(count_code_points(line.text.substr(0, length)));
        parted.push_back({bare_heading(line.text.substr(0, length)), line.place, line.as,
                          bare_heading(line.words().substr(0, length))});
        parted.push_back({trimmed(line.text.substr(length)), behind, Declared::body, {}});
        return opening.section;
    }

    /// The heading of an item that a line begins with.
    struct Opening {
        int section{-1};
        std::size_t length{};
    };
    [[nodiscard]] Opening opening_of(const std::string& text, int section, const MissingHeadings& missing) const {
        if (headings_.find(text)) return {section, 0};
        for (const Field& field : form_.fields) {
            if (field.role != Field::Role::item) continue;
            const bool begins = field.section > section && leading_ordinal(text).length > 0 &&
                                missing.may_begin(field.section, section);
            if (field.section != section && !begins) continue;
            if (const std::size_t length = repeated_heading(text, field.heading, field.also_written))
                return {field.section, length};
        }
        return {section, 0};
    }

    static std::string bare_heading(std::string text) {
        text = trimmed(text);
        for (const std::string_view end : {"：", "。", ":", "．", "."}) {
            if (text.ends_with(end)) text.resize(text.size() - end.size());
        }
        return text;
    }

    const Page& page_;
    const PageStream& stream_;
    const std::vector<LineUse>& uses_;
    const Form& form_;
    const RecognitionWords& words_;
    SectionHeadings headings_;
    std::vector<NarrativeLine> lines_;
    Place last_place_;
};

}  // namespace

bool is_report_title(const std::string& text, const RecognitionWords& words) {
    if (count_code_points(text) > longest_title || text.find(words.subject) == std::string::npos) return false;
    const bool named = std::any_of(words.titles.begin(), words.titles.end(),
                                   [&](const std::string& word) { return text.ends_with(word); });
    return named && std::any_of(text.begin(), text.end(), [](char byte) { return byte >= '0' && byte <= '9'; });
}

std::vector<NarrativeLine> lines_of_page(const Page& page, const PageStream& stream, const std::vector<LineUse>& uses,
                                         const Form& form, const RecognitionWords& words) {
    return PageLines(page, stream, uses, form, words).lines();
}

}  // namespace nianbao
