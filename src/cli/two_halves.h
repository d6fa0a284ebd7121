/// A report that is handed in as two files: the words in one, the tables in another.
#pragma once

#include <string>

#include "cli/input.h"

namespace nianbao {

/// The report of `path` with the cells of `tables`. It has no reading where either cannot be read, or where they are
/// not of one agency and year (i.two-halves).
[[nodiscard]] Input read_two_halves(const std::string& path, const std::string& tables, const Statute& statute,
                                    Shell& shell, const ReadingChoices& choices);

}  // namespace nianbao
