/// 基本信息, the particulars of the fill-in workbook: labels in one column, what was filled in beside them. Rows and
/// columns are found by their words (`messages/form_workbook_texts.h`).
#pragma once

#include <vector>

#include "recognition/form_sheets.h"

namespace nianbao {

/// Whether a sheet holds particulars: it has the labels of three of them at least.
[[nodiscard]] bool is_particulars_sheet(const LabelGrid& grid);

/// Fills in agency, year, dates and officers; what cannot be meant is appended to `problems`. A value stands in the
/// column that is headed so, without such a head right beside its label; other columns are for hints, and text there
/// is told where the value is open.
std::vector<TableStatement> read_particulars(const IndexedSheet& sheet, const Statute& statute, const Form& form,
                                             Reading& reading, std::vector<Diagnostic>& problems);

/// Whether all that a copy of the sheet says is in the reading.
[[nodiscard]] bool says_nothing_else(const IndexedSheet& copy, const Statute& statute, const Form& form,
                                     const Reading& reading, const std::vector<TableStatement>& statements);

}  // namespace nianbao
