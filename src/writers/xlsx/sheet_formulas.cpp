#include "writers/xlsx/sheet_formulas.h"

#include <algorithm>
#include <functional>
#include <utility>

namespace nianbao {
namespace {

/// Below which a difference of money counts as none: half of 0.000001.
constexpr Amount money_tolerance{0, 500'000'000'000};
constexpr std::string_view money_tolerance_text = "0.0000005";

using Coefficients = std::map<CellId, int>;

/// How often each cell counts; what cancels out is left away.
Coefficients coefficients_of(const Relation& relation) {
    Coefficients coefficients;
    for (const Term& term : relation.terms) coefficients[term.cell] += term.sign;
    std::erase_if(coefficients, [](const auto& entry) { return entry.second == 0; });
    return coefficients;
}

std::vector<SheetPosition> positions_of(const Coefficients& coefficients, const CellPositions& positions) {
    std::vector<SheetPosition> found;
    for (const auto& [cell, coefficient] : coefficients) found.push_back(positions.at(cell));
    std::sort(found.begin(), found.end());
    return found;
}

/// A run of neighbours in one row or one column.
struct Run {
    SheetPosition first, last;
};

bool is_next(const Run& run, SheetPosition position) {
    const bool across = position.row == run.last.row && position.column == run.last.column + 1;
    const bool down = position.column == run.last.column && position.row == run.last.row + 1;
    return (across && run.first.row == run.last.row) || (down && run.first.column == run.last.column);
}

std::string range_list(const std::vector<SheetPosition>& positions) {
    std::vector<Run> runs;
    for (const SheetPosition position : positions) {
        if (!runs.empty() && is_next(runs.back(), position)) {
            runs.back().last = position;
        } else {
            runs.push_back({position, position});
        }
    }
    std::string text;
    for (const Run& run : runs) {
        if (!text.empty()) text += ',';
        text += cell_name(run.first);
        if (run.first != run.last) text += ':' + cell_name(run.last);
    }
    return text;
}

/// All cells of one coefficient as a sum: `+D4+D5`, `-SUM(D11:D31)`, `+2*D8`.
std::string signed_sum(const std::vector<SheetPosition>& positions, int coefficient) {
    std::string sign(coefficient < 0 ? "-" : "+");
    if (const int times = coefficient < 0 ? -coefficient : coefficient; times > 1) sign += std::to_string(times) + '*';
    if (positions.size() > 2) return sign + "SUM(" + range_list(positions) + ')';
    std::string text;
    for (const SheetPosition position : positions) text += sign + cell_name(position);
    return text;
}

/// Σ coefficient·cell + constant, what is added before what is taken away.
std::string expression(const Coefficients& coefficients, const Amount& constant, const CellPositions& positions) {
    std::map<int, Coefficients, std::greater<>> by_coefficient;
    for (const auto& [cell, coefficient] : coefficients) by_coefficient[coefficient].emplace(cell, coefficient);
    std::string text;
    for (const auto& [coefficient, cells] : by_coefficient)
        text += signed_sum(positions_of(cells, positions), coefficient);
    if (!is_zero(constant)) text += (is_negative(constant) ? "" : "+") + to_string(constant);
    if (text.empty()) return "0";
    return text.front() == '+' ? text.substr(1) : text;
}

/// `shown`, but nothing (or `otherwise`) while one of the cells holds no number.
std::string unless_open(const Coefficients& coefficients, const CellPositions& positions, const std::string& shown,
                        const std::string& otherwise = "\"\"") {
    if (coefficients.empty()) return shown;
    const std::vector<SheetPosition> cells = positions_of(coefficients, positions);
    return "IF(COUNT(" + range_list(cells) + ")<" + std::to_string(cells.size()) + ',' + otherwise + ',' + shown + ')';
}

bool speaks_of_money(const Coefficients& coefficients, const Form& form) {
    return std::any_of(coefficients.begin(), coefficients.end(),
                       [&](const auto& entry) { return form.cells[entry.first].unit == Unit::money; });
}

std::string quoted(std::string_view text) {
    std::string result = "\"";
    for (const char byte : text) result += byte == '"' ? std::string("\"\"") : std::string(1, byte);
    return result + '"';
}

Amount times(int coefficient, const Amount& amount) {
    Amount product;
    for (int i = 0; i < coefficient; ++i) product = product + amount;
    for (int i = 0; i > coefficient; --i) product = product - amount;
    return product;
}

}  // namespace

std::string cell_name(SheetPosition position) {
    std::string letters;
    for (std::uint32_t left = position.column + 1; left > 0; left = (left - 1) / 26) {
        letters.insert(letters.begin(), static_cast<char>('A' + (left - 1) % 26));
    }
    return letters + std::to_string(position.row + 1);
}

bool is_on_sheet(const Relation& relation, const CellPositions& positions) {
    return std::all_of(relation.terms.begin(), relation.terms.end(),
                       [&](const Term& term) { return !term.last_year && positions.contains(term.cell); });
}

std::string total_formula(const Relation& relation, const CellPositions& positions) {
    Coefficients others = coefficients_of(relation);
    const bool subtracted = others.at(relation.told_at) < 0;
    others.erase(relation.told_at);
    if (!subtracted) {
        for (auto& [cell, coefficient] : others) coefficient = -coefficient;
    }
    const Amount constant = subtracted ? relation.constant : -relation.constant;
    return unless_open(others, positions, expression(others, constant, positions));
}

std::string check_formula(const Relation& relation, const Form& form, const CellPositions& positions,
                          Verdicts verdicts) {
    const Coefficients coefficients = coefficients_of(relation);
    const std::string difference = expression(coefficients, relation.constant, positions);
    const std::string none = speaks_of_money(coefficients, form) ? "<" + std::string(money_tolerance_text) : "=0";
    return unless_open(
        coefficients, positions,
        "IF(ABS(" + difference + ')' + none + ',' + quoted(verdicts.holds) + ',' + quoted(verdicts.fails) + ')');
}

std::string shortfall_formula(const Relation& relation, const Form& form, const CellPositions& positions) {
    const Coefficients coefficients = coefficients_of(relation);
    const std::string least = speaks_of_money(coefficients, form) ? "-" + std::string(money_tolerance_text) : "0";
    const std::string broken = expression(coefficients, relation.constant, positions) + '<' + least;
    return unless_open(coefficients, positions, "IF(" + broken + ",1,0)", "0");
}

bool is_sheet_number(const Amount& amount) {
    int digits = 0;
    bool leading = true;
    int zeros = 0;  // after the last digit that counts
    for (const char character : to_string(amount)) {
        if (character < '0' || character > '9') continue;
        leading = leading && character == '0';
        if (leading) continue;
        ++digits;
        zeros = character == '0' ? zeros + 1 : 0;
    }
    return digits - zeros <= 15;
}

SheetValues::SheetValues(const Form& form, const CellPositions& positions, std::map<CellId, Given> given)
    : form_(form), given_(std::move(given)) {
    for (const Relation& relation : form.relations) {
        if (!relation.defines || relation.at_least_zero || !is_on_sheet(relation, positions)) continue;
        const Coefficients coefficients = coefficients_of(relation);
        const auto told = coefficients.find(relation.told_at);
        if (told != coefficients.end() && (told->second == 1 || told->second == -1)) {
            defining_[relation.told_at].push_back(&relation);
        }
    }
    for (const auto& entry : given_) settle(entry.first);
}

void SheetValues::settle(CellId cell) {
    State& state = states_[cell];
    if (state != State::waiting) return;
    state = State::settling;
    values_[cell] = {given_.at(cell).number, nullptr};
    choose_formula(cell);
    state = State::settled;
}

void SheetValues::choose_formula(CellId cell) {
    const Given& given = given_.at(cell);
    SheetValue& value = values_.at(cell);
    if (!given.number && !given.open) return;
    for (const Relation* relation : defining_[cell]) {
        if (!can_define(*relation, cell)) continue;
        const std::optional<Amount> sum = sum_of_others(*relation, cell);
        if (given.number && sum != given.number) continue;
        if (sum || !value.formula) value = {sum, relation};
        if (sum) return;
    }
}

bool SheetValues::can_define(const Relation& relation, CellId cell) {
    for (const Term& term : relation.terms) {
        if (term.cell == cell) continue;
        if (!given_.contains(term.cell)) return false;
        settle(term.cell);
        if (states_.at(term.cell) == State::settling) return false;  // would be defined by itself
    }
    return true;
}

std::optional<Amount> SheetValues::sum_of_others(const Relation& relation, CellId cell) const {
    Coefficients coefficients = coefficients_of(relation);
    const int told = coefficients.at(cell);
    coefficients.erase(cell);
    Amount sum = relation.constant;
    for (const auto& [other, coefficient] : coefficients) {
        const std::optional<Amount>& number = values_.at(other).number;
        if (!number) return std::nullopt;
        sum = sum + times(coefficient, *number);
    }
    return told < 0 ? sum : -sum;
}

std::optional<bool> SheetValues::holds(const Relation& relation) const {
    const Coefficients coefficients = coefficients_of(relation);
    Amount difference = relation.constant;
    for (const auto& [cell, coefficient] : coefficients) {
        const auto value = values_.find(cell);
        if (value == values_.end() || !value->second.number) return std::nullopt;
        difference = difference + times(coefficient, *value->second.number);
    }
    return speaks_of_money(coefficients, form_) ? magnitude(difference) < money_tolerance : is_zero(difference);
}

}  // namespace nianbao
