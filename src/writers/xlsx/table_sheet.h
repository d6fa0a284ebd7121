/// One table on a sheet of its own, as an official attachment: its heading, the grid with merged heads, remarks below
/// it, and outside the print area the live checks of its sums.
#pragma once

#include <string>

#include "model/document.h"
#include "model/form.h"
#include "writers/xlsx/workbook.h"

namespace nianbao {

struct TableCaption {
    std::string heading;  ///< above the grid
    std::string title;    ///< of the whole report, in the page header
    bool draft{};
    std::string mark{};  ///< above the heading: 附件2; mostly empty
};

void write_table_sheet(xlsx::Sheet& sheet, const Grid& grid, const Form& form, const TableCaption& caption);

}  // namespace nianbao
