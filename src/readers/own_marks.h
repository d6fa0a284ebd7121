/// Files of our own, by what they say of themselves (`model/printed_marks.h`), held against what stands in them.
#pragma once

#include <map>
#include <string>

#include "model/page.h"

namespace nianbao {

/// Names without their prefix.
using OwnProperties = std::map<std::string, std::string>;

/// Gives the page its properties and the roles of lines that are the program's own and still as it wrote them; text
/// that someone wrote over one is text. Returns whether the page has all the headings that were written.
bool take_own_marks(OwnProperties own, Page& page);

}  // namespace nianbao
