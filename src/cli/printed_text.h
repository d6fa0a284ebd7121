/// Whether what was printed holds the text of a document, wherever its lines, columns and pages break.
#pragma once

#include <string>
#include <string_view>

#include "model/document.h"

namespace nianbao {

/// The first few ideographs, letters and digits that `text` has less often than the document; empty where it has all.
/// Blanks and punctuation do not count: fonts draw some of them alike.
[[nodiscard]] std::string lost_characters(const Document& document, std::string_view text);

}  // namespace nianbao
