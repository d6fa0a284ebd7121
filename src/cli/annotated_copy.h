/// The copy of a workbook that goes back to the agency with the findings marked in it.
#pragma once

#include <string>
#include <vector>

#include "cli/command.h"
#include "cli/input.h"
#include "model/diagnostic.h"

namespace nianbao {

/// Throws UsageError where `input` can be read and is no workbook.
void require_markable(const Input& input, Language language);

/// The bytes of the copy: every finding at its cell and in a list, an accepted one in
/// the list alone. `input` is a workbook that was read.
[[nodiscard]] std::string annotated_copy(const Input& input, const std::vector<Diagnostic>& findings,
                                         const Catalogue& catalogue, Language language);

}  // namespace nianbao
