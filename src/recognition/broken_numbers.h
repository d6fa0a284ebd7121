/// Numbers that broke within their narrow cells: the last digits stand on the line below.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "recognition/cell_sums.h"

namespace nianbao {

/// `first` holds one number a cell, `below` stands under some of them, in order. The whole numbers, where the sums hold
/// in one way alone and not without what stands below.
[[nodiscard]] std::optional<Numbers> mended_numbers(const std::vector<std::string>& first,
                                                    const std::vector<std::string>& below, const CellSums& sums);

}  // namespace nianbao
