/// Columns that text takes in a terminal or an editor, and breaking it into lines of so many columns.
///
/// East Asian width by utf8proc: 中 ， 〇 take two, ambiguous characters (“ ” … — ①) one, combining ones none; what
/// reads as one character (an emoji joined from several) counts once.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace nianbao {

[[nodiscard]] std::size_t display_width(std::string_view text);

/// The width of the widest piece that `wrap_text` never breaks: a run of digits or Latin letters, a character with the
/// punctuation that may not begin or end a line.
[[nodiscard]] std::size_t widest_piece(std::string_view text);

/// Lines of at most `width` columns, but for a piece that is wider by itself. Blanks at a break are dropped. At least
/// one line.
[[nodiscard]] std::vector<std::string> wrap_text(std::string_view text, std::size_t width);

/// The same with lines of like length, as few as `wrap_text` needs: 结果 / 维持 instead of 结果维 / 持.
[[nodiscard]] std::vector<std::string> wrap_evenly(std::string_view text, std::size_t width);

}  // namespace nianbao
