/// How the ledger of requests counts into its table: the form names the rows, the columns are the kinds of applicants.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "writers/form_workbook/form_context.h"

namespace nianbao {

/// Leaf columns and rows of the ledger's table without totals; the rows are the outcomes.
[[nodiscard]] std::vector<std::uint16_t> ledger_columns(const Form& form);
[[nodiscard]] std::vector<std::uint16_t> ledger_outcomes(const Form& form);
/// The first cell of a row of the ledger's table.
[[nodiscard]] CellId ledger_cell(const Form& form, std::uint16_t row, std::uint16_t column);

/// What the ledger counts for a cell, as a formula; empty where it counts nothing for it.
[[nodiscard]] std::string ledger_count_formula(const FormContext& context, CellId cell);

}  // namespace nianbao
