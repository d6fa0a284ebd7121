/// Plain text into a page: every line that is not blank is a paragraph as it stands, with its line number. Text with
/// drawn tables is our own (`writers/text_writer.h`): its lines say what they are.
#pragma once

#include <string_view>

#include "model/page.h"

namespace nianbao {

constexpr std::size_t max_text_bytes = 8U << 20U;
constexpr std::size_t max_text_lines = 200'000;

/// Reads UTF-8 text without byte order mark. Throws InputError (i.limit, i.encoding).
[[nodiscard]] Page read_text_page(std::string_view text);

}  // namespace nianbao
