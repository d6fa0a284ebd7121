#include "writers/xlsx_annotator/sheet_comments.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <set>
#include <utility>

#include "writers/package_edits/part_edits.h"
#include "writers/xlsx/sheet_text.h"
#include "writers/xlsx_annotator/marks.h"

namespace nianbao::annotation {
namespace {

constexpr auto look_of_text =
    "<rPr><sz val=\"9\"/><color indexed=\"81\"/><rFont val=\"宋体\"/><family val=\"2\"/></rPr>";

std::string run_of(const std::string& text, const std::string& space) {
    return "<r" + space + ">" + look_of_text + "<t xml:space=\"preserve\">" + text + "</t></r>";
}

/// As XML.
std::string signed_text(const std::string& text) {
    return std::string(sign_of_comments) + escaped(xlsx::limited(xlsx::cell_text(text), xlsx::max_cell_units / 2));
}

class CommentsPart {
public:
    CommentsPart(const std::string& before, std::string_view part)
        : before_(before), elements_(elements_of(before, part, 6)), space_(namespace_for(elements_.front())) {}

    CommentChanges change(const CommentTexts& comments) {
        find_author();
        for (std::size_t i = 0; i < elements_.size(); ++i) {
            if (elements_[i].depth == 3 && elements_[i].name == "comment") change_comment(i, comments);
        }
        add_comments(comments);
        changes_.changed = !edits_.is_empty();
        changes_.text = edits_.apply(before_);
        return std::move(changes_);
    }

private:
    void find_author() {
        std::size_t number = 0;
        for (const Element& element : elements_) {
            if (element.depth != 3 || element.name != "author") continue;
            if (!author_ && content_of(element) == author) author_ = number;
            ++number;
        }
        authors_ = number;
    }

    [[nodiscard]] std::string_view content_of(const Element& element) const {
        return std::string_view(before_).substr(element.inner, element.inner_end - element.inner);
    }
    [[nodiscard]] std::size_t end_of(std::size_t index) const {
        std::size_t end = index + 1;
        while (end < elements_.size() && elements_[end].depth > elements_[index].depth) ++end;
        return end;
    }

    /// The texts of a comment one after the other, as they are written, and the elements that hold them.
    struct Texts {
        std::string joined;
        std::vector<std::size_t> holders;
    };
    [[nodiscard]] Texts texts_of(std::size_t comment) const {
        Texts texts;
        for (std::size_t i = comment + 1; i < end_of(comment); ++i) {
            if (elements_[i].name != "t") continue;
            texts.joined += content_of(elements_[i]);
            texts.holders.push_back(i);
        }
        return texts;
    }

    void change_comment(std::size_t index, const CommentTexts& comments) {
        const Element& comment = elements_[index];
        const auto place = parse_place(comment.attribute("ref"));
        if (!place) return;
        const Texts texts = texts_of(index);
        const bool by_author = author_ && comment.attribute("authorId") == std::to_string(*author_);
        if (by_author || texts.joined.starts_with(sign_of_comments)) {
            edits_.remove(comment.begin, comment.end);
            changes_.removed.push_back(*place);
            return;
        }
        users_.insert(*place);
        remove_from_sign(texts);
        if (const auto ours = comments.find(*place); ours != comments.end()) add_to_users(index, ours->second);
    }

    /// Ours ends the user's comment, whatever pieces an office has made of it.
    void remove_from_sign(const Texts& texts) {
        static constexpr std::array<std::string_view, 6> breaks{"\r\n", "\n", "&#10;", "&#xA;", "&#xa;", "_x000a_"};
        std::size_t from = texts.joined.find(sign_of_comments);
        if (from == std::string::npos) return;
        for (const std::string_view line_break : breaks) {
            if (std::string_view(texts.joined).substr(0, from).ends_with(line_break)) from -= line_break.size();
        }
        std::size_t at = 0;
        for (const std::size_t holder : texts.holders) {
            const Element& text = elements_[holder];
            const std::size_t end = at + content_of(text).size();
            const Element* const run = run_around(holder);
            if (at >= from && run != nullptr) {
                edits_.remove(run->begin, run->end);
            } else if (end > from) {
                edits_.remove(text.inner + (from > at ? from - at : 0), text.inner_end);
            }
            at = end;
        }
    }

    /// The run that a text is in; null where it is in none.
    [[nodiscard]] const Element* run_around(std::size_t text) const {
        if (elements_[text].depth != 6) return nullptr;
        std::size_t at = text;
        while (elements_[at].depth != 5) --at;
        return elements_[at].name == "r" ? &elements_[at] : nullptr;
    }

    void add_to_users(std::size_t comment, const std::string& ours) {
        const Element *text = nullptr, *plain = nullptr;
        for (std::size_t i = comment + 1; i < end_of(comment); ++i) {
            const Element& element = elements_[i];
            if (element.name == "text" && element.depth == 4) text = &element;
            if (element.name == "t" && element.depth == 5) plain = &element;
        }
        if (plain != nullptr) {
            append_inside(edits_, *plain, "\n" + signed_text(ours));
        } else if (text != nullptr) {
            append_inside(edits_, *text, run_of("\n" + signed_text(ours), space_));
        }
    }

    void add_comments(const CommentTexts& comments) {
        const Element* const authors = find_element(elements_, "authors", 2);
        const Element* const list = find_element(elements_, "commentList", 2);
        if (authors == nullptr || list == nullptr) return;
        const std::string author_id = std::to_string(author_.value_or(authors_));
        std::string added;
        for (const auto& [place, text] : comments) {
            if (users_.contains(place)) continue;
            changes_.added.push_back(place);
            added += "<comment" + space_ + " ref=\"" + name_of(place) + "\" authorId=\"" + author_id +
                     "\" shapeId=\"0\"><text>" + run_of(signed_text(text), "") + "</text></comment>";
        }
        append_inside(edits_, *list, added);
        if (!added.empty() && !author_) {
            append_inside(edits_, *authors, "<author" + space_ + ">" + std::string(author) + "</author>");
        }
    }

    const std::string& before_;
    std::vector<Element> elements_;
    std::string space_;
    PartEdits edits_;
    CommentChanges changes_;
    std::optional<std::size_t> author_;
    std::size_t authors_{};
    std::set<CellPlace> users_;
};

}  // namespace

std::string empty_comments(const Vocabulary& vocabulary) {
    return "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<comments xmlns=\"" + vocabulary.main +
           "\"><authors></authors><commentList></commentList></comments>";
}

CommentChanges changed_comments(const std::string& before, std::string_view part, const CommentTexts& comments) {
    return CommentsPart(before, part).change(comments);
}

}  // namespace nianbao::annotation
