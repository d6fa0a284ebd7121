/// The main part of a document into a draft: which of its elements are read, and in what state.
#pragma once

#include "ooxml/package.h"
#include "readers/docx/budget.h"
#include "readers/docx/draft.h"
#include "readers/docx/styles_part.h"

namespace nianbao::docx_reading {

/// `keeps_sources`: whether paragraphs get their pieces. Throws PackageError, and InputError (i.limit).
[[nodiscard]] Body read_body(const ooxml::Package& package, const Styles& styles, Budget& budget, bool keeps_sources);

}  // namespace nianbao::docx_reading
