#include "readers/docx/number_format.h"

#include <array>
#include <map>
#include <optional>
#include <utility>

#include "narrative/numerals.h"
#include "unicode/utf8.h"

namespace nianbao::docx_reading {
namespace {

using Written = std::optional<std::string>;

/// One of a row of characters that Unicode has one behind the other.
template <char32_t First, int Count>
Written one_of_row(int value) {
    if (value < 1 || value > Count) return std::nullopt;
    std::string text;
    append_code_point(text, First + static_cast<char32_t>(value - 1));
    return text;
}

/// One of a cycle of characters.
Written one_of(std::u32string_view cycle, int value) {
    if (value < 1) return std::nullopt;
    std::string text;
    append_code_point(text, cycle[static_cast<std::size_t>(value - 1) % cycle.size()]);
    return text;
}

constexpr std::u32string_view stems = U"甲乙丙丁戊己庚辛壬癸";
constexpr std::u32string_view branches = U"子丑寅卯辰巳午未申酉戌亥";

Written stem(int value) { return one_of(stems, value); }
Written branch(int value) { return one_of(branches, value); }
Written stem_and_branch(int value) {
    return value < 1 ? std::nullopt : Written(*one_of(stems, value) + *one_of(branches, value));
}

std::string digit_by_digit(int value, std::u32string_view digits) {
    std::string text;
    for (const char digit : std::to_string(value))
        append_code_point(text, digits[static_cast<std::size_t>(digit - '0')]);
    return text;
}

Written chinese_digits(int value) { return value < 0 ? Written() : digit_by_digit(value, U"〇一二三四五六七八九"); }
Written full_width(int value) { return value < 0 ? Written() : digit_by_digit(value, U"０１２３４５６７８９"); }

Written counted_in_chinese(int value) {
    return value < 1 || value > 99 ? std::nullopt : Written(chinese_number(value));
}

/// 壹, 拾, 贰拾壹.
Written legal(int value) {
    constexpr std::u32string_view digits = U"零壹贰叁肆伍陆柒捌玖";
    if (value < 1 || value > 99) return std::nullopt;
    const auto put = [digits](std::string& text, int digit) {
        append_code_point(text, digits[static_cast<std::size_t>(digit)]);
    };
    std::string text;
    if (value >= 10) {
        put(text, value / 10);
        append_code_point(text, U'拾');
    }
    if (value % 10 != 0) put(text, value % 10);
    return text;
}

/// a … z, aa, bb … zz, aaa.
Written letter(int value) {
    constexpr int most = 26 * 10;
    if (value < 1 || value > most) return std::nullopt;
    return std::string(static_cast<std::size_t>((value - 1) / 26 + 1), static_cast<char>('a' + (value - 1) % 26));
}

Written roman(int value) {
    constexpr std::array<std::pair<int, const char*>, 13> signs{{{1000, "m"},
                                                                 {900, "cm"},
                                                                 {500, "d"},
                                                                 {400, "cd"},
                                                                 {100, "c"},
                                                                 {90, "xc"},
                                                                 {50, "l"},
                                                                 {40, "xl"},
                                                                 {10, "x"},
                                                                 {9, "ix"},
                                                                 {5, "v"},
                                                                 {4, "iv"},
                                                                 {1, "i"}}};
    if (value < 1 || value > 3'999) return std::nullopt;
    std::string text;
    for (const auto& [worth, sign] : signs) {
        for (; value >= worth; value -= worth) text += sign;
    }
    return text;
}

Written upper(Written text) {
    if (!text) return text;
    for (char& c : *text) c = static_cast<char>(c - 'a' + 'A');
    return text;
}

Written circled(int value) {
    if (value > 20 && value <= 35) return one_of_row<U'\u3251', 15>(value - 20);
    if (value > 35) return one_of_row<U'\u32B1', 15>(value - 35);
    return value == 0 ? Written("\u24EA") : one_of_row<U'①', 20>(value);
}

Written none(int) { return std::string(); }
Written two_digits(int value) { return value >= 0 && value < 10 ? Written("0" + std::to_string(value)) : std::nullopt; }
Written in_dashes(int value) { return "- " + std::to_string(value) + " -"; }

using Format = Written (*)(int);
const std::map<std::string_view, Format>& formats() {
    static const std::map<std::string_view, Format> all{
        {"none", none},
        {"decimalZero", two_digits},
        {"decimalFullWidth", full_width},
        {"decimalFullWidth2", full_width},
        {"numberInDash", in_dashes},
        {"lowerLetter", letter},
        {"upperLetter", [](int value) { return upper(letter(value)); }},
        {"lowerRoman", roman},
        {"upperRoman", [](int value) { return upper(roman(value)); }},
        {"chineseCounting", counted_in_chinese},
        {"chineseCountingThousand", counted_in_chinese},
        {"taiwaneseCounting", counted_in_chinese},
        {"taiwaneseCountingThousand", counted_in_chinese},
        {"japaneseCounting", counted_in_chinese},
        {"ideographDigital", chinese_digits},
        {"japaneseDigitalTenThousand", chinese_digits},
        {"taiwaneseDigital", chinese_digits},
        {"chineseLegalSimplified", legal},
        {"ideographTraditional", stem},
        {"ideographZodiac", branch},
        {"ideographZodiacTraditional", stem_and_branch},
        {"decimalEnclosedCircle", circled},
        {"decimalEnclosedCircleChinese", circled},
        {"decimalEnclosedFullstop", one_of_row<U'⒈', 20>},
        {"decimalEnclosedParen", one_of_row<U'⑴', 20>},
        {"ideographEnclosedCircle", one_of_row<U'㊀', 10>},
    };
    return all;
}

}  // namespace

std::string formatted_number(int value, std::string_view format) {
    const auto found = formats().find(format);
    if (found == formats().end()) return std::to_string(value);
    return found->second(value).value_or(std::to_string(value));
}

}  // namespace nianbao::docx_reading
