/// The first sheet of the workbook: title, headings and paragraphs of a document, one a row in one column.
///
/// A paragraph begins with two full-width blanks. One that is taller than a row may be goes on in the rows below it,
/// without the blanks; each row but its last ends in `workbook_texts::continues_below`, so that a reader can put it
/// together again. (A merge would keep it whole, but where a page ends inside of one LibreOffice does not print all of
/// it.)
#pragma once

#include <string>
#include <vector>

#include "model/document.h"
#include "writers/xlsx/workbook.h"

namespace nianbao {

/// `table_sheets`: the sheet of each grid of the document, in their order.
void write_narrative_sheet(xlsx::Sheet& sheet, const Document& document, const std::vector<std::string>& table_sheets);

}  // namespace nianbao
