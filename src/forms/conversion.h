/// What becomes of the cells of one form on another, as `schemas/conversions/` tells it (docs/conversions.md).
///
/// A cell of the same path and unit that no entry names is the same number on both. Everything else is an entry: one
/// number at two places, a line that the other form divides, or a reason why a cell has no place there. What no entry
/// speaks of goes nowhere; nothing is guessed.
#pragma once

#include <optional>
#include <vector>

#include "forms/schema_files.h"
#include "model/form.h"

namespace nianbao {

/// One line of a form that is several on the other: each of its cells is what the cells of `parts` come to.
struct DividedLine {
    std::vector<CellId> whole;
    std::vector<std::vector<CellId>> parts;  ///< by index into `whole`
};

struct Conversion {
    std::vector<std::optional<CellId>> home;  ///< by CellId of the old form: the cell of the new one with that number
    std::vector<Text> reason;                 ///< by CellId of the old form: why it has none; may be empty
    std::vector<DividedLine> divided;         ///< whole on the old form, parts on the new
    std::vector<DividedLine> joined;          ///< whole on the new form, parts on the old
};

/// From one form to another, in either direction of the file; nothing where there is no file for the two. Throws
/// DefinitionError where it names what a form does not have, or a cell twice.
[[nodiscard]] std::optional<Conversion> read_conversion(const SourceFiles& schemas, const Form& from, const Form& to);

}  // namespace nianbao
