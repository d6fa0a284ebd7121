/// The rows and columns of a table that its ledger of single requests counts into: the form names the rows, the columns
/// are the kinds of applicants.
#pragma once

#include <cstdint>
#include <vector>

#include "model/form.h"

namespace nianbao {

// Of a form with a ledger.

/// Leaf columns and rows of the ledger's table without totals; the rows are the outcomes.
[[nodiscard]] std::vector<std::uint16_t> ledger_columns(const Form& form);
[[nodiscard]] std::vector<std::uint16_t> ledger_outcomes(const Form& form);
/// The cell of the first block where a row and a column meet. Throws DefinitionError where there is none.
[[nodiscard]] CellId ledger_cell(const Form& form, std::uint16_t row, std::uint16_t column);

}  // namespace nianbao
