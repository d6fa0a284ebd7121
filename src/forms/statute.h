/// Puts the law together: every form with the catalogue's sums expanded on it.
#pragma once

#include "forms/schema_files.h"
#include "model/form.h"

namespace nianbao {

/// Reads the files of `schemas/` (paths relative to that folder: `forms/2021.json`, `rules/tables.json`,
/// `agencies.json`). Throws DefinitionError.
[[nodiscard]] Statute load_statute(const SourceFiles& schemas);

}  // namespace nianbao
