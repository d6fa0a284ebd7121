/// The blocks of a page that our own writer made: each <p> is a paragraph exactly as it was, and nothing outside of the
/// report is read.
#pragma once

#include <vector>

#include "model/document.h"
#include "readers/html/page_text.h"

namespace nianbao::html_reading {

/// What the shell of our pages says in `<meta name="generator">`.
[[nodiscard]] bool is_printed(const PageTree& tree);

/// Throws InputError, i.limit.
[[nodiscard]] std::vector<DocumentBlock> read_printed_page(const PageSource& page);

}  // namespace nianbao::html_reading
