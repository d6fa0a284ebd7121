#include "readers/spreadsheet/formula_functions.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <limits>
#include <string>

#include "readers/spreadsheet/criterion_functions.h"
#include "readers/spreadsheet/formula_sum.h"
#include "unicode/utf8.h"

namespace nianbao::formulas {
namespace {

using Arguments = std::span<const Operand>;

/// What a statistic takes in: each number in turn, and the first error.
class Numbers {
public:
    Numbers(Arguments arguments, FormulaCells& cells) {
        for (const Operand& argument : arguments) {
            if (argument.range) {
                cells.for_each(*argument.range, [&](CellKey key) { add_of_range(cells.value_of(key)); });
            } else {
                add(as_number(argument.value));
            }
        }
    }

    [[nodiscard]] const std::optional<Value>& error() const { return error_; }
    [[nodiscard]] double count() const { return count_; }
    [[nodiscard]] double sum() const { return sum_.value(); }
    [[nodiscard]] double least() const { return count_ > 0 ? least_ : 0; }
    [[nodiscard]] double most() const { return count_ > 0 ? most_ : 0; }

private:
    /// Texts, booleans and blanks of a range are passed over.
    void add_of_range(const Value& value) {
        if (is_number(value) || is_error(value)) add(value);
    }

    void add(const Value& value) {
        if (is_error(value)) {
            if (!error_) error_ = value;
            return;
        }
        const double number = value.number;
        sum_.add(number);
        ++count_;
        least_ = std::min(least_, number);
        most_ = std::max(most_, number);
    }

