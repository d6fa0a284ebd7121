#include "writers/table_grid.h"

#include <algorithm>

#include "writers/plain_line.h"

namespace nianbao {

TableGrid::TableGrid(const Grid& grid)
    : grid_(grid), rows_(grid.rows), columns_(grid.columns), owners_(rows_ * columns_, none) {
    for (std::size_t i = 0; i < grid.cells.size(); ++i) {
        const GridCell& cell = grid.cells[i];
        if (!cover(i, cell.rows, cell.columns)) static_cast<void>(cover(i, 1, 1));
    }
}

bool TableGrid::cover(std::size_t index, std::size_t rows, std::size_t columns) {
    const GridCell& cell = grid_.cells[index];
    const std::size_t row_end = std::min(rows_, cell.row + rows);
    const std::size_t column_end = std::min(columns_, cell.column + columns);
    for (std::size_t row = cell.row; row < row_end; ++row) {
        for (std::size_t column = cell.column; column < column_end; ++column) {
            if (owner(row, column) != none) return false;
        }
    }
    for (std::size_t row = cell.row; row < row_end; ++row) {
        for (std::size_t column = cell.column; column < column_end; ++column) owners_[row * columns_ + column] = index;
    }
    return true;
}

const GridCell* TableGrid::cell(std::size_t row, std::size_t column) const {
    const std::size_t index = owner(row, column);
    return index == none ? nullptr : &grid_.cells[index];
}

bool TableGrid::same_cell(std::size_t row_a, std::size_t column_a, std::size_t row_b, std::size_t column_b) const {
    const std::size_t a = owner(row_a, column_a);
    return a != none && a == owner(row_b, column_b);
}

std::string text_of_cell(const GridCell& cell) {
    std::string text;
    for (const Paragraph& paragraph : cell.text) {
        if (!text.empty()) text += ' ';
        text += plain_line(plain_text(paragraph));
    }
    return text;
}

}  // namespace nianbao
