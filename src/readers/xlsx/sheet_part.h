/// The cells of one worksheet, from the events of its part.
#pragma once

#include "model/spreadsheet.h"
#include "ooxml/package.h"
#include "readers/xlsx/budget.h"
#include "readers/xlsx/cell_styles.h"
#include "readers/xlsx/shared_strings.h"
#include "readers/xlsx/workbook_part.h"

namespace nianbao::xlsx_reading {

/// What all sheets of a workbook share.
struct SheetContext {
    const ooxml::Package& package;
    const SharedStrings& strings;
    const CellStyles& styles;
    Budget& budget;
};

/// Throws PackageError, and InputError: i.syntax, i.duplicate-key, i.limit, each with sheet and cell.
[[nodiscard]] Sheet read_sheet_part(const SheetEntry& entry, const SheetContext& context);

}  // namespace nianbao::xlsx_reading
