#include "narrative/numerals.h"

#include <array>
#include <vector>

#include "unicode/utf8.h"

namespace nianbao {
namespace {

constexpr std::array<char32_t, 10> chinese_digits{U'〇', U'一', U'二', U'三', U'四', U'五', U'六', U'七', U'八', U'九'};
constexpr char32_t ten = U'十';

std::optional<int> chinese_digit(char32_t code) {
    if (code == U'两') return 2;
    for (std::size_t i = 0; i < chinese_digits.size(); ++i) {
        if (chinese_digits[i] == code) return static_cast<int>(i);
    }
    return std::nullopt;
}

std::optional<int> read_arabic(const std::vector<char32_t>& word) {
    int value = 0;
    for (const char32_t code : word) {
        const auto digit = digit_value(code);
        if (!digit || value > 9) return std::nullopt;
        value = value * 10 + *digit;
    }
    return value;
}

std::optional<int> read_chinese(const std::vector<char32_t>& word) {
    int tens = 0;
    std::optional<int> digit;
    bool has_ten = false;
    for (const char32_t code : word) {
        if (code == ten) {
            if (has_ten) return std::nullopt;
            has_ten = true;
            tens = digit.value_or(1);
            digit.reset();
        } else if (!digit && chinese_digit(code)) {
            digit = chinese_digit(code);
        } else {
            return std::nullopt;
        }
    }
    return tens * 10 + digit.value_or(0);
}

bool is_numeral(char32_t code, bool arabic) {
    return arabic ? digit_value(code).has_value() : code == ten || chinese_digit(code).has_value();
}

}  // namespace

std::optional<int> digit_value(char32_t code) {
    if (code >= U'0' && code <= U'9') return static_cast<int>(code - U'0');
    if (code >= U'０' && code <= U'９') return static_cast<int>(code - U'０');
    return std::nullopt;
}

std::optional<TrailingNumber> number_at_end(std::string_view text) {
    std::vector<std::pair<std::size_t, char32_t>> codes;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t begin = at;
        codes.emplace_back(begin, next_code_point(text, at));
    }
    std::vector<char32_t> word;
    if (codes.empty()) return std::nullopt;
    const bool arabic = digit_value(codes.back().second).has_value();
    std::size_t begin = text.size();
    for (auto each = codes.rbegin(); each != codes.rend() && is_numeral(each->second, arabic); ++each) {
        word.insert(word.begin(), each->second);
        begin = each->first;
    }
    if (word.empty()) return std::nullopt;
    const auto value = arabic ? read_arabic(word) : read_chinese(word);
    if (!value) return std::nullopt;
    return TrailingNumber{*value, begin};
}

std::string chinese_number(int value) {
    std::string text;
    const auto put = [&](char32_t code) { append_code_point(text, code); };
    if (value >= 20) put(chinese_digits[static_cast<std::size_t>(value / 10)]);
    if (value >= 10) put(ten);
    if (value % 10 != 0 || value == 0) put(chinese_digits[static_cast<std::size_t>(value % 10)]);
    return text;
}

}  // namespace nianbao
