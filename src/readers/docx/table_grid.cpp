#include "readers/docx/table_grid.h"

#include <algorithm>

namespace nianbao::docx_reading {
namespace {

std::size_t width_of(const RowDraft& row) {
    std::size_t width = row.before + row.after;
    for (const CellDraft& cell : row.cells) width += cell.span;
    return width;
}

void drop_deleted(TableDraft& table) {
    for (RowDraft& row : table.rows) std::erase_if(row.cells, [](const CellDraft& cell) { return cell.deleted; });
    std::erase_if(table.rows, [](const RowDraft& row) { return row.deleted || row.cells.empty(); });
}

/// Cells that join the one on their left widen it.
void join_left(RowDraft& row) {
    std::vector<CellDraft> joined;
    for (CellDraft& cell : row.cells) {
        if (cell.joins_left && !joined.empty()) {
            joined.back().span += cell.span;
        } else {
            joined.push_back(std::move(cell));
        }
    }
    row.cells = std::move(joined);
}

class GridWriter {
public:
    explicit GridWriter(std::size_t columns) : above_(columns) {}

    void add_row(RowDraft& row) {
        std::size_t column = row.before;
        for (CellDraft& cell : row.cells) {
            add_cell(cell, column, row.head);
            column += cell.span;
        }
        ++row_;
    }

    std::vector<PlacedCell> cells;

private:
    void add_cell(CellDraft& cell, std::size_t column, bool head) {
        const std::size_t found = above_[column];
        if (cell.joins_above && found != 0) {
            PlacedCell& first = cells[found - 1];
            if (first.row + first.rows == row_ && first.columns == cell.span) {
                ++first.rows;
                return;
            }
        }
        cells.push_back({static_cast<std::uint16_t>(row_), static_cast<std::uint16_t>(column), 1,
                         static_cast<std::uint16_t>(cell.span), head, &cell});
        above_[column] = cells.size();
    }

    std::vector<std::size_t> above_;  ///< by column: the last cell that begins there, from 1
    std::size_t row_{};
};

}  // namespace

TableGrid place_cells(TableDraft& table, Budget& budget) {
    drop_deleted(table);
    std::size_t columns = 0;
    for (RowDraft& row : table.rows) {
        join_left(row);
        columns = std::max(columns, width_of(row));
    }
    budget.take_grid(table.rows.size(), columns);
    GridWriter writer(columns);
    for (RowDraft& row : table.rows) writer.add_row(row);
    return {static_cast<std::uint16_t>(table.rows.size()), static_cast<std::uint16_t>(columns),
            std::move(writer.cells)};
}

}  // namespace nianbao::docx_reading
