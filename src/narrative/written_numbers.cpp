#include "narrative/written_numbers.h"

#include <string>
#include <string_view>

namespace nianbao {
namespace {

constexpr std::size_t most_digits = 15;

bool is_digit(char32_t code) { return code >= U'0' && code <= U'9'; }

int chinese_digit(char32_t code) {
    switch (code) {
        case U'〇':
        case U'零':
        case U'○':
            return 0;
        case U'一':
            return 1;
        case U'二':
        case U'两':
            return 2;
        case U'三':
            return 3;
        case U'四':
            return 4;
        case U'五':
            return 5;
        case U'六':
            return 6;
        case U'七':
            return 7;
        case U'八':
            return 8;
        case U'九':
            return 9;
        default:
            return -1;
    }
}

std::int64_t chinese_power(char32_t code) {
    switch (code) {
        case U'十':
            return 10;
        case U'百':
            return 100;
        case U'千':
            return 1000;
        case U'万':
            return 10000;
        case U'亿':
            return 100000000;
        default:
            return 0;
    }
}

bool is_vague(char32_t code) { return code == U'几' || code == U'数'; }

/// What the last digit that is not 0 counts.
std::int64_t place_of(std::int64_t value) {
    std::int64_t place = 1;
    while (value != 0 && value % (place * 10) == 0) place *= 10;
    return place;
}

Amount whole(std::int64_t units) { return {units, 0}; }

class NumberReader {
public:
    NumberReader(const DenseText& text, std::size_t at) : text_(text), begin_(at), at_(at) {}

    std::optional<WrittenNumber> read() {
        const bool arabic = is_digit(code(at_));
        if (arabic && begin_ > 0 && !text_.behind_blank(begin_) && goes_on_from(code(begin_ - 1))) return std::nullopt;
        if (reads_as(U"百分之")) number_.percent = true;
        if (!(is_digit(code(at_)) ? read_arabic() : read_chinese())) return std::nullopt;
        if (code(at_) == U'%' || code(at_) == U'‰') {
            number_.percent = true;
            ++at_;
        }
        number_.length = at_ - begin_;
        return number_;
    }

private:
    [[nodiscard]] char32_t code(std::size_t at) const { return at < text_.codes.size() ? text_.codes[at] : U'\0'; }
    [[nodiscard]] bool joined(std::size_t at) const { return at < text_.codes.size() && !text_.behind_blank(at); }

    static bool goes_on_from(char32_t before) { return is_digit(before) || before == U'.' || before == U'-'; }

    bool reads_as(std::u32string_view word) {
        if (std::u32string_view(text_.codes).substr(at_, word.size()) != word) return false;
        at_ += word.size();
        return true;
    }

    /// 1,234 and 1，234: a sign and exactly three digits behind one to three.
    [[nodiscard]] bool is_group(std::size_t at) const {
        if (code(at) != U'，' || !joined(at) || !joined(at + 1)) return false;
        return is_digit(code(at + 1)) && is_digit(code(at + 2)) && is_digit(code(at + 3)) && !is_digit(code(at + 4));
    }

    bool read_arabic() {
        std::string digits;
        const auto take_digits = [&] {
            do digits += static_cast<char>(code(at_++));
            while (is_digit(code(at_)) && joined(at_));
        };
        take_digits();
        if (digits.size() <= 3) {
            while (is_group(at_) && digits.size() <= most_digits) {
                ++at_;
                take_digits();
            }
        }
        if (digits.size() > most_digits) return false;
        int places = 0;
        if (code(at_) == U'.' && joined(at_) && joined(at_ + 1) && is_digit(code(at_ + 1))) {
            digits += '.';
            ++at_;
            const std::size_t point = digits.size();
            take_digits();
            places = static_cast<int>(digits.size() - point);
            if (code(at_) == U'.') return false;  // 1.2.3
        }
        const auto value = parse_amount(digits);
        if (!value) return false;
        number_.value = *value;
        number_.place = places == 0 ? whole(place_of(value->units)) : decimal_place(places);
        return multiply();
    }

