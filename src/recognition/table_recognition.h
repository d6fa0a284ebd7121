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

/// A part of a page; the ends are behind it.
struct GridRegion {
    std::uint32_t first_row{}, first_column{};
    std::uint32_t end_row{UINT32_MAX}, end_column{UINT32_MAX};

    [[nodiscard]] bool contains(const GridPosition& at) const {
        return at.row >= first_row && at.row < end_row && at.column >= first_column && at.column < end_column;
    }
};

/// Where the value of a cell stands.
struct ValuePlace {
    GridPosition at;
    bool taken{};  ///< covered by a merged cell whose value is read for a cell before
};

/// A further place with the labels of a cell of the form.
struct SecondPlace {
    std::size_t cell{};  ///< index into `RecognisedTable::cells`
    GridPosition at;
};

struct RecognisedTable {
    std::vector<std::optional<ValuePlace>> cells;  ///< of the table, in the order of the form
    std::vector<LabelSlip> slips;
    std::vector<SecondPlace> second_places;           ///< in rows and columns that are labelled like those of `cells`
    std::size_t lines_found{}, lines_wanted{};        ///< rows and columns, over all blocks
    GridPosition head;                                ///< where the table begins
    GridRegion extent{UINT32_MAX, UINT32_MAX, 0, 0};  ///< heads and values, without the labels of rows

    [[nodiscard]] bool is_whole() const { return lines_found == lines_wanted; }
    [[nodiscard]] std::size_t cells_found() const;
    /// Half of its lines at least: a word or two of a table is not the table.
    [[nodiscard]] bool is_enough() const { return cells_found() > 0 && 2 * lines_found >= lines_wanted; }
};

/// What stands beside a table and is not of it: a row with one of these words at the beginning of a text is passed
/// over.
struct ForeignWords {
    std::vector<std::u32string> prefixes;
};

/// `table` is an index into `form.tables`. Labels outside the region are not looked at.
[[nodiscard]] RecognisedTable recognise_table(const LabelGrid& grid, const Form& form, std::size_t table,
                                              const ForeignWords& foreign, const GridRegion& region = {});

/// The same table once more, beside or below where it was found: what is enough to be one.
[[nodiscard]] std::vector<RecognisedTable> recognise_copies(const LabelGrid& grid, const Form& form, std::size_t table,
                                                            const ForeignWords& foreign, const RecognisedTable& found);

}  // namespace nianbao
