/// Cells and ranges as Office files write them.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/spreadsheet.h"

namespace nianbao::annotation {

/// Row and column count from 1.
struct CellPlace {
    std::uint32_t row{};
    std::uint16_t column{};
    auto operator<=>(const CellPlace&) const = default;
};

/// `D8`
[[nodiscard]] std::string name_of(CellPlace place);
[[nodiscard]] std::optional<CellPlace> parse_place(std::string_view name);
/// `A1:B2`, or one cell.
[[nodiscard]] std::optional<SheetRange> parse_range(std::string_view name);
/// `D8 F2:F5`: cells below one another as one range.
[[nodiscard]] std::string list_of(std::vector<CellPlace> places);

}  // namespace nianbao::annotation
