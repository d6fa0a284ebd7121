#include "readers/spreadsheet/recalculate.h"

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "readers/spreadsheet/formula_cells.h"
#include "readers/spreadsheet/formula_functions.h"
#include "readers/spreadsheet/formula_parser.h"
#include "readers/spreadsheet/formula_value.h"

namespace nianbao {
namespace {

using namespace formulas;
using Operation = Instruction::Operation;
using State = FormulaCells::State;

/// What a cell can hold.
constexpr std::size_t longest_text = 32'767;
/// Bytes of all texts that formulas give, and of those that pass through one of them.
constexpr std::size_t most_text = 4'000'000, most_text_of_formula = 2'000'000;

double power(double base, double exponent) {
    return base == 0 && exponent == 0 ? std::nan("") : std::pow(base, exponent);
}

/// What is left of two equal decimals is nothing, not the error of their binary fractions.
double sum_of(double a, double b) { return same_number(a, -b) ? 0 : a + b; }

Value calculated(Operation operation, double a, double b) {
    switch (operation) {
        case Operation::add:
            return number_value(sum_of(a, b));
        case Operation::subtract:
            return number_value(sum_of(a, -b));
        case Operation::multiply:
            return number_value(a * b);
        case Operation::divide:
            return b == 0 ? error_value("#DIV/0!") : number_value(a / b);
        default:
            return a == 0 && b < 0 ? error_value("#DIV/0!") : number_value(power(a, b));
    }
}

bool holds(Operation operation, int order) {
    switch (operation) {
        case Operation::equal:
            return order == 0;
        case Operation::not_equal:
            return order != 0;
        case Operation::less:
            return order < 0;
        case Operation::at_most:
            return order <= 0;
        case Operation::greater:
            return order > 0;
        default:
            return order >= 0;
    }
}

/// Only equality is asked: the order of Chinese texts is not known here.
bool is_same(const Value& a, const Value& b) {
    return is_text(a) && is_text(b) ? same_text(a.text, b.text) : compare(a, b) == 0;
}

Value compared(Operation operation, const Value& a, const Value& b) {
    if (operation == Operation::equal) return boolean_value(is_same(a, b));
    if (operation == Operation::not_equal) return boolean_value(!is_same(a, b));
    return boolean_value(holds(operation, compare(a, b)));
}

Value joined(const Value& a, const Value& b) {
    const Value left = as_text(a), right = as_text(b);
    if (is_error(left)) return left;
    if (is_error(right)) return right;
    if (left.text.size() + right.text.size() > longest_text) throw Unsupported();
    return text_value(left.text + right.text);
}

Value combined(Operation operation, const Value& a, const Value& b) {
    if (is_error(a)) return a;
    if (is_error(b)) return b;
    if (operation == Operation::join) return joined(a, b);
    if (operation >= Operation::equal) return compared(operation, a, b);
    const Value left = as_number(a), right = as_number(b);
    if (is_error(left)) return left;
    if (is_error(right)) return right;
    return calculated(operation, left.number, right.number);
}

/// Works out one program; operands wait on a stack.
class Evaluation {
public:
    Evaluation(const Program& program, FormulaCells& cells) : program_(program), cells_(cells) {}

    Value run() {
        for (std::size_t at = 0; at < program_.instructions.size();) {
            cells_.charge(1);
            at = step(program_.instructions[at], at + 1);
        }
        const Value result = pop_value();
        return is_blank(result) ? number_value(0) : result;
    }

private:
    /// Where to go on.
    std::size_t step(const Instruction& instruction, std::size_t next) {
        switch (instruction.kind) {
            case Instruction::Kind::constant:
                push(program_.constants[instruction.index]);
                return next;
            case Instruction::Kind::range:
                stack_.push_back({program_.ranges[instruction.index], {}});
                return next;
            case Instruction::Kind::negate:
                change([](double number) { return -number; });
                return next;
            case Instruction::Kind::percent:
                change([](double number) { return number / 100; });
                return next;
            case Instruction::Kind::binary: {
                const Value right = pop_value(), left = pop_value();
                push(combined(instruction.operation, left, right));
                return next;
            }
            case Instruction::Kind::call:
                call(instruction);
                return next;
            case Instruction::Kind::choose:
                return choose(instruction, next);
            case Instruction::Kind::rescue:
                return rescue(instruction, next);
            case Instruction::Kind::go_to:
                break;
        }
        return instruction.end;
    }

    void change(double (*work)(double)) {
        const Value value = as_number(pop_value());
        push(is_error(value) ? value : number_value(work(value.number)));
    }

