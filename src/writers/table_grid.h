/// The spans of a grid resolved once, for every writer that draws or flattens tables: which cell covers which place.
#pragma once

#include <cstddef>
#include <limits>
#include <string>
#include <vector>

#include "model/document.h"

namespace nianbao {

class TableGrid {
public:
    static constexpr std::size_t none = std::numeric_limits<std::size_t>::max();

    /// A cell that reaches over the edge is cut; one that overlaps an earlier cell shrinks to its first place, or is
    /// left out.
    explicit TableGrid(const Grid& grid);

    [[nodiscard]] std::size_t rows() const { return rows_; }
    [[nodiscard]] std::size_t columns() const { return columns_; }
    /// Index into `Grid::cells`, or `none` where no cell covers the place.
    [[nodiscard]] std::size_t owner(std::size_t row, std::size_t column) const {
        return owners_[row * columns_ + column];
    }
    [[nodiscard]] const GridCell* cell(std::size_t row, std::size_t column) const;
    /// Whether two places belong to one cell.
    [[nodiscard]] bool same_cell(std::size_t row_a, std::size_t column_a, std::size_t row_b,
                                 std::size_t column_b) const;

private:
    bool cover(std::size_t index, std::size_t rows, std::size_t columns);

    const Grid& grid_;
    std::size_t rows_, columns_;
    std::vector<std::size_t> owners_;
};

/// The text of a cell in one line, its paragraphs joined by a blank, line breaks and tabs turned into blanks.
[[nodiscard]] std::string text_of_cell(const GridCell& cell);

}  // namespace nianbao
