/// A grid as a table of WordprocessingML.
#pragma once

#include <string>

#include "model/document.h"

namespace nianbao::docx {

/// Fixed layout, `gridCol` equal to `tcW` (WPS squeezes tables otherwise), every cell that a merge continues in
/// written. Rows never break over pages. A table with one head repeats it on every page; one of several bands, each
/// with a head of its own, keeps every band together instead. Nothing for a grid without places.
[[nodiscard]] std::string word_table(const Grid& grid);

}  // namespace nianbao::docx
