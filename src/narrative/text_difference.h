/// Two texts shown in one, paragraph by paragraph, with the words that changed.
///
/// A word is a number, a run of Latin letters, or one character. Changes that only a few common characters hold apart
/// are told as one, so that what is shown reads as words and not as scattered strokes.
#pragma once

#include <string_view>
#include <vector>

#include "model/comparison.h"
#include "model/report.h"

namespace nianbao {

/// Joined pieces, none empty, no two of a kind beside each other; what was removed stands before what was added.
[[nodiscard]] std::vector<TextPiece> text_difference(std::string_view before, std::string_view after);

/// Every paragraph of either text once, in order. Two that are not alike stand beside each other where they share
/// enough words; what both texts hold at different places is removed at one and added at the other.
[[nodiscard]] std::vector<ComparedParagraph> paragraph_differences(const Paragraphs& before, const Paragraphs& after);

}  // namespace nianbao
