#include "writers/text_writer.h"

#include <doctest/doctest.h>

#include <random>
#include <sstream>

#include "composing/compose.h"
#include "composing/table_layout.h"
#include "random_report.h"
#include "the_statute.h"
#include "unicode/width.h"
#include "writers/column_widths.h"
#include "writers/document_samples.h"

using namespace nianbao;

namespace {

std::vector<std::string> lines_of(const std::string& text) {
    std::vector<std::string> lines;
    std::istringstream in(text);
    for (std::string line; std::getline(in, line);) lines.push_back(line);
    return lines;
}

/// The one width of all lines; 0 and a failed check where they differ.
std::size_t even_width(const std::string& table) {
    const std::vector<std::string> lines = lines_of(table);
    REQUIRE_FALSE(lines.empty());
    const std::size_t width = display_width(lines.front());
    for (const std::string& line : lines) {
        CAPTURE(line);
        REQUIRE(display_width(line) == width);
    }
    return width;
}

std::string drawn(Grid grid, std::size_t width = 100) { return write_text(a_document({std::move(grid)}), {width}); }

}  // namespace

TEST_CASE("headings stand flush left, a paragraph is one indented line, blocks are set apart") {
    const Document document = a_document(
        {a_paragraph("草稿", Paragraph::Role::notice), Heading{1, a_paragraph("题目")},
         Heading{2, a_paragraph("一、总体情况")}, a_paragraph("说明", Paragraph::Role::guidance),
         a_paragraph("＿＿", Paragraph::Role::open), Paragraph{{Run{"全年", false, {}}, Run{"公开", true, {}}}, {}, {}},
         Heading{3, a_paragraph("（一）主动公开")}, a_paragraph("# 文 | a\tb")});
    CHECK(
        write_text(document) ==
        "※ 草稿\n\n题目\n\n一、总体情况\n\n※ 说明\n\n　　＿＿\n\n　　全年公开\n\n（一）主动公开\n\n　　# 文 | a\tb\n");
}

TEST_CASE("a paragraph stays one line whatever it holds") {
    CHECK(write_text(a_document({a_paragraph("甲\n乙\r丙\u2028丁\x1B[31m戊")})) == "　　甲 乙 丙 丁\uFFFD[31m戊\n");
    CHECK(write_text(a_document({Heading{1, a_paragraph("　　题\n目　")}})) == "题 目\n");
}

TEST_CASE("a table with bands is drawn with merged heads") {
    CHECK(drawn(banded_grid()) ==
          "┌────────────────────┐\n"
          "│        第一        │\n"
          "├──────┬──────┬──────┤\n"
          "│ 内容 │ 新增 │ 现有 │\n"
          "├──────┼──────┼──────┤\n"
          "│ 规章 │  1   │  23  │\n"
          "├──────┴──────┴──────┤\n"
          "│        第二        │\n"
          "├──────┬─────────────┤\n"
          "│ 内容 │    数量     │\n"
          "├──────┼─────────────┤\n"
          "│ 许可 │     456     │\n"
          "└──────┴─────────────┘\n");
}

TEST_CASE("labels merged downwards are written across the lines they cover") {
    CHECK(drawn(nested_grid()) ==
          "┌───────────────┬──────────────┐\n"
          "│               │    申请人    │\n"
          "│      角       ├────┬────┬────┤\n"
          "│               │ 甲 │ 乙 │ 计 │\n"
          "├───────────────┼────┼────┼────┤\n"
          "│ 一、新收      │ 1  │ 2  │ 3  │\n"
          "├──────┬────────┼────┼────┼────┤\n"
          "│ 二、 │ 1.公开 │ 4  │ 5  │ 9  │\n"
          "│ 结果 ├────────┼────┼────┼────┤\n"
          "│      │ 2.其他 │ 6  │ 7  │ 13 │\n"
          "└──────┴────────┴────┴────┴────┘\n");
    CHECK(drawn(grouped_grid()) ==
          "┌─────────────┬─────────────┐\n"
          "│    复议     │    诉讼     │\n"
          "├──────┬──────┼─────────────┤\n"
          "│      │      │    直接     │\n"
          "│ 维持 │ 总计 ├──────┬──────┤\n"
          "│      │      │ 维持 │ 总计 │\n"
          "├──────┼──────┼──────┼──────┤\n"
          "│  1   │  2   │  3   │  4   │\n"
          "└──────┴──────┴──────┴──────┘\n");
}

TEST_CASE("a narrow table wraps its labels, and grows for numbers that cannot be broken") {
    CHECK(drawn(banded_grid(), 16) ==
          "┌──────────────┐\n"
          "│     第一     │\n"
          "├────┬────┬────┤\n"
          "│内容│新增│现有│\n"
          "├────┼────┼────┤\n"
          "│规章│ 1  │ 23 │\n"
          "├────┴────┴────┤\n"
          "│     第二     │\n"
          "├────┬─────────┤\n"
          "│内容│  数量   │\n"
          "├────┼─────────┤\n"
          "│许可│   456   │\n"
          "└────┴─────────┘\n");
    CHECK(drawn(banded_grid(), 1) ==
          "┌────────┐\n"
          "│  第一  │\n"
          "├──┬──┬──┤\n"
          "│内│新│现│\n"
          "│容│增│有│\n"
          "├──┼──┼──┤\n"
          "│规│1 │23│\n"
          "│章│  │  │\n"
          "├──┴──┴──┤\n"
          "│  第二  │\n"
          "├──┬─────┤\n"
          "│内│数量 │\n"
          "│容│     │\n"
          "├──┼─────┤\n"
          "│许│ 456 │\n"
          "│可│     │\n"
          "└──┴─────┘\n");
    Grid wide = banded_grid();
    wide.cells[5] = a_cell(2, 1, 1, 1, GridCell::Role::input, "123456789012345");
    CHECK(drawn(wide, 10).find("│规│123456789012345│23│") != std::string::npos);
}

