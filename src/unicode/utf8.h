/// UTF-8 text as code points: validity, positions, and the character classes the readers need.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace nianbao {

/// The byte at which `text` stops being UTF-8 (overlong forms and surrogates count as wrong); nothing when it is right.
[[nodiscard]] std::optional<std::size_t> first_invalid_byte(std::string_view text);

/// As `next_code_point`, for what is not an ordinary character of one or three bytes.
[[nodiscard]] char32_t next_rare_code_point(std::string_view text, std::size_t& at);

/// Takes the code point at `at` and moves `at` behind it. A wrong byte gives U+FFFD and is passed over alone.
[[nodiscard]] inline char32_t next_code_point(std::string_view text, std::size_t& at) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const unsigned char first = byte(at);
    if (first < 0x80) {
        ++at;
        return first;
    }
    // E1 to EC lead what is neither overlong nor a surrogate: nearly all of Chinese text.
    if (first > 0xE0 && first < 0xED && text.size() - at >= 3) {
        const unsigned char second = byte(at + 1), third = byte(at + 2);
        if ((second & 0xC0U) == 0x80U && (third & 0xC0U) == 0x80U) {
            at += 3;
            return (char32_t{first & 0x0FU} << 12U) | (char32_t{second & 0x3FU} << 6U) | char32_t{third & 0x3FU};
        }
    }
    return next_rare_code_point(text, at);
}

void append_code_point(std::string& text, char32_t code);

[[nodiscard]] std::size_t count_code_points(std::string_view text);

/// The part of `text` of at most `limit` code points; "…" is added where something was cut off.
[[nodiscard]] std::string shortened(std::string_view text, std::size_t limit);

/// Common ideographs: nearly all of a Chinese text, and none of its marks, blanks and digits in ASCII.
[[nodiscard]] inline bool is_ideograph(char32_t code) { return code >= 0x3400 && code <= 0x9FFF; }

[[nodiscard]] bool is_rare_blank(char32_t code);
/// Blanks that are trimmed from paragraphs: ASCII ones, U+00A0, U+3000 and the like. Never a line break's job.
[[nodiscard]] inline bool is_blank(char32_t code) {
    if (code <= U' ') return code == U' ' || (code >= 9 && code <= 13);
    const bool cannot_be = code < 0x80 || (code > 0x3000 && code != 0xFEFF);
    return !cannot_be && is_rare_blank(code);
}
/// Control characters that no text may hold (C0 but tab and line breaks, DEL, C1).
[[nodiscard]] bool is_control(char32_t code);

[[nodiscard]] std::string trimmed(std::string_view text);

/// Control, escape and bidi characters made visible as U+XXXX, wrong bytes as U+FFFD: text from a file, fit for a
/// terminal.
[[nodiscard]] std::string made_visible(std::string_view text);

}  // namespace nianbao
