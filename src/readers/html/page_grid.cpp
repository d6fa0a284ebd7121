#include "readers/html/page_grid.h"

#include <algorithm>
#include <iterator>

#include "readers/html/refusal.h"

namespace nianbao::html_reading {
namespace {

/// Rows that a span does not reach out of.
struct RowGroup {
    std::vector<std::size_t> rows;  ///< nodes
    bool is_head{};
};

std::vector<RowGroup> row_groups(const PageTree& tree, std::size_t table) {
    std::vector<RowGroup> groups, feet;
    for (const std::size_t part : tree.children_of(table)) {
        if (tree.nodes[part].kind != ElementKind::row_group || tree.nodes[part].hidden) continue;
        RowGroup group{{}, tree.is(part, "thead")};
        for (const std::size_t row : tree.children_of(part)) {
            if (tree.nodes[row].kind == ElementKind::row && !tree.nodes[row].hidden) group.rows.push_back(row);
        }
        (tree.is(part, "tfoot") ? feet : groups).push_back(std::move(group));  // feet stand below, wherever written
    }
    std::move(feet.begin(), feet.end(), std::back_inserter(groups));
    return groups;
}

class GridMaker {
public:
    GridMaker(const PageTree& tree, std::size_t table, std::size_t room)
        : tree_(tree), groups_(row_groups(tree, table)), room_(room) {
        std::size_t rows = 0;
        for (const RowGroup& group : groups_) rows += group.rows.size();
        if (rows > max_page_rows) throw too_large();
        grid_.rows = static_cast<std::uint16_t>(rows);
    }

    Grid make(const std::function<void(GridCell&, std::size_t)>& fill) {
        for (const RowGroup& group : groups_) {
            const std::size_t group_end = row_ + group.rows.size();
            for (const std::size_t row : group.rows) {
                std::size_t column = 0;
                for (const std::size_t node : tree_.children_of(row)) {
                    if (tree_.nodes[node].kind != ElementKind::cell || tree_.nodes[node].hidden) continue;
                    GridCell cell = place(tree_.nodes[node], column, group_end);
                    if (group.is_head || tree_.is(node, "th")) cell.role = GridCell::Role::head;
                    column = static_cast<std::size_t>(cell.column) + cell.columns;
                    fill(cell, node);
                    grid_.cells.push_back(std::move(cell));
                }
                ++row_;
            }
        }
        set_columns();
        return std::move(grid_);
    }

private:
    static InputError too_large() { return beyond_limit("page-tables", max_page_places); }

    [[nodiscard]] bool is_taken(std::size_t column) const {
        return column < taken_until_.size() && taken_until_[column] > row_;
    }

    /// At the first free place from `column` on.
    GridCell place(const PageNode& node, std::size_t column, std::size_t group_end) {
        while (is_taken(column)) ++column;
        const std::size_t rows_left = group_end - row_;
        const std::size_t rows = node.rows == 0 ? rows_left : std::min<std::size_t>(node.rows, rows_left);
        std::size_t columns = 1;
        while (columns < node.columns && !is_taken(column + columns)) ++columns;
        if (column + columns > taken_until_.size()) widen(column + columns);
        std::fill_n(taken_until_.begin() + static_cast<std::ptrdiff_t>(column), columns, row_ + rows);
        GridCell cell;
        cell.row = static_cast<std::uint16_t>(row_);
        cell.column = static_cast<std::uint16_t>(column);
        cell.rows = static_cast<std::uint16_t>(rows);
        cell.columns = static_cast<std::uint16_t>(columns);
        return cell;
    }

    void widen(std::size_t columns) {
        if (columns > max_page_rows) throw too_large();
        taken_until_.resize(columns);
    }

    /// `colspan="9999"` is written where the whole width is meant.
    void set_columns() {
        constexpr std::size_t wider_than_any = 100;
        std::size_t columns = taken_until_.size();
        if (columns > wider_than_any) {
            columns = 0;
            for (const GridCell& cell : grid_.cells) columns = std::max<std::size_t>(columns, cell.column + 1);
            for (GridCell& cell : grid_.cells)
                cell.columns = static_cast<std::uint16_t>(std::min<std::size_t>(cell.columns, columns - cell.column));
        }
        if (columns * grid_.rows > room_) throw too_large();
        grid_.columns = static_cast<std::uint16_t>(columns);
    }

    const PageTree& tree_;
    std::vector<RowGroup> groups_;
    std::size_t room_;
    Grid grid_;
    std::size_t row_{};
    std::vector<std::size_t> taken_until_;  ///< by column, the first row that is free again
};

}  // namespace

Grid GridReader::read(std::size_t table) {
    GridMaker maker(tree_, table, max_page_places - places_);
    tables_ = std::min(tables_ + 1, max_page_rows);
    Grid grid = maker.make([&](GridCell& cell, std::size_t node) {
        cell.place = GridPlace{static_cast<std::uint16_t>(tables_), static_cast<std::uint16_t>(cell.row + 1),
                               static_cast<std::uint16_t>(cell.column + 1)};
        cell.text = read_cell_(node);
    });
    places_ += static_cast<std::size_t>(grid.rows) * grid.columns;
    return grid;
}

}  // namespace nianbao::html_reading
