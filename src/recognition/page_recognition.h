/// A page into a report: its tables by their labels, its sections by their headings, agency and year from its title.
/// The edition is the one whose labels the tables have, never the one of the year.
#pragma once

#include "model/origin.h"
#include "model/page.h"
#include "recognition/reading_hints.h"

namespace nianbao {

/// What is certain is read, what is not stays open with a note. Throws InputError where the page is no report, or
/// neither it nor the hints say whose and of which year.
[[nodiscard]] Reading recognise_page(const Page& page, const Statute& statute, const ReadingHints& hints = {});

}  // namespace nianbao
