#include "unicode/utf8.h"

#include <array>
#include <cstdio>

namespace nianbao {
namespace {

struct Decoded {
    char32_t code;
    std::size_t length;  ///< 0: not UTF-8
};

bool is_tail(unsigned char byte) { return (byte & 0xC0) == 0x80; }

Decoded decode(std::string_view text, std::size_t at) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const unsigned char first = byte(at);
    if (first < 0x80) return {first, 1};
    const std::size_t length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : first >= 0xC2 ? 2 : 0;
    if (length == 0 || first > 0xF4 || at + length > text.size()) return {0, 0};
    char32_t code = first & (0xFFU >> (length + 1));
    for (std::size_t i = 1; i < length; ++i) {
        if (!is_tail(byte(at + i))) return {0, 0};
        code = (code << 6U) | (byte(at + i) & 0x3FU);
    }
    constexpr std::array<char32_t, 5> least{0, 0, 0x80, 0x800, 0x10000};
    if (code < least[length] || code > 0x10FFFF || (code >= 0xD800 && code <= 0xDFFF)) return {0, 0};
    return {code, length};
}

bool steers_direction(char32_t code) {
    return code == 0x061C || code == 0x200E || code == 0x200F || (code >= 0x202A && code <= 0x202E) ||
           (code >= 0x2066 && code <= 0x2069);
}

}  // namespace

std::optional<std::size_t> first_invalid_byte(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const Decoded decoded = decode(text, at);
        if (decoded.length == 0) return at;
        at += decoded.length;
    }
    return std::nullopt;
}

char32_t next_rare_code_point(std::string_view text, std::size_t& at) {
    const Decoded decoded = decode(text, at);
    at += decoded.length == 0 ? 1 : decoded.length;
    return decoded.length == 0 ? U'\uFFFD' : decoded.code;
}

void append_code_point(std::string& text, char32_t code) {
    const auto tail = [](char32_t bits) { return static_cast<char>(0x80U | (bits & 0x3FU)); };
    if (code < 0x80) {
        text += static_cast<char>(code);
    } else if (code < 0x800) {
        text += static_cast<char>(0xC0U | (code >> 6U));
        text += tail(code);
    } else if (code < 0x10000) {
        text += static_cast<char>(0xE0U | (code >> 12U));
        text += tail(code >> 6U);
        text += tail(code);
    } else {
        text += static_cast<char>(0xF0U | (code >> 18U));
        text += tail(code >> 12U);
        text += tail(code >> 6U);
        text += tail(code);
    }
}

std::size_t count_code_points(std::string_view text) {
    std::size_t count = 0;
    for (std::size_t at = 0; at < text.size(); ++count) static_cast<void>(next_code_point(text, at));
    return count;
}

std::string shortened(std::string_view text, std::size_t limit) {
    std::size_t at = 0;
    for (std::size_t count = 0; at < text.size() && count < limit; ++count)
        static_cast<void>(next_code_point(text, at));
    return at == text.size() ? std::string(text) : std::string(text.substr(0, at)) + "…";
}

bool is_rare_blank(char32_t code) {
    return code == 0x85 || code == 0xA0 || code == 0x1680 || (code >= 0x2000 && code <= 0x200B) || code == 0x2028 ||
           code == 0x2029 || code == 0x202F || code == 0x205F || code == 0x3000 || code == 0xFEFF;
}

bool is_control(char32_t code) {
    return (code < 0x20 && code != '\t' && code != '\n' && code != '\r') || (code >= 0x7F && code < 0xA0);
}

std::string trimmed(std::string_view text) {
    std::size_t begin = 0;
    while (begin < text.size()) {
        std::size_t next = begin;
        if (!is_blank(next_code_point(text, next))) break;
        begin = next;
    }
    std::size_t end = begin;
    for (std::size_t at = begin; at < text.size();) {
        if (!is_blank(next_code_point(text, at))) end = at;
    }
    return std::string(text.substr(begin, end - begin));
}

std::string made_visible(std::string_view text) {
    std::string visible;
    for (std::size_t at = 0; at < text.size();) {
        const char32_t code = next_code_point(text, at);
        if (is_control(code) || code == '\t' || code == '\n' || code == '\r' || steers_direction(code)) {
            std::array<char, 16> name{};
            std::snprintf(name.data(), name.size(), "<U+%04X>", static_cast<unsigned>(code));
            visible += name.data();
        } else {
            append_code_point(visible, code);
        }
    }
    return visible;
}

}  // namespace nianbao
