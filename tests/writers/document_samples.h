/// Small documents and grids for the tests of the writers.
#pragma once

#include <string>
#include <vector>

#include "model/document.h"

namespace nianbao {

inline Paragraph a_paragraph(const std::string& text, Paragraph::Role role = Paragraph::Role::body) {
    return {{Run{text, false, std::nullopt}}, role, {}};
}

inline Document a_document(std::vector<DocumentBlock> blocks) {
    Document document;
    document.blocks = std::move(blocks);
    return document;
}

/// row, column, rows, columns, role, text
inline GridCell a_cell(int row, int column, int rows, int columns, GridCell::Role role, const std::string& text) {
    GridCell cell;
    cell.row = static_cast<std::uint16_t>(row);
    cell.column = static_cast<std::uint16_t>(column);
    cell.rows = static_cast<std::uint16_t>(rows);
    cell.columns = static_cast<std::uint16_t>(columns);
    cell.role = role;
    if (!text.empty()) cell.text.push_back(a_paragraph(text));
    return cell;
}

inline Grid a_grid(int rows, int columns, int side_columns, std::vector<Band> bands, std::vector<GridCell> cells) {
    Grid grid;
    grid.rows = static_cast<std::uint16_t>(rows);
    grid.columns = static_cast<std::uint16_t>(columns);
    grid.side_columns = static_cast<std::uint16_t>(side_columns);
    grid.bands = std::move(bands);
    grid.cells = std::move(cells);
    return grid;
}

/// Two bands; the second has one value column over both.
inline Grid banded_grid() {
    using Role = GridCell::Role;
    return a_grid(6, 3, 1, {{0, 2, 3}, {3, 2, 3}},
                  {a_cell(0, 0, 1, 3, Role::band, "第一"), a_cell(1, 0, 1, 1, Role::corner, "内容"),
                   a_cell(1, 1, 1, 1, Role::head, "新增"), a_cell(1, 2, 1, 1, Role::head, "现有"),
                   a_cell(2, 0, 1, 1, Role::side, "规章"), a_cell(2, 1, 1, 1, Role::input, "1"),
                   a_cell(2, 2, 1, 1, Role::input, "23"), a_cell(3, 0, 1, 3, Role::band, "第二"),
                   a_cell(4, 0, 1, 1, Role::corner, "内容"), a_cell(4, 1, 1, 2, Role::head, "数量"),
                   a_cell(5, 0, 1, 1, Role::side, "许可"), a_cell(5, 1, 1, 2, Role::input, "456")});
}

/// Row labels two deep, heads two deep.
inline Grid nested_grid() {
    using Role = GridCell::Role;
    return a_grid(5, 5, 2, {{0, 2, 5}},
                  {a_cell(0, 0, 2, 2, Role::corner, "角"), a_cell(0, 2, 1, 3, Role::head, "申请人"),
                   a_cell(1, 2, 1, 1, Role::head, "甲"), a_cell(1, 3, 1, 1, Role::head, "乙"),
                   a_cell(1, 4, 1, 1, Role::head, "计"), a_cell(2, 0, 1, 2, Role::side, "一、新收"),
                   a_cell(2, 2, 1, 1, Role::input, "1"), a_cell(2, 3, 1, 1, Role::input, "2"),
                   a_cell(2, 4, 1, 1, Role::derived, "3"), a_cell(3, 0, 2, 1, Role::side, "二、结果"),
                   a_cell(3, 1, 1, 1, Role::side, "1.公开"), a_cell(3, 2, 1, 1, Role::input, "4"),
                   a_cell(3, 3, 1, 1, Role::input, "5"), a_cell(3, 4, 1, 1, Role::derived, "9"),
                   a_cell(4, 1, 1, 1, Role::side, "2.其他"), a_cell(4, 2, 1, 1, Role::input, "6"),
                   a_cell(4, 3, 1, 1, Role::input, "7"), a_cell(4, 4, 1, 1, Role::derived, "13")});
}

/// No row labels, one row, heads that repeat below two groups.
inline Grid grouped_grid() {
    using Role = GridCell::Role;
    return a_grid(4, 4, 0, {{0, 3, 4}},
                  {a_cell(0, 0, 1, 2, Role::head, "复议"), a_cell(0, 2, 1, 2, Role::head, "诉讼"),
                   a_cell(1, 0, 2, 1, Role::head, "维持"), a_cell(1, 1, 2, 1, Role::head, "总计"),
                   a_cell(1, 2, 1, 2, Role::head, "直接"), a_cell(2, 2, 1, 1, Role::head, "维持"),
                   a_cell(2, 3, 1, 1, Role::head, "总计"), a_cell(3, 0, 1, 1, Role::input, "1"),
                   a_cell(3, 1, 1, 1, Role::derived, "2"), a_cell(3, 2, 1, 1, Role::input, "3"),
                   a_cell(3, 3, 1, 1, Role::derived, "4")});
}

}  // namespace nianbao
