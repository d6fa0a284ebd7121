#include "writers/xlsx/table_cells.h"

#include <algorithm>

#include "writers/table_grid.h"
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

bool shows_cell(const GridCell& cell, const Form& form) { return cell.shows && *cell.shows < form.cells.size(); }

/// The places each cell of the grid covers, on the sheet; no rows where it covers none.
std::vector<xlsx::Extent> extents_of(const Grid& grid, const TableGrid& places, SheetPosition origin) {
    std::vector<xlsx::Extent> extents(grid.cells.size(), xlsx::Extent{0, 0, 0, 0});
    for (std::uint32_t row = 0; row < places.rows(); ++row) {
        for (std::uint32_t column = 0; column < places.columns(); ++column) {
            const std::size_t owner = places.owner(row, column);
            if (owner == TableGrid::none) continue;
            xlsx::Extent& extent = extents[owner];
            if (extent.rows == 0) extent = {origin.row + row, origin.column + column, 1, 1};
            extent.rows = origin.row + row - extent.row + 1;
            extent.columns = origin.column + column - extent.column + 1;
        }
    }
    return extents;
}

CellPositions positions_of(const Grid& grid, const Form& form, const std::vector<xlsx::Extent>& extents) {
    CellPositions positions;
    for (std::size_t i = 0; i < grid.cells.size(); ++i) {
        if (extents[i].rows == 0 || !shows_cell(grid.cells[i], form)) continue;
        positions.try_emplace(*grid.cells[i].shows, SheetPosition{extents[i].row, extents[i].column});
    }
    return positions;
}

std::map<CellId, SheetValues::Given> given_of(const Grid& grid, const Form& form, const CellPositions& positions) {
    std::map<CellId, SheetValues::Given> given;
    for (const GridCell& cell : grid.cells) {
        if (!shows_cell(cell, form) || !positions.contains(*cell.shows)) continue;
        SheetValues::Given value{std::nullopt, is_open(cell)};
        if (cell.number && is_sheet_number(*cell.number)) value.number = cell.number;
        given.try_emplace(*cell.shows, value);
    }
    return given;
}

void fill_in_formula(TableCell& cell, const SheetValue& value, const CellPositions& positions) {
    xlsx::Formula formula{total_formula(*value.formula, positions), std::string()};
    if (value.number) formula.cached = *value.number;
    cell.reads = value.number ? to_string(*value.number) : std::string();
    cell.content = std::move(formula);
    cell.open = false;
}

void fill_in_value(TableCell& cell, const GridCell& source) {
    cell.reads = text_of(source);
    if (source.number) {
        if (source.role != GridCell::Role::difference) cell.note = note_beside(cell.reads, *source.number);
        cell.reads = to_string(*source.number);
    }
    if (source.number && is_sheet_number(*source.number)) {
        cell.content = *source.number;
    } else if (!cell.reads.empty()) {
        cell.content = cell.reads;
    }
}

TableCell table_cell(const GridCell& source, const xlsx::Extent& at, const Form& form, const TableCells& table) {
    TableCell cell;
    cell.at = at;
    cell.source = &source;
    fill_in_value(cell, source);
    if (!shows_cell(source, form)) return cell;
    cell.open = is_open(source);
    if (table.positions.at(*source.shows) != SheetPosition{at.row, at.column}) return cell;  // shown a second time
    const SheetValue& value = table.values.of(*source.shows);
    if (value.formula) fill_in_formula(cell, value, table.positions);
    return cell;
}

void add_uncovered(std::vector<TableCell>& cells, const TableGrid& places, SheetPosition origin) {
    for (std::uint32_t row = 0; row < places.rows(); ++row) {
        for (std::uint32_t column = 0; column < places.columns(); ++column) {
            if (places.owner(row, column) != TableGrid::none) continue;
            TableCell empty;
            empty.at = {origin.row + row, origin.column + column, 1, 1};
            cells.push_back(std::move(empty));
        }
    }
}

}  // namespace

TableCells read_table_cells(const Grid& grid, const Form& form, SheetPosition origin) {
    if (std::size_t{grid.rows} * grid.columns > max_places) throw WriteError("a table is too large");
    const TableGrid places(grid);
    const std::vector<xlsx::Extent> extents = extents_of(grid, places, origin);
    const CellPositions positions = positions_of(grid, form, extents);
    TableCells table{{}, positions, SheetValues(form, positions, given_of(grid, form, positions))};
    for (std::size_t i = 0; i < grid.cells.size(); ++i) {
        if (extents[i].rows > 0) table.cells.push_back(table_cell(grid.cells[i], extents[i], form, table));
    }
    add_uncovered(table.cells, places, origin);
    return table;
}

std::string number_format(Unit unit, const std::optional<Amount>& number) {
    const int places = number ? decimals(*number) : 0;
    if (unit != Unit::money) return places == 0 ? "0" : "0.0" + std::string(static_cast<std::size_t>(places - 1), '#');
    // Without the condition 0 would read 0.00.
    return "[=0]0;0.00" + std::string(static_cast<std::size_t>(std::max(4, places - 2)), '#');
}

}  // namespace nianbao
