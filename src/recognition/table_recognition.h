/// A statutory table on a page, found by its labels: which place holds which cell of the form. Rows and columns are
/// matched in the order of the form, so that rows and columns put in between, or labels that occur twice, do no harm.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/form.h"
#include "recognition/label_grid.h"

namespace nianbao {

/// A label that is not quite the form's.
struct LabelSlip {
    GridPosition at;
    std::string actual, expected;
};

struct RecognisedTable {
    std::vector<std::optional<GridPosition>> cells;  ///< of the table, in the order of the form
    std::vector<LabelSlip> slips;
    std::size_t lines_found{}, lines_wanted{};  ///< rows and columns, over all blocks
    GridPosition head;                          ///< where the table begins

    [[nodiscard]] bool is_whole() const { return lines_found == lines_wanted; }
    [[nodiscard]] std::size_t cells_found() const;
};

/// What stands beside a table and is not of it: a row with one of these words at the beginning of a text is passed
/// over.
struct ForeignWords {
    std::vector<std::u32string> prefixes;
};

/// `table` is an index into `form.tables`.
[[nodiscard]] RecognisedTable recognise_table(const LabelGrid& grid, const Form& form, std::size_t table,
                                              const ForeignWords& foreign);

}  // namespace nianbao
