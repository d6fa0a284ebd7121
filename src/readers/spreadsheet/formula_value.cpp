#include "readers/spreadsheet/formula_value.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>
#include <utility>

namespace nianbao::formulas {
namespace {

constexpr int significant_digits = 15;

bool is_digit(char c) { return c >= '0' && c <= '9'; }
char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }
bool is_ascii(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

/// 0.digits × 10^point, without zeros at either end.
struct Decimal {
    bool negative{};
    std::string digits;
    int point{};
};

Decimal decimal_of(double number) {
    char buffer[40];
    const auto written = std::to_chars(std::begin(buffer), std::end(buffer), std::abs(number),
                                       std::chars_format::scientific, significant_digits - 1);
    const std::string_view text(buffer, static_cast<std::size_t>(written.ptr - buffer));
    const auto exponent_at = text.find('e');
    Decimal decimal{std::signbit(number), {}, 0};
    for (const char c : text.substr(0, exponent_at)) {
        if (is_digit(c)) decimal.digits += c;
    }
    std::string_view exponent = text.substr(exponent_at + 1);
    if (exponent.starts_with('+')) exponent.remove_prefix(1);
    std::from_chars(exponent.data(), exponent.data() + exponent.size(), decimal.point);
    ++decimal.point;
    decimal.digits.erase(decimal.digits.find_last_not_of('0') + 1);
    return decimal;
}

/// Exact for up to 15 digits and the exponents that people write; within a few units of the last place beyond.
double scaled(std::uint64_t mantissa, int exponent) {
    constexpr int most_exact_power = 22;
    double value = static_cast<double>(mantissa);
    for (; exponent != 0 && value != 0 && std::isfinite(value);) {
        const int step = std::min(std::abs(exponent), most_exact_power);
        double power = 1;
        for (int i = 0; i < step; ++i) power *= 10;
        value = exponent < 0 ? value / power : value * power;
        exponent += exponent < 0 ? step : -step;
    }
    return value;
}

/// Reads digits into a number; commas between them are passed over.
class NumberScanner {
public:
    explicit NumberScanner(std::string_view text) : text_(text) {}

    std::optional<double> scan() {
        skip_blanks();
        const bool negative = take('-');
        if (!negative) take('+');
        scan_digits(false);
        if (take('.')) scan_digits(true);
        if (digits_ == 0 || (peek() == 'e' && !scan_exponent())) return std::nullopt;
        if (take('%')) exponent_ -= 2;
        skip_blanks();
        if (at_ != text_.size()) return std::nullopt;
        const double value = scaled(mantissa_, exponent_);
        if (!std::isfinite(value)) return std::nullopt;
        return negative ? -value : value;
    }

private:
    [[nodiscard]] char peek() const { return at_ < text_.size() ? lower(text_[at_]) : '\0'; }
    bool take(char c) {
        if (peek() != c) return false;
        ++at_;
        return true;
    }
    void skip_blanks() {
        while (take(' ')) {
        }
    }
    void scan_digits(bool behind_point) {
        constexpr std::uint64_t most = 100'000'000'000'000'000;
        for (; is_digit(peek()) || (!behind_point && is_thousands_comma()); ++at_) {
            if (peek() == ',') continue;
            ++digits_;
            const bool fits = mantissa_ < most;
            if (fits) mantissa_ = mantissa_ * 10 + static_cast<std::uint64_t>(peek() - '0');
            exponent_ += (fits ? 0 : 1) - (behind_point ? 1 : 0);
        }
    }
    [[nodiscard]] bool is_thousands_comma() const {
        if (peek() != ',' || digits_ == 0 || at_ + 4 > text_.size()) return false;
        const std::string_view group = text_.substr(at_ + 1, 3);
        return std::all_of(group.begin(), group.end(), is_digit) &&
               (at_ + 4 == text_.size() || !is_digit(text_[at_ + 4]));
    }
    bool scan_exponent() {
        ++at_;
        const bool negative = take('-');
        if (!negative) take('+');
        int value = 0;
        const std::size_t first = at_;
        for (; is_digit(peek()); ++at_) value = std::min(value * 10 + (peek() - '0'), 9'999);
        exponent_ += negative ? -value : value;
        return at_ > first;
    }

    std::string_view text_;
    std::size_t at_{};
    std::uint64_t mantissa_{};
    int exponent_{};
    int digits_{};
};

/// Whether an office might read the text as a number that is not understood here: a date, a sum of money, full-width
/// digits.
bool may_be_number(std::string_view text) {
    const auto holds = [&](std::string_view part) { return text.find(part) != std::string_view::npos; };
    const auto is_of_number = [](char c) {
        return std::string_view("0123456789-/:., $()").find(c) != std::string_view::npos;
    };
    constexpr std::string_view full_width_forms = "\xEF\xBC";
    if (holds(full_width_forms)) return true;
    if (std::none_of(text.begin(), text.end(), is_digit)) return false;
    return std::all_of(text.begin(), text.end(), is_of_number) || holds("年") || holds("月") || holds("日") ||
           holds("时") || holds("¥") || holds("￥");
}

int sign_of(int value) { return (value > 0) - (value < 0); }

int rank(Value::Kind kind) { return kind == Value::Kind::text ? 1 : kind == Value::Kind::boolean ? 2 : 0; }

/// What a blank counts as beside the other operand.
Value filled(const Value& value, Value::Kind beside) {
    if (!is_blank(value)) return value;
    if (beside == Value::Kind::text) return text_value({});
    if (beside == Value::Kind::boolean) return boolean_value(false);
    return number_value(0);
}

}  // namespace

Value number_value(double number) {
    if (!std::isfinite(number)) return error_value("#NUM!");
    return {Value::Kind::number, number, {}};
}

Value text_value(std::string text) { return {Value::Kind::text, 0, std::move(text)}; }

Value boolean_value(bool value) { return {Value::Kind::boolean, value ? 1.0 : 0.0, {}}; }

Value error_value(std::string_view error) { return {Value::Kind::error, 0, std::string(error)}; }

Value as_number(const Value& value) {
    if (is_error(value) || is_number(value)) return value;
    if (!is_text(value)) return number_value(value.number);
    if (const auto number = parse_number(value.text)) return number_value(*number);
    if (may_be_number(value.text)) throw Unsupported();
    return error_value("#VALUE!");
}

Value as_text(const Value& value) {
    if (is_error(value) || is_text(value)) return value;
    if (is_blank(value)) return text_value({});
    if (!is_number(value)) return text_value(value.number != 0 ? "TRUE" : "FALSE");
    // Beyond, offices write an exponent, and do not agree where it begins.
    const double size = std::abs(value.number);
    if (size >= 1e15 || (size != 0 && size < 1e-4)) throw Unsupported();
    return text_value(number_text(value.number));
}

Value as_boolean(const Value& value) {
    if (is_error(value)) return value;
    if (!is_text(value)) return boolean_value(value.number != 0);
    if (same_text(value.text, "TRUE")) return boolean_value(true);
    if (same_text(value.text, "FALSE")) return boolean_value(false);
    return error_value("#VALUE!");
}

std::optional<double> parse_number(std::string_view text) { return NumberScanner(text).scan(); }

std::string number_text(double number) {
    const Decimal decimal = decimal_of(number);
    if (decimal.digits.empty()) return "0";
    const int count = static_cast<int>(decimal.digits.size());
    std::string text = decimal.digits;
    if (decimal.point <= 0) {
        text.insert(0, "0." + std::string(static_cast<std::size_t>(-decimal.point), '0'));
    } else if (decimal.point < count) {
        text.insert(static_cast<std::size_t>(decimal.point), 1, '.');
    } else {
        text.append(static_cast<std::size_t>(decimal.point - count), '0');
    }
    return decimal.negative ? "-" + text : text;
}

double rounded(double number, int places) {
    Decimal decimal = decimal_of(number);
    const int kept = decimal.point + places;
    if (kept >= static_cast<int>(decimal.digits.size())) return number;
    if (kept < 0) return 0;
    const bool up = decimal.digits[static_cast<std::size_t>(kept)] >= '5';
    std::uint64_t mantissa = 0;
    std::from_chars(decimal.digits.data(), decimal.digits.data() + kept, mantissa);
    const double value = scaled(mantissa + (up ? 1 : 0), decimal.point - kept);
    return decimal.negative ? -value : value;
}

bool same_text(std::string_view a, std::string_view b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](char x, char y) { return lower(x) == lower(y); });
}

bool same_number(double a, double b) {
    // Less than one unit of the fifteenth digit.
    constexpr double error = 4 * std::numeric_limits<double>::epsilon();
    return a == b || std::abs(a - b) <= error * std::max(std::abs(a), std::abs(b));
}

int compare_text(std::string_view a, std::string_view b) {
    if (same_text(a, b)) return 0;
    if (a.empty() || b.empty()) return a.empty() ? -1 : 1;
    if (!is_ascii(a) || !is_ascii(b)) throw Unsupported();
    const bool less = std::lexicographical_compare(a.begin(), a.end(), b.begin(), b.end(),
                                                   [](char x, char y) { return lower(x) < lower(y); });
    return less ? -1 : 1;
}

int compare(const Value& first, const Value& second) {
    const Value a = filled(first, second.kind);
    const Value b = filled(second, first.kind);
    if (rank(a.kind) != rank(b.kind)) return sign_of(rank(a.kind) - rank(b.kind));
    if (is_text(a)) return compare_text(a.text, b.text);
    if (same_number(a.number, b.number)) return 0;
    return a.number < b.number ? -1 : 1;
}

}  // namespace nianbao::formulas
