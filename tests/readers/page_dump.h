/// Pages as text for tests: a line for each block and for each cell of a grid.
#pragma once

#include <string>

#include "model/page.h"

namespace nianbao {

inline std::string dump(const Place& place) {
    if (const auto* text = std::get_if<TextPlace>(&place))
        return std::to_string(text->line) + ":" + std::to_string(text->column);
    if (const auto* grid = std::get_if<GridPlace>(&place))
        return std::to_string(grid->table) + "/" + std::to_string(grid->row) + "/" + std::to_string(grid->column);
    return "?";
}

/// `一*二*三`: 二 is strong.
inline std::string dump(const Paragraph& paragraph) {
    std::string line;
    for (const Run& run : paragraph.runs) line += run.strong ? "*" + run.text + "*" : run.text;
    switch (paragraph.role) {
        case Paragraph::Role::guidance:
            return line + " (guidance)";
        case Paragraph::Role::open:
            return line + " (open)";
        case Paragraph::Role::notice:
            return line + " (notice)";
        case Paragraph::Role::body:
            break;
    }
    return line;
}

/// `  1/2/1 td 3x1 公益|组织`: table, row and column, rows by columns, paragraphs.
inline std::string dump(const GridCell& cell) {
    std::string line = "  " + dump(cell.place) + (cell.role == GridCell::Role::head ? " th" : " td");
    if (cell.rows != 1 || cell.columns != 1)
        line += " " + std::to_string(cell.rows) + "x" + std::to_string(cell.columns);
    for (std::size_t i = 0; i < cell.text.size(); ++i) line += (i == 0 ? " " : "|") + dump(cell.text[i]);
    return line + "\n";
}

inline std::string dump(const Grid& grid) {
    std::string lines = "grid " + std::to_string(grid.rows) + "x" + std::to_string(grid.columns) + "\n";
    for (const GridCell& cell : grid.cells) lines += dump(cell);
    return lines;
}

inline std::string dump(const DocumentBlock& block) {
    if (const auto* heading = std::get_if<Heading>(&block))
        return "h" + std::to_string(heading->level) + " " + dump(heading->text.place) + " " + dump(heading->text) +
               "\n";
    if (const auto* paragraph = std::get_if<Paragraph>(&block))
        return "p " + dump(paragraph->place) + " " + dump(*paragraph) + "\n";
    if (const auto* grid = std::get_if<Grid>(&block)) return dump(*grid);
    return "chart\n";
}

inline std::string dump(const Page& page) {
    std::string lines;
    for (const DocumentBlock& block : page.document.blocks) lines += dump(block);
    return lines;
}

}  // namespace nianbao
