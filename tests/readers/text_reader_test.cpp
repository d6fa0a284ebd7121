#include "readers/text_reader.h"

#include <doctest/doctest.h>

#include "readers/box_table_reader.h"
#include "readers/markdown_reader.h"
#include "readers/page_dump.h"
#include "writers/box_table.h"

using namespace nianbao;

TEST_CASE("text: every line that is not blank, with its number") {
    const Page page = read_text_page("标题\r\n\r\n　　一段\t话 \n\f尾");
    REQUIRE(page.kind == Page::Kind::lines);
    REQUIRE(page.document.blocks.size() == 3);
    const auto& second = std::get<Paragraph>(page.document.blocks[1]);
    CHECK(plain_text(second) == "　　一段\t话 ");
    CHECK(second.place == Place(TextPlace{3, 1}));
}

TEST_CASE("text: our own lines say what they are") {
    const Page page = read_text_page("标题\n\n※ 草稿\n\n一、总体情况\n\n　　段　落\n\n┌─┐\n│1│\n└─┘\n");
    REQUIRE(page.kind == Page::Kind::printed);
    REQUIRE(page.document.blocks.size() == 5);
    CHECK(std::get<Heading>(page.document.blocks[0]).level == 1);
    CHECK(std::get<Paragraph>(page.document.blocks[1]).role == Paragraph::Role::notice);
    CHECK(std::get<Heading>(page.document.blocks[2]).level == 2);
    CHECK(plain_text(std::get<Paragraph>(page.document.blocks[3])) == "段　落");
    CHECK(std::get<Grid>(page.document.blocks[4]).cells.size() == 1);
}

TEST_CASE("a drawn table comes back with its merges") {
    const std::vector<std::string> lines{"┌──────┬─────┐", "│ 甲乙 │  1  │", "│ 丙   ├─────┤", "│      │ 2 3 │",
                                         "├──────┴─────┤", "│   共计     │", "└────────────┘"};
    const Grid grid = read_box_table(lines, 4);
    REQUIRE(grid.rows == 3);
    REQUIRE(grid.columns == 2);
    REQUIRE(grid.cells.size() == 4);
    CHECK(grid.cells[0].rows == 2);
    CHECK(plain_text(grid.cells[0].text.front()) == "甲乙丙");
    CHECK(plain_text(grid.cells[2].text.front()) == "2 3");
    CHECK(grid.cells[2].place == Place(GridPlace{4, 2, 2}));
    CHECK(grid.cells[3].columns == 2);
}

TEST_CASE("Markdown: headings, quotations, tables, escapes") {
    const std::string text =
        "# 标题\n\n> 草稿\n\n## 一、总体情况\n\n1\\. \\*甲\\*&#32;<strong>乙</strong>\n\n| 项 | 数 |\n| --- | ---: "
        "|\n| a\\|b | 2 |\n";
    CHECK(looks_like_markdown(text));
    CHECK(!looks_like_markdown("# 标题\n\n**甲**\n\n| --- | ---: |\n"));
    const Page page = read_markdown_page(text);
    REQUIRE(page.document.blocks.size() == 5);
    CHECK(std::get<Heading>(page.document.blocks[2]).level == 2);
    CHECK(plain_text(std::get<Paragraph>(page.document.blocks[3])) == "1. *甲* 乙");
    const Grid& grid = std::get<Grid>(page.document.blocks[4]);
    REQUIRE(grid.cells.size() == 4);
    CHECK(plain_text(grid.cells[2].text.front()) == "a|b");
}
