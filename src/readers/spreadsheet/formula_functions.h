/// The functions that formulas may call.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "readers/spreadsheet/formula_cells.h"
#include "readers/spreadsheet/formula_value.h"

namespace nianbao::formulas {

/// What stands on the stack: a range, or a value.
struct Operand {
    std::optional<Range> range;
    Value value;
};

/// The operand as one value; throws Unsupported for a range of several cells.
[[nodiscard]] Value one_value(const Operand& operand, FormulaCells& cells);

struct Function {
    std::string_view name;
    std::uint16_t least, most;  ///< arguments
    Value (*work)(std::span<const Operand> arguments, FormulaCells& cells);
};

constexpr std::uint16_t most_arguments = 255;

/// By its name in capitals; nothing where it is not known. IF and IFERROR are the parser's.
[[nodiscard]] const Function* find_function(std::string_view name);

}  // namespace nianbao::formulas
