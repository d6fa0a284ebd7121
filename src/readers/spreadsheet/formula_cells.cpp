#include "readers/spreadsheet/formula_cells.h"

#include <algorithm>
#include <iterator>
#include <tuple>

namespace nianbao::formulas {
namespace {

/// Less than a second of work.
constexpr std::size_t most_steps = 4'000'000;
/// Bytes of text that cost as much as a look at a cell.
constexpr std::size_t bytes_a_step = 64;

using Place = std::tuple<std::uint16_t, std::uint32_t>;

Place place_of(const SheetCell& cell) { return {cell.column, cell.row}; }

std::vector<std::uint32_t> by_column(const Sheet& sheet) {
    std::vector<std::uint32_t> order(sheet.cells.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = static_cast<std::uint32_t>(i);
    std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
        return std::tuple{place_of(sheet.cells[a]), a} < std::tuple{place_of(sheet.cells[b]), b};
    });
    return order;
}

Value value_from(const SheetValue& value, bool is_formula) {
    switch (value.kind) {
        case SheetValue::Kind::blank:
            return is_formula ? text_value({}) : Value{};
        case SheetValue::Kind::number:
            if (const auto number = parse_number(value.text)) return number_value(*number);
            return error_value("#NUM!");
        case SheetValue::Kind::text:
            return text_value(value.text);
        case SheetValue::Kind::boolean:
            return boolean_value(value.text == "TRUE");
        case SheetValue::Kind::error:
            break;
    }
    return error_value(value.text);
}

}  // namespace

FormulaCells::FormulaCells(Spreadsheet& book) : book_(book), steps_left_(most_steps) {
    for (const Sheet& sheet : book.sheets) {
        every_cell_.push_back(by_column(sheet));
        states_.emplace_back(sheet.cells.size(), State::constant);
        std::vector<std::uint32_t>& formulas = formula_cells_.emplace_back();
        std::copy_if(every_cell_.back().begin(), every_cell_.back().end(), std::back_inserter(formulas),
                     [&](std::uint32_t index) { return !sheet.cells[index].formula.empty(); });
        for (const std::uint32_t index : formulas) states_.back()[index] = State::waiting;
    }
}

std::optional<std::uint16_t> FormulaCells::sheet_named(std::string_view name) const {
    for (std::size_t i = 0; i < book_.sheets.size(); ++i) {
        if (same_text(book_.sheets[i].name, name)) return static_cast<std::uint16_t>(i);
    }
    return std::nullopt;
}

void FormulaCells::walk(const Order& order, const Range& range, const Visit& visit) {
    const Sheet& sheet = book_.sheets[range.sheet];
    const std::vector<std::uint32_t>& cells = order[range.sheet];
    const auto seek = [&](auto from, std::uint16_t column) {
        return std::lower_bound(
            from, cells.end(), Place{column, range.cells.first_row},
            [&](std::uint32_t index, const Place& place) { return place_of(sheet.cells[index]) < place; });
    };
    for (auto at = seek(cells.begin(), range.cells.first_column); at != cells.end();) {
        const SheetCell& cell = sheet.cells[*at];
        if (cell.column > range.cells.last_column) return;
        charge(1);
        if (cell.row < range.cells.first_row) {
            at = seek(at, cell.column);
        } else if (cell.row > range.cells.last_row) {
            at = seek(at, static_cast<std::uint16_t>(cell.column + 1));
        } else {
            visit({range.sheet, *at});
            ++at;
        }
    }
}

Value FormulaCells::value_of(CellKey key) {
    const SheetCell& found = cell(key);
    charge_text(found.value.text);
    const State known = state(key);
    if (known != State::constant && known != State::done) throw Unsupported();
    return value_from(found.value, known == State::done);
}

Value FormulaCells::value_at(std::uint16_t sheet, std::uint32_t row, std::uint16_t column) {
    charge(1);
    const std::vector<std::uint32_t>& order = every_cell_[sheet];
    const std::vector<SheetCell>& cells = book_.sheets[sheet].cells;
    const Place wanted{column, row};
    const auto found =
        std::lower_bound(order.begin(), order.end(), wanted,
                         [&](std::uint32_t index, const Place& place) { return place_of(cells[index]) < place; });
    if (found == order.end() || place_of(cells[*found]) != wanted) return {};
    return value_of({sheet, *found});
}

void FormulaCells::charge(std::size_t steps) {
    steps_left_ -= std::min(steps_left_, steps);
    if (steps_left_ == 0) throw Unsupported();
}

void FormulaCells::charge_text(std::string_view text) { charge(text.size() / bytes_a_step); }

}  // namespace nianbao::formulas
