/// The copy of a workbook or a Word document that goes back to the agency with the findings marked in it.
#pragma once

#include <string>
#include <vector>

#include "cli/command.h"
#include "cli/input.h"
#include "model/diagnostic.h"

namespace nianbao {

/// Throws UsageError where `input` can be read and is neither.
void require_markable(const Input& input, Language language);

/// The bytes of the copy. In a workbook every finding is at its cell and in a list, an accepted one in the list alone;
/// in a document it is at its cell, paragraph or phrase, one of more than twenty cells at the first, those without a
/// place are one comment at the title, and an accepted one is not told. `input` was read.
[[nodiscard]] std::string annotated_copy(const Input& input, const std::vector<Diagnostic>& findings,
                                         const Catalogue& catalogue, Language language);

}  // namespace nianbao
