#include "cli/printed_text.h"

#include <doctest/doctest.h>

using namespace nianbao;

namespace {

Paragraph line(const char* text) { return {{Run{text, false, std::nullopt}}, Paragraph::Role::body, {}}; }

Document document() {
    Document document;
    Grid grid;
    grid.cells.push_back(GridCell{.text = {line("48216.3075"), line("万元")}});
    document.blocks = {Heading{1, line("年度报告")}, line("全年公开信息１２条，答复ab件。"), grid};
    return document;
}

}  // namespace

TEST_CASE("a print holds its document wherever it breaks") {
    for (const char* text : {"年度报告\n全年公开信息12条，答复ab件。\n48216.3075万元\n",
                             "—1—\n年 度 报 告\n万元 48216.3\n075\f全年公开 信息１２条答复ａｂ件 年度"}) {
        CAPTURE(text);
        CHECK(lost_characters(document(), text).empty());
    }
}

TEST_CASE("what a print lacks is told") {
    struct Case {
        const char *text, *lost;
    };
    const Case cases[] = {
        {"年度报告全年公开信息12条，答复ab件。48216.30万元", "75"},
        {"年度报告全公开信息12条，答复ab件。48216.3075万元", "年"},
        {"年度报告48216.3075万元", "全年公开信息条答复a"},
        {"", "年度报告全年公开信息"},
    };
    for (const Case& each : cases) {
        CAPTURE(each.text);
        CHECK(lost_characters(document(), each.text) == each.lost);
    }
}
