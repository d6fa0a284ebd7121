/// The boxes that comments are shown in: shapes of VML, the drawing language that comments still use.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "writers/xlsx_annotator/cell_place.h"
#include "writers/xlsx_annotator/worksheet_scan.h"

namespace nianbao::annotation {

struct CommentBox {
    CellPlace place;
    std::string text;  ///< by which its size is chosen
};

/// A drawing without shapes. `number` is its own among all drawings of the workbook, for `boxes` of them.
[[nodiscard]] std::string empty_drawing(std::size_t number, std::size_t boxes);

/// Without the boxes of `removed`, with those of `added`: hidden until the mouse is over the cell.
[[nodiscard]] std::string changed_drawing(const std::string& before, std::string_view part,
                                          const std::vector<CellPlace>& removed, const std::vector<CommentBox>& added,
                                          const SheetGrid& grid);

}  // namespace nianbao::annotation
