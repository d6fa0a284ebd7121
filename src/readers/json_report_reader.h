/// The report file: JSON as an agency or a portal writes it.
///
/// Cells keep apart what the file keeps apart: a missing key is absent, `null` is blank, a text is a mark, a number is
/// a number. `0` for a row, a group or a table is the agency's statement that every cell in it is 0. Every value has
/// its line and column.
#pragma once

#include <string_view>

#include "model/origin.h"

namespace nianbao {

constexpr std::size_t max_paragraph_bytes = 1U << 20U;

/// Reads UTF-8 text without byte order mark. Throws InputError with every unknown key, wrong type and broken limit
/// found.
[[nodiscard]] Reading read_json_report(std::string_view text, const Statute& statute);

}  // namespace nianbao
