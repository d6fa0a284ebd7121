#include "writers/box_table.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

#include "unicode/width.h"
#include "writers/column_widths.h"
#include "writers/table_grid.h"

namespace nianbao {
namespace {

/// Two Chinese characters: what a narrow column should hold at least.
constexpr std::size_t comfortable_width = 4;

/// By the sides on which a line leaves it: 1 up, 2 down, 4 left, 8 right.
constexpr std::array<std::string_view, 16> junctions{" ", "│", "│", "│", "─", "┘", "┐", "┤",
                                                     "─", "└", "┌", "├", "─", "┴", "┬", "┼"};

struct DrawnCell {
    const GridCell* cell{};
    std::size_t rows{}, columns{};  ///< what it covers in truth
    std::string text;
    std::size_t text_width{};
    struct TextLine {
        std::string text;
        std::size_t width{};
    };
    std::vector<TextLine> lines;
};

bool stands_left(const GridCell& cell) {
    return cell.role == GridCell::Role::side || cell.role == GridCell::Role::plain;
}

class BoxTable {
public:
    BoxTable(const Grid& grid, std::size_t width) : places_(grid), cells_(grid.cells.size()) {
        for (std::size_t i = 0; i < grid.cells.size(); ++i) {
            cells_[i].cell = &grid.cells[i];
            cells_[i].text = text_of_cell(grid.cells[i]);
            cells_[i].text_width = display_width(cells_[i].text);
        }
        measure_spans();
        set_widths(width);
        wrap_cells();
        set_heights();
    }

    std::string draw() {
        std::string drawn;
        for (std::size_t row = 0; row < places_.rows(); ++row) {
            draw_border(row, drawn);
            for (std::size_t line = 0; line < heights_[row]; ++line) draw_line(row, line, drawn);
        }
        draw_border(places_.rows(), drawn);
        return drawn;
    }

private:
    void measure_spans() {
        for (std::size_t row = 0; row < places_.rows(); ++row) {
            for (std::size_t column = 0; column < places_.columns(); ++column) {
                const std::size_t owner = places_.owner(row, column);
                if (owner == TableGrid::none) continue;
                DrawnCell& drawn = cells_[owner];
                drawn.rows = row - drawn.cell->row + 1;
                drawn.columns = column - drawn.cell->column + 1;
            }
        }
    }

    [[nodiscard]] std::size_t gap() const { return 1 + 2 * padding_; }

    void set_widths(std::size_t width) {
        std::vector<WidthDemand> demands;
        for (const DrawnCell& drawn : cells_) {
            if (drawn.rows > 0) demands.push_back(demand_of(drawn));
        }
        const std::size_t columns = places_.columns();
        const std::size_t borders = columns + 1;
        constexpr std::size_t unlimited = 1U << 30U;
        padding_ = 1;
        widths_ = column_widths(columns, demands, unlimited, gap());
        std::size_t needed = borders;
        for (const std::size_t each : widths_) needed += each + 2 * padding_;
        if (needed <= width) return;
        padding_ = 0;
        widths_ = column_widths(columns, demands, width > borders ? width - borders : 0, gap());
    }

    /// A row label over several rows needs no more width than its text takes on all their lines. Heads do not give way
    /// like that: the columns of a group should be of like width whether their heads are merged downwards or not.
    [[nodiscard]] static WidthDemand demand_of(const DrawnCell& drawn) {
        const std::size_t whole = drawn.text_width;
        const std::size_t lines = drawn.cell->role == GridCell::Role::side ? 2 * drawn.rows - 1 : 1;
        WidthDemand demand{drawn.cell->column, drawn.columns, 1, 1, 1};
        demand.least = std::max<std::size_t>(1, widest_piece(drawn.text));
        demand.comfortable = std::max(demand.least, std::min(whole, comfortable_width));
        demand.wanted = std::max(demand.comfortable, (whole + lines - 1) / lines);
        return demand;
    }

    [[nodiscard]] std::size_t width_of(std::size_t column, std::size_t columns) const {
        std::size_t width = gap() * (columns - 1);
        for (std::size_t c = column; c < column + columns; ++c) width += widths_[c];
        return width;
    }

    void wrap_cells() {
        for (DrawnCell& drawn : cells_) {
            if (drawn.rows == 0) continue;
            const std::size_t width = width_of(drawn.cell->column, drawn.columns);
            if (drawn.text_width <= width) {
                drawn.lines.push_back({drawn.text, drawn.text_width});
                continue;
            }
            for (std::string& line :
                 stands_left(*drawn.cell) ? wrap_text(drawn.text, width) : wrap_evenly(drawn.text, width)) {
                const std::size_t line_width = display_width(line);
                drawn.lines.push_back({std::move(line), line_width});
            }
        }
    }

