#include "recognition/label_grid.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include "recognition/label_match.h"

namespace nianbao {
namespace {

constexpr std::uint32_t most_rows = 4000;
constexpr std::uint32_t most_columns = 256;
constexpr std::size_t longest_label = 600;  // in bytes; longer texts are prose
/// What is merged in a sheet of a sound program covers a few rows, and one cell lies in one merge.
constexpr std::size_t least_merged_rows = 1024, merged_rows_a_cell = 8;

bool is_value(const SheetCell& cell) {
    return !cell.formula.empty() || cell.value.kind == SheetValue::Kind::number ||
           cell.value.kind == SheetValue::Kind::boolean || cell.value.kind == SheetValue::Kind::error;
}

}  // namespace

LabelGrid::LabelGrid(const Sheet& sheet) {
    add_cells(sheet);
    grow_by(sheet.merges);
    take_in(merged_spans(sheet.merges));
    for (const Span& span : spans_) {
        const bool is_new = label_rows_.empty() || label_rows_.back() != span.row;
        if (is_new && !cells_[span.cell].key.empty()) label_rows_.push_back(span.row);
    }
}

void LabelGrid::add_cells(const Sheet& sheet) {
    Spans spans;
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
        const auto index = static_cast<std::uint32_t>(cells_.size());
        spans.push_back({label.at.row, label.at.column, label.at.column + 1, index, false});
        cells_.push_back(std::move(label));
    }
    take_in(spans);
}

/// The empty places of a merged last row or column belong to the table.
void LabelGrid::grow_by(const std::vector<SheetRange>& merges) {
    for (const SheetRange& merge : merges) {
        if (merge.first_row > rows_ || merge.first_column > columns_) continue;
        rows_ = std::max(rows_, std::min(merge.last_row, rows_ + 8));
        columns_ = std::max(columns_, std::min<std::uint32_t>(merge.last_column, columns_ + 8));
    }
}

LabelGrid::Spans LabelGrid::merged_spans(const std::vector<SheetRange>& merges) const {
    Spans spans;
    const std::size_t most = least_merged_rows + merged_rows_a_cell * cells_.size();
    for (const SheetRange& merge : merges) {
        if (merge.first_row == 0 || merge.first_column == 0) continue;
        const std::uint32_t column = merge.first_column - 1U;
        const LabelCell* const owner = at(merge.first_row - 1, column);
        if (!owner) continue;
        const std::uint32_t end = std::min<std::uint32_t>(merge.last_column, columns_);
        const auto index = static_cast<std::uint32_t>(owner - cells_.data());
        for (std::uint32_t row = merge.first_row - 1; row < std::min(merge.last_row, rows_); ++row) {
            if (spans.size() == most) return spans;
            spans.push_back({row, column, end, index, true});
        }
    }
    return spans;
}

void LabelGrid::take_in(const Spans& spans) {
    const auto order = [](const Span& span) { return std::tuple{span.row, span.column, !span.merged}; };
    spans_.insert(spans_.end(), spans.begin(), spans.end());
    std::sort(spans_.begin(), spans_.end(), [&](const Span& a, const Span& b) { return order(a) < order(b); });
    Spans kept;
    kept.reserve(spans_.size());
    for (const Span& span : spans_) {
        const bool covered = !kept.empty() && kept.back().row == span.row && kept.back().end > span.column;
        if (!covered) kept.push_back(span);
    }
    spans_ = std::move(kept);
}

LabelGrid::Spans::const_iterator LabelGrid::seek(std::uint32_t row, std::uint32_t column) const {
    return std::partition_point(spans_.begin(), spans_.end(), [&](const Span& span) {
        return span.row < row || (span.row == row && span.end <= column);
    });
}

const LabelCell* LabelGrid::at(std::uint32_t row, std::uint32_t column) const {
    const auto span = seek(row, column);
    return span != spans_.end() && span->row == row && span->column <= column ? &cells_[span->cell] : nullptr;
}

std::uint32_t LabelGrid::end_of(std::uint32_t row, std::uint32_t column) const {
    const auto span = seek(row, column);
    return span != spans_.end() && span->row == row && span->column <= column ? span->end : column + 1;
}

std::vector<const LabelCell*> LabelGrid::labels_of_row(std::uint32_t row) const {
    std::vector<const LabelCell*> labels;
    for (auto span = seek(row, 0); span != spans_.end() && span->row == row; ++span) {
        if (!cells_[span->cell].key.empty()) labels.push_back(&cells_[span->cell]);
    }
    return labels;
}

std::vector<const LabelCell*> LabelGrid::labels_of_column(std::uint32_t column, std::uint32_t first_row,
                                                          std::uint32_t end_row) const {
    std::vector<const LabelCell*> labels;
    for (std::uint32_t row = first_row;;) {
        const auto span = seek(row, column);
        if (span == spans_.end() || span->row >= end_row) return labels;
        if (span->row > row) {
            row = span->row;  // nothing stands in the rows between
            continue;
        }
        const LabelCell* const cell = &cells_[span->cell];
        const bool is_new = labels.empty() || labels.back() != cell;
        if (span->column <= column && !cell->key.empty() && is_new) labels.push_back(cell);
        ++row;
    }
}

}  // namespace nianbao
