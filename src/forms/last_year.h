/// Last year's report beside this year's: what the rules that look back are given.
#pragma once

#include <vector>

#include "forms/cell_ranges.h"
#include "model/form.h"
#include "model/report.h"

namespace nianbao {

/// Its cells stand by the CellId of this year's form: one is found by its path, so that what both editions hold can be
/// compared. A cell that last year's form does not have is absent, and its range open.
struct LastYear {
    LastYear(const Form& form, const Report& last, const Form& last_form);

    const Report& report;
    const Form& form;           ///< of `report`
    std::vector<Cell> cells;    ///< totals that were left out are computed where their parts allow it
    std::vector<Range> ranges;  ///< what each can be
    std::vector<bool> known;    ///< whether last year's form has the cell
};

}  // namespace nianbao
