/// Whole numbers as officials write them: 6, ６, 六, 十二, 二十一. Large numbers in words are read by the claims of
/// `n.*`; here it is about ordinals and counts of parts.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace nianbao {

/// The value of a decimal digit, half or full width.
[[nodiscard]] std::optional<int> digit_value(char32_t code);

/// The number from 0 to 99 that `text` ends with, and where it begins.
struct TrailingNumber {
    int value{};
    std::size_t begin{};
};
[[nodiscard]] std::optional<TrailingNumber> number_at_end(std::string_view text);

/// 1 to 99 in Chinese: 一, 十, 十二, 二十一.
[[nodiscard]] std::string chinese_number(int value);

}  // namespace nianbao
