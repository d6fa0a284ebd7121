/// What a file says of itself, for formats with properties (`model/printed_marks.h`).
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include "model/document.h"

namespace nianbao {

/// The properties of a document with how many headings of sections are written and the marks of the lines that are the
/// program's own, as they stand in the file. None of a document without properties: it is no report, and nothing has to
/// come back of it.
[[nodiscard]] std::map<std::string, std::string> own_marks(const Document& document, std::size_t headings,
                                                           const std::vector<std::string>& own_lines);

}  // namespace nianbao
