/// How wide the columns of a text table are to be.
#pragma once

#include <cstddef>
#include <vector>

namespace nianbao {

/// What a cell over `columns` columns asks for: it cannot do with less than `least`, reads badly below `comfortable`,
/// and has no use for more than `wanted`.
struct WidthDemand {
    std::size_t column{}, columns{1};
    std::size_t least{1}, comfortable{1}, wanted{1};
};

/// Widths that meet every `least`, and share what is left of `available` by what is wanted. A cell over several columns
/// gains `gap` for each border it covers.
[[nodiscard]] std::vector<std::size_t> column_widths(std::size_t columns, const std::vector<WidthDemand>& demands,
                                                     std::size_t available, std::size_t gap);

}  // namespace nianbao
