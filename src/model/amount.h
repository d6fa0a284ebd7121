/// An exact decimal number: a count of requests, or a sum in 万元. Never passes through floating point.
///
/// Holds at most 15 digits before the point (`design` limit of a count) and 18 after it; four decimals of 万元 are
/// one 元, six are one 分. Sums of some hundred amounts stay exact.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace nianbao {

struct Amount {
    /// The greatest whole number not above the value: -1.5 is units -2 and fraction 0.5, so that the
    /// member-wise order is the order of the values.
    std::int64_t units{};
    /// What is above `units`, in 10⁻¹⁸; always from 0 to 10¹⁸ - 1.
    std::int64_t attos{};

    auto operator<=>(const Amount&) const = default;
};

constexpr int max_digits_before_point = 15;
constexpr int max_digits_after_point = 18;

/// Reads `-?digits(.digits)?`. Nothing for any other text, exponents included, and for more digits than fit.
[[nodiscard]] std::optional<Amount> parse_amount(std::string_view text);

/// The shortest decimal text: `51`, `-2`, `24252.311082`.
[[nodiscard]] std::string to_string(const Amount& amount);

[[nodiscard]] Amount operator+(const Amount& a, const Amount& b);
[[nodiscard]] Amount operator-(const Amount& a, const Amount& b);
[[nodiscard]] Amount operator-(const Amount& a);

/// `count` times an amount; `count` is at most 1,000.
[[nodiscard]] Amount times(Amount amount, unsigned count);

[[nodiscard]] constexpr bool is_integer(const Amount& amount) { return amount.attos == 0; }
[[nodiscard]] constexpr bool is_negative(const Amount& amount) { return amount.units < 0; }
[[nodiscard]] constexpr bool is_zero(const Amount& amount) { return amount.units == 0 && amount.attos == 0; }
[[nodiscard]] Amount magnitude(const Amount& amount);
/// Digits needed after the point: 2 for 0.25.
[[nodiscard]] int decimals(const Amount& amount);

}  // namespace nianbao
