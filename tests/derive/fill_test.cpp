#include "derive/fill.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "checks/checks.h"
#include "random_report.h"
#include "the_statute.h"

using namespace nianbao;

TEST_CASE("filling is idempotent, changes only open totals, and leaves no finding on a total that was open") {
    for (const Form* form : {&form_2021(), &form_2019()}) {
        for (std::uint32_t seed = 0; seed < 200; ++seed) {
            RandomReport random(seed);
            Report report = random.make(*form);
            for (std::size_t i = 0; i < report.cells.size(); ++i) {
                if (form->cells[i].derived) report.cells[i] = random.number(0, 1) == 0 ? Cell(Blank{}) : Cell(Absent{});
            }
            const Report before = report;
            fill_report(report, *form, false);
            for (std::size_t i = 0; i < report.cells.size(); ++i) {
                if (form->cells[i].derived) {
                    CHECK(number_in(report.cells[i]) != nullptr);
                } else {
                    CHECK(report.cells[i] == before.cells[i]);
                }
            }
            for (const Diagnostic& finding :
                 check_report(report, *form, the_statute().catalogue, the_statute().agencies)) {
                CHECK((finding.code != "t3.results" && finding.code != "t3.row-total" && finding.code != "t4.total"));
            }
            const Report once = report;
            CHECK(fill_report(report, *form, false).empty());
            CHECK(report == once);
        }
    }
}

TEST_CASE("a total that was given stays, right or wrong") {
    const Form& form = form_2021();
    Report report = RandomReport(7).make(form);
    const auto total = *form.find_cell("/disputes/review/total");
    for (const Cell& given : {Cell(Amount{99999, 0}), Cell(Mark{"/"})}) {
        report.cells[total] = given;
        fill_report(report, form, false);
        CHECK(report.cells[total] == given);
    }
}

TEST_CASE("a total of which a part is open stays open") {
    const Form& form = form_2021();
    Report report = RandomReport(8).make(form);
    const auto total = *form.find_cell("/disputes/review/total");
    const auto part = *form.find_cell("/disputes/review/upheld");
    report.cells[total] = Blank{};
    report.cells[part] = Blank{};
    CHECK(fill_report(report, form, false).empty());
    CHECK(report.cells[total] == Cell(Blank{}));
    CHECK(report.cells[part] == Cell(Blank{}));
}

TEST_CASE("blanks become 0 only on request, each is listed, and what is absent stays absent") {
    const Form& form = form_2021();
    Report report = empty_report(form);
    const auto blank = *form.find_cell("/disclosure/licensing");
    const auto absent = *form.find_cell("/disclosure/penalties");
    report.cells[blank] = Blank{};
    CHECK(fill_report(report, form, false).empty());
    const auto filled = fill_report(report, form, true);
    REQUIRE(filled.size() == 1);
    CHECK(filled.front().cell == blank);
    CHECK_FALSE(filled.front().derived);
    CHECK(report.cells[blank] == Cell(Amount{}));
    CHECK(report.cells[absent] == Cell(Absent{}));
}
