#include "writers/form_workbook_writer.h"

#include <doctest/doctest.h>

#include <clocale>

#include "random_report.h"
#include "writers/form_workbook/figure_sources.h"
#include "writers/form_workbook/form_table.h"
#include "writers/form_workbook_samples.h"

using namespace nianbao;

namespace {

bool is_zip(const std::string& bytes) { return bytes.starts_with("PK\x03\x04"); }

}  // namespace

TEST_CASE("the same form gives the same bytes in every locale") {
    const Report report = full_form_report();
    const std::string bytes = form_workbook(report, &report);
    CHECK(is_zip(bytes));
    CHECK(form_workbook(report, &report) == bytes);
    CHECK(form_workbook(report) != bytes);
    for (const char* locale : {"de_DE.UTF-8", "de_DE.utf8", "zh_CN.UTF-8"}) {
        if (!std::setlocale(LC_ALL, locale)) continue;
        CHECK_MESSAGE(form_workbook(report, &report) == bytes, locale);
    }
    std::setlocale(LC_ALL, "C");
}

// A formula that cannot be worked out throws, so each of these is also a proof that all formulas can be.
TEST_CASE("every report can be written as a form") {
    for (std::uint32_t seed = 1; seed <= 12; ++seed) {
        RandomReport random(seed);
        for (const Form* form : {&form_2021(), &form_2019()}) {
            const Report report = random.make(*form);
            const Report last = random.make(seed % 2 == 0 ? form_2021() : form_2019());
            CHECK(is_zip(form_workbook(report, &last)));
        }
    }
}

TEST_CASE("a report with nothing in it, and one with anything in it, can be written as a form") {
    Report nothing = empty_report(form_2021());
    CHECK(is_zip(form_workbook(nothing)));
    for (const std::string& text : {std::string("=1+1"), std::string("&L<a>\"'&amp;"), std::string("a\xFF\x00z", 4),
                                    std::string("_x0000_\x01\r\n"), std::string(70000, 'x'), std::string("　 ")}) {
        Report report = full_form_report();
        report.agency.name = report.agency.kind = report.agency.contact.address = report.title = text;
        for (auto& field : report.narrative) field = Paragraphs{text, text};
        for (Cell& cell : report.cells) cell = Mark{text};
        report.others.push_back({text, {text}, text});
        report.notes[1] = text;
        CHECK(is_zip(form_workbook(report, &report)));
    }
}

TEST_CASE("a document without the tables is told") {
    const Report report = blank_form_report();
    CHECK_THROWS_AS(static_cast<void>(write_form_workbook({}, report, form_2021(), the_statute(), {})), WriteError);
}

TEST_CASE("cells are gathered into few rectangles") {
    std::vector<SheetPosition> cells;
    for (std::uint32_t row = 4; row < 7; ++row) {
        for (std::uint32_t column = 3; column < 9; ++column) cells.push_back({row, column});
    }
    cells.push_back({7, 3});
    std::vector<std::string> names;
    for (const xlsx::Extent& at : rectangles_of(cells)) names.push_back(range_name(at));
    CHECK(names == std::vector<std::string>{"D5:I7", "D8"});
    CHECK(rectangles_of({}).empty());
    CHECK(sum_over({}, [](const std::string& range) { return range; }) == "0");
    CHECK(sum_over(rectangles_of({{0, 0}, {0, 2}}), [](const std::string& range) { return "COUNT(" + range + ")"; }) ==
          "COUNT(A1)+COUNT(C1)");
}

TEST_CASE("the sources of figures are those of the rows, or of the columns") {
    const Form& form = form_2021();
    CHECK(source_of_row(form, *form.find_cell("/disclosure/fees")) == "财务科（单位：万元）");
    CHECK(source_of_row(form, *form.find_cell("/requests/outcomes/refused/state_secret/other")) ==
          "办公室（申请台账）");
    CHECK(source_of_row(form, *form.find_cell("/disputes/review/upheld")) == "法规科");
    const auto sources = sources_of_table(form, 0);
    REQUIRE(sources.size() == 3);
    CHECK(sources.front().second == std::vector<std::string>{"规章", "行政规范性文件"});
    CHECK(sources_of_table(form, 2) == decltype(sources){{"法规科", {}}});
}
