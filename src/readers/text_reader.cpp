#include "readers/text_reader.h"

#include <utility>

#include "narrative/paragraphs.h"
#include "unicode/utf8.h"

namespace nianbao {
namespace {

[[noreturn]] void refuse(const char* code, const char* variant, std::map<std::string, std::string> arguments) {
    Diagnostic problem;
    problem.code = code;
    problem.variant = variant;
    problem.arguments = std::move(arguments);
    throw InputError({std::move(problem)});
}

}  // namespace

Page read_text_page(std::string_view text) {
    if (text.size() > max_text_bytes) refuse("i.limit", "size", {{"limit", std::to_string(max_text_bytes >> 20U)}});
    Page page;
    page.kind = Page::Kind::lines;
    std::uint32_t line = 0;
    for (std::size_t begin = 0; begin < text.size();) {
        std::size_t end = text.find_first_of("\r\n\f", begin);
        if (end == std::string_view::npos) end = text.size();
        const std::string_view own = text.substr(begin, end - begin);
        ++line;
        if (!trimmed(own).empty()) {
            if (page.document.blocks.size() == max_text_lines)
                refuse("i.limit", "lines", {{"limit", std::to_string(max_text_lines)}});
            Paragraph paragraph{{Run{std::string(own)}}};
            paragraph.place = TextPlace{line, 1};
            page.document.blocks.emplace_back(std::move(paragraph));
        }
        const bool both = end + 1 < text.size() && text[end] == '\r' && text[end + 1] == '\n';
        begin = end + (both ? 2 : 1);
    }
    return page;
}

}  // namespace nianbao
