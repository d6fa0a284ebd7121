#include "writers/form_workbook/formula_syntax.h"

#include <utility>

#include "writers/write_error.h"

namespace nianbao {
namespace {

bool is_letter(char byte) { return byte >= 'A' && byte <= 'Z'; }
bool is_digit(char byte) { return byte >= '0' && byte <= '9'; }

/// By descent, one function for each rank of operators.
class FormulaParser {
public:
    explicit FormulaParser(std::string_view text) : text_(text) {}

    FormulaNode parse() {
        FormulaNode whole = comparison();
        if (at_ < text_.size()) fail();
        return whole;
    }

private:
    [[noreturn]] void fail() const { throw WriteError("not understood in a formula: " + std::string(text_)); }

    [[nodiscard]] bool sees(std::string_view word) const { return text_.substr(at_).starts_with(word); }
    bool takes(std::string_view word) {
        if (!sees(word)) return false;
        at_ += word.size();
        return true;
    }

    /// One rank: operands of the next rank with any of `operators` between them.
    template <typename Operand>
    FormulaNode rank(std::initializer_list<const char*> operators, Operand operand) {
        FormulaNode left = operand();
        for (bool more = true; more;) {
            more = false;
            for (const char* word : operators) {
                if (!takes(word)) continue;
                FormulaNode node{FormulaNode::Kind::operation, word, {}, {}, {}};
                node.parts.push_back(std::move(left));
                node.parts.push_back(operand());
                left = std::move(node);
                more = true;
                break;
            }
        }
        return left;
    }

    FormulaNode comparison() {
        return rank({"<>", "<=", ">=", "<", ">", "="}, [&] { return joined(); });
    }
    FormulaNode joined() {
        return rank({"&"}, [&] { return sum(); });
    }
    FormulaNode sum() {
        return rank({"+", "-"}, [&] { return product(); });
    }
    FormulaNode product() {
        return rank({"*"}, [&] { return single(); });
    }

    FormulaNode single() {
        if (takes("-")) {
            FormulaNode node{FormulaNode::Kind::minus, {}, {}, {}, {}};
            node.parts.push_back(single());
            return node;
        }
        if (takes("(")) {
            FormulaNode node = comparison();
            if (!takes(")")) fail();
            return node;
        }
        if (takes("\"")) return {FormulaNode::Kind::text, quoted('"'), {}, {}, {}};
        if (at_ < text_.size() && is_digit(text_[at_])) return number();
        if (takes("'")) return range_of(quoted('\''));
        return call_or_range();
    }

    /// Up to the closing quote; a doubled one stands for itself.
    std::string quoted(char quote) {
        std::string content;
        for (; at_ < text_.size(); ++at_) {
            if (text_[at_] == quote) {
                ++at_;
                if (at_ >= text_.size() || text_[at_] != quote) return content;
            }
            content += text_[at_];
        }
        fail();
    }

    FormulaNode number() {
        const std::size_t begin = at_;
        while (at_ < text_.size() && (is_digit(text_[at_]) || text_[at_] == '.')) ++at_;
        const auto amount = parse_amount(text_.substr(begin, at_ - begin));
        if (!amount) fail();
        return {FormulaNode::Kind::number, {}, *amount, {}, {}};
    }

    FormulaNode call_or_range() {
        std::size_t end = at_;
        while (end < text_.size() && is_letter(text_[end])) ++end;
        if (end == at_ || end >= text_.size() || text_[end] != '(') return range();
        FormulaNode node{FormulaNode::Kind::call, std::string(text_.substr(at_, end - at_)), {}, {}, {}};
        at_ = end + 1;
        if (takes(")")) return node;
        do node.parts.push_back(comparison());
        while (takes(","));
        if (!takes(")")) fail();
        return node;
    }

    FormulaNode range_of(std::string sheet) {
        if (!takes("!")) fail();
        FormulaNode node = range();
        node.word = std::move(sheet);
        return node;
    }

    FormulaNode range() {
        FormulaNode node{FormulaNode::Kind::range, {}, {}, cell(), {}};
        if (!takes(":")) return node;
        const xlsx::Extent last = cell();
        node.range.rows = last.row - node.range.row + 1;
        node.range.columns = last.column - node.range.column + 1;
        return node;
    }

    xlsx::Extent cell() {
        takes("$");
        std::uint32_t column = 0;
        for (; at_ < text_.size() && is_letter(text_[at_]); ++at_) {
            column = column * 26 + static_cast<std::uint32_t>(text_[at_] - 'A') + 1;
        }
        takes("$");
        std::uint32_t row = 0;
        for (; at_ < text_.size() && is_digit(text_[at_]); ++at_) {
            row = row * 10 + static_cast<std::uint32_t>(text_[at_] - '0');
        }
        if (column == 0 || row == 0) fail();
        return {row - 1, column - 1, 1, 1};
    }

    std::string_view text_;
    std::size_t at_{};
};

}  // namespace

FormulaNode parse_formula(std::string_view formula) { return FormulaParser(formula).parse(); }

}  // namespace nianbao
