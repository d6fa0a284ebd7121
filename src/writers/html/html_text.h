/// Text as it may stand in an HTML page, as content or inside a quoted attribute.
#pragma once

#include <string>
#include <string_view>

#include "model/document.h"

namespace nianbao {

/// One line, `plain_line`; characters that HTML forbids, and those that turn the direction of what follows, become
/// U+FFFD.
[[nodiscard]] std::string escape_html(std::string_view text);

/// The runs of a paragraph: `<strong>` within `<del>` and `<ins>`, neighbours of a kind in one element.
[[nodiscard]] std::string html_of_runs(const Paragraph& paragraph);

/// The class of a paragraph's role: `guidance`; nothing for body text.
[[nodiscard]] std::string_view class_of_role(Paragraph::Role role);

/// ` name="3"`
[[nodiscard]] std::string attribute(std::string_view name, std::string_view value);

}  // namespace nianbao
