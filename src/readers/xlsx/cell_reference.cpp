#include "readers/xlsx/cell_reference.h"

#include <algorithm>
#include <charconv>

#include "readers/xlsx_reader.h"

namespace nianbao::xlsx_reading {

std::optional<std::uint32_t> read_row(std::string_view digits) {
    std::uint32_t row = 0;
    const char* const end = digits.data() + digits.size();
    const auto read = std::from_chars(digits.data(), end, row);
    if (read.ec != std::errc{} || read.ptr != end || row == 0 || row > max_sheet_rows) return std::nullopt;
    return row;
}

std::optional<std::uint16_t> read_column(std::string_view letters) {
    constexpr std::size_t most_letters = 3;
    if (letters.empty() || letters.size() > most_letters) return std::nullopt;
    unsigned column = 0;
    for (char letter : letters) {
        if (letter >= 'a' && letter <= 'z') letter = static_cast<char>(letter - 'a' + 'A');
        if (letter < 'A' || letter > 'Z') return std::nullopt;
        column = column * 26 + static_cast<unsigned>(letter - 'A' + 1);
    }
    if (column > max_sheet_columns) return std::nullopt;
    return static_cast<std::uint16_t>(column);
}

std::optional<CellPosition> read_position(std::string_view written) {
    const std::size_t digits = std::min(written.find_first_of("0123456789"), written.size());
    const auto column = read_column(written.substr(0, digits));
    const auto row = read_row(written.substr(digits));
    if (!column || !row) return std::nullopt;
    return CellPosition{*row, *column};
}

std::optional<SheetRange> read_range(std::string_view written) {
    const std::size_t colon = written.find(':');
    const auto first = read_position(written.substr(0, colon));
    const auto last = colon == std::string_view::npos ? first : read_position(written.substr(colon + 1));
    if (!first || !last) return std::nullopt;
    return SheetRange{std::min(first->row, last->row), std::max(first->row, last->row),
                      std::min(first->column, last->column), std::max(first->column, last->column)};
}

std::string column_letters(std::uint16_t column) {
    std::string letters;
    for (unsigned rest = column; rest > 0; rest = (rest - 1) / 26) {
        letters.insert(letters.begin(), static_cast<char>('A' + (rest - 1) % 26));
    }
    return letters;
}

std::string position_text(CellPosition position) {
    return column_letters(position.column) + std::to_string(position.row);
}

}  // namespace nianbao::xlsx_reading
