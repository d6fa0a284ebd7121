/// The text of a formula as a short program for a stack: every value, range or function by itself, operands first.
/// Nothing in it nests, so working it out needs no recursion.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string_view>
#include <vector>

#include "model/spreadsheet.h"
#include "readers/spreadsheet/formula_functions.h"
#include "readers/spreadsheet/formula_value.h"

namespace nianbao::formulas {

struct Instruction {
    enum class Kind : std::uint8_t {
        constant,  ///< pushes `Program::constants[index]`
        range,     ///< pushes `Program::ranges[index]`
        negate,
        percent,
        binary,  ///< of two operands, by `operation`
        call,    ///< `function` with the last `count` operands
        choose,  ///< IF: takes the condition; goes on behind it, at `index` where it is false, at `end` with an error
        rescue,  ///< IFERROR: goes on behind it where there is an error, else to `end`
        go_to,   ///< goes on at `end`
    } kind{};
    enum class Operation : std::uint8_t {
        add,
        subtract,
        multiply,
        divide,
        power,
        join,
        equal,
        not_equal,
        less,
        at_most,
        greater,
        at_least
    } operation{};
    std::uint16_t count{};
    std::uint32_t index{}, end{};
    const Function* function{};
};

struct Program {
    std::vector<Instruction> instructions;
    std::vector<Value> constants;
    std::vector<Range> ranges;
};

/// The index of a sheet by its name; nothing where there is none.
using FindSheet = std::function<std::optional<std::uint16_t>(std::string_view)>;

constexpr std::size_t longest_formula = 8'192;
constexpr int deepest_formula = 64;

/// Throws Unsupported for whatever it does not know: names, other files, arrays, functions, mistakes.
[[nodiscard]] Program parse_formula(std::string_view text, std::uint16_t own_sheet, const FindSheet& find_sheet);

}  // namespace nianbao::formulas
