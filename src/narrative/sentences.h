/// Where the sentences of a paragraph begin and end.
#pragma once

#include <string_view>
#include <vector>

namespace nianbao {

struct Sentence {
    std::size_t begin{};  ///< byte of the paragraph
    std::string_view text;
};

/// The sentences of a text: each ends with 。 or ；, the last one perhaps without.
[[nodiscard]] std::vector<Sentence> split_sentences(std::string_view text);

}  // namespace nianbao
