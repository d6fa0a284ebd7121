/// A grid as an HTML table with its merges, in a box of its own that scrolls where the screen is narrower.
///
/// `scope` says enough where each column has one head and each row one label. Any other table has `headers` at its data
/// cells: the heads above each within its band, then the row labels to its left.
#pragma once

#include <cstddef>
#include <string>

#include "model/document.h"
#include "writers/html/html_look.h"

namespace nianbao {

/// `number` makes the ids of the table its own in the page; `caption` is plain text. Nothing for a grid without places.
[[nodiscard]] std::string html_of_table(const Grid& grid, std::size_t number, const std::string& caption,
                                        const HtmlLook& look = {});

}  // namespace nianbao
