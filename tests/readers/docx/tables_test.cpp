#include <doctest/doctest.h>

#include "readers/docx_reader.h"
#include "readers/docx_samples.h"

using namespace nianbao;
using namespace nianbao::docx_xml;

namespace {

const std::string picture = run("<w:drawing><pic:pic/></w:drawing>");

/// The statutory table three as it is merged: a corner, heads, one label over 22 rows with smaller ones in it.
std::string merged_table() {
    const std::string start = R"(<w:vMerge w:val="restart"/>)", on = "<w:vMerge/>";
    const auto wide = [](int columns) { return "<w:gridSpan w:val=\"" + std::to_string(columns) + "\"/>"; };
    std::string rows =
        tr("<w:trPr><w:tblHeader/></w:trPr>" + cell("角", wide(2)) + cell("人", start) + cell("计", start));
    rows += tr(cell("新收", wide(2)) + cell("1") + cell("1"));
    for (int i = 0; i < 22; ++i) {
        rows += tr(cell(i == 0 ? "结果" : "", i == 0 ? start : on) + cell("甲" + std::to_string(i)) + cell("0") +
                   cell(i == 21 ? "" : "0"));
    }
    return table(rows + tr(cell("结转", wide(2)) + cell("1") + cell("1")));
}

}  // namespace

TEST_SUITE("readers: documents") {
    TEST_CASE("tables have their grids") {
        const std::string pair = tr(cell("甲") + cell("乙"));
        const std::string on = "<w:vMerge/>", start = R"(<w:vMerge w:val="restart"/>)";
        check_docx({
            {"without a grid, empty cells", table(tr(cell("甲") + cell("")) + pair),
             "table 2x2: 1,1 甲 | 1,2 | 2,1 甲 | 2,2 乙\n"},
            {"spans",
             table(tr(cell("甲", R"(<w:gridSpan w:val="2"/>)") + cell("乙")) +
                   tr(cell("丙") + cell("丁") + cell("戊"))),
             "table 2x3: 1,1 (1x2) 甲 | 1,3 乙 | 2,1 丙 | 2,2 丁 | 2,3 戊\n"},
            {"columns left out, rows of other widths",
             table(tr("<w:trPr><w:gridBefore w:val=\"1\"/><w:gridAfter w:val=\"2\"/></w:trPr>" + cell("甲")) + pair),
             "table 2x4: 1,2 甲 | 2,1 甲 | 2,2 乙\n"},
            {"a merge without a beginning, and one of another width",
             table(tr(cell("甲", on) + cell("乙", start)) +
                   tr(cell("丙") + cell("丁", on + R"(<w:gridSpan w:val="2"/>)"))),
             "table 2x3: 1,1 甲 | 1,2 乙 | 2,1 丙 | 2,2 (1x2) 丁\n"},
            {"a merge to the right in the old way",
             table(tr(cell("甲", R"(<w:hMerge w:val="restart"/>)") + cell("", "<w:hMerge/>") + cell("乙")) + pair),
             "table 2x3: 1,1 (1x2) 甲 | 1,3 乙 | 2,1 甲 | 2,2 乙\n"},
            {"several paragraphs",
             table(tr("<w:tc>" + p(text("商业") + run("<w:br/>") + text("企业")) + p(text("丙")) + "</w:tc>" +
                      cell("乙"))),
             "table 1x2: 1,1 商业 / 企业 / 丙 | 1,2 乙\n"},
            {"controls around rows and cells",
             table("<w:sdt><w:sdtContent>" +
                   tr("<w:sdt><w:sdtContent>" + cell("甲") + "</w:sdtContent></w:sdt>" + cell("乙")) +
                   "</w:sdtContent></w:sdt>"),
             "table 1x2: 1,1 甲 | 1,2 乙\n"},
            {"a table in a cell",
             table(tr("<w:tc>" + p(text("外")) + table(pair + pair) + p("") + "</w:tc>" + cell("乙")) + pair),
             "table 2x2: 1,1 外 / 甲 / 乙 / 甲 / 乙 | 1,2 乙 | 2,1 甲 | 2,2 乙\n"},
            {"a frame of one cell", table(tr("<w:tc>" + p(text("外")) + table(pair) + p("") + "</w:tc>")),
             "¶1 外\ntable 1x2: 1,1 甲 | 1,2 乙\n"},
            {"a frame of one row", table(tr("<w:tc>" + table(pair) + "</w:tc>" + cell("右"))),
             "table 1x2: 1,1 甲 | 1,2 乙\n¶1 右\n"},
            {"tables are counted", p(text("前")) + table(pair) + p(text("中")) + table("") + table(pair) + p(picture),
             "¶1 前\ntable 1x2: 1,1 甲 | 1,2 乙\n¶2 中\ntable 1x2: 1,1 甲 | 1,2 乙\npicture ¶3\n"},
        });
    }

    TEST_CASE("the statutory merges") {
        const Page page = read_docx(docx_of({merged_table()}));
        REQUIRE(page.document.blocks.size() == 1);
        const Grid& grid = std::get<Grid>(page.document.blocks[0]);
        CHECK(grid.rows == 25);
        CHECK(grid.columns == 4);
        const auto told_page = told(page);
        CHECK(
            told_page.starts_with("table 25x4: 1,1* (1x2) 角 | 1,3* 人 | 1,4* 计 | 2,1 (1x2) 新收 | 2,3 1 | 2,4 1 | "
                                  "3,1 (22x1) 结果 | 3,2 甲0 | 3,3 0 | 3,4 0 | 4,2 甲1 | "));
        CHECK(told_page.ends_with("| 24,2 甲21 | 24,3 0 | 24,4 | 25,1 (1x2) 结转 | 25,3 1 | 25,4 1\n"));
    }

    TEST_CASE("what is out of place does no harm") {
        check_docx({
            {"text and rows outside of all", text("甲") + tr(cell("乙")) + cell("丙") + p(text("丁")), "¶1 丁\n"},
            {"paragraphs in a table and in one another",
             table(p(text("甲")) + tr(p(text("乙")) + cell("丙") + cell("丁"))) + p(text("戊") + p(text("己"))),
             "table 1x2: 1,1 丙 | 1,2 丁\n¶1 戊\n¶2 己\n"},
            {"properties of nothing",
             "<w:trPr><w:del/></w:trPr><w:tcPr><w:vMerge/></w:tcPr><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>"
             "<w:sdtPr><w:showingPlcHdr/></w:sdtPr>" +
                 p(text("甲")),
             "¶1 甲\n"},
            {"a box of nothing", box(p(text("甲"))), ""},
        });
    }
}
