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
        std::vector<NarrativeLine> parted;
        int section = -1;
        for (NarrativeLine& line : lines_) {
            if (const auto found = headings_.find(line.text)) section = static_cast<int>(found->index);
            part(line, section, parted);
        }
        return parted;
    }

private:
    void take(std::size_t index) {
        const StreamItem& item = stream_.items()[index];
        if (uses_[index].after_table && !lines_.empty()) lines_.push_back({"", item.place, Declared::table});
        if (uses_[index].of_table || is_own_word(item)) return;
        const bool in_stream = stream_.begin_of(index) < stream_.begin_of(index + 1);
        if (!in_stream && page_.kind == Page::Kind::lines) return;  // a rule, the number of a page
        const bool printed = page_.kind == Page::Kind::printed;
        const std::string text = printed ? item.text : without_markdown(trimmed(item.text));
        if (text.empty() || is_chrome(text)) return;
        if (joins(text, item)) {
            lines_.back().text += text;
        } else {
            lines_.push_back({text, item.place, declared(item)});
        }
        last_place_ = item.place;
    }

    /// On our own pages headings are declared, if not always of what: the form's are those of sections. On others a
    /// declared heading counts where it reads as one.
    [[nodiscard]] Declared declared(const StreamItem& item) const {
        const auto* heading = std::get_if<Heading>(&page_.document.blocks[item.block]);
        const bool printed = page_.kind == Page::Kind::printed;
        if (!heading) return printed ? Declared::body : Declared::nothing;
        if (printed && heading->level <= 1) return Declared::title;
        const bool may_be_section = !printed || heading->level == 2;
        if (may_be_section && headings_.find(trimmed(item.text))) return Declared::section;
        return printed ? Declared::item : Declared::nothing;
    }

    /// The program's own words: 草稿, guidance, places left open.
    [[nodiscard]] bool is_own_word(const StreamItem& item) const {
        const auto* paragraph = std::get_if<Paragraph>(&page_.document.blocks[item.block]);
        return paragraph && paragraph->role != Paragraph::Role::body;
    }

    [[nodiscard]] bool is_chrome(const std::string& text) const {
        if (page_.kind == Page::Kind::printed || count_code_points(text) > longest_chrome || text.ends_with("。"))
            return false;
        const auto begins = [&](const std::string& word) { return text.starts_with(word); };
        const auto holds = [&](const std::string& word) { return text.find(word) != std::string::npos; };
        return std::any_of(words_.chrome.begin(), words_.chrome.end(), begins) ||
               std::any_of(words_.chrome_within.begin(), words_.chrome_within.end(), holds);
    }

    /// A line of plain text goes on in the one right below it, unless either shows that a paragraph ends or begins.
    [[nodiscard]] bool joins(const std::string& text, const StreamItem& item) const {
        if (page_.kind != Page::Kind::lines || lines_.empty() || lines_.back().as != Declared::nothing) return false;
        const auto* before = std::get_if<TextPlace>(&last_place_);
        const auto* now = std::get_if<TextPlace>(&item.place);
        if (!before || !now || now->line != before->line + 1) return false;
        const std::string& last = lines_.back().text;
        if (is_heading(last) || is_heading(text)) return false;
        if (item.text.starts_with("　　") || leading_ordinal(text).length > 0) return false;
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
            return headings_.find(line.text).has_value();
        });
        const auto title = std::find_if(lines_.begin(), section,
                                        [&](const NarrativeLine& line) { return is_report_title(line.text, words_); });
        if (title == section) {
            // Without a title the first line would be taken for one.
            lines_.insert(lines_.begin(), NarrativeLine{"", {}, Declared::title});
            return;
        }
        lines_.erase(lines_.begin(), title);
        if (!lines_.empty()) lines_.front().as = Declared::title;
    }

    /// （一）主动公开：全年…… as a heading and its text.
    void part(NarrativeLine& line, int section, std::vector<NarrativeLine>& parted) const {
        const std::size_t length = line.as == Declared::nothing ? heading_length(line.text, section) : 0;
        if (length == 0 || length >= line.text.size()) {
            parted.push_back(std::move(line));
            return;
        }
        Place behind = line.place;
        if (auto* place = std::get_if<TextPlace>(&behind))
            place->column += static_cast<std::uint32_t>(count_code_points(line.text.substr(0, length)));
        parted.push_back({bare_heading(line.text.substr(0, length)), line.place, Declared::nothing});
        parted.push_back({trimmed(line.text.substr(length)), behind, Declared::body});
    }

    [[nodiscard]] std::size_t heading_length(const std::string& text, int section) const {
        if (headings_.find(text)) return 0;
        for (const Field& field : form_.fields) {
            if (field.role != Field::Role::item || field.section != section) continue;
            if (const std::size_t length = repeated_heading(text, field.heading, field.also_written)) return length;
        }
        return 0;
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
