/// The body of a document as its part says it, before numbers are counted and tables are laid out. Plain data.
#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "model/document.h"
#include "model/word_sources.h"

namespace nianbao::docx_reading {

/// What a paragraph is in a list: the `numId` (0: nothing) and the level from 0.
struct ListItem {
    int list{}, level{};
    bool operator==(const ListItem&) const = default;
};

/// What a style, or a paragraph's own properties, make of a paragraph.
struct ParagraphForm {
    int heading{};  ///< level from 1; 0: no heading
    ListItem item;
};

struct Block;
using Story = std::vector<Block>;

struct ParagraphDraft {
    ParagraphForm form;
    std::vector<Run> runs;                   ///< `\n` is a line break
    std::uint32_t element{};                 ///< its number; 0: none
    std::vector<WordSources::Piece> pieces;  ///< of the runs, where they were asked for
    bool picture{};                          ///< or an object
    bool revised{};
    Story boxes;  ///< what is in the text boxes that are anchored here
};

struct TableDraft;
struct Block {
    ParagraphDraft paragraph;
    std::unique_ptr<TableDraft> table;  ///< where there is one, the paragraph is nothing
};

struct CellDraft {
    std::size_t span{1};               ///< grid columns
    bool joins_above{}, joins_left{};  ///< the rest of a merged cell
    bool deleted{};
    std::uint32_t element{};  ///< its number
    Story story;
};

struct RowDraft {
    std::size_t before{}, after{};  ///< grid columns left out
    bool head{}, deleted{};
    std::vector<CellDraft> cells;
};

struct TableDraft {
    std::vector<RowDraft> rows;
};

struct Body {
    Story story;
    std::size_t revisions{};
};

}  // namespace nianbao::docx_reading
