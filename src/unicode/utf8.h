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

/// Takes the code point at `at` and moves `at` behind it. A wrong byte gives U+FFFD and is passed over alone.
[[nodiscard]] char32_t next_code_point(std::string_view text, std::size_t& at);

void append_code_point(std::string& text, char32_t code);

[[nodiscard]] std::size_t count_code_points(std::string_view text);

/// The part of `text` of at most `limit` code points; "…" is added where something was cut off.
[[nodiscard]] std::string shortened(std::string_view text, std::size_t limit);

/// Blanks that are trimmed from paragraphs: ASCII ones, U+00A0, U+3000 and the like. Never a line break's job.
[[nodiscard]] bool is_blank(char32_t code);
/// Control characters that no text may hold (C0 but tab and line breaks, DEL, C1).
[[nodiscard]] bool is_control(char32_t code);

[[nodiscard]] std::string trimmed(std::string_view text);

/// Control, escape and bidi characters made visible as U+XXXX, wrong bytes as U+FFFD: text from a file, fit for a
/// terminal.
[[nodiscard]] std::string made_visible(std::string_view text);

}  // namespace nianbao
