/// The cells of a workbook while its formulas are worked out: by place, by range, and with a limit to all that is
/// asked.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string_view>
#include <vector>

#include "model/spreadsheet.h"
#include "readers/spreadsheet/formula_reference.h"
#include "readers/spreadsheet/formula_value.h"

namespace nianbao::formulas {

/// A cell by its number in `Sheet::cells`.
struct CellKey {
    std::uint16_t sheet{};
    std::uint32_t index{};
};

class FormulaCells {
public:
    enum class State : std::uint8_t { constant, waiting, working, done, refused };

    /// The workbook has to outlive this; no cell may be added to it.
    explicit FormulaCells(Spreadsheet& book);

    [[nodiscard]] SheetCell& cell(CellKey key) { return book_.sheets[key.sheet].cells[key.index]; }
    [[nodiscard]] State& state(CellKey key) { return states_[key.sheet][key.index]; }
    [[nodiscard]] std::optional<std::uint16_t> sheet_named(std::string_view name) const;

    using Visit = std::function<void(CellKey)>;
    /// Every cell of the range that the workbook holds, column by column.
    void for_each(const Range& range, const Visit& visit) { walk(every_cell_, range, visit); }
    /// Those with a formula alone.
    void for_each_formula(const Range& range, const Visit& visit) { walk(formula_cells_, range, visit); }

    /// Throws Unsupported for a formula that is not worked out.
    [[nodiscard]] Value value_of(CellKey key);
    /// Blank where the workbook holds no such cell.
    [[nodiscard]] Value value_at(std::uint16_t sheet, std::uint32_t row, std::uint16_t column);

    /// Throws Unsupported when all work of this workbook together has become too much.
    void charge(std::size_t steps);
    /// For a copy of the text.
    void charge_text(std::string_view text);
    [[nodiscard]] bool is_exhausted() const { return steps_left_ == 0; }

private:
    /// Numbers of cells, by column, then row.
    using Order = std::vector<std::vector<std::uint32_t>>;

    void walk(const Order& order, const Range& range, const Visit& visit);

    Spreadsheet& book_;
    std::vector<std::vector<State>> states_;
    Order every_cell_, formula_cells_;  ///< by sheet
    std::size_t steps_left_;
};

}  // namespace nianbao::formulas
