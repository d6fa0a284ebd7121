/// What each cell of a grid holds on a sheet: text, a number with the format that shows all of it, or a live total.
#pragma once

#include <string>
#include <vector>

#include "model/document.h"
#include "model/form.h"
#include "writers/xlsx/sheet_formulas.h"
#include "writers/xlsx/workbook.h"

namespace nianbao {

struct TableCell {
    xlsx::Extent at;  ///< on the sheet
    xlsx::CellContent content;
    std::string reads;         ///< what is seen of it
    bool open{};               ///< of the form, with nothing of the report in it
    std::string note;          ///< a remark beside the number
    const GridCell* source{};  ///< nothing: a place that no cell of the grid covers
};

struct TableCells {
    std::vector<TableCell> cells;
    CellPositions positions;
    SheetValues values;
};

/// `origin` is where the grid's first cell stands. Throws WriteError where the grid has over a million places.
[[nodiscard]] TableCells read_table_cells(const Grid& grid, const Form& form, SheetPosition origin);

/// Shows a number as it is: whole counts without a point, money with every decimal, 0 as 0.
[[nodiscard]] std::string number_format(Unit unit, const std::optional<Amount>& number);

}  // namespace nianbao
