#include "recognition/page_halves.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "readers/html_reader.h"
#include "readers/page_dump.h"
#include "readers/text_reader.h"

using namespace nianbao;

namespace {

std::string lines_of(const Page& page) {
    std::string lines;
    for (const DocumentBlock& block : page.document.blocks) {
        if (const auto* paragraph = std::get_if<Paragraph>(&block))
            lines += dump(paragraph->place) + " " + dump(*paragraph) + "\n";
        const auto* grid = std::get_if<Grid>(&block);
        if (!grid) continue;
        lines += std::to_string(grid->rows) + "x" + std::to_string(grid->columns) + "\n";
        for (const GridCell& cell : grid->cells) lines += dump(cell);
    }
    return lines;
}

}  // namespace

TEST_CASE("halves: lines are cut where their label comes again") {
    const Page page = read_text_page(
        "2023年报告        2024年报告\n"
        "一、总体情况\n"
        "全年公开12条，比上年多3条。\n"
        "信息内容  件数    信息内容  件数\n"
        "1.甲项  3  4      1.甲项  5  6\n"
        "甲项比较长的一行7  8甲项比较长的一行9  10\n"
        "3 4   5 6\n"
        "乙项  11  12\n"
        "丙项  1 2 3\n"
        "表后的话不是数字\n"
        "丁项  1    丁项  2\n"
        "1 2 3 4\n"
        "电话 0600 5550001\n");
    const HalfPage left = half_of(page, Half::left), right = half_of(page, Half::right);
    CHECK(left.year == 2023);
    CHECK(left.other_year == 2024);
    CHECK(right.year == 2024);
    CHECK(lines_of(left.page) ==
          "2:1 一、总体情况\n3:1 全年公开12条，比上年多3条。\n4:1 信息内容  件数    \n5:1 1.甲项  3  4      \n6:1 "
          "甲项比较长的一行7  8\n"
          "7:1 3 4   \n8:1 乙项  11  \n10:1 表后的话不是数字\n11:1 丁项  1    \n12:1 1 2 \n13:1 电话 0600 5550001\n");
    CHECK(lines_of(right.page) ==
          "2:1 一、总体情况\n3:1 全年公开12条，比上年多3条。\n4:13 信息内容  件数\n5:17 1.甲项  5  6\n6:13 "
          "甲项比较长的一行9  10\n"
          "7:7 5 6\n8:1 乙项  12\n10:1 表后的话不是数字\n11:10 丁项  2\n12:5 3 4\n13:1 电话 0600 5550001\n");
}

TEST_CASE("halves: a grid is cut in the middle, a head over both clipped") {
    const Page page = read_html(
        "<html><body><table><tr><td colspan=6>对照表</td></tr>"
        "<tr><td colspan=3>2022年</td><td colspan=3>2023年</td></tr>"
        "<tr><td>甲</td><td>1</td><td>2</td><td>甲</td><td>3</td><td>4</td></tr></table>"
        "<table><tr><td>乙</td><td>5</td><td>6</td></tr></table></body></html>");
    const HalfPage right = half_of(page, Half::right);
    CHECK(right.year == 2023);
    CHECK(right.other_year == 2022);
    CHECK(lines_of(right.page) ==
          "3x3\n  1/1/1 td 1x3 对照表\n  1/2/4 td 1x3 2023年\n  1/3/4 td 甲\n  1/3/5 td 3\n  1/3/6 td 4\n");
}

TEST_CASE("halves: a page of one year has none") {
    for (const char* text : {"甲项 1 2 3\n乙项 4 5 6\n", "一、总体情况\n"}) {
        CAPTURE(text);
        const HalfPage half = half_of(read_text_page(text), Half::left);
        CHECK(half.page.document.blocks.empty());
    }
}
