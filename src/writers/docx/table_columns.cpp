#include "writers/docx/table_columns.h"

#include <algorithm>
#include <numeric>

#include "unicode/width.h"

namespace nianbao::docx {
namespace {

Twips sum(const std::vector<Twips>& widths) { return std::accumulate(widths.begin(), widths.end(), Twips{0}); }

/// `amount` in parts as large as `shares`, to the last twip.
std::vector<Twips> parted(Twips amount, const std::vector<Twips>& shares) {
    const Twips all = std::max<Twips>(sum(shares), 1);
    std::vector<Twips> parts;
    Twips share = 0, given = 0;
    for (const Twips each : shares) {
        share += each;
        const Twips due = amount * share / all;
        parts.push_back(due - given);
        given = due;
    }
    return parts;
}

/// A run of figures, or a sign with the punctuation that sticks to it. Figures are 0.56 of an ideograph in the widest
/// of the fonts that stand in for 宋体.
Twips widest_piece_of(const std::string& text, Twips font_size) {
    constexpr Twips percent_of_column = 56;
    return static_cast<Twips>(widest_piece(text)) * font_size * percent_of_column / 100;
}

std::vector<Twips> least_widths(const Grid& grid, Twips font_size, Twips margins) {
    constexpr Twips borders = 10;
    std::vector<Twips> least(grid.columns, font_size + margins + borders);
    for (const GridCell& cell : grid.cells) {
        if (cell.columns != 1 || cell.column >= grid.columns) continue;
        for (const Paragraph& paragraph : cell.text) {
            const Twips piece = widest_piece_of(plain_text(paragraph), font_size);
            least[cell.column] = std::max(least[cell.column], piece + margins + borders);
        }
    }
    return least;
}

}  // namespace

std::vector<Twips> table_columns(const Grid& grid, Twips available, Twips font_size, Twips margins) {
    std::vector<Twips> shares(grid.widths.begin(), grid.widths.end());
    if (shares.size() != grid.columns) shares.assign(grid.columns, 1);
    std::vector<Twips> widths = parted(available, shares);
    const std::vector<Twips> least = least_widths(grid, font_size, margins);
    if (sum(least) > available) return widths;
    std::vector<Twips> room(widths.size());
    Twips lacking = 0;
    for (std::size_t c = 0; c < widths.size(); ++c) {
        room[c] = std::max<Twips>(widths[c] - least[c], 0);
        lacking += std::max<Twips>(least[c] - widths[c], 0);
    }
    const std::vector<Twips> taken = parted(lacking, room);
    for (std::size_t c = 0; c < widths.size(); ++c) widths[c] = std::max(widths[c], least[c]) - taken[c];
    return widths;
}

}  // namespace nianbao::docx
