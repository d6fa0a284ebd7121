/// A Word document given back with the findings marked in it as comments: the agency's own file, with all that this
/// program does not know of byte for byte.
///
/// A comment is by the author `nianbao` and stands at a cell, a paragraph or a phrase. A run is parted where a phrase
/// begins or ends within it; taking the comment away joins it again. Comments of others stay as they are.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "model/diagnostic.h"
#include "model/word_sources.h"

namespace nianbao {

/// What is said at a place of the document.
struct WordMark {
    Place place;          ///< a paragraph or a cell; else it stands at the first paragraph
    std::string words;    ///< that the phrase stands in; may differ from the file's in blanks, and where it begins
    std::size_t begin{};  ///< the phrase as bytes of it; both the same, or where it is not found: all of the place
    std::size_t end{};
    std::string text;  ///< a paragraph for each line
};

/// The document without the comments of an earlier run, also where an office has written it anew in between; what this
/// program alone has changed is as it was. Throws WriteError where the file is no sound document.
[[nodiscard]] std::string without_own_comments(std::string_view bytes);

/// `bytes` is without comments of ours, `sources` are its own. The same bytes for the same input. Throws WriteError.
[[nodiscard]] std::string annotate_document(std::string_view bytes, const WordSources& sources,
                                            const std::vector<WordMark>& marks);

}  // namespace nianbao
