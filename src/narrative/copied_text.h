/// How much of a text stands in another one word for word: for reports that carry last year's prose along.
///
/// Blanks and punctuation do not count, and any number is like any other, so that a text in which only the figures and
/// the year were changed is a copy all the same.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace nianbao {

struct CopiedText {
    std::size_t characters{};  ///< of the text that count
    std::size_t copied{};  ///< of these, in passages of ten and more that stand in the source, or in whole paragraphs
    std::vector<std::string_view> passages;  ///< the copied ones, longest first; they live as long as the text

    [[nodiscard]] std::size_t percent() const { return characters == 0 ? 0 : copied * 100 / characters; }
};

[[nodiscard]] CopiedText copied_text(std::string_view text, std::string_view source);

}  // namespace nianbao
