/// The formats that marks and the sheet of findings show with, at the end of the workbook's own.
#pragma once

#include <cstddef>

#include "model/rule.h"
#include "writers/package_edits/package_draft.h"

namespace nianbao::annotation {

struct MarkStyles {
    // Numbers of formats that conditional formats apply.
    std::size_t error{}, warning{}, info{}, head{}, bordered{};
    std::size_t wrapped{};  ///< number of a cell's format: text in several lines, at the top

    [[nodiscard]] std::size_t of(Severity severity) const;
};

/// Those that are there from an earlier run are used again.
[[nodiscard]] MarkStyles add_mark_styles(PackageDraft& draft, const Vocabulary& vocabulary);

}  // namespace nianbao::annotation
