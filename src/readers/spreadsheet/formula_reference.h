/// References as formulas write them: `$D$8`, `A`, `12`.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "model/spreadsheet.h"

namespace nianbao::formulas {

constexpr std::uint32_t last_row = 1'048'576;
constexpr std::uint16_t last_column = 16'384;

/// A range on one sheet, both ends included.
struct Range {
    std::uint16_t sheet{};
    SheetRange cells;
};

[[nodiscard]] inline std::uint64_t rows_of(const Range& range) {
    return std::uint64_t{range.cells.last_row} - range.cells.first_row + 1;
}
[[nodiscard]] inline std::uint64_t columns_of(const Range& range) {
    return std::uint64_t{range.cells.last_column} - range.cells.first_column + 1;
}
[[nodiscard]] inline bool is_one_cell(const Range& range) { return rows_of(range) == 1 && columns_of(range) == 1; }

/// One end of a range: a cell, or a whole column (no row) or row (no column).
struct Corner {
    std::uint32_t row{};
    std::uint16_t column{};
};

/// Nothing where the text is no reference, or one beyond the last row or column.
[[nodiscard]] std::optional<Corner> parse_corner(std::string_view text);
/// From one corner to another, in either order; nothing where a whole column meets a cell.
[[nodiscard]] std::optional<SheetRange> range_between(Corner a, Corner b);

}  // namespace nianbao::formulas
