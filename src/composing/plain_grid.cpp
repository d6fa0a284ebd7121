#include "composing/plain_grid.h"

#include <stdexcept>
#include <utility>

namespace nianbao {
namespace {

std::uint16_t small(std::size_t number) { return static_cast<std::uint16_t>(number); }

Paragraph paragraph_of(const std::string& text) { return Paragraph{{Run{text}}}; }

}  // namespace

PlainGrid::PlainGrid(std::size_t side_columns, const std::string& corner, const std::vector<std::string>& heads) {
    grid_.columns = small(side_columns + heads.size());
    grid_.side_columns = small(side_columns);
    add_cell(GridCell::Role::corner, 0, corner);
    grid_.cells.back().columns = small(side_columns);
    for (std::size_t i = 0; i < heads.size(); ++i) add_cell(GridCell::Role::head, side_columns + i, heads[i]);
    grid_.rows = 1;
}

void PlainGrid::add_cell(GridCell::Role role, std::size_t column, const std::string& text) {
    GridCell cell{grid_.rows, small(column)};
    cell.role = role;
    if (!text.empty()) cell.text.push_back(paragraph_of(text));
    grid_.cells.push_back(std::move(cell));
}

void PlainGrid::add_row(const std::vector<std::string>& sides, const std::vector<GridValue>& values) {
    if (sides.size() + values.size() != grid_.columns) throw std::invalid_argument("a row of another width");
    const bool joins = sides.size() > 1 && first_label_ && first_label_text_ == sides.front();
    if (joins) {
        ++grid_.cells[*first_label_].rows;
    } else {
        first_label_ = grid_.cells.size();
        first_label_text_ = sides.front();
    }
    for (std::size_t i = joins ? 1 : 0; i < sides.size(); ++i) add_cell(GridCell::Role::side, i, sides[i]);
    for (std::size_t i = 0; i < values.size(); ++i) {
        const GridCell::Role role = values[i].is_difference ? GridCell::Role::difference : GridCell::Role::input;
        add_cell(role, sides.size() + i, values[i].text);
        grid_.cells.back().number = values[i].number;
    }
    ++grid_.rows;
}

Grid PlainGrid::take() {
    grid_.bands = {{0, 1, grid_.rows}};
    return std::move(grid_);
}

}  // namespace nianbao