    /// Cells of one row first; what a cell over several rows still lacks goes to its last row.
    void set_heights() {
        heights_.assign(places_.rows(), 1);
        std::vector<const DrawnCell*> ordered;
        for (const DrawnCell& drawn : cells_) {
            if (drawn.rows > 0) ordered.push_back(&drawn);
        }
        std::stable_sort(ordered.begin(), ordered.end(),
                         [](const DrawnCell* a, const DrawnCell* b) { return a->rows < b->rows; });
        for (const DrawnCell* drawn : ordered) {
            const std::size_t height = height_of(*drawn);
            if (drawn->lines.size() > height) {
                heights_[drawn->cell->row + drawn->rows - 1] += drawn->lines.size() - height;
            }
        }
    }

    /// The lines between two rows of a cell are its own.
    [[nodiscard]] std::size_t height_of(const DrawnCell& drawn) const {
        std::size_t height = drawn.rows - 1;
        for (std::size_t row = drawn.cell->row; row < drawn.cell->row + drawn.rows; ++row) height += heights_[row];
        return height;
    }

    /// Where in its cell the border above `row` stands.
    [[nodiscard]] std::size_t border_line(const DrawnCell& drawn, std::size_t row) const {
        std::size_t line = 0;
        for (std::size_t above = drawn.cell->row; above < row; ++above) line += heights_[above] + 1;
        return line - 1;
    }

    void draw_line(std::size_t row, std::size_t line, std::string& drawn) const {
        drawn += "│";
        for (std::size_t column = 0; column < places_.columns();) {
            const std::size_t owner = places_.owner(row, column);
            if (owner == TableGrid::none) {
                drawn.append(widths_[column] + 2 * padding_, ' ');
                ++column;
            } else {
                const DrawnCell& cell = cells_[owner];
                const std::size_t above = row == cell.cell->row ? 0 : border_line(cell, row) + 1;
                draw_text(cell, above + line, drawn);
                column += cell.columns;
            }
            drawn += "│";
        }
        drawn += '\n';
    }

    /// One line of a cell's text, which stands in the middle of its height.
    void draw_text(const DrawnCell& cell, std::size_t line, std::string& drawn) const {
        const std::size_t width = width_of(cell.cell->column, cell.columns);
        const std::size_t above = (height_of(cell) - cell.lines.size()) / 2;
        const bool has_text = line >= above && line - above < cell.lines.size();
        static const DrawnCell::TextLine none;
        const DrawnCell::TextLine& text = has_text ? cell.lines[line - above] : none;
        const std::size_t free = width - std::min(width, text.width);
        const std::size_t left = stands_left(*cell.cell) ? 0 : free / 2;
        drawn.append(padding_ + left, ' ').append(text.text).append(free - left + padding_, ' ');
    }

    /// The border above `row`; a cell that reaches over it goes on with its text.
    void draw_border(std::size_t row, std::string& drawn) const {
        for (std::size_t column = 0; column < places_.columns();) {
            drawn += junction(row, column);
            if (line_between_rows(row, column)) {
                for (std::size_t i = 0; i < widths_[column] + 2 * padding_; ++i) drawn += "─";
                ++column;
            } else {
                const DrawnCell& cell = cells_[places_.owner(row, column)];
                draw_text(cell, border_line(cell, row), drawn);
                column += cell.columns;
            }
        }
        drawn += junction(row, places_.columns());
        drawn += '\n';
    }

    [[nodiscard]] bool line_between_rows(std::size_t row, std::size_t column) const {
        return row == 0 || row == places_.rows() || !places_.same_cell(row - 1, column, row, column);
    }
    [[nodiscard]] bool line_between_columns(std::size_t row, std::size_t column) const {
        return column == 0 || column == places_.columns() || !places_.same_cell(row, column - 1, row, column);
    }

    [[nodiscard]] std::string_view junction(std::size_t row, std::size_t column) const {
        const bool up = row > 0 && line_between_columns(row - 1, column);
        const bool down = row < places_.rows() && line_between_columns(row, column);
        const bool left = column > 0 && line_between_rows(row, column - 1);
        const bool right = column < places_.columns() && line_between_rows(row, column);
        return junctions[(up ? 1U : 0U) + (down ? 2U : 0U) + (left ? 4U : 0U) + (right ? 8U : 0U)];
    }

    TableGrid places_;
    std::vector<DrawnCell> cells_;
    std::vector<std::size_t> widths_, heights_;
    std::size_t padding_{};
};

}  // namespace

std::string draw_table(const Grid& grid, std::size_t width) {
    return grid.rows == 0 || grid.columns == 0 ? "" : BoxTable(grid, width).draw();
}

}  // namespace nianbao
