/// Numbers as prose writes them: 3525, ３５２５, 3,525, 三千五百二十五, 一百零二, 1.2万, 48.1%, 百分之四十八.
#pragma once

#include <cstddef>
#include <optional>

#include "model/amount.h"
#include "unicode/dense_text.h"

namespace nianbao {

struct WrittenNumber {
    Amount value;
    Amount place;          ///< what its last digit counts: 0.1 for 48.1, 1000 for 1.2万, 10 for 三百二十 and 320
    std::size_t length{};  ///< code points
    bool percent{};
    bool vague{};    ///< 几十, 数百, 十几: it tells no number
    bool grouped{};  ///< written with 万, 千 or 亿 behind digits
};

/// Whether a number may begin with a character; nearly none of a text does.
[[nodiscard]] inline bool may_begin_number(char32_t code) {
    if (code >= U'0' && code <= U'9') return true;
    switch (code) {
        case U'〇':
        case U'零':
        case U'○':
        case U'一':
        case U'二':
        case U'两':
        case U'三':
        case U'四':
        case U'五':
        case U'六':
        case U'七':
        case U'八':
        case U'九':
        case U'十':
        case U'百':
        case U'千':
        case U'万':
        case U'亿':
            return true;
        default:
            return false;
    }
}

/// The number that begins at `at`, a percent sign included. Digits that stand behind others or a point begin none.
[[nodiscard]] std::optional<WrittenNumber> number_at(const DenseText& text, std::size_t at);

}  // namespace nianbao
