/// The marks of one worksheet: its conditional formats, its comments and their boxes.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "writers/package_edits/package_draft.h"
#include "writers/xlsx_annotator.h"
#include "writers/xlsx_annotator/mark_styles.h"

namespace nianbao::annotation {

/// Replaces the marks of a worksheet's part by those given, which may be none. `number` is the sheet's own.
void mark_sheet(PackageDraft& draft, const std::string& part, std::size_t number, const std::vector<SheetMark>& marks,
                const MarkStyles& styles);

}  // namespace nianbao::annotation
