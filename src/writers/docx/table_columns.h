/// How wide the columns of a table are on the page.
#pragma once

#include <vector>

#include "model/document.h"

namespace nianbao::docx {

/// Twentieths of a point.
using Twips = long;

/// Between the margins of GB/T 9704—2012 5.2.1: 版心 156 mm.
constexpr Twips text_width = 8'844;

/// Widths that add up to `available`, in the proportions of `grid.widths` (all alike where it has none), but that no
/// number is broken over lines: a column too narrow for its longest word takes what it lacks from those with room.
/// `font_size` is that of the cells, `margins` what a cell keeps free on both sides together.
[[nodiscard]] std::vector<Twips> table_columns(const Grid& grid, Twips available, Twips font_size, Twips margins);

}  // namespace nianbao::docx
