// Any bytes at all as a web page. What cannot be read ends in one InputError; everything else is a bug.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "readers/html_reader.h"
#include "require.h"
#include "unicode/utf8.h"
#include "writers/table_grid.h"

namespace nianbao {
namespace {

void check(const Paragraph& paragraph, bool printed) {
    const std::string text = plain_text(paragraph);
    require(!first_invalid_byte(text), "what is read is UTF-8");
    require(text.find_first_of("\r\n") == std::string::npos, "a paragraph is one line");
    require(printed || (!text.empty() && trimmed(text) == text), "a paragraph has no outer blanks");
    const auto* place = std::get_if<TextPlace>(&paragraph.place);
    require(text.empty() || (place != nullptr && place->line > 0 && place->column > 0), "a paragraph has a place");
}

void check(const Grid& grid, bool printed) {
    const TableGrid places(grid);
    for (std::size_t i = 0; i < grid.cells.size(); ++i) {
        const GridCell& cell = grid.cells[i];
        require(cell.row + cell.rows <= grid.rows && cell.column + cell.columns <= grid.columns,
                "a cell is in its grid");
        for (std::size_t row = cell.row; row < cell.row + std::size_t{cell.rows}; ++row) {
            for (std::size_t column = cell.column; column < cell.column + std::size_t{cell.columns}; ++column)
                require(places.owner(row, column) == i, "cells do not overlap");
        }
        require(std::get<GridPlace>(cell.place).table > 0, "a cell has a place");
        for (const Paragraph& paragraph : cell.text) check(paragraph, printed);
    }
}

void check(const Page& page) {
    const bool printed = page.kind == Page::Kind::printed;
    for (const DocumentBlock& block : page.document.blocks) {
        if (const auto* heading = std::get_if<Heading>(&block)) check(heading->text, printed);
        if (const auto* paragraph = std::get_if<Paragraph>(&block)) check(*paragraph, printed);
        if (const auto* grid = std::get_if<Grid>(&block)) check(*grid, printed);
    }
}

}  // namespace
}  // namespace nianbao

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace nianbao;
    const std::string_view bytes{reinterpret_cast<const char*>(data), size};
    (void)looks_like_html(bytes);
    (void)declared_charset(bytes);
    try {
        check(read_html(bytes));
    } catch (const InputError& error) {
        require(error.diagnostics.size() == 1, "what cannot be read says why, once");
    }
    return 0;
}
