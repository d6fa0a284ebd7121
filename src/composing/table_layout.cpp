#include "composing/table_layout.h"

#include <algorithm>
#include <utility>

namespace nianbao {
namespace {

using Lines = std::vector<Line>;

std::uint16_t small(std::size_t number) { return static_cast<std::uint16_t>(number); }

std::size_t depth_of(const Lines& lines) {
    std::size_t depth = 0;
    for (const Line& line : lines) depth = std::max(depth, line.path.size());
    return depth;
}

bool has_labels(const Lines& lines) {
    return std::any_of(lines.begin(), lines.end(), [](const Line& line) {
        return std::any_of(line.path.begin(), line.path.end(),
                           [](const Axis* axis) { return !axis->label.zh.empty(); });
    });
}

/// How many lines from `first` on share the node at `level`.
std::size_t run_of(const Lines& lines, std::size_t first, std::size_t level) {
    const Axis* node = lines[first].path[level];
    std::size_t end = first;
    while (end < lines.size() && level < lines[end].path.size() && lines[end].path[level] == node) ++end;
    return end - first;
}

GridCell text_cell(GridCell::Role role, const std::string& text) {
    GridCell cell;
    cell.role = role;
    if (!text.empty()) cell.text.push_back({{Run{text, false, std::nullopt}}, Paragraph::Role::body, {}});
    return cell;
}

class TableLayout {
public:
    TableLayout(const Form& form, std::size_t table, const Report& report, const CellDisplay& open)
        : form_(form), table_(table), report_(report), open_(open), next_cell_(first_cell()) {
        std::size_t sides = 0;
        std::size_t values = 0;
        for (std::size_t b = 0; b < block_count(); ++b) {
            if (has_labels(rows(b))) sides = std::max(sides, depth_of(rows(b)));
            values = std::max(values, columns(b).size());
        }
        grid_.table = form.tables[table].id;
        grid_.side_columns = small(sides);
        grid_.columns = small(sides + values);
        grid_.widths = form.tables[table].widths;
        grid_.own_page = form.tables[table].own_page;
    }

    Grid lay_out() {
        for (std::size_t b = 0; b < block_count(); ++b) add_block(b);
        std::stable_sort(grid_.cells.begin(), grid_.cells.end(), [](const GridCell& a, const GridCell& b) {
            return std::pair{a.row, a.column} < std::pair{b.row, b.column};
        });
        return std::move(grid_);
    }

private:
    [[nodiscard]] std::size_t block_count() const { return form_.tables[table_].blocks.size(); }
    [[nodiscard]] const Block& block(std::size_t b) const { return form_.tables[table_].blocks[b]; }
    [[nodiscard]] const Lines& rows(std::size_t b) const { return form_.rows[table_][b]; }
    [[nodiscard]] const Lines& columns(std::size_t b) const { return form_.columns[table_][b]; }
    [[nodiscard]] std::size_t sides() const { return grid_.side_columns; }

    [[nodiscard]] CellId first_cell() const {
        std::size_t cell = 0;
        while (cell < form_.cells.size() && form_.cells[cell].table != table_) ++cell;
        return static_cast<CellId>(cell);
    }

    void put(std::size_t row, std::size_t column, std::size_t rows, std::size_t columns, GridCell cell) {
        cell.row = small(row);
        cell.column = small(column);
        cell.rows = small(rows);
        cell.columns = small(columns);
        grid_.cells.push_back(std::move(cell));
    }

    void add_block(std::size_t b) {
        const std::size_t first = grid_.rows;
        std::size_t row = first;
        if (!block(b).heading.empty()) {
            put(row++, 0, 1, grid_.columns, text_cell(GridCell::Role::band, block(b).heading));
        }
        const std::size_t depth = depth_of(columns(b));
        if (sides() > 0) put(row, 0, depth, sides(), text_cell(GridCell::Role::corner, block(b).corner));
        add_heads(b, row, depth);
        row += depth;
        const std::size_t head_rows = row - first;
        add_sides(b, row);
        add_values(b, row);
        row += rows(b).size();
        grid_.bands.push_back({small(first), small(head_rows), small(row - first)});
        grid_.rows = small(row);
    }

    /// Where the leaf columns from `first` to `end` of a block stand in the grid.
    [[nodiscard]] std::pair<std::size_t, std::size_t> place_of(std::size_t b, std::size_t first,
                                                               std::size_t end) const {
        const bool last = end == columns(b).size();
        const std::size_t begin = sides() + first;
        return {begin, last ? grid_.columns - begin : end - first};
    }

    void add_heads(std::size_t b, std::size_t row, std::size_t depth) {
        const Lines& lines = columns(b);
        for (std::size_t level = 0; level < depth; ++level) {
            for (std::size_t c = 0; c < lines.size();) {
                if (level >= lines[c].path.size()) {
                    ++c;
                    continue;
                }
                const std::size_t run = run_of(lines, c, level);
                const Axis& node = *lines[c].path[level];
                const auto [column, width] = place_of(b, c, c + run);
                put(row + level, column, node.children.empty() ? depth - level : 1, width,
                    text_cell(GridCell::Role::head, node.label.zh));
                c += run;
            }
        }
    }

    void add_sides(std::size_t b, std::size_t row) {
        const Lines& lines = rows(b);
        for (std::size_t level = 0; level < sides(); ++level) {
            for (std::size_t r = 0; r < lines.size();) {
                if (level >= lines[r].path.size()) {
                    ++r;
                    continue;
                }
                const std::size_t run = run_of(lines, r, level);
                const Axis& node = *lines[r].path[level];
                put(row + r, level, run, node.children.empty() ? sides() - level : 1,
                    text_cell(GridCell::Role::side, node.label.zh));
                r += run;
            }
        }
    }

    void add_values(std::size_t b, std::size_t row) {
        for (std::size_t r = 0; r < rows(b).size(); ++r) {
            for (std::size_t c = 0; c < columns(b).size(); ++c) {
                const auto [column, width] = place_of(b, c, c + 1);
                put(row + r, column, 1, width, value_cell(next_cell_++));
            }
        }
    }

    [[nodiscard]] GridCell value_cell(CellId id) const {
        const Cell& value = report_.cells[id];
        const bool derived = form_.cells[id].derived;
        GridCell cell = text_cell(derived ? GridCell::Role::derived : GridCell::Role::input, shown(id, value, derived));
        cell.shows = id;
        if (const Amount* number = number_in(value)) cell.number = *number;
        if (!is_open(value) && !cell.text.empty()) cell.text[0].runs[0].shows = at_cell(id);
        return cell;
    }

    [[nodiscard]] std::string shown(CellId id, const Cell& value, bool derived) const {
        std::string text = derived ? open_.derived : open_.input;
        if (const Amount* number = number_in(value)) text = to_string(*number);
        if (const Mark* mark = std::get_if<Mark>(&value)) text = mark->written;
        const auto note = report_.notes.find(id);
        return note == report_.notes.end() ? text : text + "（" + note->second + "）";
    }

    const Form& form_;
    std::size_t table_;
    const Report& report_;
    const CellDisplay& open_;
    CellId next_cell_;
    Grid grid_;
};

}  // namespace

Grid lay_out_table(const Form& form, std::size_t table, const Report& report, const CellDisplay& open) {
    return TableLayout(form, table, report, open).lay_out();
}

}  // namespace nianbao
