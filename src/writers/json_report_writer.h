/// The report file in its canonical form: keys in the order of the form, a row a line, what is absent left out, what is
/// blank `null`. Reading it back gives the same report.
#pragma once

#include <string>
#include <vector>

#include "model/form.h"
#include "model/report.h"

namespace nianbao {

/// In a draft, `last_year` is what each cell was (by CellId of `form`): the number stands beside an open cell that is
/// to be filled in, and says nothing of this year.
[[nodiscard]] std::string write_json_report(const Report& report, const Form& form,
                                            const std::vector<Cell>& last_year = {});

}  // namespace nianbao
