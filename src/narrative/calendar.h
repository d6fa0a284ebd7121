/// Dates as people write them.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace nianbao {

/// Whether a text is a day of the calendar written YYYY-MM-DD.
[[nodiscard]] bool is_date(std::string_view text);

/// A day as YYYY-MM-DD from 2025-01-20, 2025-1-20, 2025/1/20, 2025.1.20 or 2025年1月20日, full-width digits and blanks
/// between included; nothing for anything else.
[[nodiscard]] std::optional<std::string> read_date(std::string_view text);

}  // namespace nianbao
