/// A draft into a page: lists numbered, tables laid out, everything at its place.
#pragma once

#include "model/page.h"
#include "model/word_sources.h"
#include "readers/docx/budget.h"
#include "readers/docx/draft.h"
#include "readers/docx/numbering_part.h"

namespace nianbao::docx_reading {

/// `sources`, where it is given, gets where everything stands in the XML. Throws InputError (i.limit).
[[nodiscard]] Page build_page(Body body, const Numbering& numbering, Budget& budget, WordSources* sources = nullptr);

}  // namespace nianbao::docx_reading