    std::optional<Value> error_;
    ExactSum sum_;
    double count_{};
    double least_{std::numeric_limits<double>::infinity()}, most_{-std::numeric_limits<double>::infinity()};
};

Value statistic(Arguments arguments, FormulaCells& cells, double (*result)(const Numbers&)) {
    const Numbers numbers(arguments, cells);
    return numbers.error() ? *numbers.error() : number_value(result(numbers));
}

Value sum(Arguments arguments, FormulaCells& cells) {
    return statistic(arguments, cells, [](const Numbers& numbers) { return numbers.sum(); });
}
Value least(Arguments arguments, FormulaCells& cells) {
    return statistic(arguments, cells, [](const Numbers& numbers) { return numbers.least(); });
}
Value most(Arguments arguments, FormulaCells& cells) {
    return statistic(arguments, cells, [](const Numbers& numbers) { return numbers.most(); });
}
Value average(Arguments arguments, FormulaCells& cells) {
    const Numbers numbers(arguments, cells);
    if (numbers.error()) return *numbers.error();
    return numbers.count() == 0 ? error_value("#DIV/0!") : number_value(numbers.sum() / numbers.count());
}

/// How many values pass; those of a range and those given alone are judged apart.
Value count_values(Arguments arguments, FormulaCells& cells, bool (*in_range)(const Value&),
                   bool (*alone)(const Value&)) {
    double count = 0;
    for (const Operand& argument : arguments) {
        if (!argument.range) {
            count += alone(argument.value) ? 1 : 0;
            continue;
        }
        cells.for_each(*argument.range, [&](CellKey key) { count += in_range(cells.value_of(key)) ? 1 : 0; });
    }
    return number_value(count);
}

Value count(Arguments arguments, FormulaCells& cells) {
    return count_values(arguments, cells, is_number,
                        [](const Value& value) { return !is_error(value) && is_number(as_number(value)); });
}
Value count_all(Arguments arguments, FormulaCells& cells) {
    return count_values(
        arguments, cells, [](const Value& value) { return !is_blank(value); }, [](const Value&) { return true; });
}

Value count_blank(Arguments arguments, FormulaCells& cells) {
    const std::optional<Range>& range = arguments[0].range;
    if (!range) throw Unsupported();
    std::uint64_t left = rows_of(*range) * columns_of(*range);
    cells.for_each(*range, [&](CellKey key) {
        const Value value = cells.value_of(key);
        const bool shows_nothing = is_blank(value) || (is_text(value) && value.text.empty());
        left -= shows_nothing ? 0 : 1;
    });
    return number_value(static_cast<double>(left));
}

/// AND and OR: booleans and numbers count, texts and blanks of a range do not.
Value judge(Arguments arguments, FormulaCells& cells, bool decisive) {
    std::optional<Value> error;
    bool any = false, decided = false;
    const auto take = [&](const Value& value) {
        if (is_error(value) && !error) error = value;
        if (is_error(value)) return;
        any = true;
        decided = decided || (value.number != 0) == decisive;
    };
    for (const Operand& argument : arguments) {
        if (!argument.range) {
            take(as_boolean(argument.value));
            continue;
        }
        cells.for_each(*argument.range, [&](CellKey key) {
            const Value value = cells.value_of(key);
            if (!is_text(value) && !is_blank(value)) take(value);
        });
    }
    if (error) return *error;
    return any ? boolean_value(decided == decisive) : error_value("#VALUE!");
}

Value all_hold(Arguments arguments, FormulaCells& cells) { return judge(arguments, cells, false); }
Value any_holds(Arguments arguments, FormulaCells& cells) { return judge(arguments, cells, true); }

Value negation(Arguments arguments, FormulaCells& cells) {
    const Value value = as_boolean(one_value(arguments[0], cells));
    return is_error(value) ? value : boolean_value(value.number == 0);
}

Value yes(Arguments, FormulaCells&) { return boolean_value(true); }
Value no(Arguments, FormulaCells&) { return boolean_value(false); }

Value of_number(Arguments arguments, FormulaCells& cells, double (*work)(double)) {
    const Value value = as_number(one_value(arguments[0], cells));
    return is_error(value) ? value : number_value(work(value.number));
}

Value absolute(Arguments arguments, FormulaCells& cells) {
    return of_number(arguments, cells, [](double number) { return std::abs(number); });
}
Value whole_part(Arguments arguments, FormulaCells& cells) {
    return of_number(arguments, cells, [](double number) {
        const double nearest = std::nearbyint(number);
        return same_number(nearest, number) ? nearest : std::floor(number);
    });
}

Value round_to(Arguments arguments, FormulaCells& cells) {
    constexpr double most_places = 300;
    const Value number = as_number(one_value(arguments[0], cells));
    const Value places = as_number(one_value(arguments[1], cells));
    if (is_error(number)) return number;
    if (is_error(places)) return places;
    if (std::abs(places.number) > most_places) throw Unsupported();
    return number_value(rounded(number.number, static_cast<int>(places.number)));
}

Value of_text(Arguments arguments, FormulaCells& cells, const std::function<Value(const std::string&)>& work) {
    const Value value = as_text(one_value(arguments[0], cells));
    return is_error(value) ? value : work(value.text);
}

/// Offices count what UTF-16 counts.
Value length(Arguments arguments, FormulaCells& cells) {
    return of_text(arguments, cells, [](const std::string& text) {
        double units = 0;
        for (std::size_t at = 0; at < text.size();) units += next_code_point(text, at) > 0xFFFF ? 2 : 1;
        return number_value(units);
    });
}

/// Only the plain blank is trimmed, and several within the text become one.
Value trim(Arguments arguments, FormulaCells& cells) {
    return of_text(arguments, cells, [](const std::string& text) {
        std::string kept;
        for (const char c : text) {
            if (c != ' ' || (!kept.empty() && kept.back() != ' ')) kept += c;
        }
        if (!kept.empty() && kept.back() == ' ') kept.pop_back();
        return text_value(kept);
    });
}

Value number_in_text(Arguments arguments, FormulaCells& cells) {
    const Value value = one_value(arguments[0], cells);
    return value.kind == Value::Kind::boolean ? error_value("#VALUE!") : as_number(value);
}

Value plain_number(Arguments arguments, FormulaCells& cells) {
    const Value value = one_value(arguments[0], cells);
    return is_error(value) ? value : number_value(is_text(value) ? 0 : value.number);
}

Value joined(Arguments arguments, FormulaCells& cells) {
    std::string all;
    for (const Operand& argument : arguments) {
        const Value value = as_text(one_value(argument, cells));
        if (is_error(value)) return value;
        all += value.text;
    }
    return text_value(all);
}

Value is_a_number(Arguments arguments, FormulaCells& cells) {
    return boolean_value(is_number(one_value(arguments[0], cells)));
}
Value is_a_text(Arguments arguments, FormulaCells& cells) {
    return boolean_value(is_text(one_value(arguments[0], cells)));
}
Value is_an_error(Arguments arguments, FormulaCells& cells) {
    return boolean_value(is_error(one_value(arguments[0], cells)));
}
Value is_a_blank(Arguments arguments, FormulaCells& cells) {
    return boolean_value(is_blank(one_value(arguments[0], cells)));
}

constexpr std::array functions{
    Function{"ABS", 1, 1, absolute},
    Function{"AND", 1, most_arguments, all_hold},
    Function{"AVERAGE", 1, most_arguments, average},
    Function{"CONCATENATE", 1, most_arguments, joined},
    Function{"COUNT", 1, most_arguments, count},
    Function{"COUNTA", 1, most_arguments, count_all},
    Function{"COUNTBLANK", 1, 1, count_blank},
    Function{"COUNTIF", 2, 2, count_if},
    Function{"COUNTIFS", 2, most_arguments, count_if},
    Function{"FALSE", 0, 0, no},
    Function{"INT", 1, 1, whole_part},
    Function{"ISBLANK", 1, 1, is_a_blank},
    Function{"ISERROR", 1, 1, is_an_error},
    Function{"ISNUMBER", 1, 1, is_a_number},
    Function{"ISTEXT", 1, 1, is_a_text},
    Function{"LEN", 1, 1, length},
    Function{"MAX", 1, most_arguments, most},
    Function{"MIN", 1, most_arguments, least},
    Function{"N", 1, 1, plain_number},
    Function{"NOT", 1, 1, negation},
    Function{"OR", 1, most_arguments, any_holds},
    Function{"ROUND", 2, 2, round_to},
    Function{"SUM", 1, most_arguments, sum},
    Function{"SUMIF", 2, 3, sum_if},
    Function{"SUMIFS", 3, most_arguments, sum_ifs},
    Function{"TRIM", 1, 1, trim},
    Function{"TRUE", 0, 0, yes},
    Function{"VALUE", 1, 1, number_in_text},
};

}  // namespace

Value one_value(const Operand& operand, FormulaCells& cells) {
    if (!operand.range) return operand.value;
    if (!is_one_cell(*operand.range)) throw Unsupported();
    return cells.value_at(operand.range->sheet, operand.range->cells.first_row, operand.range->cells.first_column);
}

const Function* find_function(std::string_view name) {
    const auto found =
        std::find_if(functions.begin(), functions.end(), [&](const Function& each) { return each.name == name; });
    return found == functions.end() ? nullptr : &*found;
}

}  // namespace nianbao::formulas
