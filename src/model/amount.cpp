#include "model/amount.h"

#include <algorithm>

namespace nianbao {
namespace {

constexpr std::int64_t one = 1'000'000'000'000'000'000;

bool all_digits(std::string_view text) {
    return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

std::int64_t digits_value(std::string_view digits) {
    std::int64_t value = 0;
    for (const char c : digits) value = value * 10 + (c - '0');
    return value;
}

std::string_view without_leading_zeros(std::string_view digits) {
    const auto first = digits.find_first_not_of('0');
    return first == std::string_view::npos ? digits.substr(digits.size() - 1) : digits.substr(first);
}

}  // namespace

std::optional<Amount> parse_amount(std::string_view text) {
    const bool negative = text.starts_with('-');
    if (negative) text.remove_prefix(1);
    const auto point = text.find('.');
    std::string_view whole = text.substr(0, point);
    std::string_view rest = point == std::string_view::npos ? "0" : text.substr(point + 1);
    if (!all_digits(whole) || !all_digits(rest)) return std::nullopt;
    whole = without_leading_zeros(whole);
    while (rest.size() > 1 && rest.ends_with('0')) rest.remove_suffix(1);
    if (whole.size() > max_digits_before_point || rest.size() > max_digits_after_point) return std::nullopt;
    Amount amount{digits_value(whole), digits_value(rest)};
    for (auto digits = rest.size(); digits < max_digits_after_point; ++digits) amount.attos *= 10;
    return negative ? -amount : amount;
}

std::string to_string(const Amount& amount) {
    if (is_negative(amount)) return "-" + to_string(-amount);
    std::string text = std::to_string(amount.units);
    if (amount.attos == 0) return text;
    std::string rest = std::to_string(amount.attos);
    rest.insert(0, max_digits_after_point - rest.size(), '0');
    rest.erase(rest.find_last_not_of('0') + 1);
    return text + "." + rest;
}

Amount operator+(const Amount& a, const Amount& b) {
    Amount sum{a.units + b.units, a.attos + b.attos};
    if (sum.attos >= one) {
        sum.attos -= one;
        ++sum.units;
    }
    return sum;
}

Amount operator-(const Amount& a) { return a.attos == 0 ? Amount{-a.units, 0} : Amount{-a.units - 1, one - a.attos}; }

Amount operator-(const Amount& a, const Amount& b) { return a + -b; }

Amount times(Amount amount, unsigned count) {
    Amount product;
    for (; count > 0; count >>= 1U) {
        if ((count & 1U) != 0) product = product + amount;
        amount = amount + amount;
    }
    return product;
}

Amount magnitude(const Amount& amount) { return is_negative(amount) ? -amount : amount; }

int decimals(const Amount& amount) {
    const std::string text = to_string(amount);
    const auto point = text.find('.');
    return point == std::string::npos ? 0 : static_cast<int>(text.size() - point - 1);
}

}  // namespace nianbao