    static Amount decimal_place(int places) {
        Amount place{0, 1000000000000000000 / 10};
        for (int i = 1; i < places; ++i) place.attos /= 10;
        return place;
    }

    /// 1.2万, 3千
    bool multiply() {
        const std::int64_t power = chinese_power(code(at_));
        if (power < 100 || !joined(at_)) return true;
        if (number_.value.units > 1000000) return false;
        number_.value = scaled(number_.value, power);
        number_.place = scaled(number_.place, power);
        number_.grouped = true;
        ++at_;
        return true;
    }

    static Amount scaled(Amount amount, std::int64_t power) {
        for (; power > 1; power /= 10) amount = times(amount, 10);
        return amount;
    }

    bool read_chinese() {
        const std::size_t first = at_;
        if (at_ > 0 && at_ == begin_ && is_vague(code(at_ - 1))) number_.vague = true;
        std::size_t end = at_;
        bool has_power = false;
        for (; chinese_digit(code(end)) >= 0 || chinese_power(code(end)) > 0; ++end)
            has_power = has_power || chinese_power(code(end)) > 0;
        if (end == first || end - first > 20) return false;
        const std::u32string_view word = std::u32string_view(text_.codes).substr(first, end - first);
        at_ = end;
        if (is_vague(code(end))) number_.vague = true;
        const auto value = has_power ? by_powers(word) : by_digits(word);
        if (!value) number_.vague = true;
        number_.value = whole(value.value_or(0));
        number_.place = whole(place_of(number_.value.units));
        if (number_.percent && value && code(at_) == U'点') read_chinese_decimals();
        return true;
    }

    void read_chinese_decimals() {
        std::string digits = to_string(number_.value) + ".";
        const std::size_t point = digits.size();
        for (++at_; chinese_digit(code(at_)) >= 0 && digits.size() < most_digits; ++at_)
            digits += static_cast<char>('0' + chinese_digit(code(at_)));
        if (const auto value = parse_amount(digits)) {
            number_.value = *value;
            number_.place = decimal_place(static_cast<int>(digits.size() - point));
        }
    }

    /// 二〇二四; 三五 and 一两 tell no number.
    static std::optional<std::int64_t> by_digits(std::u32string_view word) {
        if (word.size() == 1) return chinese_digit(word.front());
        if (word.size() > 6 || word.find(U'两') != std::u32string_view::npos) return std::nullopt;
        if (word.size() == 2 && word.find(U'〇') == std::u32string_view::npos) return std::nullopt;
        std::int64_t value = 0;
        for (const char32_t each : word) value = value * 10 + chinese_digit(each);
        return value;
    }

    /// 三千五百二十五, 一百零二, 十二, 一万二千; nothing for what is not in order (百千).
    static std::optional<std::int64_t> by_powers(std::u32string_view word) {
        std::int64_t total = 0, section = 0, digit = -1, last_power = 0;
        for (const char32_t each : word) {
            const std::int64_t power = chinese_power(each);
            if (power == 0) {
                if (digit > 0) return std::nullopt;
                digit = chinese_digit(each);
                if (digit == 0) last_power = 10;  // 一百零二: the next digit counts ones
            } else if (power < 10000) {
                if (digit < 0 && !(power == 10 && section == 0)) return std::nullopt;
                section += (digit < 0 ? 1 : digit) * power;
                digit = -1;
                last_power = power;
            } else {
                section += digit > 0 ? digit : 0;
                if (section == 0 && total == 0) return std::nullopt;
                total = (total + section) * power;
                section = 0;
                digit = -1;
                last_power = power;
            }
        }
        if (digit > 0 && last_power > 10) return std::nullopt;  // 三百五 may be 350
        return total + section + (digit > 0 ? digit : 0);
    }

    const DenseText& text_;
    std::size_t begin_, at_;
    WrittenNumber number_;
};

}  // namespace

std::optional<WrittenNumber> number_at(const DenseText& text, std::size_t at) {
    if (at >= text.codes.size() || !may_begin_number(text.codes[at])) return std::nullopt;
    return NumberReader(text, at).read();
}

}  // namespace nianbao
