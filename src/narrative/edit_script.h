/// The shortest way from one sequence to another: the diff template library (dtl) behind one function.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace nianbao {

/// One step of the way: an element of both, of the first alone, or of the second alone.
struct EditStep {
    std::optional<std::size_t> first, second;  ///< index into either sequence
};

/// Every element of either sequence once, in order. Elements are alike when their numbers are. What stands between the
/// common beginning and the common end is not searched where it is longer than some 1,400 by 1,400 elements: it is
/// told as replaced.
[[nodiscard]] std::vector<EditStep> edit_script(const std::vector<std::uint32_t>& first,
                                                const std::vector<std::uint32_t>& second);

}  // namespace nianbao
