/// 文字部分, the narrative of the fill-in workbook: a row is one field, named by its section and its own title
/// (`messages/form_workbook_texts.h`).
#pragma once

#include "recognition/form_sheets.h"

namespace nianbao {

/// Whether a sheet has three of the heads of the narrative by field, or half of the form's titles in one column.
[[nodiscard]] bool is_narrative_sheet(const LabelGrid& grid, const Form& form);

/// Fills in the narrative. A row whose title is not the form's is still a field of its section where only one can be
/// meant, which is told; or a sub-item of the agency's own where the section takes such. What is neither, and text in
/// any other place, is not taken in, and told.
void read_narrative_sheet(const IndexedSheet& sheet, const Form& form, Reading& reading);

/// Whether all that a copy of the sheet says is in the reading.
[[nodiscard]] bool says_nothing_else(const IndexedSheet& copy, const Form& form, const Reading& reading);

}  // namespace nianbao
