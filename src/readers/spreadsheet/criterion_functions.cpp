#include "readers/spreadsheet/criterion_functions.h"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <vector>

#include "readers/spreadsheet/formula_criterion.h"
#include "readers/spreadsheet/formula_sum.h"

namespace nianbao::formulas {
namespace {

/// A cell by its distance from the first one of its range.
struct Offset {
    std::uint32_t row{}, column{};
    auto operator<=>(const Offset&) const = default;
};

/// Ranges of one size, each with what is asked of its cells.
class Conditions {
public:
    /// Of pairs of a range and a criterion.
    Conditions(std::span<const Operand> pairs, FormulaCells& cells) : cells_(cells) {
        if (pairs.size() % 2 != 0) throw Unsupported();
        for (std::size_t i = 0; i < pairs.size(); i += 2) {
            if (!pairs[i].range) throw Unsupported();
            conditions_.push_back({*pairs[i].range, Criterion(one_value(pairs[i + 1], cells))});
        }
    }

    [[nodiscard]] bool have_size_of(const Range& range) const {
        return std::all_of(conditions_.begin(), conditions_.end(), [&](const Condition& condition) {
            return rows_of(condition.range) == rows_of(range) && columns_of(condition.range) == columns_of(range);
        });
    }
    [[nodiscard]] const Range& range() const { return conditions_.front().range; }

    [[nodiscard]] bool hold_at(Offset offset) const {
        return std::all_of(conditions_.begin(), conditions_.end(), [&](const Condition& condition) {
            const SheetRange& range = condition.range.cells;
            const auto column = static_cast<std::uint16_t>(range.first_column + offset.column);
            return condition.criterion.matches(
                cells_.value_at(condition.range.sheet, range.first_row + offset.row, column), cells_);
        });
    }

    /// Where one condition is never met by a blank, only the cells of its range need a look; else all but those
    /// that are there and fail.
    [[nodiscard]] double count() const {
        const auto strict = std::find_if(conditions_.begin(), conditions_.end(),
                                         [](const Condition& each) { return !each.criterion.matches_blank(); });
        if (strict == conditions_.end()) return count_with_blanks();
        double count = 0;
        cells_.for_each(strict->range, [&](CellKey key) {
            const bool met = strict->criterion.matches(cells_.value_of(key), cells_);
            if (met && hold_at(offset_of(key, strict->range))) ++count;
        });
        return count;
    }

    [[nodiscard]] Offset offset_of(CellKey key, const Range& range) const {
        const SheetCell& cell = cells_.cell(key);
        return {cell.row - range.cells.first_row, static_cast<std::uint32_t>(cell.column - range.cells.first_column)};
    }

private:
    struct Condition {
        Range range;
        Criterion criterion;
    };

    [[nodiscard]] double count_with_blanks() const {
        std::vector<Offset> failing;
        for (const Condition& condition : conditions_) {
            cells_.for_each(condition.range, [&](CellKey key) {
                if (condition.criterion.matches(cells_.value_of(key), cells_)) return;
                constexpr std::size_t cost_of_keeping = 16;
                cells_.charge(cost_of_keeping);
                failing.push_back(offset_of(key, condition.range));
            });
        }
        std::sort(failing.begin(), failing.end());
        failing.erase(std::unique(failing.begin(), failing.end()), failing.end());
        return static_cast<double>(rows_of(range()) * columns_of(range()) - failing.size());
    }

    FormulaCells& cells_;
    std::vector<Condition> conditions_;
};

Value sum_where(const Conditions& conditions, const Range& summed, FormulaCells& cells) {
    std::optional<Value> error;
    ExactSum sum;
    cells.for_each(summed, [&](CellKey key) {
        const Value value = cells.value_of(key);
        if ((!is_number(value) && !is_error(value)) || !conditions.hold_at(conditions.offset_of(key, summed))) return;
        if (is_error(value)) {
            if (!error) error = value;
            return;
        }
        sum.add(value.number);
    });
    return error ? *error : number_value(sum.value());
}

}  // namespace

Value count_if(std::span<const Operand> arguments, FormulaCells& cells) {
    const Conditions conditions(arguments, cells);
    return conditions.have_size_of(conditions.range()) ? number_value(conditions.count()) : error_value("#VALUE!");
}

/// The cells that are summed begin where the third argument begins, and are as many as those that are asked.
Value sum_if(std::span<const Operand> arguments, FormulaCells& cells) {
    const Conditions conditions(arguments.first(2), cells);
    Range summed = conditions.range();
    if (arguments.size() == 3) {
        if (!arguments[2].range) throw Unsupported();
        const auto rows = static_cast<std::uint32_t>(rows_of(summed) - 1);
        const auto columns = static_cast<std::uint32_t>(columns_of(summed) - 1);
        summed = *arguments[2].range;
        summed.cells.last_row = std::min(last_row, summed.cells.first_row + rows);
        summed.cells.last_column =
            static_cast<std::uint16_t>(std::min<std::uint32_t>(last_column, summed.cells.first_column + columns));
    }
    return sum_where(conditions, summed, cells);
}

Value sum_ifs(std::span<const Operand> arguments, FormulaCells& cells) {
    if (!arguments[0].range) throw Unsupported();
    const Conditions conditions(arguments.subspan(1), cells);
    if (!conditions.have_size_of(*arguments[0].range)) return error_value("#VALUE!");
    return sum_where(conditions, *arguments[0].range, cells);
}

}  // namespace nianbao::formulas
