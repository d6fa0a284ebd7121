/// The number of a list's item as its format writes it.
#pragma once

#include <string>
#include <string_view>

namespace nianbao::docx_reading {

/// `format` is a value of ST_NumberFormat. Formats that are not known, and numbers that a format cannot write, come as
/// decimals.
[[nodiscard]] std::string formatted_number(int value, std::string_view format);

}  // namespace nianbao::docx_reading
