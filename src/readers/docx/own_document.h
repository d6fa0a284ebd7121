/// Documents of our own, by what they say of themselves (`model/printed_marks.h`).
#pragma once

#include "model/page.h"
#include "ooxml/package.h"

namespace nianbao::docx_reading {

/// Title and properties of the page, the roles of lines that are the program's own and still as it wrote them, and the
/// kind of the page where it has all the headings that were written. Nothing where the document is none of ours, or its
/// properties are damaged: nobody needs them to read it.
void take_own_properties(const ooxml::Package& package, Page& page);

}  // namespace nianbao::docx_reading
