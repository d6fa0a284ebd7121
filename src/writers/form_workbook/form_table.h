/// A statutory table of the fill-in form while its sheet is written: the grid, its cells, and where what stands beside
/// it may begin.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "writers/form_workbook/form_context.h"
#include "writers/xlsx/sheet_metrics.h"
#include "writers/xlsx/table_cells.h"

namespace nianbao {

struct FormTable {
    std::size_t table{};
    const Grid* grid{};
    SheetPosition origin;
    TableCells cells;
    std::vector<CellId> inputs;  ///< what is filled in, in the order of the form
    std::uint32_t right{};       ///< the first column that is free
    std::uint32_t below{};       ///< the first row that is free
    std::uint32_t counts{};      ///< the first of the hidden columns with what the ledger counts

    [[nodiscard]] bool has_one_row(const Form& form) const {
        return form.rows[table].size() == 1 && form.rows[table].front().size() == 1;
    }
};

/// The cells as few rectangles, by row and column.
[[nodiscard]] std::vector<xlsx::Extent> rectangles_of(std::vector<SheetPosition> cells);

/// `write` of each rectangle, with `+` between: COUNTBLANK(D5:I6)+COUNTBLANK(D7:I27)
[[nodiscard]] std::string sum_over(const std::vector<xlsx::Extent>& rectangles,
                                   const std::function<std::string(const std::string& range)>& write);

/// `D5:I6`
[[nodiscard]] std::string range_name(const xlsx::Extent& at);

}  // namespace nianbao
