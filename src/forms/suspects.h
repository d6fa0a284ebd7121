/// Where several sums of a table fail together: the one cell that explains them all.
#pragma once

#include <vector>

#include "forms/cell_ranges.h"
#include "model/form.h"
#include "model/report.h"

namespace nianbao {

/// One cell that would mend all of some broken equations and touch no sound one.
struct Suspect {
    CellId cell{};
    Amount should_be;
    std::vector<const Relation*> explains;
};

/// The equations of a table that are broken fall into groups that share cells. For each group of two or more the
/// differences are compared with what each cell contributes to every equation: where exactly one cell explains them, it
/// is the suspect. Equations with a cell that is open or computed take no part; a group that has one is left alone.
[[nodiscard]] std::vector<Suspect> find_suspects(const Form& form, const Report& report, const CellRanges& ranges,
                                                 std::size_t table);

}  // namespace nianbao
