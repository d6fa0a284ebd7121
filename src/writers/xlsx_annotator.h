/// A workbook given back with the findings marked in it: the agency's own file, its styles, formulas and all that this
/// program does not know of byte for byte.
///
/// A mark is a comment by the author `nianbao` and a colour by a conditional format that is always true, so no cell's
/// own format changes; a sheet at the end lists all findings. Marks of an earlier run are replaced, also where an
/// office has written the file anew in between. Comments of the user stay; where one stands at a marked cell, the
/// finding follows in it. A protected sheet stays protected.
///
/// A workbook without findings gets the sheet too: it says that the check was made, and that nothing was found.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/diagnostic.h"
#include "model/rule.h"

namespace nianbao {

/// What is said at a cell.
struct SheetMark {
    std::size_t sheet{};  ///< as in `Spreadsheet::sheets`
    std::uint32_t row{};  ///< rows and columns count from 1
    std::uint16_t column{};
    Severity severity{Severity::error};
    std::string text;
};

/// A line of the sheet that lists the findings.
struct FindingRow {
    Severity severity{Severity::error};  ///< its colour
    std::string severity_text;
    std::string message, hint;
    std::string place;  ///< sheet and cell in words; may be empty
    std::string code;
    std::optional<SheetPlace> cell;  ///< a link leads there
};

struct Annotations {
    std::vector<SheetMark> marks;  ///< those in no sheet of the workbook are passed over
    std::vector<FindingRow> rows;
    std::string summary;  ///< below the sheet's title; may be empty
};

/// The same bytes for the same input. Throws WriteError where the file is no sound workbook.
[[nodiscard]] std::string annotate_workbook(std::string_view bytes, const Annotations& findings);

}  // namespace nianbao
