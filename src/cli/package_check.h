/// `attach --verify`: whether a package is as it was packed, and whether all its copies say the same.
#pragma once

#include "cli/command.h"

namespace nianbao {

[[nodiscard]] int verify_package(const Invocation& invocation, Shell& shell);

}  // namespace nianbao
