#include "writers/markup_text.h"

#include "unicode/utf8.h"
#include "writers/plain_line.h"

namespace nianbao {
namespace {

constexpr char32_t replacement = 0xFFFD;

bool is_noncharacter(char32_t code) { return (code >= 0xFDD0 && code <= 0xFDEF) || (code & 0xFFFEU) == 0xFFFE; }

/// Embeddings, overrides and isolates; the marks that turn nothing (U+200E) stay.
bool turns_direction(char32_t code) { return (code >= 0x202A && code <= 0x202E) || (code >= 0x2066 && code <= 0x2069); }

}  // namespace

std::string markup_line(std::string_view text) {
    const std::string line = plain_line(text, false);
    std::string allowed;
    allowed.reserve(line.size());
    for (std::size_t at = 0; at < line.size();) {
        const char32_t code = next_code_point(line, at);
        append_code_point(allowed, is_noncharacter(code) || turns_direction(code) ? replacement : code);
    }
    return allowed;
}

std::string escape_markup(std::string_view text) {
    std::string escaped;
    escaped.reserve(text.size());
    for (const char byte : markup_line(text)) {
        switch (byte) {
            case '&':
                escaped += "&amp;";
                break;
            case '<':
                escaped += "&lt;";
                break;
            case '>':
                escaped += "&gt;";
                break;
            case '"':
                escaped += "&quot;";
                break;
            default:
                escaped += byte;
        }
    }
    return escaped;
}

}  // namespace nianbao
