/// Periods as they stand in prose: 2024年1月1日至12月31日, 自2024年1月1日起至2024年12月31日止.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace nianbao {

/// A missing part is 0; the second date of a range has the first one's year when it names none.
struct WrittenDate {
    int year{}, month{}, day{};
    bool whole{};  ///< the day is there and closed by 日
    bool operator==(const WrittenDate&) const = default;
};

struct DateRange {
    WrittenDate from, to;
    std::size_t begin{}, end{};  ///< bytes of the text
};

[[nodiscard]] std::vector<DateRange> find_date_ranges(std::string_view text);

}  // namespace nianbao
