#include "recognition/label_grid.h"

#include <algorithm>

#include "recognition/label_match.h"

namespace nianbao {
namespace {

constexpr std::uint32_t most_rows = 4000;
constexpr std::uint32_t most_columns = 256;
constexpr std::size_t longest_label = 600;  // in bytes; longer texts are prose

bool is_value(const SheetCell& cell) {
    return !cell.formula.empty() || cell.value.kind == SheetValue::Kind::number ||
           cell.value.kind == SheetValue::Kind::boolean || cell.value.kind == SheetValue::Kind::error;
}

}  // namespace

LabelGrid::LabelGrid(const Sheet& sheet) {
    for (const SheetCell& cell : sheet.cells) {
        if (cell.row > most_rows || cell.column > most_columns) continue;
        const bool value = is_value(cell);
        if (!value && cell.value.kind == SheetValue::Kind::blank) continue;
        LabelCell label{{cell.row - 1, cell.column - 1U}, {}, {}, value};
        if (!value && cell.value.text.size() <= longest_label) {
            label.text = cell.value.text;
            label.key = label_key(label.text);
        }
        rows_ = std::max(rows_, cell.row);
        columns_ = std::max<std::uint32_t>(columns_, cell.column);
        cells_.push_back(std::move(label));
    }
    for (const SheetRange& merge : sheet.merges) {  // the empty places of a merged last row belong to the table
        if (merge.first_row > rows_ || merge.first_column > columns_) continue;
        rows_ = std::max(rows_, std::min(merge.last_row, rows_ + 8));
        columns_ = std::max(columns_, std::min<std::uint32_t>(merge.last_column, columns_ + 8));
    }
    owners_.assign(std::size_t{rows_} * columns_, none);
    for (std::uint32_t i = 0; i < cells_.size(); ++i) {
        owners_[std::size_t{cells_[i].at.row} * columns_ + cells_[i].at.column] = i;
    }
    std::size_t budget = 4 * owners_.size() + 1;  // merges of a sound sheet do not overlap
    for (const SheetRange& merge : sheet.merges) cover(merge, budget);
}

void LabelGrid::cover(const SheetRange& merge, std::size_t& budget) {
    if (merge.first_row > rows_ || merge.first_column > columns_ || merge.first_row == 0 || merge.first_column == 0)
        return;
    const std::uint32_t owner = owners_[std::size_t{merge.first_row - 1} * columns_ + merge.first_column - 1U];
    if (owner == none) return;
    for (std::uint32_t row = merge.first_row - 1; row < std::min(merge.last_row, rows_); ++row) {
        for (std::uint32_t column = merge.first_column - 1U;
             column < std::min<std::uint32_t>(merge.last_column, columns_); ++column) {
            if (budget == 0) return;
            --budget;
            owners_[std::size_t{row} * columns_ + column] = owner;
        }
    }
}

const LabelCell* LabelGrid::at(std::uint32_t row, std::uint32_t column) const {
    if (row >= rows_ || column >= columns_) return nullptr;
    const std::uint32_t owner = owners_[std::size_t{row} * columns_ + column];
    return owner == none ? nullptr : &cells_[owner];
}

std::uint32_t LabelGrid::end_of(std::uint32_t row, std::uint32_t column) const {
    const LabelCell* cell = at(row, column);
    std::uint32_t end = column + 1;
    while (cell && at(row, end) == cell) ++end;
    return end;
}

std::vector<const LabelCell*> LabelGrid::labels_of_row(std::uint32_t row) const {
    std::vector<const LabelCell*> labels;
    for (std::uint32_t column = 0; column < columns_; ++column) {
        const LabelCell* cell = at(row, column);
        if (cell && !cell->key.empty() && (labels.empty() || labels.back() != cell)) labels.push_back(cell);
    }
    return labels;
}

std::vector<const LabelCell*> LabelGrid::labels_of_column(std::uint32_t column, std::uint32_t first_row,
                                                          std::uint32_t end_row) const {
    std::vector<const LabelCell*> labels;
    for (std::uint32_t row = first_row; row < std::min(end_row, rows_); ++row) {
        const LabelCell* cell = at(row, column);
        if (cell && !cell->key.empty() && (labels.empty() || labels.back() != cell)) labels.push_back(cell);
    }
    return labels;
}

}  // namespace nianbao
