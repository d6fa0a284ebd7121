#include "recognition/open_cells.h"

#include <algorithm>
#include <string>

#include "unicode/utf8.h"

namespace nianbao {

void empty_open_cells(Page& page, const RecognitionWords& words) {
    const auto is_open = [&](const GridCell& cell) {
        if (cell.text.size() != 1) return false;
        const std::string text = trimmed(plain_text(cell.text.front()));
        return std::find(words.open_cells.begin(), words.open_cells.end(), text) != words.open_cells.end();
    };
    for (DocumentBlock& block : page.document.blocks) {
        auto* grid = std::get_if<Grid>(&block);
        if (!grid) continue;
        for (GridCell& cell : grid->cells) {
            if (is_open(cell)) cell.text.clear();
        }
    }
}

}  // namespace nianbao
