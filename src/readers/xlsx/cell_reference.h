/// Places in a sheet as a file writes them: `B12`, `A1:C3`.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "model/spreadsheet.h"

namespace nianbao::xlsx_reading {

/// Rows and columns count from 1.
struct CellPosition {
    std::uint32_t row{};
    std::uint16_t column{};
};

/// Nothing where it is no place within a sheet of 1,048,576 rows and 16,384 columns.
[[nodiscard]] std::optional<std::uint32_t> read_row(std::string_view digits);
[[nodiscard]] std::optional<std::uint16_t> read_column(std::string_view letters);
[[nodiscard]] std::optional<CellPosition> read_position(std::string_view written);
/// `A1:C3`, or `A1` for one cell; either corner first.
[[nodiscard]] std::optional<SheetRange> read_range(std::string_view written);

[[nodiscard]] std::string column_letters(std::uint16_t column);
[[nodiscard]] std::string position_text(CellPosition position);

}  // namespace nianbao::xlsx_reading
