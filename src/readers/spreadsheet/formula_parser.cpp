#include "readers/spreadsheet/formula_parser.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "readers/spreadsheet/formula_reference.h"

namespace nianbao::formulas {
namespace {

using Kind = Instruction::Kind;
using Operation = Instruction::Operation;

struct Operator {
    std::string_view sign;
    Operation operation;
    int binding;  ///< a greater one binds more tightly
};

/// Longer signs before those they begin with.
constexpr std::array operators{
    Operator{"<>", Operation::not_equal, 1}, Operator{"<=", Operation::at_most, 1},
    Operator{">=", Operation::at_least, 1},  Operator{"<", Operation::less, 1},
    Operator{">", Operation::greater, 1},    Operator{"=", Operation::equal, 1},
    Operator{"&", Operation::join, 2},       Operator{"+", Operation::add, 3},
    Operator{"-", Operation::subtract, 3},   Operator{"*", Operation::multiply, 4},
    Operator{"/", Operation::divide, 4},     Operator{"^", Operation::power, 5},
};

constexpr std::array<std::string_view, 7> errors{"#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!"};

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool is_word(char c) {
    return is_digit(c) || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '_' || c == '.' || c == '$' ||
           static_cast<unsigned char>(c) >= 0x80;
}

std::string in_capitals(std::string_view word) {
    std::string capitals(word);
    for (char& c : capitals) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    return capitals;
}

class Parser {
public:
    Parser(std::string_view text, std::uint16_t own_sheet, const FindSheet& find_sheet)
        : text_(text), own_sheet_(own_sheet), find_sheet_(find_sheet) {}

    Program parse() {
        parse_expression(1);
        skip_blanks();
        if (at_ != text_.size()) throw Unsupported();
        return std::move(program_);
    }

private:
    void parse_expression(int least_binding) {
        parse_signed();
        for (;;) {
            skip_blanks();
            const auto found = std::find_if(operators.begin(), operators.end(), [&](const Operator& each) {
                return text_.substr(at_).starts_with(each.sign);
            });
            if (found == operators.end() || found->binding < least_binding) return;
            at_ += found->sign.size();
            parse_expression(found->binding + 1);
            emit({.kind = Kind::binary, .operation = found->operation});
        }
    }

    /// Two signs are not none: they make a number of a text.
    void parse_signed() {
        int minuses = 0;
        for (skip_blanks(); peek() == '-' || peek() == '+'; skip_blanks()) minuses += text_[at_++] == '-' ? 1 : 0;
        parse_operand();
        for (skip_blanks(); take('%'); skip_blanks()) emit({.kind = Kind::percent});
        if (minuses == 0) return;
        emit({.kind = Kind::negate});
        if (minuses % 2 == 0) emit({.kind = Kind::negate});
    }

    void parse_operand() {
        if (take('(')) return parse_parenthesis();
        if (peek() == '"') return emit_constant(text_value(parse_quoted('"')));
        if (peek() == '#') return parse_error();
        if (peek() == '\'') {
            const std::string sheet = parse_quoted('\'');
            if (!take('!')) throw Unsupported();
            return parse_on_sheet(sheet);
        }
        const std::string_view word = take_word();
        if (word.empty()) throw Unsupported();
        if (take('!')) return parse_on_sheet(word);
        if (peek() == ':') return parse_range(word, own_sheet_);
        if (peek() == '(') return parse_call(in_capitals(word));
        if (is_digit(word.front()) || word.front() == '.') return parse_literal(word);
        if (same_text(word, "TRUE") || same_text(word, "FALSE"))
            return emit_constant(boolean_value(same_text(word, "TRUE")));
        parse_range(word, own_sheet_);
    }

    void parse_parenthesis() {
        deepen();
        parse_expression(1);
        close();
    }

    /// A sign within the exponent ends the word too early.
    void parse_literal(std::string_view word) {
        std::string literal(word);
        if ((literal.back() == 'E' || literal.back() == 'e') && (peek() == '+' || peek() == '-')) {
            literal += text_[at_++];
            literal += take_word();
        }
        const auto number = parse_number(literal);
        if (!number) throw Unsupported();
        emit_constant(number_value(*number));
    }

    void parse_error() {
        const auto found = std::find_if(errors.begin(), errors.end(),
                                        [&](std::string_view error) { return text_.substr(at_).starts_with(error); });
        if (found == errors.end()) throw Unsupported();
        at_ += found->size();
        emit_constant(error_value(*found));
    }

