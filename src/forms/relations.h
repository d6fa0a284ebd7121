/// What a relation speaks of. `relation_expansion` makes relations, `cell_ranges` evaluates and solves them, `suspects`
/// tells which cell may have broken several.
#pragma once

#include "model/form.h"

namespace nianbao {

/// Whether a relation needs last year's report.
[[nodiscard]] bool looks_back(const Relation& relation);

/// Whether two relations speak of one cell.
[[nodiscard]] bool shares_cell(const Relation& a, const Relation& b);

}  // namespace nianbao
