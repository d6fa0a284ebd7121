#include "composing/compose_comparison.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "derive/compare.h"
#include "random_report.h"
#include "the_statute.h"
#include "writers/html_page_check.h"
#include "writers/html_writer.h"
#include "writers/markdown_writer.h"
#include "writers/text_writer.h"
#include "writers/xlsx_writer.h"

using namespace nianbao;

namespace {

Comparison compare(const std::vector<Report>& reports) {
    std::vector<ReportToCompare> given;
    for (const Report& report : reports) given.push_back({report, form_2021(), std::nullopt, "年报.json"});
    return compare_reports(given, form_2021(), the_statute().agencies);
}

std::size_t count_charts(const Document& document) {
    return static_cast<std::size_t>(
        std::count_if(document.blocks.begin(), document.blocks.end(),
                      [](const auto& block) { return std::holds_alternative<Chart>(block); }));
}

}  // namespace

TEST_CASE("comparison: every format takes it, whatever the reports hold") {
    RandomReport random(41);
    for (int round = 0; round < 12; ++round) {
        std::vector<Report> reports;
        for (int i = random.number(2, 4); i > 0; --i) reports.push_back(random.make_treacherous(form_2021()));
        for (const Language language : {Language::zh, Language::en}) {
            const Document document = compose_comparison(compare(reports), form_2021(), language);
            const PageCheck page(write_html(document, embedded_folder("templates/")));
            CHECK(page.faults() == std::vector<std::string>{});
            CHECK(!write_text(document).empty());
            CHECK(!write_markdown(document).empty());
            CHECK(write_xlsx(document, form_2021()) == write_xlsx(document, form_2021()));
        }
    }
}

TEST_CASE("comparison: charts are drawn of three reports and more, where there is something to draw") {
    Report zero = empty_report(form_2021());
    for (Cell& cell : zero.cells) cell = Amount{};
    zero.agency.name = "示例区水务局";
    zero.year = 2022;
    Report some = zero;
    some.year = 2023;
    some.cells[*form_2021().find_cell("/requests/received/total")] = Amount{5, 0};
    Report open = some;
    open.year = 2024;
    open.cells.assign(open.cells.size(), Blank{});
    CHECK(count_charts(compose_comparison(compare({zero, some}), form_2021(), Language::zh)) == 0);
    const Document three = compose_comparison(compare({zero, some, open}), form_2021(), Language::zh);
    REQUIRE(count_charts(three) == 1);
    const auto block = std::find_if(three.blocks.begin(), three.blocks.end(),
                                    [](const auto& each) { return std::holds_alternative<Chart>(each); });
    const Chart& chart = std::get<Chart>(*block);
    CHECK(chart.title == "新收申请");
    REQUIRE(chart.bars.size() == 3);
    CHECK(chart.bars[0].reads == "0");
    CHECK(chart.bars[1].label == "2023年度");
    CHECK(chart.bars[2].reads == "未填");
    CHECK(!chart.bars[2].number);
}
