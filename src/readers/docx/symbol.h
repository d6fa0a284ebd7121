/// Characters that are named by a font and a number of its own.
#pragma once

#include <string>
#include <string_view>

namespace nianbao::docx_reading {

/// `code` in hexadecimal. Empty where nothing is known of it.
[[nodiscard]] std::string symbol_text(std::string_view font, std::string_view code);

}  // namespace nianbao::docx_reading
