/// A document as CommonMark with GFM tables. Text is escaped so that it comes back the same; strong text is `<strong>`,
/// since `**` does not close between 。 and a Chinese character; a quotation is the program's own words (草稿,
/// guidance), never the agency's; merged heads are flattened (`flat_table.h`).
#pragma once

#include <string>

#include "model/document.h"

namespace nianbao {

[[nodiscard]] std::string write_markdown(const Document& document);

}  // namespace nianbao
