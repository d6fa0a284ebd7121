#include "writers/plain_line.h"

#include <algorithm>

#include "unicode/utf8.h"

namespace nianbao {
namespace {

bool is_printable_ascii(char c) { return c >= 0x20 && c < 0x7F; }

}  // namespace

std::string plain_line(std::string_view text, bool tabs_too) {
    constexpr char32_t line_separator = 0x2028;
    constexpr char32_t paragraph_separator = 0x2029;
    constexpr char32_t replacement = 0xFFFD;
    if (std::all_of(text.begin(), text.end(), is_printable_ascii)) return std::string(text);
    std::string line;
    line.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const char32_t code = next_code_point(text, at);
        const bool breaks = code == '\n' || code == '\r' || code == line_separator || code == paragraph_separator;
        if (breaks || (tabs_too && code == '\t')) {
            line += ' ';
        } else {
            append_code_point(line, is_control(code) ? replacement : code);
        }
    }
    return line;
}

}  // namespace nianbao
