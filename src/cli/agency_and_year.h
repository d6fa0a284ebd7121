/// The options that say whose report it is and of which year: `--agency`, `--year`.
#pragma once

#include <string>

#include "cli/command.h"

namespace nianbao {

/// The name that was given; empty without the option. Throws UsageError for one with control characters or wrong bytes.
[[nodiscard]] std::string agency_option(const Invocation& invocation, Language language);

/// A year from `first` to `last`; 0 without the option. Throws UsageError for any other.
[[nodiscard]] int year_option(const Invocation& invocation, int first, int last, Language language);

}  // namespace nianbao
