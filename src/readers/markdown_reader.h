/// CommonMark with GFM tables into a page whose headings are declared: what `writers/markdown_writer.h` writes comes
/// back exactly.
#pragma once

#include <string_view>

#include "model/page.h"

namespace nianbao {

/// Whether a text is Markdown as we write it: a heading or our own words first, columns of figures set right.
[[nodiscard]] bool looks_like_markdown(std::string_view text);

/// Reads UTF-8 text without byte order mark. Quotations are the program's own words; places count paragraphs and
/// tables. Throws InputError (i.limit).
[[nodiscard]] Page read_markdown_page(std::string_view text);

}  // namespace nianbao
