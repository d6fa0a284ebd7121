/// The narrative sheet of a finished workbook as lines, such as a page of a document has: its fonts declare headings
/// (`messages/workbook_texts.h`), and a long paragraph goes on in the rows below.
#pragma once

#include <cstdint>
#include <vector>

#include "model/spreadsheet.h"
#include "recognition/narrative_lines.h"

namespace nianbao {

/// The lines of a sheet whose text stands in one column: of each row the first cell that holds anything. Parts of a
/// paragraph are put together again. `index` is the sheet's in the workbook.
[[nodiscard]] std::vector<NarrativeLine> lines_of_sheet(const Sheet& sheet, std::uint16_t index);

/// The mark of a draft above its title, and the places it leaves open, are not of the report; lines without the mark
/// stay as they are.
void drop_draft_marks(std::vector<NarrativeLine>& lines);

}  // namespace nianbao
