/// The program: words of the command line in, exit code out. Everything that can go wrong ends here in one message.
#pragma once

#include <string>
#include <vector>

#include "cli/command.h"
#include "cli/exit_code.h"

namespace nianbao {

/// English for a locale that says `en`, Chinese for all others.
[[nodiscard]] Language language_of_locale(const std::string& name);

/// Standard output took less than was written to it.
[[nodiscard]] std::string output_lost_message(Language language);

int run_program(const std::vector<std::string>& words, Shell& shell);

}  // namespace nianbao
