/// A table drawn in box characters, back into a grid with its merges.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "model/document.h"

namespace nianbao {

/// Whether a line is one of a drawn table.
[[nodiscard]] bool is_box_line(std::string_view line);

/// `lines` are those of one table, `number` is its number on the page. Texts that were wrapped in a cell are put
/// together without a blank. A drawing that is no table gives a grid without cells.
[[nodiscard]] Grid read_box_table(const std::vector<std::string>& lines, std::uint16_t number);

}  // namespace nianbao
