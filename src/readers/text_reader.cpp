#include "readers/text_reader.h"

#include <algorithm>
#include <utility>

#include "readers/box_table_reader.h"
#include "unicode/utf8.h"

namespace nianbao {
namespace {

constexpr std::string_view indentation = "　　";
constexpr std::string_view own_words = "※";

[[noreturn]] void refuse(const char* variant, std::size_t limit) {
    Diagnostic problem;
    problem.code = "i.limit";
    problem.variant = variant;
    problem.arguments["limit"] = std::to_string(limit);
    throw InputError({std::move(problem)});
}

struct TextLine {
    std::string text;
    TextPlace place;
};

/// Those that are not blank.
std::vector<TextLine> lines_of(std::string_view text) {
    std::vector<TextLine> lines;
    std::uint32_t number = 0;
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find_first_of("\r\n\f", begin), text.size());
        std::string own(text.substr(begin, end - begin));
        ++number;
        if (!trimmed(own).empty()) {
            if (lines.size() == max_text_lines) refuse("lines", max_text_lines);
            lines.push_back({std::move(own), {number, 1}});
        }
        const bool both = end + 1 < text.size() && text[end] == '\r' && text[end + 1] == '\n';
        begin = end + (both ? 2 : 1);
    }
    return lines;
}

Paragraph paragraph_of(std::string text, const TextPlace& place, Paragraph::Role role = Paragraph::Role::body) {
    Paragraph paragraph{{Run{std::move(text)}}, role};
    paragraph.place = place;
    return paragraph;
}

/// What a line of our own text is shows in its first character (`writers/text_writer.h`).
void add_printed(const TextLine& line, bool first, std::vector<DocumentBlock>& blocks) {
    const std::string& text = line.text;
    if (text.starts_with(indentation)) {
        blocks.emplace_back(paragraph_of(text.substr(indentation.size()), {line.place.line, 3}));
    } else if (text.starts_with(own_words)) {
        blocks.emplace_back(paragraph_of(trimmed(text.substr(own_words.size())), line.place, Paragraph::Role::notice));
    } else {
        blocks.emplace_back(Heading{first ? 1 : 2, paragraph_of(text, line.place)});
    }
}

void read_printed(const std::vector<TextLine>& lines, Page& page) {
    page.kind = Page::Kind::printed;
    std::uint16_t tables = 0;
    bool titled = false;
    for (std::size_t i = 0; i < lines.size();) {
        if (!is_box_line(lines[i].text)) {
            const bool heading = !lines[i].text.starts_with(indentation) && !lines[i].text.starts_with(own_words);
            add_printed(lines[i], heading && !titled, page.document.blocks);
            titled = titled || heading;
            ++i;
            continue;
        }
        std::vector<std::string> drawn;
        for (; i < lines.size() && is_box_line(lines[i].text); ++i) drawn.push_back(lines[i].text);
        page.document.blocks.emplace_back(read_box_table(drawn, ++tables));
    }
}

}  // namespace

Page read_text_page(std::string_view text) {
    if (text.size() > max_text_bytes) refuse("size", max_text_bytes >> 20U);
    const std::vector<TextLine> lines = lines_of(text);
    Page page;
    page.kind = Page::Kind::lines;
    const auto is_drawn = [](const TextLine& line) { return line.text.starts_with("┌"); };
    if (std::any_of(lines.begin(), lines.end(), is_drawn)) {
        read_printed(lines, page);
        return page;
    }
    for (const TextLine& line : lines) page.document.blocks.emplace_back(paragraph_of(line.text, line.place));
    return page;
}

}  // namespace nianbao
