/// Where the live checks of a table stand on its sheet: sums along a row in a column right of it, sums down a column in
/// a row below it, one such line for each rule and total. Nothing here knows a workbook.
#pragma once

#include <string>
#include <vector>

#include "model/form.h"
#include "writers/xlsx/sheet_formulas.h"

namespace nianbao {

struct PlacedCheck {
    const Relation* relation{};
    SheetPosition at;
};

/// A column or row of checks; `label` names the total that they are about.
struct CheckLine {
    std::string label;
    std::vector<PlacedCheck> checks;
};

struct CheckPlan {
    std::vector<CheckLine> columns, rows;
};

/// `start` is the first cell that checks may take: its column is right of the table, its row below.
[[nodiscard]] CheckPlan plan_checks(const Form& form, const CellPositions& positions, SheetPosition start);

}  // namespace nianbao
