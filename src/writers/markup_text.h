/// Text as it may stand in XML and HTML, as content or inside a quoted attribute.
#pragma once

#include <string>
#include <string_view>

namespace nianbao {

/// One line, `plain_line`, tabs kept. Characters that XML 1.0 or HTML forbids, and those that turn the direction of
/// what follows, become U+FFFD.
[[nodiscard]] std::string markup_line(std::string_view text);

/// The same with `&`, `<`, `>` and `"` escaped.
[[nodiscard]] std::string escape_markup(std::string_view text);

}  // namespace nianbao
