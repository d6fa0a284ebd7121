/// Claims that there was none of what a report counts (未收到政府信息公开申请): figures of the year, in words.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "model/drafting.h"

namespace nianbao {

/// The words of negation, where they stand in the text: 未收到, 无.
struct NoneClaim {
    std::size_t begin{}, end{};
};

/// In the order of the text. Rules and conditions (对未收到…的, 有无…) claim nothing. Takes linear time.
[[nodiscard]] std::vector<NoneClaim> find_none_claims(std::string_view text, const NoneWords& words);

}  // namespace nianbao
