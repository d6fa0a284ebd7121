#include "model/spreadsheet.h"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <tuple>

namespace nianbao {

const SheetCell* Sheet::find(std::uint32_t row, std::uint16_t column) const {
    const auto before = [](const SheetCell& cell, const std::tuple<std::uint32_t, std::uint16_t>& at) {
        return std::tuple{cell.row, cell.column} < at;
    };
    const auto found = std::lower_bound(cells.begin(), cells.end(), std::tuple{row, column}, before);
    return found != cells.end() && found->row == row && found->column == column ? &*found : nullptr;
}

std::optional<std::string> date_of_serial(const Spreadsheet& book, const std::string& number) {
    using namespace std::chrono;
    int serial = 0;
    const char* const end = number.data() + number.size();
    const auto [stop, error] = std::from_chars(number.data(), end, serial);
    constexpr int least = 20'000, most = 200'000;
    if (error != std::errc{} || (stop != end && *stop != '.') || serial < least || serial > most) return std::nullopt;
    const sys_days start =
        book.dates_from_1904 ? sys_days{year{1904} / January / 1} : sys_days{year{1899} / December / 30};
    const year_month_day date{start + days{serial}};
    if (date.year() < year{1990} || date.year() > year{2199}) return std::nullopt;
    const auto two = [](unsigned value) { return (value < 10 ? "0" : "") + std::to_string(value); };
    return std::to_string(static_cast<int>(date.year())) + "-" + two(static_cast<unsigned>(date.month())) + "-" +
           two(static_cast<unsigned>(date.day()));
}

}  // namespace nianbao
