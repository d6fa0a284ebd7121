/// Text as it may stand in a line of a text file.
#pragma once

#include <string>
#include <string_view>

namespace nianbao {

/// Line breaks become blanks, other control characters U+FFFD; a tab stays unless `tabs_too`.
[[nodiscard]] std::string plain_line(std::string_view text, bool tabs_too = true);

}  // namespace nianbao
