/// Whether a report may go out: what `render` and `attach` refuse.
#pragma once

#include <vector>

#include "cli/command.h"
#include "cli/input.h"

namespace nianbao {

/// Tells the findings among `findings` that stop a report; where there are any and it is no draft, also that nothing is
/// written. True where the report may go out.
[[nodiscard]] bool may_go_out(const Input& input, const std::vector<Diagnostic>& findings, bool draft,
                              const Catalogue& catalogue, Shell& shell);

}  // namespace nianbao
