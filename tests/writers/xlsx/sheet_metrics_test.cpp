#include "writers/xlsx/sheet_metrics.h"

#include <doctest/doctest.h>

#include <numeric>

using namespace nianbao;

TEST_CASE("lines are counted as a spreadsheet breaks them") {
    const auto lines = [](std::string_view text, double characters) { return count_lines(text, 10, characters * 10); };
    CHECK(lines("", 4) == 1);
    CHECK(lines("结果维持", 4) == 1);
    CHECK(lines("结果维持", 2) == 2);
    CHECK(lines("一\n二", 4) == 2);
    CHECK(lines("第一句，第二句", 3) == 3);  // the comma takes 句 along
    CHECK(lines("甲乙（丙", 3) == 2);
    CHECK(lines("abc defgh", 4) == 2);         // words stay whole
    CHECK(lines("abcdefghijklmnop", 4) == 3);  // unless they are longer than a line
    CHECK(lines("一二三", 0.1) == 3);
    CHECK(line_starts("一二三四\n五", 10, 30) == std::vector<std::size_t>{0, 9, 13});
    std::string marks;
    for (int i = 0; i < 10000; ++i) marks += "\u0301";
    CHECK(lines(marks, 27) > 10);
}

TEST_CASE("no label needs more height than its row has") {
    const std::string label = "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请";
    const std::vector<TableBox> boxes{{0, 0, 1, 1, label, TableBox::Kind::side},
                                      {0, 1, 1, 1, "0", TableBox::Kind::number}};
    const TableMeasures measures = measure_table(boxes, 1, 2, 10.5, {200, 300});
    CHECK(measures.rows[0] >= lines_height(count_lines(label, 10.5, measures.columns[0] - 7), 10.5));
    CHECK(std::accumulate(measures.columns.begin(), measures.columns.end(), 0.0) <= 200.01);
    CHECK_FALSE(measures.landscape);
}

TEST_CASE("a number never gets a column that it does not fit into") {
    const std::string number = "123456789012345";
    std::vector<TableBox> boxes;
    for (std::uint32_t column = 0; column < 6; ++column)
        boxes.push_back({0, column, 1, 1, number, TableBox::Kind::number});
    const TableMeasures measures = measure_table(boxes, 1, 6, 10.5, {482, 728});
    for (const double width : measures.columns) CHECK(width >= text_width(number, 10.5));
    CHECK(measures.landscape);
}

TEST_CASE("cells over several rows or columns get the room they need") {
    const std::vector<TableBox> boxes{{0, 0, 2, 1, "一二三四五六七八九十一二三四五六七八九十", TableBox::Kind::side},
                                      {0, 1, 1, 2, "123456789012345678901234567890", TableBox::Kind::number}};
    const TableMeasures measures = measure_table(boxes, 2, 3, 10.5, {100, 120});
    CHECK(measures.columns[1] + measures.columns[2] >= text_width(boxes[1].text, 10.5));
    const int lines = count_lines(boxes[0].text, 10.5, measures.columns[0] - 7);
    CHECK(measures.rows[0] + measures.rows[1] >= lines_height(lines, 10.5) - 0.01);
}

TEST_CASE("short column labels break evenly or not at all") {
    std::vector<TableBox> boxes;
    for (std::uint32_t column = 0; column < 15; ++column)
        boxes.push_back({0, column, 1, 1, "结果维持", TableBox::Kind::head});
    for (const double width : measure_table(boxes, 1, 15, 10.5, {482, 728}).columns) CHECK(width < 3 * 10.5 + 1);
    for (const double width : measure_table(boxes, 1, 15, 10.5, {900, 900}).columns) CHECK(width > 4 * 10.5 + 5);
}
