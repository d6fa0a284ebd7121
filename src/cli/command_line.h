/// Turns the words of a command line into an Invocation, with CLI11 as the parser.
#pragma once

#include <string>
#include <vector>

#include "cli/command.h"

namespace nianbao {

/// Throws UsageError with a sentence in `language`: an unknown option with the nearest known one, a missing value or
/// input, a choice that does not exist.
[[nodiscard]] Invocation parse_command_line(const CommandSpec& command, const std::vector<std::string>& words,
                                            Language language);

}  // namespace nianbao
