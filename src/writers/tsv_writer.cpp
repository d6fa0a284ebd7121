#include "writers/tsv_writer.h"

#include <algorithm>
#include <array>

#include "messages/phrases.h"
#include "unicode/utf8.h"
#include "writers/plain_line.h"
#include "writers/table_grid.h"

namespace nianbao {
namespace {

/// What a spreadsheet calculates when it begins so, in either width, and the mark that opens a quoted value. A lone
/// dash, which stands for nothing in many reports, is no formula.
bool is_dangerous(const std::string& text) {
    constexpr std::array<std::string_view, 9> signs{"=", "+", "-", "@", "＝", "＋", "－", "＠", "\""};
    const bool begins =
        std::any_of(signs.begin(), signs.end(), [&](std::string_view sign) { return text.starts_with(sign); });
    return begins && text != "-" && text != "－";
}

std::string value_of(const GridCell& cell) {
    std::string text = trimmed(text_of_cell(cell));
    const bool is_number = cell.number && text == to_string(*cell.number);
    return !is_number && is_dangerous(text) ? "'" + text : text;
}

std::string block_of(const Grid& grid, const std::string& name) {
    const TableGrid places(grid);
    std::string block = name + std::string(places.columns() - 1, '\t') + "\n";
    for (std::size_t row = 0; row < places.rows(); ++row) {
        for (std::size_t column = 0; column < places.columns(); ++column) {
            const GridCell* cell = places.cell(row, column);
            const bool is_first = cell && cell->row == row && cell->column == column;
            block += (column > 0 ? "\t" : "") + (is_first ? value_of(*cell) : std::string());
        }
        block += "\n";
    }
    return block;
}

}  // namespace

std::string write_tsv(const Document& document) {
    const std::string mark = document.draft ? "（" + phrases::draft_mark.zh + "）" : "";
    std::string text, name = trimmed(plain_line(document.title));
    for (const DocumentBlock& block : document.blocks) {
        if (const auto* heading = std::get_if<Heading>(&block)) name = trimmed(plain_line(plain_text(heading->text)));
        const auto* grid = std::get_if<Grid>(&block);
        if (!grid || grid->rows == 0 || grid->columns == 0) continue;
        text += (text.empty() ? "" : "\n") + block_of(*grid, name + mark);
    }
    return text;
}

}  // namespace nianbao
