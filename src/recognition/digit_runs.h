/// Numbers that have lost what parted them, cut again where the sums of the form leave one way: first those of the row,
/// then those of the columns over all rows of the table.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "recognition/cell_sums.h"

namespace nianbao {

/// All ways of cutting runs of digits into so many numbers for which the sums hold. Each run is cut for itself; a
/// number but 0 does not begin with 0. Nothing where there are too many to look at: then none is known to be alone.
[[nodiscard]] std::optional<std::vector<Numbers>> ways_to_cut(const std::vector<std::string>& runs, std::size_t cells,
                                                              const CellSums& sums);

/// A row that may be read in several ways.
struct OpenRow {
    std::vector<std::size_t> cells;  ///< of the table
    std::vector<Numbers> ways;
};

/// Takes away every way with which a sum of the table cannot hold, whatever way is taken in the other rows. Sums over
/// cells that nobody knows say nothing. False where the sums cannot hold at all; the rows are then as good as unread.
[[nodiscard]] bool narrow_ways(std::vector<OpenRow>& rows, const std::vector<std::optional<Amount>>& known,
                               const CellSums& sums);

/// Whether the columns can prove a row: sums over it and others, with no cell that nobody knows, hold all its cells but
/// one at most, which the row's own sum does. Without them a report whose own sum is wrong may be cut wrongly.
[[nodiscard]] bool is_proved(const OpenRow& row, const std::vector<OpenRow>& rows,
                             const std::vector<std::optional<Amount>>& known, const CellSums& sums);

/// The numbers that all ways have in common, by column.
[[nodiscard]] std::vector<std::optional<Amount>> common_numbers(const std::vector<Numbers>& ways);

}  // namespace nianbao
