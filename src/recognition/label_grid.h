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
    /// Of a sheet, at most its first 4,000 rows and 256 columns; a report has 40 and 20. Costs what the sheet holds,
    /// not the places between.
    explicit LabelGrid(const Sheet& sheet);

    [[nodiscard]] std::uint32_t rows() const { return rows_; }
    [[nodiscard]] std::uint32_t columns() const { return columns_; }
    /// The cell that covers a place; nothing where the place is empty.
    [[nodiscard]] const LabelCell* at(std::uint32_t row, std::uint32_t column) const;
    /// The first column that the cell covering a place does not cover, in that row.
    [[nodiscard]] std::uint32_t end_of(std::uint32_t row, std::uint32_t column) const;
    /// Those with text in them, from the top.
    [[nodiscard]] const std::vector<std::uint32_t>& label_rows() const { return label_rows_; }
    /// The different cells with text in a row, from left to right; those of one column from top to bottom.
    [[nodiscard]] std::vector<const LabelCell*> labels_of_row(std::uint32_t row) const;
    [[nodiscard]] std::vector<const LabelCell*> labels_of_column(std::uint32_t column, std::uint32_t first_row,
                                                                 std::uint32_t end_row) const;

private:
    /// Places of one row that one cell covers.
    struct Span {
        std::uint32_t row{}, column{}, end{};
        std::uint32_t cell{};  ///< index into `cells_`
        bool merged{};
    };
    using Spans = std::vector<Span>;

    void add_cells(const Sheet& sheet);
    void grow_by(const std::vector<SheetRange>& merges);
    [[nodiscard]] Spans merged_spans(const std::vector<SheetRange>& merges) const;
    /// Where two overlap, the merged one stays, else the one that begins first.
    void take_in(const Spans& spans);
    /// The first span that ends behind a place, or in a later row.
    [[nodiscard]] Spans::const_iterator seek(std::uint32_t row, std::uint32_t column) const;

    std::uint32_t rows_{}, columns_{};
    std::vector<LabelCell> cells_;  ///< by row, then column
    std::vector<std::uint32_t> label_rows_;
    Spans spans_;  ///< by row, then column; none overlaps another
};

}  // namespace nianbao
