/// A draft into a page: lists numbered, tables laid out, everything at its place.
#pragma once

#include "model/page.h"
#include "readers/docx/budget.h"
#include "readers/docx/draft.h"
#include "readers/docx/numbering_part.h"

namespace nianbao::docx_reading {

/// Throws InputError (i.limit).
[[nodiscard]] Page build_page(Body body, const Numbering& numbering, Budget& budget);

}  // namespace nianbao::docx_reading
