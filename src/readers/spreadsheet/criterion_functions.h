/// COUNTIF, COUNTIFS, SUMIF and SUMIFS.
#pragma once

#include <span>

#include "readers/spreadsheet/formula_functions.h"

namespace nianbao::formulas {

[[nodiscard]] Value count_if(std::span<const Operand> arguments, FormulaCells& cells);
[[nodiscard]] Value sum_if(std::span<const Operand> arguments, FormulaCells& cells);
[[nodiscard]] Value sum_ifs(std::span<const Operand> arguments, FormulaCells& cells);

}  // namespace nianbao::formulas
