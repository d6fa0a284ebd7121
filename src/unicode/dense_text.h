/// A text without its blanks, full-width letters and digits folded: what words are looked for in. Every code point
/// knows its bytes in the text it came from.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "model/word_finder.h"

namespace nianbao {

struct DenseText {
    std::u32string codes;
    std::vector<std::uint32_t> begins, ends;  ///< bytes of each code point

    /// Whether a blank stands before a code point.
    [[nodiscard]] bool behind_blank(std::size_t at) const { return at > 0 && begins[at] != ends[at - 1]; }
};

[[nodiscard]] DenseText read_dense(std::string_view text);

/// Words to be looked for in such texts.
[[nodiscard]] WordFinder dense_words(const std::vector<std::string>& words);

/// UTF-8 as code points, as it is.
[[nodiscard]] std::u32string code_points(std::string_view text);

[[nodiscard]] std::string utf8(std::u32string_view codes);

/// Full-width ASCII as ASCII (０ as 0, ％ as %), but for punctuation, where the full-width one is the ordinary.
[[nodiscard]] char32_t folded(char32_t code);

}  // namespace nianbao
