/// The formulas of a workbook worked out again, since what its file keeps as their results may be stale or missing.
///
/// Known is what forms are made of: cells, ranges and whole columns on any sheet, the operators, and the functions of
/// `formula_functions.cpp`, with the meaning they have in offices (a text in a sum of cells is passed over, one in `+`
/// is `#VALUE!`; IF looks at one branch only). A formula with anything else in it, in a circle, or beyond the limits
/// keeps the stored result, and so does every cell that needs it: no result is guessed.
///
/// All work together is limited, so hostile formulas end as quickly as others.
#pragma once

#include "model/spreadsheet.h"

namespace nianbao {

/// Sets `value` and `recomputed` of every cell with a formula.
void recalculate(Spreadsheet& book);

}  // namespace nianbao
