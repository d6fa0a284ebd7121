/// Where a phrase of a report stands in the document that the report was read from.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace nianbao::word_annotation {

/// Bytes of a text.
struct Stretch {
    std::size_t begin{}, end{};
    bool operator==(const Stretch&) const = default;
};

/// The phrase is bytes `within` of `words`, which is what was read of `line`: blanks may differ, and a heading or the
/// number of a list may be missing in either. Where the words are not to be found, the phrase is looked for by itself:
/// of several the one with as many behind it as in `words`.
[[nodiscard]] std::optional<Stretch> find_phrase(std::string_view line, std::string_view words, Stretch within);

}  // namespace nianbao::word_annotation
