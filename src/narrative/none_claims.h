/// Claims that there was none of what a report counts (未收到政府信息公开申请): figures of the year, in words.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "model/none_words.h"

namespace nianbao {

/// The words of negation, where they stand in the text: 未收到, 无.
struct NoneClaim {
    std::size_t begin{}, end{};
};

/// In the order of the text, in bytes. Rules and conditions (对未收到…的, 有无…) claim nothing. Takes linear time.
[[nodiscard]] std::vector<NoneClaim> find_none_claims(std::string_view text, const NoneWords& words);

/// The same in one clause, given and answered in code points.
[[nodiscard]] std::vector<NoneClaim> find_none_claims_in_clause(std::u32string_view clause, const NoneWords& words);

/// Whether a clause of claims ends here. A list such as 行政复议、行政诉讼 is one clause.
[[nodiscard]] bool ends_none_clause(char32_t code);

}  // namespace nianbao
