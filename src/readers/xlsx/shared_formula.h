/// A shared formula is written once, for its first cell; the other cells have the same formula, moved.
#pragma once

#include <string>
#include <string_view>

#include "readers/xlsx/cell_reference.h"

namespace nianbao::xlsx_reading {

/// `formula` as it reads in `to` when it was written for `from`: references follow, those with `$` stay. One that would
/// leave the sheet becomes `#REF!`.
[[nodiscard]] std::string moved_formula(std::string_view formula, CellPosition from, CellPosition to);

}  // namespace nianbao::xlsx_reading
