#include "writers/flat_table.h"

#include <algorithm>

#include "writers/table_grid.h"

namespace nianbao {
namespace {

using Path = std::vector<std::string>;

std::string joined(const Path& path) {
    std::string text;
    for (const std::string& part : path) {
        if (part.empty()) continue;
        if (!text.empty()) text += " / ";
        text += part;
    }
    return text;
}

struct FlatColumn {
    std::size_t column{};
    Path path;
};

class BandFlattener {
public:
    BandFlattener(const Grid& grid, const TableGrid& places, const Band& band)
        : grid_(grid),
          places_(places),
          body_(std::min<std::size_t>(places.rows(), std::size_t{band.first_row} + band.head_rows)),
          end_(std::min<std::size_t>(places.rows(), std::size_t{band.first_row} + band.rows)),
          first_(std::min<std::size_t>(places.rows(), band.first_row)) {
        find_columns();
        take_common_root();
    }

    [[nodiscard]] FlatTable flatten() const {
        if (grid_.side_columns > 0) return with_labels();
        return end_ - body_ == 1 && groups_repeat() ? by_groups() : plain();
    }

private:
    void find_columns() {
        const std::size_t row = body_ > first_ ? body_ - 1 : body_;
        for (std::size_t column = grid_.side_columns; column < places_.columns() && row < places_.rows(); ++column) {
            const bool covered = column > grid_.side_columns && places_.same_cell(row, column - 1, row, column);
            if (!covered) columns_.push_back({column, column_path(column)});
        }
        add_corner();
    }

    [[nodiscard]] Path column_path(std::size_t column) const {
        Path path;
        for (std::size_t row = first_; row < body_; ++row) {
            const GridCell* cell = places_.cell(row, column);
            const bool again = row > first_ && places_.same_cell(row - 1, column, row, column);
            if (cell != nullptr && !again && cell->role != GridCell::Role::band) path.push_back(text_of_cell(*cell));
        }
        return path;
    }

    /// The band's heading and what stands above the row labels.
    void add_corner() {
        for (std::size_t row = first_; row < body_; ++row) {
            const GridCell* cell = places_.cell(row, 0);
            const bool again = row > first_ && places_.same_cell(row - 1, 0, row, 0);
            if (cell == nullptr || again) continue;
            if (cell->role == GridCell::Role::band || grid_.side_columns > 0) corner_.push_back(text_of_cell(*cell));
        }
    }

    /// What is the first head of every column moves to the corner.
    void take_common_root() {
        const auto deep = [](const FlatColumn& each) { return each.path.size() > 1; };
        while (columns_.size() > 1 && std::all_of(columns_.begin(), columns_.end(), deep)) {
            const std::string root = columns_.front().path.front();
            const bool common = std::all_of(columns_.begin(), columns_.end(),
                                            [&](const FlatColumn& each) { return each.path.front() == root; });
            if (!common) return;
            corner_.push_back(root);
            for (FlatColumn& each : columns_) each.path.erase(each.path.begin());
        }
    }

    [[nodiscard]] std::string value(std::size_t row, std::size_t column) const {
        const GridCell* cell = places_.cell(row, column);
        return cell == nullptr ? "" : text_of_cell(*cell);
    }

    [[nodiscard]] std::string row_label(std::size_t row) const {
        Path path;
        for (std::size_t column = 0; column < grid_.side_columns; ++column) {
            const bool again = column > 0 && places_.same_cell(row, column - 1, row, column);
            if (!again) path.push_back(value(row, column));
        }
        return joined(path);
    }

    [[nodiscard]] FlatTable with_labels() const {
        FlatTable table;
        table.label_columns = 1;
        table.head.push_back(joined(corner_));
        for (const FlatColumn& each : columns_) table.head.push_back(joined(each.path));
        for (std::size_t row = body_; row < end_; ++row) {
            std::vector<std::string>& cells = table.rows.emplace_back();
            cells.push_back(row_label(row));
            for (const FlatColumn& each : columns_) cells.push_back(value(row, each.column));
        }
        return table;
    }

    [[nodiscard]] FlatTable plain() const {
        FlatTable table;
        for (const FlatColumn& each : columns_) table.head.push_back(joined(each.path));
        for (std::size_t row = body_; row < end_; ++row) {
            std::vector<std::string>& cells = table.rows.emplace_back();
            for (const FlatColumn& each : columns_) cells.push_back(value(row, each.column));
        }
        return table;
    }

    struct Group {
        Path path;
        std::vector<std::string> leaves;
        std::vector<std::size_t> columns;
    };

    [[nodiscard]] std::vector<Group> groups() const {
        std::vector<Group> found;
        for (const FlatColumn& each : columns_) {
            Path parents = each.path;
            const std::string leaf = parents.empty() ? "" : parents.back();
            if (!parents.empty()) parents.pop_back();
            if (found.empty() || found.back().path != parents) found.push_back({parents, {}, {}});
            found.back().leaves.push_back(leaf);
            found.back().columns.push_back(each.column);
        }
        return found;
    }

    [[nodiscard]] bool groups_repeat() const {
        const std::vector<Group> found = groups();
        return found.size() > 1 && std::all_of(found.begin(), found.end(),
                                               [&](const Group& each) { return each.leaves == found.front().leaves; });
    }

    [[nodiscard]] FlatTable by_groups() const {
        FlatTable table;
        table.label_columns = 1;
        table.head.push_back(joined(corner_));
        for (const Group& group : groups()) {
            if (table.rows.empty()) table.head.insert(table.head.end(), group.leaves.begin(), group.leaves.end());
            std::vector<std::string>& cells = table.rows.emplace_back();
            cells.push_back(joined(group.path));
            for (const std::size_t column : group.columns) cells.push_back(value(body_, column));
        }
        return table;
    }

    const Grid& grid_;
    const TableGrid& places_;
    std::size_t body_, end_, first_;
    std::vector<FlatColumn> columns_;
    Path corner_;
};

}  // namespace

std::vector<FlatTable> flatten_table(const Grid& grid) {
    const TableGrid places(grid);
    std::vector<Band> bands = grid.bands;
    if (bands.empty() && grid.rows > 0) bands.push_back({0, 1, grid.rows});
    std::vector<FlatTable> tables;
    for (const Band& band : bands) tables.push_back(BandFlattener(grid, places, band).flatten());
    return tables;
}

}  // namespace nianbao
