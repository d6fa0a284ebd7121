/// What a page of our own says of itself beside its text, taken into the report.
#pragma once

#include "model/document.h"
#include "model/form.h"
#include "model/report.h"
#include "recognition/title_parts.h"

namespace nianbao {

/// Agency and year into `parts`, kind, level, scope and dates into `report`; but nothing of it where the title of the
/// page, `report.title`, is another than the file was written with: whoever begins this year's report in last year's
/// file changes the title and leaves the properties.
void take_properties(const Document& document, const Statute& statute, Report& report, TitleParts& parts);

}  // namespace nianbao
