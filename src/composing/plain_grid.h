/// A table that is no statutory one: a line of heads, rows with labels, values.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "model/document.h"

namespace nianbao {

/// What stands in a cell, and its number where it is one.
struct GridValue {
    std::string text;
    std::optional<Amount> number{};
    bool is_difference{};
};

/// Takes rows of as many labels as there are side columns, and of as many values as there are heads. Like first labels
/// of rows that follow each other are one cell.
class PlainGrid {
public:
    PlainGrid(std::size_t side_columns, const std::string& corner, const std::vector<std::string>& heads);

    void add_row(const std::vector<std::string>& sides, const std::vector<GridValue>& values);
    [[nodiscard]] bool is_empty() const { return grid_.rows < 2; }
    /// Moves it out.
    [[nodiscard]] Grid take();

private:
    void add_cell(GridCell::Role role, std::size_t column, const std::string& text);

    Grid grid_;
    std::optional<std::size_t> first_label_;  // index of the cell that the next row may join
    std::string first_label_text_;
};

}  // namespace nianbao
