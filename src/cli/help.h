/// Help, made from the commands' own data.
#pragma once

#include <string>

#include "cli/command.h"

namespace nianbao {

[[nodiscard]] std::string help_of_program(Language language);
[[nodiscard]] std::string help_of_command(const CommandSpec& command, Language language);

}  // namespace nianbao
