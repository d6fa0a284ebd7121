/// What COUNTIF and its like ask of a cell: `5`, `=甲`, `>=45292`, `<>`, `甲*`.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "readers/spreadsheet/formula_cells.h"
#include "readers/spreadsheet/formula_value.h"

namespace nianbao::formulas {

class Criterion {
public:
    explicit Criterion(const Value& value);

    /// `cells` is charged for what a pattern costs.
    [[nodiscard]] bool matches(const Value& value, FormulaCells& cells) const;
    [[nodiscard]] bool matches_blank() const;

private:
    enum class Comparison : std::uint8_t { equal, not_equal, less, at_most, greater, at_least };

    void read(std::string text);
    [[nodiscard]] bool is_equal(const Value& value, FormulaCells& cells) const;
    [[nodiscard]] bool holds(int order) const;

    Comparison comparison_{Comparison::equal};
    bool bare_{true};  ///< no sign stood before the text: nothing then means any empty text
    Value wanted_;
};

/// `*` any text, `?` any character, `~` before either: itself. The case of Latin letters is the same.
[[nodiscard]] bool matches_pattern(std::string_view text, std::string_view pattern);

}  // namespace nianbao::formulas
