/// The first sheet of the workbook: title, headings and paragraphs of a document, one a row in one column.
///
/// A paragraph begins with two full-width blanks. One that is taller than a row may be goes on in the rows below it,
/// without the blanks; each row but its last ends in `continues_below`, so that a reader can put it together again. (A
/// merge would keep it whole, but where a page ends inside of one LibreOffice does not print all of it.)
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/document.h"
#include "writers/xlsx/workbook.h"

namespace nianbao {

/// U+200B, which no trimmed paragraph ends in.
constexpr std::string_view continues_below = "\u200B";

/// `table_sheets`: the sheet of each grid of the document, in their order.
void write_narrative_sheet(xlsx::Sheet& sheet, const Document& document, const std::vector<std::string>& table_sheets);

}  // namespace nianbao
