/// The formulas of the fill-in workbook as trees: numbers, texts, references, the operators of a spreadsheet and calls
/// of functions. Only what its sheets use is understood.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/amount.h"
#include "writers/xlsx/workbook.h"

namespace nianbao {

struct FormulaNode {
    enum class Kind { number, text, range, call, operation, minus } kind{Kind::number};
    std::string word;  ///< the text, the name of the function, the operator, or the sheet (empty: its own)
    Amount number;
    xlsx::Extent range;  ///< of a reference
    std::vector<FormulaNode> parts;
};

/// `formula` has no leading `=`. Throws WriteError where it is no formula of ours.
[[nodiscard]] FormulaNode parse_formula(std::string_view formula);

}  // namespace nianbao
