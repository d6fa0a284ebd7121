/// Numbers as prose writes them: 3525, ３５２５, 3,525, 三千五百二十五, 一百零二, 1.2万, 48.1%, 百分之四十八.
#pragma once

#include <cstddef>
#include <optional>

#include "model/amount.h"
#include "narrative/dense_text.h"

namespace nianbao {

struct WrittenNumber {
    Amount value;
    Amount place;          ///< what its last digit counts: 0.1 for 48.1, 1000 for 1.2万, 10 for 三百二十 and 320
    std::size_t length{};  ///< code points
    bool percent{};
    bool vague{};    ///< 几十, 数百, 十几: it tells no number
    bool grouped{};  ///< written with 万, 千 or 亿 behind digits
};

/// The number that begins at `at`, a percent sign included. Digits that stand behind others or a point begin none.
[[nodiscard]] std::optional<WrittenNumber> number_at(const DenseText& text, std::size_t at);

}  // namespace nianbao
