/// What the formulas of a draft show, worked out as a spreadsheet does: an empty cell counts as 0 beside numbers and as
/// nothing beside texts, IF looks only at the branch it takes.
#pragma once

#include <map>
#include <string>
#include <variant>
#include <vector>

#include "writers/form_workbook/draft_book.h"
#include "writers/form_workbook/formula_syntax.h"

namespace nianbao {

class FormulaValues {
public:
    explicit FormulaValues(const DraftBook& book) : book_(book) {}

    /// Throws WriteError where a formula uses what is not known here, adds up texts, or goes in a circle.
    [[nodiscard]] std::variant<std::string, Amount> shown_in(const std::string& sheet, SheetPosition at);

private:
    /// Nothing: an empty cell.
    using Value = std::variant<std::monostate, bool, Amount, std::string>;
    using Nodes = std::vector<FormulaNode>;

    struct Place {
        const DraftSheet* sheet{};
        SheetPosition at;
        auto operator<=>(const Place&) const = default;
    };

    Value value_at(const Place& place);
    Value value_of(const FormulaNode& node, const DraftSheet& home);
    Value operation(const FormulaNode& node, const DraftSheet& home);
    Value call(const FormulaNode& node, const DraftSheet& home);
    Amount number_of(const FormulaNode& node, const DraftSheet& home);
    bool truth_of(const FormulaNode& node, const DraftSheet& home);
    std::string text_of(const FormulaNode& node, const DraftSheet& home);
    /// Every value of an argument: of a range those of its cells.
    std::vector<Value> values_of(const FormulaNode& node, const DraftSheet& home);
    std::vector<Value> values_of(const Nodes& nodes, const DraftSheet& home);
    Amount count_where(const Nodes& nodes, const DraftSheet& home);
    Amount count_blank(const FormulaNode& node, const DraftSheet& home);
    [[nodiscard]] static bool fits(const Value& value, const Value& wanted);
    [[nodiscard]] static int compare(const Value& a, const Value& b);

    const DraftBook& book_;
    std::map<Place, Value> known_;
    std::map<Place, bool> open_;  ///< being worked out
};

}  // namespace nianbao
