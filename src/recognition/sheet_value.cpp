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

/// Full-width digits and signs as ASCII, blanks inside left out.
std::string folded(std::string_view text) {
    std::string result;
    for (std::size_t at = 0; at < text.size();) {
        char32_t code = next_code_point(text, at);
        if (code >= 0xFF01 && code <= 0xFF5E) code -= 0xFEE0;
        if (!is_blank(code)) append_code_point(result, code);
    }
    return result;
}

bool is_digit(char byte) { return byte >= '0' && byte <= '9'; }

/// 1,204 as 1204; nothing where a comma does not part thousands.
std::optional<std::string> without_separators(const std::string& text) {
    if (text.find(',') == std::string::npos) return text;
    const std::string whole = text.substr(0, text.find('.'));
    std::string digits;
    std::size_t since = 0;
    bool parted = false;
    for (const char byte : whole) {
        if (byte == ',') {
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

/// The bytes at the beginning that may make a number.
std::size_t number_length(const std::string& text) {
    std::size_t at = text.starts_with('-') ? 1 : 0;
    while (at < text.size() && (is_digit(text[at]) || text[at] == ',' || text[at] == '.')) ++at;
    return at;
}

std::size_t unit_length(std::string_view rest, Unit unit) {
    const auto among = [&](const auto& units) -> std::size_t {
        const auto found = std::find_if(units.begin(), units.end(), [&](auto each) { return rest.starts_with(each); });
        return found == units.end() ? 0 : found->size();
    };
    return unit == Unit::money ? among(money_units) : among(counting_units);
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
            const auto date = cell.is_date ? date_of_serial(book, shown.text) : std::nullopt;
            if (date) value.cell = Mark{*date};
            value.is_date = date.has_value();
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
    rest.erase(0, unit_length(rest, unit));
    ReadNumber number{*amount, {}, text == *digits};
    if (rest.empty()) return number;
    const auto note = bracketed(rest, text);
    if (!note || note->empty()) return std::nullopt;
    number.note = *note;
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