    void parse_on_sheet(std::string_view name) {
        if (peek() == '#') return parse_error();
        const auto sheet = find_sheet_(name);
        if (!sheet) throw Unsupported();
        parse_range(take_word(), *sheet);
    }

    void parse_range(std::string_view first, std::uint16_t sheet) {
        const auto from = parse_corner(first);
        if (!from) throw Unsupported();
        auto to = from;
        if (take(':')) {
            to = parse_corner(take_word());
        } else if (from->row == 0 || from->column == 0) {
            throw Unsupported();  // a name, or a column by itself
        }
        const auto cells = to ? range_between(*from, *to) : std::nullopt;
        if (!cells || peek() == ':') throw Unsupported();
        program_.ranges.push_back({sheet, *cells});
        emit({.kind = Kind::range, .index = static_cast<std::uint32_t>(program_.ranges.size() - 1)});
    }

    void parse_call(std::string_view name) {
        constexpr std::string_view newer = "_XLFN.";
        if (name.starts_with(newer)) name.remove_prefix(newer.size());
        ++at_;
        deepen();
        if (name == "IF") return parse_if();
        if (name == "IFERROR") return parse_rescue();
        const Function* const function = find_function(name);
        if (function == nullptr) throw Unsupported();
        const std::uint16_t count = parse_arguments();
        if (count < function->least || count > function->most) throw Unsupported();
        emit({.kind = Kind::call, .count = count, .function = function});
    }

    std::uint16_t parse_arguments() {
        skip_blanks();
        std::uint16_t count = 0;
        if (peek() != ')') {
            do {
                if (++count > most_arguments) throw Unsupported();
                parse_argument();
            } while (take(','));
        }
        close();
        return count;
    }

    /// Nothing between two commas is a blank.
    void parse_argument() {
        skip_blanks();
        if (peek() == ',' || peek() == ')') return emit_constant({});
        parse_expression(1);
        skip_blanks();
    }

    void parse_if() {
        parse_argument();
        const std::size_t choice = emit({.kind = Kind::choose});
        expect(',');
        parse_argument();
        const std::size_t leap = emit({.kind = Kind::go_to});
        program_.instructions[choice].index = here();
        if (take(',')) {
            parse_argument();
        } else {
            emit_constant(boolean_value(false));
        }
        program_.instructions[choice].end = program_.instructions[leap].end = here();
        close();
    }

    void parse_rescue() {
        parse_argument();
        const std::size_t rescue = emit({.kind = Kind::rescue});
        expect(',');
        parse_argument();
        program_.instructions[rescue].end = here();
        close();
    }

    std::string parse_quoted(char mark) {
        std::string quoted;
        for (++at_; at_ < text_.size(); ++at_) {
            if (text_[at_] != mark) {
                quoted += text_[at_];
            } else if (at_ + 1 < text_.size() && text_[at_ + 1] == mark) {
                quoted += text_[at_++];
            } else {
                ++at_;
                return quoted;
            }
        }
        throw Unsupported();
    }

    [[nodiscard]] char peek() const { return at_ < text_.size() ? text_[at_] : '\0'; }
    bool take(char c) {
        if (peek() != c) return false;
        ++at_;
        return true;
    }
    void expect(char c) {
        skip_blanks();
        if (!take(c)) throw Unsupported();
    }
    std::string_view take_word() {
        const std::size_t first = at_;
        while (at_ < text_.size() && is_word(text_[at_])) ++at_;
        return text_.substr(first, at_ - first);
    }
    void skip_blanks() {
        while (peek() == ' ' || peek() == '\t' || peek() == '\n' || peek() == '\r') ++at_;
    }
    void deepen() {
        if (++depth_ > deepest_formula) throw Unsupported();
    }
    void close() {
        expect(')');
        --depth_;
    }

    std::size_t emit(const Instruction& instruction) {
        program_.instructions.push_back(instruction);
        return program_.instructions.size() - 1;
    }
    void emit_constant(const Value& value) {
        program_.constants.push_back(value);
        emit({.kind = Kind::constant, .index = static_cast<std::uint32_t>(program_.constants.size() - 1)});
    }
    [[nodiscard]] std::uint32_t here() const { return static_cast<std::uint32_t>(program_.instructions.size()); }

    std::string_view text_;
    std::uint16_t own_sheet_;
    const FindSheet& find_sheet_;
    std::size_t at_{};
    int depth_{};
    Program program_;
};

}  // namespace

Program parse_formula(std::string_view text, std::uint16_t own_sheet, const FindSheet& find_sheet) {
    if (text.size() > longest_formula) throw Unsupported();
    return Parser(text, own_sheet, find_sheet).parse();
}

}  // namespace nianbao::formulas
