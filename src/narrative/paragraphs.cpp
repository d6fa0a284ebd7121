#include "narrative/paragraphs.h"

#include "unicode/utf8.h"

namespace nianbao {
namespace {

bool ends_paragraph(char32_t code) { return code == '\n' || code == '\r' || code == 0x2028 || code == 0x2029; }

}  // namespace

void append_paragraphs(std::string_view text, Paragraphs& paragraphs) {
    std::size_t begin = 0;
    const auto end_paragraph = [&](std::size_t end) {
        std::string paragraph = trimmed(text.substr(begin, end - begin));
        if (!paragraph.empty()) paragraphs.push_back(std::move(paragraph));
    };
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t here = at;
        if (!ends_paragraph(next_code_point(text, at))) continue;
        end_paragraph(here);
        begin = at;
    }
    end_paragraph(text.size());
}

std::optional<char32_t> find_control(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const char32_t code = next_code_point(text, at);
        if (is_control(code)) return code;
    }
    return std::nullopt;
}

}  // namespace nianbao
