#include "writers/xlsx/table_checks.h"

#include <algorithm>
#include <tuple>

#include "messages/labels.h"

namespace nianbao {
namespace {

enum class Direction { along_row, down_column, neither };

Direction direction_of(const Relation& relation, const CellPositions& positions) {
    const SheetPosition told = positions.at(relation.told_at);
    const auto all = [&](auto same) {
        return std::all_of(relation.terms.begin(), relation.terms.end(),
                           [&](const Term& term) { return same(positions.at(term.cell)); });
    };
    if (all([&](SheetPosition at) { return at.row == told.row; })) return Direction::along_row;
    if (all([&](SheetPosition at) { return at.column == told.column; })) return Direction::down_column;
    return Direction::neither;
}

/// Finds the line that checks of one rule about one total share, or begins it.
class Lines {
public:
    explicit Lines(std::vector<CheckLine>& lines) : lines_(lines) {}

    std::uint32_t index_of(std::tuple<std::size_t, std::uint32_t, std::uint32_t> key, const std::string& label) {
        const auto found = std::find(keys_.begin(), keys_.end(), key);
        if (found != keys_.end()) return static_cast<std::uint32_t>(found - keys_.begin());
        keys_.push_back(key);
        lines_.push_back({label, {}});
        return static_cast<std::uint32_t>(keys_.size() - 1);
    }
    void add(std::uint32_t index, PlacedCheck check) { lines_[index].checks.push_back(check); }

private:
    std::vector<CheckLine>& lines_;
    std::vector<std::tuple<std::size_t, std::uint32_t, std::uint32_t>> keys_;
};

}  // namespace

CheckPlan plan_checks(const Form& form, const CellPositions& positions, SheetPosition start) {
    constexpr std::uint32_t any = UINT32_MAX;
    CheckPlan plan;
    Lines columns(plan.columns), rows(plan.rows);
    for (const Relation& relation : form.relations) {
        if (relation.at_least_zero || !positions.contains(relation.told_at) || !is_on_sheet(relation, positions))
            continue;
        const SheetPosition told = positions.at(relation.told_at);
        const Direction direction = direction_of(relation, positions);
        if (direction == Direction::along_row) {
            const auto index =
                columns.index_of({relation.rule, any, told.column}, column_label(form, relation.told_at));
            columns.add(index, {&relation, {told.row, start.column + index}});
        } else {
            const std::uint32_t column = direction == Direction::down_column ? any : told.column;
            const auto index = rows.index_of({relation.rule, told.row, column}, row_label(form, relation.told_at));
            rows.add(index, {&relation, {start.row + index, told.column}});
        }
    }
    return plan;
}

}  // namespace nianbao
