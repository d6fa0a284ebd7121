/// Computes the derived totals of a report: row totals, the total of all outcomes, the totals of table four.
#pragma once

#include <vector>

#include "model/form.h"
#include "model/report.h"

namespace nianbao {

struct FilledCell {
    CellId cell{};
    Amount value;
    bool derived{};  ///< a total that was computed; otherwise a blank that was set to 0
};

/// Sets every open derived cell whose parts are all numbers; a number or mark that is there stays, right or wrong. With
/// `zero_blanks`, blank (not absent) input cells are set to 0 first. Filling twice changes nothing more.
std::vector<FilledCell> fill_report(Report& report, const Form& form, bool zero_blanks);

}  // namespace nianbao
