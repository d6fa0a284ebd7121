/// 申请台账, the ledger of requests of the fill-in workbook: a line is a request. Its formulas count into a table,
/// where the figures may be overwritten; so it is counted here again, and what disagrees is told.
#pragma once

#include <vector>

#include "recognition/form_sheets.h"

namespace nianbao {

/// Tells by t.ledger where table and ledger differ, which lines cannot be counted, and lines that the formulas do not
/// reach. Nothing of the report is changed; a ledger without lines is none. `statements` are those of the tables.
void check_ledger(const Spreadsheet& book, const Form& form, const std::vector<TableStatement>& statements,
                  Reading& reading);

}  // namespace nianbao
