/// Reads `schemas/drafting.json`.
#pragma once

#include <string>
#include <string_view>

#include "model/drafting.h"

namespace nianbao {

/// Throws DefinitionError.
[[nodiscard]] Drafting read_drafting(std::string_view text, const std::string& file);

}  // namespace nianbao
