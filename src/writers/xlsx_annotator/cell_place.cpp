#include "writers/xlsx_annotator/cell_place.h"

#include <algorithm>
#include <tuple>

namespace nianbao::annotation {

std::string name_of(CellPlace place) {
    std::string letters;
    for (std::uint32_t left = place.column; left > 0; left = (left - 1) / 26) {
        letters.insert(letters.begin(), static_cast<char>('A' + (left - 1) % 26));
    }
    return letters + std::to_string(place.row);
}

std::optional<CellPlace> parse_place(std::string_view name) {
    constexpr std::uint32_t last_row = 1'048'576, last_column = 16'384;
    std::uint32_t row = 0, column = 0;
    std::size_t at = 0;
    const auto is_letter = [](char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); };
    const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
    for (; at < name.size() && is_letter(name[at]) && column <= last_column; ++at) {
        column = column * 26 + static_cast<std::uint32_t>((name[at] | 0x20) - 'a' + 1);
    }
    for (; at < name.size() && is_digit(name[at]) && row <= last_row; ++at) {
        row = row * 10 + static_cast<std::uint32_t>(name[at] - '0');
    }
    const bool fits = row > 0 && column > 0 && row <= last_row && column <= last_column;
    if (at != name.size() || !fits) return std::nullopt;
    return CellPlace{row, static_cast<std::uint16_t>(column)};
}

std::optional<SheetRange> parse_range(std::string_view name) {
    const std::size_t colon = name.find(':');
    const auto first = parse_place(name.substr(0, colon));
    const auto last = colon == std::string_view::npos ? first : parse_place(name.substr(colon + 1));
    if (!first || !last) return std::nullopt;
    return SheetRange{first->row, last->row, first->column, last->column};
}

std::string list_of(std::vector<CellPlace> places) {
    std::sort(places.begin(), places.end(), [](CellPlace a, CellPlace b) {
        return std::tuple{a.column, a.row} < std::tuple{b.column, b.row};
    });
    std::string list;
    for (std::size_t i = 0; i < places.size();) {
        std::size_t last = i;
        while (last + 1 < places.size() && places[last + 1].column == places[last].column &&
               places[last + 1].row == places[last].row + 1) {
            ++last;
        }
        list += (list.empty() ? "" : " ") + name_of(places[i]);
        if (last > i) list += ":" + name_of(places[last]);
        i = last + 1;
    }
    return list;
}

}  // namespace nianbao::annotation
