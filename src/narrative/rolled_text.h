/// Last year's prose as a starting point for this year's: its own year moves on, and every figure, date and event, and
/// every claim that there was none, gives way to a mark that shows it, so that none is left in by mistake.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "model/drafting.h"

namespace nianbao {

/// How marks read; `{was}` is what stood there.
struct RollMarks {
    std::string figure, date, year;
    std::string none;  ///< a claim that there was none
};

struct RolledText {
    std::string text;
    std::size_t figures{};  ///< places that were marked
    std::size_t years{};    ///< mentions of the report's own year that moved on
};

/// `year` is the year of the report the text comes from. Kept as they are: what stands in 《》, numbers of documents
/// and articles, addresses and telephone numbers, internet addresses, the period of a whole year, dates of other years.
[[nodiscard]] RolledText roll_text(std::string_view text, int year, const FigureWords& words, const RollMarks& marks);

}  // namespace nianbao
