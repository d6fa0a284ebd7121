/// Values as spreadsheet formulas know them, and how one kind becomes another.
///
/// Formulas are worked out in binary, as every office does, and a result leaves this room only as text of 15
/// significant digits, which gives the decimals back that a person typed. Nothing here asks the locale.
#pragma once

#include <cstdint>
#include <exception>
#include <optional>
#include <string>
#include <string_view>

namespace nianbao::formulas {

/// Thrown where a formula cannot be worked out here as an office would: the cell keeps its stored result.
class Unsupported : public std::exception {
public:
    [[nodiscard]] const char* what() const noexcept override { return "a formula is not worked out again"; }
};

/// An error is a value like any other: `text` is `#VALUE!` and the like.
struct Value {
    enum class Kind : std::uint8_t { blank, number, text, boolean, error } kind{Kind::blank};
    double number{};   ///< of a boolean: 1 or 0
    std::string text;  ///< of a text or an error
};

[[nodiscard]] Value number_value(double number);  ///< `#NUM!` where it is not finite
[[nodiscard]] Value text_value(std::string text);
[[nodiscard]] Value boolean_value(bool value);
[[nodiscard]] Value error_value(std::string_view error);

[[nodiscard]] inline bool is_number(const Value& value) { return value.kind == Value::Kind::number; }
[[nodiscard]] inline bool is_text(const Value& value) { return value.kind == Value::Kind::text; }
[[nodiscard]] inline bool is_error(const Value& value) { return value.kind == Value::Kind::error; }
[[nodiscard]] inline bool is_blank(const Value& value) { return value.kind == Value::Kind::blank; }

/// The value as a number, a text or a boolean; an error where it is none.
[[nodiscard]] Value as_number(const Value& value);
[[nodiscard]] Value as_text(const Value& value);
[[nodiscard]] Value as_boolean(const Value& value);

/// `-12.5`, `1,234`, `5%`, `2e3` with blanks around; nothing for what is no number.
[[nodiscard]] std::optional<double> parse_number(std::string_view text);
/// At most 15 significant digits, without exponent.
[[nodiscard]] std::string number_text(double number);
/// Half away from zero in the decimal digits of the number: 2.675 at 2 is 2.68. `places` may be negative.
[[nodiscard]] double rounded(double number, int places);

/// Equal but for the case of Latin letters.
[[nodiscard]] bool same_text(std::string_view a, std::string_view b);
/// Numbers count as equal where they are within the error of binary fractions.
[[nodiscard]] bool same_number(double a, double b);
/// Less than, equal to or greater than 0; neither is an error. Numbers stand before texts, these before booleans.
[[nodiscard]] int compare(const Value& a, const Value& b);
/// Which of two texts stands first; only known for ASCII.
[[nodiscard]] int compare_text(std::string_view a, std::string_view b);

}  // namespace nianbao::formulas
