/// The text of a printed document (PDF) into a page: lines as in plain text, but their places are pages and lines.
#pragma once

#include <string_view>

#include "model/page.h"

namespace nianbao {

/// Reads UTF-8 text whose pages end in form feeds. Throws InputError (i.limit, i.encoding).
[[nodiscard]] Page read_printed_text(std::string_view text);

}  // namespace nianbao
