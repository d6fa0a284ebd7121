/// A page into a report: its tables by their labels, its sections by their headings, agency and year from its title.
/// The edition is the one whose labels the tables have, never the one of the year.
#pragma once

#include <string>

#include "model/origin.h"
#include "model/page.h"

namespace nianbao {

/// What the reader knows better than the page.
struct PageHints {
    std::string agency;  ///< empty: as the page says
    int year{};          ///< 0: as the page says
};

/// What is certain is read, what is not stays open with a note. Throws InputError where the page is no report, or
/// neither it nor the hints say whose and of which year.
[[nodiscard]] Reading recognise_page(const Page& page, const Statute& statute, const PageHints& hints = {});

}  // namespace nianbao