TEST_CASE("a cell higher than its row stretches it") {
    Grid grid =
        a_grid(2, 2, 1, {},
               {a_cell(0, 0, 2, 1, GridCell::Role::side, "一二三四五六七八"),
                a_cell(0, 1, 1, 1, GridCell::Role::input, "1"), a_cell(1, 1, 1, 1, GridCell::Role::input, "2")});
    CHECK(drawn(grid, 6) ==
          "┌──┬─┐\n"
          "│一│1│\n"
          "│二├─┤\n"
          "│三│ │\n"
          "│四│ │\n"
          "│五│2│\n"
          "│六│ │\n"
          "│七│ │\n"
          "│八│ │\n"
          "└──┴─┘\n");
}

TEST_CASE("grids that do not fit together are drawn all the same") {
    using Role = GridCell::Role;
    CHECK(drawn(a_grid(0, 0, 0, {}, {})).empty());
    CHECK(drawn(a_grid(1, 2, 0, {}, {})) == "┌───┬───┐\n│   │   │\n└───┴───┘\n");
    const Grid overlapping = a_grid(2, 2, 0, {},
                                    {a_cell(0, 0, 1, 1, Role::plain, "a"), a_cell(0, 0, 2, 2, Role::plain, "b"),
                                     a_cell(0, 1, 5, 9, Role::plain, "c"), a_cell(1, 0, 1, 2, Role::plain, "d"),
                                     a_cell(7, 7, 1, 1, Role::plain, "e")});
    CHECK(drawn(overlapping) == "┌───┬───┐\n│ a │   │\n├───┤ c │\n│ d │   │\n└───┴───┘\n");
}

TEST_CASE("nasty text in a cell keeps the table even") {
    for (const char* text : {"👨‍👩‍👧‍👦", "a\tb", "甲\n乙", "e\u0301e\u0301", "\u00ad\u00ad",
                             " \u0301x", "​", "𠮷“”…—", "🇨🇳🇨🇳🇨🇳", "\x1B[1m", "❤️❤️", "\xFF\xFE"}) {
        Grid grid = banded_grid();
        grid.cells[5] = a_cell(2, 1, 1, 1, GridCell::Role::input, text);
        for (const std::size_t width : {1U, 14U, 18U, 40U}) static_cast<void>(even_width(drawn(grid, width)));
    }
}

TEST_CASE("every line of every table is equally wide, and the table as narrow as asked for where numbers allow") {
    std::mt19937 random(20240131);
    const auto pick = [&](int low, int high) { return std::uniform_int_distribution<int>(low, high)(random); };
    for (int round = 0; round < 60; ++round) {
        const Form& form = round % 3 == 0 ? form_2019() : form_2021();
        const int most_digits = pick(1, 15);
        Report report = empty_report(form);
        for (Cell& cell : report.cells) {
            std::string digits(static_cast<std::size_t>(pick(1, most_digits)), '1');
            if (pick(0, 9) == 0)
                cell = Mark{pick(0, 1) == 0 ? "—" : "12件（含1件）"};
            else if (pick(0, 9) > 0)
                cell = *parse_amount(digits);
        }
        const auto width = static_cast<std::size_t>(pick(20, 160));
        for (std::size_t table = 0; table < form.tables.size(); ++table) {
            const std::string text = drawn(lay_out_table(form, table, report, {"＿＿", "自动"}), width);
            const std::size_t real = even_width(text);
            if (most_digits <= 4 && width >= 100) CHECK(real <= width);
        }
    }
}

TEST_CASE("what a line is shows in its first character") {
    RandomReport random(7);
    for (int round = 0; round < 20; ++round) {
        const Report report = random.make(form_2021());
        const Document document = compose_document(report, form_2021(), embedded_folder("templates/"));
        std::vector<std::string> paragraphs;
        for (const std::string& line : lines_of(write_text(document))) {
            if (line.starts_with("　　")) paragraphs.push_back(line.substr(6));
        }
        std::vector<std::string> written;
        for (const DocumentBlock& block : document.blocks) {
            if (const auto* paragraph = std::get_if<Paragraph>(&block)) written.push_back(plain_text(*paragraph));
        }
        CHECK(paragraphs == written);
    }
}

TEST_CASE("columns share the room by what they want") {
    using Demands = std::vector<WidthDemand>;
    const auto widths = [](std::size_t columns, const Demands& demands, std::size_t available, std::size_t gap = 1) {
        std::string text;
        for (const std::size_t width : column_widths(columns, demands, available, gap))
            text += std::to_string(width) + " ";
        return text;
    };
    const Demands two{{0, 1, 2, 4, 10}, {1, 1, 2, 4, 22}};
    CHECK(widths(2, two, 100) == "10 22 ");
    CHECK(widths(2, two, 20) == "7 13 ");
    CHECK(widths(2, two, 8) == "4 4 ");
    CHECK(widths(2, two, 6) == "3 3 ");
    CHECK(widths(2, two, 1) == "2 2 ");
    CHECK(widths(2, {{0, 2, 9, 9, 9}}, 100) == "4 4 ");
    CHECK(widths(2, {{0, 2, 9, 9, 9}, {1, 1, 3, 3, 6}}, 100, 3) == "1 6 ");
    CHECK(widths(3, {}, 100) == "1 1 1 ");
}
