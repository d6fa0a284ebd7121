/// Where the cells of a table stand in its grid.
#pragma once

#include <vector>

#include "readers/docx/budget.h"
#include "readers/docx/draft.h"

namespace nianbao::docx_reading {

struct PlacedCell {
    std::uint16_t row{}, column{}, rows{1}, columns{1};  ///< from 0
    bool head{};
    CellDraft* cell{};  ///< of the draft
};

struct TableGrid {
    std::uint16_t rows{}, columns{};
    std::vector<PlacedCell> cells;  ///< by row, then column
};

/// Takes deleted rows and cells out of the draft. The rest of a merged cell goes with its first one; where that is not
/// right above, or not as wide, it is a cell of its own. Throws InputError (i.limit).
[[nodiscard]] TableGrid place_cells(TableDraft& table, Budget& budget);

}  // namespace nianbao::docx_reading
