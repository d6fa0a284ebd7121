/// A table of the form into the reading, when it is known where it stands: its values, the remarks below it, and what
/// the particulars say of it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "model/form.h"
#include "model/origin.h"
#include "model/spreadsheet.h"
#include "recognition/form_sheets.h"
#include "recognition/table_recognition.h"

namespace nianbao {

/// A table where it was found; `sheet` is an index into the workbook's.
struct PlacedTable {
    std::uint16_t sheet{};
    RecognisedTable table;
};

/// The table that is read, and wherever else it stands, on hidden sheets too.
struct FoundTable {
    PlacedTable own;
    std::vector<PlacedTable> copies;
};

/// Whether a cell is filled in that is no total: totals come out as 0 where nothing was.
[[nodiscard]] bool holds_figures(const Spreadsheet& book, const Form& form, std::size_t table,
                                 const PlacedTable& placed);

/// Fills in the cells of `form.tables[table]` with their remarks and origins. Told are labels with slips, values that
/// were read otherwise than they stood, stale formulas, and other figures for a cell in a copy. Where the statement is
/// 无, open cells become 0; figures beside it are a conflict, which is told and changes nothing.
void read_table(const Spreadsheet& book, const Form& form, std::size_t table, const FoundTable& found,
                const TableStatement& statement, Reading& reading);

}  // namespace nianbao
