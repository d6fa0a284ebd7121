/// What an Office file says of itself beside its content.
#pragma once

#include <map>
#include <string>

#include "ooxml/package.h"

namespace nianbao {

/// `title`, `creator` and the custom properties, by their names. Throws PackageError.
[[nodiscard]] std::map<std::string, std::string> read_properties(const ooxml::Package& package);

}  // namespace nianbao
