#include "writers/form_workbook/formula_values.h"

#include <algorithm>
#include <functional>

#include "writers/write_error.h"
#include "writers/xlsx/sheet_text.h"

namespace nianbao {
namespace {

Amount whole(std::size_t count) { return {static_cast<std::int64_t>(count), 0}; }

/// Formulas multiply by small whole numbers only.
Amount product(const Amount& times, const Amount& amount) {
    if (!is_integer(times) || times.units < 0 || times.units > 1000) throw WriteError("a formula multiplies too much");
    Amount result;
    for (std::int64_t i = 0; i < times.units; ++i) result = result + amount;
    return result;
}

std::string plain_text(const std::vector<xlsx::TextRun>& runs) {
    std::string text;
    for (const xlsx::TextRun& run : runs) text += run.text;
    return text;
}

int sign_of(std::strong_ordering order) { return order < 0 ? -1 : order > 0 ? 1 : 0; }

}  // namespace

std::variant<std::string, Amount> FormulaValues::shown_in(const std::string& sheet, SheetPosition at) {
    const Value value = value_at({book_.find_sheet(sheet), at});
    if (const auto* text = std::get_if<std::string>(&value)) return *text;
    if (const auto* number = std::get_if<Amount>(&value)) return *number;
    if (std::holds_alternative<std::monostate>(value)) return Amount{};
    throw WriteError("a formula shows neither text nor number");
}

FormulaValues::Value FormulaValues::value_at(const Place& place) {
    if (const auto found = known_.find(place); found != known_.end()) return found->second;
    const xlsx::CellContent* content = place.sheet ? place.sheet->content_at(place.at) : nullptr;
    if (!content) return {};
    if (const auto* number = std::get_if<Amount>(content)) return *number;
    if (const auto* text = std::get_if<std::string>(content)) return *text;
    if (const auto* runs = std::get_if<std::vector<xlsx::TextRun>>(content)) return plain_text(*runs);
    const auto* formula = std::get_if<xlsx::Formula>(content);
    if (!formula) return {};
    if (open_[place]) throw WriteError("a formula goes in a circle");
    open_[place] = true;
    const Value value = value_of(parse_formula(formula->text), *place.sheet);
    open_[place] = false;
    known_.emplace(place, value);
    return value;
}

FormulaValues::Value FormulaValues::value_of(const FormulaNode& node, const DraftSheet& home) {
    switch (node.kind) {
        case FormulaNode::Kind::number:
            return node.number;
        case FormulaNode::Kind::text:
            return node.word;
        case FormulaNode::Kind::range:
            if (node.range.rows * node.range.columns != 1) throw WriteError("a formula takes a range for a value");
            return values_of(node, home).front();
        case FormulaNode::Kind::call:
            return call(node, home);
        case FormulaNode::Kind::operation:
            return operation(node, home);
        case FormulaNode::Kind::minus:
            break;
    }
    return -number_of(node.parts.front(), home);
}

FormulaValues::Value FormulaValues::operation(const FormulaNode& node, const DraftSheet& home) {
    const FormulaNode& left = node.parts[0];
    const FormulaNode& right = node.parts[1];
    if (node.word == "&") return text_of(left, home) + text_of(right, home);
    if (node.word == "+") return number_of(left, home) + number_of(right, home);
    if (node.word == "-") return number_of(left, home) - number_of(right, home);
    if (node.word == "*") return product(number_of(left, home), number_of(right, home));
    const int order = compare(value_of(left, home), value_of(right, home));
    if (node.word == "=") return order == 0;
    if (node.word == "<>") return order != 0;
    if (node.word == "<") return order < 0;
    if (node.word == ">") return order > 0;
    return node.word == "<=" ? order <= 0 : order >= 0;
}

FormulaValues::Value FormulaValues::call(const FormulaNode& node, const DraftSheet& home) {
    const std::string& name = node.word;
    const Nodes& parts = node.parts;
    const auto is_true = [&](const FormulaNode& part) { return truth_of(part, home); };
    if (name == "IF") return value_of(parts.at(truth_of(parts.at(0), home) ? 1 : 2), home);
    if (name == "AND") return std::all_of(parts.begin(), parts.end(), is_true);
    if (name == "OR") return std::any_of(parts.begin(), parts.end(), is_true);
    if (name == "NOT") return !truth_of(parts.at(0), home);
    if (name == "INT") return Amount{number_of(parts.at(0), home).units, 0};
    if (name == "ABS") return magnitude(number_of(parts.at(0), home));
    if (name == "LEN") return whole(xlsx::utf16_length(text_of(parts.at(0), home)));
    if (name == "COUNTIFS") return count_where(parts, home);
    if (name == "COUNTBLANK") return count_blank(parts.at(0), home);
    const std::vector<Value> values = values_of(parts, home);
    Amount sum;
    std::size_t count = 0;
    for (const Value& value : values) {
        const auto* number = std::get_if<Amount>(&value);
        if (!number) continue;
        sum = sum + *number;
        ++count;
    }
    if (name == "SUM") return sum;
    if (name == "COUNT") return whole(count);
    throw WriteError("a function that is not known: " + name);
}

Amount FormulaValues::number_of(const FormulaNode& node, const DraftSheet& home) {
    const Value value = value_of(node, home);
    if (const auto* number = std::get_if<Amount>(&value)) return *number;
    if (const auto* truth = std::get_if<bool>(&value)) return whole(*truth ? 1 : 0);
    if (std::holds_alternative<std::monostate>(value)) return {};
    throw WriteError("a formula reckons with a text");
}

bool FormulaValues::truth_of(const FormulaNode& node, const DraftSheet& home) {
    return !is_zero(number_of(node, home));
}

std::string FormulaValues::text_of(const FormulaNode& node, const DraftSheet& home) {
    const Value value = value_of(node, home);
    if (const auto* text = std::get_if<std::string>(&value)) return *text;
    if (const auto* number = std::get_if<Amount>(&value)) return to_string(*number);
    if (std::holds_alternative<std::monostate>(value)) return {};
    throw WriteError("a formula writes a truth value");
}

std::vector<FormulaValues::Value> FormulaValues::values_of(const FormulaNode& node, const DraftSheet& home) {
    if (node.kind != FormulaNode::Kind::range) return {value_of(node, home)};
    const DraftSheet* sheet = node.word.empty() ? &home : book_.find_sheet(node.word);
    if (!sheet) throw WriteError("a formula names a sheet that is not there: " + node.word);
    std::vector<Value> values;
    for (std::uint32_t row = 0; row < node.range.rows; ++row) {
        for (std::uint32_t column = 0; column < node.range.columns; ++column) {
            values.push_back(value_at({sheet, {node.range.row + row, node.range.column + column}}));
        }
    }
    return values;
}

std::vector<FormulaValues::Value> FormulaValues::values_of(const Nodes& nodes, const DraftSheet& home) {
    std::vector<Value> all;
    for (const FormulaNode& node : nodes) {
        const std::vector<Value> some = values_of(node, home);
        all.insert(all.end(), some.begin(), some.end());
    }
    return all;
}

Amount FormulaValues::count_where(const Nodes& nodes, const DraftSheet& home) {
    std::vector<bool> fit;
    for (std::size_t i = 0; i + 1 < nodes.size(); i += 2) {
        const std::vector<Value> values = values_of(nodes[i], home);
        const Value wanted = value_of(nodes[i + 1], home);
        fit.resize(values.size(), true);
        for (std::size_t k = 0; k < values.size(); ++k) fit[k] = fit[k] && fits(values[k], wanted);
    }
    return whole(static_cast<std::size_t>(std::count(fit.begin(), fit.end(), true)));
}

Amount FormulaValues::count_blank(const FormulaNode& node, const DraftSheet& home) {
    const std::vector<Value> values = values_of(node, home);
    return whole(static_cast<std::size_t>(
        std::count_if(values.begin(), values.end(), [](const Value& value) { return fits(value, std::string()); })));
}

/// Whether a value meets a criterion of COUNTIFS: a number, a text, "" (empty), "<>" (not empty), "<0".
bool FormulaValues::fits(const Value& value, const Value& wanted) {
    const auto* number = std::get_if<Amount>(&value);
    const auto* text = std::get_if<std::string>(&wanted);
    if (!text) return number && compare(value, wanted) == 0;
    if (*text == "<>") return !std::holds_alternative<std::monostate>(value);
    if (*text == "<0") return number && is_negative(*number);
    if (text->empty() && std::holds_alternative<std::monostate>(value)) return true;
    return std::holds_alternative<std::string>(value) && compare(value, wanted) == 0;
}

/// Numbers come before texts, an empty cell is like 0 or like an empty text.
int FormulaValues::compare(const Value& a, const Value& b) {
    const auto* left = std::get_if<std::string>(&a);
    const auto* right = std::get_if<std::string>(&b);
    const bool open_left = std::holds_alternative<std::monostate>(a);
    const bool open_right = std::holds_alternative<std::monostate>(b);
    if (left && right) return sign_of(left->compare(*right) <=> 0);
    if (left) return open_right && left->empty() ? 0 : 1;
    if (right) return open_left && right->empty() ? 0 : -1;
    const auto number = [](const Value& value) {
        if (const auto* amount = std::get_if<Amount>(&value)) return *amount;
        const auto* truth = std::get_if<bool>(&value);
        return whole(truth && *truth ? 1 : 0);
    };
    return sign_of(number(a) <=> number(b));
}

}  // namespace nianbao
