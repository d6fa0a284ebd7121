/// What stands beside and below a table of the fill-in form and is not of it: the checks of its sums in words, what is
/// to be looked at, the ledger's counts, who supplies the figures, last year's figures.
#pragma once

#include "writers/form_workbook/form_table.h"

namespace nianbao {

/// Moves `right` and `below` of the table on.
void write_beside_table(DraftSheet& sheet, FormTable& table, FormContext& context);

}  // namespace nianbao
