#include "writers/tsv_writer.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <sstream>

#include "composing/compose.h"
#include "random_report.h"
#include "the_statute.h"
#include "writers/document_samples.h"

using namespace nianbao;

namespace {

std::string tsv_of_cell(const std::string& text, const std::optional<Amount>& number = std::nullopt) {
    Grid grid = a_grid(1, 1, 0, {}, {a_cell(0, 0, 1, 1, GridCell::Role::input, text)});
    grid.cells[0].number = number;
    const std::string tsv = write_tsv(a_document({Heading{2, a_paragraph("表")}, grid}));
    REQUIRE(tsv.starts_with("表\n"));
    REQUIRE(tsv.ends_with("\n"));
    return tsv.substr(4, tsv.size() - 5);
}

}  // namespace

TEST_CASE("a block for each table, named after the heading above it, a merged cell in its first place") {
    CHECK(write_tsv(a_document({Heading{1, a_paragraph("题")}, Heading{2, a_paragraph("二、\t表 ")}, a_paragraph("文"),
                                banded_grid(), Heading{2, a_paragraph("四、")}, grouped_grid()})) ==
          "二、 表\t\t\n第一\t\t\n内容\t新增\t现有\n规章\t1\t23\n第二\t\t\n内容\t数量\t\n许可\t456\t\n"
          "\n四、\t\t\t\n复议\t\t诉讼\t\n维持\t总计\t直接\t\n\t\t维持\t总计\n1\t2\t3\t4\n");
    CHECK(write_tsv(a_document({Heading{2, a_paragraph("三、")}, nested_grid()})) ==
          "三、\t\t\t\t\n角\t\t申请人\t\t\n\t\t甲\t乙\t计\n一、新收\t\t1\t2\t3\n二、结果\t1.公开\t4\t5\t9\n"
          "\t2.其他\t6\t7\t13\n");
    CHECK(write_tsv(a_document({a_paragraph("文"), a_grid(0, 3, 0, {}, {})})).empty());
}

TEST_CASE("nothing of a value parts it, nothing is calculated, numbers stay numbers") {
    CHECK(tsv_of_cell("甲\t乙\n丙\r") == "甲 乙 丙");
    for (const char* same : {"1", "0.0000", "甲=1", "a@b", "/", "-", "－", "—", "甲 　乙"})
        CHECK(tsv_of_cell(same) == same);
    for (const char* text : {"=1+1", "+86", "-1", "-1（见注）", "@导入", "--", "＝A1", "＋1", "－1", "＠a", "\"q\""})
        CHECK(tsv_of_cell(text) == "'" + std::string(text));
    CHECK(tsv_of_cell(" =1") == "'=1");
    CHECK(tsv_of_cell("\t=1") == "'=1");
    CHECK(tsv_of_cell("-3", Amount{-3, 0}) == "-3");
    CHECK(tsv_of_cell("-3（其中1件）", Amount{-3, 0}) == "'-3（其中1件）");
}

TEST_CASE("every report gives its tables, all lines of a block with as many tabs, a draft says so at each") {
    const SourceFiles templates = embedded_folder("templates/");
    for (std::uint32_t seed = 1; seed <= 20; ++seed) {
        for (const Form* form : {&form_2021(), &form_2019()}) {
            CAPTURE(seed);
            const Report report = RandomReport(seed).make_treacherous(*form);
            const bool draft = seed % 2 == 0;
            std::istringstream lines(write_tsv(compose_document(report, *form, templates, {.draft = draft})));
            std::size_t tables = 0;
            std::ptrdiff_t tabs = -1;
            for (std::string line; std::getline(lines, line);) {
                const std::ptrdiff_t here = std::count(line.begin(), line.end(), '\t');
                if (tabs < 0) {
                    CHECK((line.find("（草稿）") != std::string::npos) == draft);
                    ++tables;
                    tabs = here;
                }
                if (line.empty()) {
                    tabs = -1;
                } else {
                    CHECK(here == tabs);
                }
            }
            CHECK(tables == form->tables.size());
        }
    }
}
