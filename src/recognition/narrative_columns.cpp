#include "recognition/narrative_columns.h"

#include <algorithm>
#include <set>
#include <string>

#include "recognition/label_match.h"

namespace nianbao::narrative_form {
namespace {

/// A head that is not found stands between its neighbours: where there is a text, or next to the one before it.
bool complete(NarrativeColumns& columns, const LabelGrid& grid) {
    const std::uint32_t row = columns.head_row.value_or(columns.first_row);
    for (std::size_t k = 0; k < count_; ++k) {
        if (columns.at[k]) continue;
        if (k > 0) {
            std::uint32_t column = grid.end_of(row, *columns.at[k - 1]);
            const std::uint32_t end = k + 1 < count_ && columns.at[k + 1] ? *columns.at[k + 1] : column + 1;
            columns.at[k] = column;
            while (columns.head_row && column + 1 < end && !grid.at(row, column)) columns.at[k] = ++column;
        } else {
            const auto next = std::find_if(columns.at.begin(), columns.at.end(), [](const auto& at) { return at; });
            const auto before = static_cast<std::uint32_t>(next - columns.at.begin());
            if (**next < before) return false;
            columns.at[k] = **next - before;
        }
    }
    return true;
}

std::optional<NarrativeColumns> columns_by_heads(const LabelGrid& grid) {
    constexpr int enough = 3;
    for (std::uint32_t row = 0; row < grid.rows(); ++row) {
        NarrativeColumns columns;
        int found = 0;
        for (const LabelCell* cell : grid.labels_of_row(row)) {
            for (std::size_t k = 0; k < count_; ++k) {
                if (columns.at[k] || cell->key != label_key(heads[k])) continue;
                columns.at[k] = cell->at.column;
                ++found;
            }
        }
        columns.head_row = row;
        columns.first_row = row + 1;
        if (found >= enough && complete(columns, grid)) return columns;
    }
    return std::nullopt;
}

std::optional<NarrativeColumns> columns_by_titles(const LabelGrid& grid, const Form& form) {
    std::set<std::u32string> titles;
    for (const Field& field : form.fields) titles.insert(label_key(field.title.zh));
    for (std::uint32_t column = 0; column < grid.columns(); ++column) {
        NarrativeColumns columns;
        std::size_t found = 0;
        for (const LabelCell* cell : grid.labels_of_column(column, 0, grid.rows())) {
            if (titles.count(cell->key) == 0) continue;
            if (found++ == 0) columns.first_row = cell->at.row;
        }
        columns.at[item] = column;
        if (2 * found >= titles.size() && complete(columns, grid)) return columns;
    }
    return std::nullopt;
}

}  // namespace

std::optional<NarrativeColumns> narrative_columns(const LabelGrid& grid, const Form& form) {
    const auto columns = columns_by_heads(grid);
    return columns ? columns : columns_by_titles(grid, form);
}

}  // namespace nianbao::narrative_form
