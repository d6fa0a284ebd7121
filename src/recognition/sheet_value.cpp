#include "recognition/sheet_value.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "unicode/utf8.h"

namespace nianbao {
namespace {

using namespace std::string_view_literals;

constexpr std::array counting_units{"件次"sv, "件"sv, "次"sv, "例"sv, "份"sv, "条"sv, "宗"sv, "项"sv, "个"sv, "起"sv};
constexpr std::array money_units{"万元"sv};

// What a remark may be made of that says what is counted, not what was.
constexpr std::array scales{"十"sv, "百"sv, "千"sv, "万"sv, "亿"sv, "拾"sv, "佰"sv, "仟"sv, "萬"sv, "億"sv};
constexpr std::array other_units{"美元"sv, "元"sv, "圆"sv, "块"sv, "角"sv, "分"sv, "人次"sv, "人"sv,
                                 "户"sv,   "家"sv, "页"sv, "张"sv, "篇"sv, "成"sv, "%"sv,    "‰"sv};
constexpr std::array unit_words{"计量单位"sv, "单位"sv, "人民币"sv, "为"sv, "按"sv,
                                "以"sv,       "均"sv,   "计算"sv,   "计"sv, "数"sv};
constexpr std::array clause_ends{","sv, ";"sv, ":"sv, "/"sv, "、"sv, "。"sv};

bool is_line_break(char32_t code) {
    return (code >= U'\n' && code <= U'\r') || code == 0x85 || code == 0x2028 || code == 0x2029;
}

/// Between digits these may part thousands.
bool is_narrow_blank(char32_t code) {
    return code == U' ' || code == 0xA0 || (code >= 0x2006 && code <= 0x2009) || code == 0x202F;
}

/// Full-width digits and signs as ASCII; blanks as U+0020, or as a tab where they do not belong into a number.
std::string folded(std::string_view text) {
    std::string result;
    for (std::size_t at = 0; at < text.size();) {
        char32_t code = next_code_point(text, at);
        if (code >= 0xFF01 && code <= 0xFF5E) code -= 0xFEE0;
        if (is_line_break(code)) code = U'\n';
        if (code != U'\n' && is_blank(code)) code = is_narrow_blank(code) ? U' ' : U'\t';
        append_code_point(result, code);
    }
    return result;
}

std::string without_blanks(std::string text) {
    std::erase_if(text, [](char byte) { return byte == ' ' || byte == '\t' || byte == '\n'; });
    return text;
}

bool is_digit(char byte) { return byte >= '0' && byte <= '9'; }

/// 1,204 and 1 204 as 1204; nothing where what stands between digits does not part thousands.
std::optional<std::string> without_separators(const std::string& text) {
    const char separator = text.find(' ') == std::string::npos ? ',' : ' ';
    if (text.find(separator) == std::string::npos) return text;
    const std::string whole = text.substr(0, text.find('.'));
    std::string digits;
    std::size_t since = 0;
    bool parted = false;
    for (const char byte : whole) {
        if (byte == separator) {
            if (since == 0 || since > 3 || (parted && since != 3)) return std::nullopt;
            parted = true;
            since = 0;
        } else {
            if (byte != '-') ++since;
            digits += byte;
        }
    }
    if (since != 3) return std::nullopt;
    return digits + text.substr(whole.size());
}

/// The bytes at the beginning that may make a number: a blank is of it where a digit follows.
std::size_t number_length(const std::string& text) {
    std::size_t at = text.starts_with('-') ? 1 : 0;
    const auto goes_on = [&] {
        if (text[at] == ' ') return at + 1 < text.size() && is_digit(text[at + 1]);
        return is_digit(text[at]) || text[at] == ',' || text[at] == '.';
    };
    while (at < text.size() && goes_on()) ++at;
    return at;
}

std::size_t unit_length(std::string_view rest, Unit unit) {
    const auto among = [&](const auto& units) -> std::size_t {
        const auto found = std::find_if(units.begin(), units.end(), [&](auto each) { return rest.starts_with(each); });
        return found == units.end() ? 0 : found->size();
    };
    return unit == Unit::money ? among(money_units) : among(counting_units);
}

/// The beginning of `text` that is one of `words`, taken away; false: none.
template <typename Words>
bool take_one(std::string_view& text, const Words& words) {
    const auto found =
        std::find_if(words.begin(), words.end(), [&](std::string_view word) { return text.starts_with(word); });
    if (found == words.end()) return false;
    text.remove_prefix(found->size());
    return true;
}

enum class Remark : std::uint8_t { prose, own_unit, other_unit };

/// Whether a remark says what the number before it counts: 百件, 单位：元. `text` is without blanks.
Remark kind_of_remark(std::string_view text, Unit unit) {
    bool own = false, other = false, prose = false;
    while (!text.empty()) {
        if (const std::size_t length = unit_length(text, unit); length > 0) {
            text.remove_prefix(length);
            own = true;
        } else if (take_one(text, unit_words)) {
            continue;
        } else if (take_one(text, scales) || take_one(text, other_units) || take_one(text, counting_units)) {
            other = true;
        } else if (take_one(text, clause_ends)) {
            if (other) return Remark::other_unit;
        } else {
            other = false;
            prose = true;
            while (!text.empty() && !take_one(text, clause_ends)) text.remove_prefix(1);
        }
    }
    if (other) return Remark::other_unit;
    return own && !prose ? Remark::own_unit : Remark::prose;
}

bool is_number_alone(const std::string& remark) {
    return remark.find_first_not_of("0123456789.,-+%") == std::string::npos;
}

/// The remark in brackets that is all the rest of the text; `rest` has its brackets folded.
std::optional<std::string> bracketed(const std::string& rest, const std::string& written) {
    if (!rest.starts_with('(') || !rest.ends_with(')') || rest.find('(', 1) != std::string::npos) return std::nullopt;
    const auto wide = written.find("（");
    const auto open = std::min(wide, written.find('('));
    const std::size_t bracket = open == wide ? "（"sv.size() : 1;
    std::string inside = written.substr(open + bracket);
    inside.resize(inside.size() - (inside.ends_with("）") ? "）"sv.size() : 1));
    return trimmed(inside);
}

/// Nothing, or the underscores of a place left open.
bool is_open_place(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const char32_t code = next_code_point(text, at);
        if (code != U'_' && code != U'＿') return false;
    }
    return true;
}

ReadValue value_of_text(const std::string& text, Unit unit) {
    ReadValue value;
    const std::string written = trimmed(text);
    if (is_open_place(written)) return value;
    const std::optional<ReadNumber> number = read_written_number(written, unit);
    if (!number) {
        value.cell = Mark{written};
        return value;
    }
    value.cell = number->number;
    value.note = number->note;
    value.raw = text;
    return value;
}

std::string two_digits(std::int64_t number) { return (number < 10 ? "0" : "") + std::to_string(number); }

/// The time of day that a part of a day is, to the second.
std::string time_of(const Amount& part) {
    constexpr std::int64_t nanos = 1'000'000'000, seconds_of_day = 86'400;
    const std::int64_t seconds = (part.attos / nanos * seconds_of_day + nanos / 2) / nanos;
    const std::string time = std::to_string(seconds / 3600) + ":" + two_digits(seconds / 60 % 60);
    return seconds % 60 == 0 ? time : time + ":" + two_digits(seconds % 60);
}

/// What a number in a cell of dates says to its reader, as far as it is known here.
std::string date_or_time(const Spreadsheet& book, const std::string& number) {
    if (const auto date = date_of_serial(book, number)) return *date;
    const auto amount = parse_amount(number);
    return amount && amount->units == 0 && amount->attos != 0 ? time_of(*amount) : number;
}

ReadValue value_of(const SheetValue& shown, const SheetCell& cell, Unit unit, const Spreadsheet& book) {
    ReadValue value;
    switch (shown.kind) {
        case SheetValue::Kind::blank:
            break;
        case SheetValue::Kind::text:
            return value_of_text(shown.text, unit);
        case SheetValue::Kind::boolean:
        case SheetValue::Kind::error:
            value.cell = Mark{shown.text};
            break;
        case SheetValue::Kind::number: {
            const auto amount = parse_amount(shown.text);
            value.cell = amount ? Cell(*amount) : Cell(Mark{shown.text});
            if (cell.is_date) value.cell = Mark{date_or_time(book, shown.text)};
            value.is_date = cell.is_date;
            break;
        }
    }
    return value;
}

/// Text and number that read the same are the same.
bool differ(const SheetValue& held, const SheetValue& now) {
    if (held.text.empty() || now.text.empty()) return held.text.empty() != now.text.empty();
    const auto a = parse_amount(held.text);
    const auto b = parse_amount(now.text);
    return a && b ? *a != *b : held.text != now.text;
}

}  // namespace

