/// Comments of one sheet: ours taken away, new ones put in, the user's kept.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "writers/package_edits/package_draft.h"
#include "writers/xlsx_annotator/cell_place.h"

namespace nianbao::annotation {

using CommentTexts = std::map<CellPlace, std::string>;

struct CommentChanges {
    std::string text;                ///< of the part
    bool changed{};                  ///< from what it was
    std::vector<CellPlace> removed;  ///< cells whose comment was ours
    std::vector<CellPlace> added;    ///< cells that have one now and need a box; not those with the user's own
};

/// A part without any comment.
[[nodiscard]] std::string empty_comments(const Vocabulary& vocabulary);

/// A cell can have one comment only: where it is the user's, our text follows in it.
[[nodiscard]] CommentChanges changed_comments(const std::string& before, std::string_view part,
                                              const CommentTexts& comments);

}  // namespace nianbao::annotation
