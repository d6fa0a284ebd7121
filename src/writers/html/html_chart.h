/// A chart as a figure: an inline SVG of upright bars from zero, with a text alternative that says every number.
#pragma once

#include <cstddef>
#include <string>

#include "model/document.h"
#include "model/text.h"

namespace nianbao {

/// `number` makes the ids of the chart its own in the page. Labels and numbers are broken into lines, so that they keep
/// to the room of their bar.
[[nodiscard]] std::string html_of_chart(const Chart& chart, std::size_t number, Language language);

}  // namespace nianbao