std::optional<ReadNumber> read_written_number(const std::string& text, Unit unit) {
    const std::string all = folded(text);
    const std::size_t length = number_length(all);
    if (length == 0) return std::nullopt;
    const auto digits = without_separators(all.substr(0, length));
    const auto amount = digits ? parse_amount(*digits) : std::nullopt;
    if (!amount) return std::nullopt;
    std::string rest = all.substr(length);
    rest.erase(0, rest.find_first_not_of(" \t"));
    rest.erase(0, unit_length(rest, unit));
    rest = trimmed(rest);
    ReadNumber number{*amount, {}, text == *digits};
    if (rest.empty()) return number;
    const auto note = bracketed(rest, text);
    if (!note || note->empty()) return std::nullopt;
    const std::string remark = without_blanks(folded(*note));
    const Remark kind = kind_of_remark(remark, unit);
    if (kind == Remark::other_unit || is_number_alone(remark)) return std::nullopt;
    if (kind == Remark::prose) number.note = *note;
    return number;
}

ReadValue read_sheet_value(const SheetCell* cell, Unit unit, const Spreadsheet& dates) {
    if (!cell) return {};
    ReadValue value = value_of(cell->value, *cell, unit, dates);
    if (cell->formula.empty()) return value;
    if (!cell->recomputed) {
        value.not_recomputed = true;
    } else if (cell->stored && differ(*cell->stored, cell->value)) {
        value.held = cell->stored->text;
    }
    return value;
}

}  // namespace nianbao
