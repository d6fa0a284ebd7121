/// The first sheet of the workbook: title, headings and paragraphs of a document, one a row in one column.
///
/// A paragraph begins with two full-width blanks; a row without them continues the one above, which was too long for a
/// cell. A paragraph taller than a row may be is merged over several rows and stays whole.
#pragma once

#include <string>
#include <vector>

#include "model/document.h"
#include "writers/ooxml/workbook.h"

namespace nianbao {

/// `table_sheets`: the sheet of each grid of the document, in their order.
void write_narrative_sheet(ooxml::Sheet& sheet, const Document& document, const std::vector<std::string>& table_sheets);

}  // namespace nianbao
