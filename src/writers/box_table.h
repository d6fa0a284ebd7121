/// A grid drawn in box characters, its merged heads truly merged.
#pragma once

#include <cstddef>
#include <string>

#include "model/document.h"

namespace nianbao {

/// Lines of one display width each, ended by LF. At most `width` columns, unless numbers and words that are never
/// broken need more. Long labels wrap inside their cell; heads and values are centred, row labels stand left.
[[nodiscard]] std::string draw_table(const Grid& grid, std::size_t width);

}  // namespace nianbao
