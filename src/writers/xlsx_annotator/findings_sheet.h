/// The sheet that lists the findings.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "writers/xlsx_annotator.h"
#include "writers/xlsx_annotator/mark_styles.h"

namespace nianbao::annotation {

/// The text of its part. `sheet_names` are those that links lead to.
[[nodiscard]] std::string findings_sheet_text(const Annotations& findings, const std::vector<std::string>& sheet_names,
                                              const MarkStyles& styles, const Vocabulary& vocabulary);

}  // namespace nianbao::annotation
