/// Which tables of a page hold nothing together, but only put things beside or below each other.
#pragma once

#include <vector>

#include "readers/html/page_tree.h"

namespace nianbao::html_reading {

/// By node, whether it is such a table: of one column, or with prose or a table in a cell. One with several numbers in
/// cells of their own never is.
[[nodiscard]] std::vector<bool> find_layout_tables(const PageTree& tree);

}  // namespace nianbao::html_reading
