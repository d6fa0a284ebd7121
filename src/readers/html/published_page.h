/// The blocks of a page that anyone may have made.
#pragma once

#include <vector>

#include "model/document.h"
#include "readers/html/page_text.h"

namespace nianbao::html_reading {

/// Throws InputError, i.limit.
[[nodiscard]] std::vector<DocumentBlock> read_published_page(const PageSource& page);

}  // namespace nianbao::html_reading
