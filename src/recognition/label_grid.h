/// A page's table as a matrix of places, merges spread out: what rows and columns are recognised on.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "model/spreadsheet.h"

namespace nianbao {

/// Row and column from 0.
struct GridPosition {
    std::uint32_t row{}, column{};
    bool operator==(const GridPosition&) const = default;
};

struct LabelCell {
    GridPosition at;
    std::u32string key;  ///< of its text, empty where it has none (`label_key`)
    std::string text;
    bool is_value{};  ///< a number, or a formula: no label
};

class LabelGrid {
public:
    /// Of a sheet, at most its first 4,000 rows and 256 columns; a report has 40 and 20.
    explicit LabelGrid(const Sheet& sheet);

    [[nodiscard]] std::uint32_t rows() const { return rows_; }
    [[nodiscard]] std::uint32_t columns() const { return columns_; }
    /// The cell that covers a place; nothing where the place is empty.
    [[nodiscard]] const LabelCell* at(std::uint32_t row, std::uint32_t column) const;
    /// The first column that the cell covering a place does not cover, in that row.
    [[nodiscard]] std::uint32_t end_of(std::uint32_t row, std::uint32_t column) const;
    /// The different cells with text in a row, from left to right; those of one column from top to bottom.
    [[nodiscard]] std::vector<const LabelCell*> labels_of_row(std::uint32_t row) const;
    [[nodiscard]] std::vector<const LabelCell*> labels_of_column(std::uint32_t column, std::uint32_t first_row,
                                                                 std::uint32_t end_row) const;

private:
    static constexpr std::uint32_t none = UINT32_MAX;

    void cover(const SheetRange& merge, std::size_t& budget);

    std::uint32_t rows_{}, columns_{};
    std::vector<LabelCell> cells_;
    std::vector<std::uint32_t> owners_;  ///< index into `cells_`, by row, then column
};

}  // namespace nianbao
