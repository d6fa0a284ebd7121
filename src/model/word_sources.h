/// Where the paragraphs and cells of a Word document's page stand in the XML of its main part, so that something can be
/// put at them.
///
/// An element is told by its number: start tags are counted, the root's is 1. So no encoding and no prefix matters.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "model/diagnostic.h"

namespace nianbao {

struct WordSources {
    /// A stretch of a text, and the element that says it: a `t`, a `tab`, a `br`.
    struct Piece {
        std::uint32_t element{}, bytes{};
    };
    /// A paragraph of the document, with the next ones where their ends in between were deleted.
    struct Source {
        std::uint32_t element{};  ///< the last `p`; 0: none
        std::string text;         ///< as it is read, without the number of a list; `\n` is a line break
        std::vector<Piece> pieces;
    };
    /// What a paragraph of the page is of it: bytes of the text; both the same where it says nothing.
    struct Line {
        std::uint32_t source{}, begin{}, end{};
    };
    struct Cell {
        GridPlace place;
        std::uint32_t element{};  ///< the `tc`
        std::vector<Line> lines;
    };

    std::vector<Source> sources;
    std::vector<Line> paragraphs;  ///< by ParagraphPlace; the first is 1
    std::vector<Cell> cells;       ///< by table, row and column
};

}  // namespace nianbao
