#include "readers/spreadsheet/formula_reference.h"

#include <algorithm>

namespace nianbao::formulas {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); }

/// Takes at most `most` characters of a kind from the front, a `$` before them too.
template <typename Kind>
std::string_view take(std::string_view& text, std::size_t most, Kind is_kind) {
    std::size_t at = text.starts_with('$') ? 1 : 0;
    const std::size_t first = at;
    while (at < text.size() && at - first <= most && is_kind(text[at])) ++at;
    if (at == first || at - first > most) return {};
    const std::string_view taken = text.substr(first, at - first);
    text.remove_prefix(at);
    return taken;
}

}  // namespace

std::optional<Corner> parse_corner(std::string_view text) {
    constexpr std::size_t most_letters = 3, most_digits = 7;
    std::uint32_t column = 0, row = 0;
    const std::string_view letters = take(text, most_letters, is_letter);
    for (const char c : letters) column = column * 26 + static_cast<std::uint32_t>((c | 0x20) - 'a' + 1);
    const std::string_view digits = take(text, most_digits, is_digit);
    for (const char c : digits) row = row * 10 + static_cast<std::uint32_t>(c - '0');
    const bool wrong = (letters.empty() && digits.empty()) || (!digits.empty() && row == 0);
    if (wrong || !text.empty() || row > last_row || column > last_column) return std::nullopt;
    return Corner{row, static_cast<std::uint16_t>(column)};
}

std::optional<SheetRange> range_between(Corner a, Corner b) {
    if ((a.row == 0) != (b.row == 0) || (a.column == 0) != (b.column == 0)) return std::nullopt;
    const SheetRange range{std::min(a.row, b.row), std::max(a.row, b.row), std::min(a.column, b.column),
                           std::max(a.column, b.column)};
    if (a.row == 0) return SheetRange{1, last_row, range.first_column, range.last_column};
    if (a.column == 0) return SheetRange{range.first_row, range.last_row, 1, last_column};
    return range;
}

}  // namespace nianbao::formulas
