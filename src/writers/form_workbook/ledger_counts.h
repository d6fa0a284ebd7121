/// How the ledger of requests counts into its table: the form names the rows, the columns are the kinds of applicants.
#pragma once

#include <string>

#include "forms/ledger_lines.h"
#include "writers/form_workbook/form_context.h"

namespace nianbao {

/// What the ledger counts for a cell, as a formula; empty where it counts nothing for it.
[[nodiscard]] std::string ledger_count_formula(const FormContext& context, CellId cell);

}  // namespace nianbao
