/// The canonical form of narrative text: paragraphs without outer blanks, none empty, no line break inside.
#pragma once

#include <optional>
#include <string_view>

#include "model/report.h"

namespace nianbao {

/// Appends the paragraphs of `text`; a line break (LF, CR, CRLF, U+2028, U+2029) ends one.
void append_paragraphs(std::string_view text, Paragraphs& paragraphs);

/// The first control character in `text` that no narrative may hold (tab and line breaks are none).
[[nodiscard]] std::optional<char32_t> find_control(std::string_view text);

}  // namespace nianbao