    void call(const Instruction& instruction) {
        const std::size_t first = stack_.size() - instruction.count;
        const std::span<const Operand> arguments(stack_.data() + first, instruction.count);
        Value result = instruction.function->work(arguments, cells_);
        if (result.text.size() > longest_text) throw Unsupported();
        stack_.resize(first);
        push(std::move(result));
    }

    std::size_t choose(const Instruction& instruction, std::size_t next) {
        const Value condition = as_boolean(pop_value());
        if (is_error(condition)) {
            push(condition);
            return instruction.end;
        }
        return condition.number != 0 ? next : instruction.index;
    }

    std::size_t rescue(const Instruction& instruction, std::size_t next) {
        const Value value = pop_value();
        if (is_error(value)) return next;
        push(value);
        return instruction.end;
    }

    void push(Value value) {
        cells_.charge_text(value.text);
        text_ += value.text.size();
        if (text_ > most_text_of_formula) throw Unsupported();
        stack_.push_back({std::nullopt, std::move(value)});
    }
    Value pop_value() {
        Value value = one_value(stack_.back(), cells_);
        stack_.pop_back();
        return value;
    }

    const Program& program_;
    FormulaCells& cells_;
    std::vector<Operand> stack_;
    std::size_t text_{};
};

SheetValue shown(const Value& value) {
    switch (value.kind) {
        case Value::Kind::blank:
            break;
        case Value::Kind::number:
            return {SheetValue::Kind::number, number_text(value.number)};
        case Value::Kind::text:
            return {value.text.empty() ? SheetValue::Kind::blank : SheetValue::Kind::text, value.text};
        case Value::Kind::boolean:
            return {SheetValue::Kind::boolean, value.number != 0 ? "TRUE" : "FALSE"};
        case Value::Kind::error:
            return {SheetValue::Kind::error, value.text};
    }
    return {};
}

/// Goes through all formulas, each behind those it speaks of. Cells that wait for others lie on a list of our own: a
/// chain of formulas may be as long as the workbook.
class Recalculation {
public:
    explicit Recalculation(Spreadsheet& book)
        : book_(book), cells_(book), find_sheet_([this](std::string_view name) { return cells_.sheet_named(name); }) {}

    void run() {
        for (std::size_t sheet = 0; sheet < book_.sheets.size(); ++sheet) {
            for (std::size_t index = 0; index < book_.sheets[sheet].cells.size(); ++index) {
                waiting_.push_back({static_cast<std::uint16_t>(sheet), static_cast<std::uint32_t>(index)});
                work_off();
            }
        }
    }

private:
    void work_off() {
        while (!waiting_.empty()) {
            const CellKey key = waiting_.back();
            const State state = cells_.state(key);
            if (state == State::waiting && begin(key)) continue;
            waiting_.pop_back();
            if (state == State::working) finish(key);
        }
    }

    /// True: the cell stays on the list, above it those it speaks of.
    bool begin(CellKey key) {
        if (cells_.is_exhausted()) {
            refuse(key);
            return false;
        }
        try {
            cells_.state(key) = State::working;
            for (const Range& range : parse(key).ranges) {
                cells_.for_each_formula(range, [&](CellKey needed) {
                    if (cells_.state(needed) == State::waiting) put_off(needed);
                });
            }
            return true;
        } catch (const Unsupported&) {
            refuse(key);
            return false;
        }
    }

    void put_off(CellKey key) {
        constexpr std::size_t cost_of_waiting = 16;  // a place on the list
        cells_.charge(cost_of_waiting);
        waiting_.push_back(key);
    }

    void finish(CellKey key) {
        try {
            keep(key, Evaluation(parse(key), cells_).run());
        } catch (const Unsupported&) {
            refuse(key);
        }
    }

    Program parse(CellKey key) {
        const std::string& formula = cells_.cell(key).formula;
        constexpr std::size_t cost_of_parsing = 16, bytes_a_step = 8;
        cells_.charge(cost_of_parsing + formula.size() / bytes_a_step);
        return parse_formula(formula, key.sheet, find_sheet_);
    }

    void keep(CellKey key, const Value& value) {
        text_ += value.text.size();
        if (text_ > most_text) throw Unsupported();
        SheetCell& cell = cells_.cell(key);
        cell.value = shown(value);
        cell.recomputed = true;
        cells_.state(key) = State::done;
    }

    void refuse(CellKey key) {
        SheetCell& cell = cells_.cell(key);
        cell.value = cell.stored.value_or(SheetValue{});
        cell.recomputed = false;
        cells_.state(key) = State::refused;
    }

    Spreadsheet& book_;
    FormulaCells cells_;
    FindSheet find_sheet_;
    std::vector<CellKey> waiting_;
    std::size_t text_{};
};

}  // namespace

void recalculate(Spreadsheet& book) { Recalculation(book).run(); }

}  // namespace nianbao
