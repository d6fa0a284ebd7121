/// Places of a blank template's tables that nobody has filled in.
#pragma once

#include "model/page.h"
#include "model/recognition_words.h"

namespace nianbao {

/// Empties the cells that hold nothing but a mark for a place to be filled in (＿＿, 自动): they are blank, not marks.
void empty_open_cells(Page& page, const RecognitionWords& words);

}  // namespace nianbao
