#include "writers/table_cells.h"

#include <algorithm>

#include "writers/write_error.h"

namespace nianbao {
namespace {

constexpr std::size_t max_places = 1'000'000;  // of a grid; the largest of the statutory ones has 280

std::string text_of(const GridCell& cell) {
    std::string text;
    for (const Paragraph& paragraph : cell.text) {
        if (&paragraph != &cell.text.front()) text += '\n';
        text += plain_text(paragraph);
    }
    return text;
}

/// Nothing of the report stands there; what is read then is advice to whoever fills the cell in.
bool is_open(const GridCell& cell) {
    return !cell.number && std::none_of(cell.text.begin(), cell.text.end(), [](const Paragraph& paragraph) {
        return paragraph.role == Paragraph::Role::body &&
               std::any_of(paragraph.runs.begin(), paragraph.runs.end(),
                           [](const Run& run) { return run.shows.has_value(); });
    });
}

std::string without_brackets(std::string text) {
    for (const auto& [left, right] : {std::pair<std::string_view, std::string_view>{"（", "）"}, {"(", ")"}}) {
        if (text.starts_with(left) && text.ends_with(right) && text.size() > left.size() + right.size()) {
            return text.substr(left.size(), text.size() - left.size() - right.size());
        }
    }
    return text;
}

/// What a text says beyond its number: 其中修订6件 of 16（其中修订6件）.
std::string note_beside(const std::string& text, const Amount& number) {
    if (text.empty() || parse_amount(text) == number) return {};
    const std::string digits = to_string(number);
    if (!text.starts_with(digits)) return text;
    const std::string rest = text.substr(digits.size());
    const bool goes_on = rest.front() == '.' || rest.front() == ',' || (rest.front() >= '0' && rest.front() <= '9');
    return goes_on ? text : without_brackets(rest);
}

/// Which places of a grid are covered.
class Cover {
public:
    explicit Cover(const Grid& grid) : grid_(grid) {
        const std::size_t places = std::size_t{grid.rows} * grid.columns;
        if (places > max_places) throw WriteError("a table is too large");
        covered_.resize(places);
    }

    void take(const GridCell& cell) {
        if (cell.row + cell.rows > grid_.rows || cell.column + cell.columns > grid_.columns || cell.rows == 0 ||
            cell.columns == 0) {
            throw WriteError("a cell leaves its table");
        }
        for (std::size_t row = cell.row; row < std::size_t{cell.row} + cell.rows; ++row) {
            for (std::size_t column = cell.column; column < std::size_t{cell.column} + cell.columns; ++column) {
                const std::size_t place = row * grid_.columns + column;
                if (covered_[place]) throw WriteError("two cells of a table cover the same place");
                covered_[place] = true;
            }
        }
    }

    [[nodiscard]] bool has(std::size_t row, std::size_t column) const { return covered_[row * grid_.columns + column]; }

private:
    const Grid& grid_;
    std::vector<bool> covered_;
};

bool shows_cell(const GridCell& cell, const Form& form) { return cell.shows && *cell.shows < form.cells.size(); }

ooxml::Extent extent_of(const GridCell& cell, SheetPosition origin) {
    return {origin.row + cell.row, origin.column + cell.column, cell.rows, cell.columns};
}

CellPositions positions_of(const Grid& grid, const Form& form, SheetPosition origin) {
    CellPositions positions;
    for (const GridCell& cell : grid.cells) {
        if (shows_cell(cell, form)) {
            positions.try_emplace(*cell.shows, SheetPosition{origin.row + cell.row, origin.column + cell.column});
        }
    }
    return positions;
}

std::map<CellId, SheetValues::Given> given_of(const Grid& grid, const Form& form) {
    std::map<CellId, SheetValues::Given> given;
    for (const GridCell& cell : grid.cells) {
        if (!shows_cell(cell, form)) continue;
        SheetValues::Given value{std::nullopt, is_open(cell)};
        if (cell.number && is_sheet_number(*cell.number)) value.number = cell.number;
        given.try_emplace(*cell.shows, value);
    }
    return given;
}

void fill_in_formula(TableCell& cell, const SheetValue& value, const CellPositions& positions) {
    ooxml::Formula formula{total_formula(*value.formula, positions), std::string()};
    if (value.number) formula.cached = *value.number;
    cell.reads = value.number ? to_string(*value.number) : std::string();
    cell.content = std::move(formula);
}

void fill_in_value(TableCell& cell, const GridCell& source) {
    cell.reads = text_of(source);
    if (source.number) {
        cell.note = note_beside(cell.reads, *source.number);
        cell.reads = to_string(*source.number);
    }
    if (source.number && is_sheet_number(*source.number)) {
        cell.content = *source.number;
    } else if (!cell.reads.empty()) {
        cell.content = cell.reads;
    }
}

TableCell table_cell(const GridCell& source, const Form& form, const TableCells& table, SheetPosition origin) {
    TableCell cell;
    cell.at = extent_of(source, origin);
    cell.source = &source;
    cell.open = shows_cell(source, form) && is_open(source);
    const bool known =
        shows_cell(source, form) && table.positions.at(*source.shows) == SheetPosition{cell.at.row, cell.at.column};
    fill_in_value(cell, source);
    if (!known) return cell;
    const SheetValue& value = table.values.of(*source.shows);
    if (value.formula) fill_in_formula(cell, value, table.positions);
    return cell;
}

}  // namespace

TableCells read_table_cells(const Grid& grid, const Form& form, SheetPosition origin) {
    Cover cover(grid);
    for (const GridCell& cell : grid.cells) cover.take(cell);
    const CellPositions positions = positions_of(grid, form, origin);
    TableCells table{{}, positions, SheetValues(form, positions, given_of(grid, form))};
    for (const GridCell& cell : grid.cells) table.cells.push_back(table_cell(cell, form, table, origin));
    for (std::uint32_t row = 0; row < grid.rows; ++row) {
        for (std::uint32_t column = 0; column < grid.columns; ++column) {
            if (cover.has(row, column)) continue;
            TableCell empty;
            empty.at = {origin.row + row, origin.column + column, 1, 1};
            table.cells.push_back(std::move(empty));
        }
    }
    return table;
}

std::string number_format(Unit unit, const std::optional<Amount>& number) {
    const int places = number ? decimals(*number) : 0;
    if (unit != Unit::money) return places == 0 ? "0" : "0.0" + std::string(static_cast<std::size_t>(places - 1), '#');
    // Without the condition 0 would read 0.00.
    return "[=0]0;0.00" + std::string(static_cast<std::size_t>(std::max(4, places - 2)), '#');
}

}  // namespace nianbao
