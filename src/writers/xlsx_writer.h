/// Document to XLSX: the narrative on a first sheet, one paragraph a row, and each table on a sheet of its own that
/// prints on A4 as the official attachment.
///
/// Totals that a relation of the form defines are live formulas, and every sum that ends in a table has a live check
/// beside the table, outside the print area; both carry the value they have, for viewers that do not compute. A number
/// that disagrees with its sum stays as it was given and the check says so.
///
/// The same document gives the same bytes, in every time zone and locale, with one version of libxlsxwriter.
#pragma once

#include <string>

#include "model/document.h"
#include "model/form.h"
#include "writers/write_error.h"

namespace nianbao {

/// The bytes of the workbook. `form` is the one whose tables and cells the document shows. Throws WriteError.
[[nodiscard]] std::string write_xlsx(const Document& document, const Form& form);

}  // namespace nianbao
