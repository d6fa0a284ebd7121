// What two consecutive reports must agree on: each case with the whole sentence.
#include <doctest/doctest.h>

#include <algorithm>

#include "checks/checks.h"
#include "messages/finding_text.h"
#include "random_report.h"
#include "readers/json_report_reader.h"
#include "the_statute.h"

using namespace nianbao;

namespace {

Report sample(const char* form) {
    return read_json_report(std::string(embedded_files().at(std::string("schemas/samples/") + form + ".json")),
                            the_statute())
        .report;
}

/// The sample, as if it were the report of the year before it that fits it.
Report fitting_last_year() {
    Report last = sample("2021");
    last.year -= 1;
    last.published = "2024-01-20";
    const Form& form = form_2021();
    for (const char* column :
         {"natural_person", "business", "research", "charity", "legal_service", "other", "total"}) {
        const std::string at = column;
        last.cells[*form.find_cell("/requests/carried_out/" + at)] =
            sample("2021").cells[*form.find_cell("/requests/carried_in/" + at)];
    }
    last.cells[*form.find_cell("/disclosure/normative_documents/in_force")] = Amount{16, 0};
    for (auto& field : last.narrative) field = Paragraphs{};
    return last;
}

std::vector<std::string> sentences(const Report& report, const Report& before, const Form& last_form) {
    const LastYear last(form_2021(), before, last_form);
    std::vector<std::string> found;
    for (const Diagnostic& finding :
         check_report(report, form_2021(), the_statute().catalogue, the_statute().agencies, &last)) {
        found.push_back(finding.code + " " +
                        describe(finding, {the_statute().catalogue, &form_2021(), &report}, Language::zh).message);
    }
    return found;
}

void set(Report& report, const char* path, std::int64_t value) {
    report.cells[*form_2021().find_cell(path)] = Amount{value, 0};
}

using Sentences = std::vector<std::string>;

}  // namespace

TEST_CASE("two years that agree give nothing") {
    CHECK(sentences(sample("2021"), fitting_last_year(), form_2021()).empty());
}

TEST_CASE("carried in differs from what was carried out: column by column, the total silent") {
    Report last = fitting_last_year();
    set(last, "/requests/carried_out/natural_person", 5);
    set(last, "/requests/carried_out/total", 6);
    CHECK(sentences(sample("2021"), last, form_2021()) ==
          Sentences{"t3.carry “上年结转”与上年年报不一致：自然人本年填4，2023年年报“结转下年度继续办理”为5。"});
    last.published.clear();
    CHECK(sentences(sample("2021"), last, form_2021()) ==
          Sentences{"t3.carry “上年结转”与上年年报稿不一致：自然人本年填4，2023年年报稿“结转下年度继续办理”为5。"});
}

TEST_CASE("in force: last year's, issued and repealed; a remark explains a difference") {
    Report report = sample("2021");
    Report last = fitting_last_year();
    set(last, "/disclosure/normative_documents/in_force", 17);
    CHECK(sentences(report, last, form_2021()) ==
          Sentences{"t2.inforce-year 行政规范性文件现行有效件数：按上年17、本年制发3、废止2推算应为18，填报17。"});
    report.notes[*form_2021().find_cell("/disclosure/normative_documents/in_force")] = "到期失效1件";
    CHECK(sentences(report, last, form_2021()).empty());
    set(last, "/disclosure/normative_documents/in_force", 0);
    report.notes.clear();
    set(report, "/disclosure/normative_documents/in_force", 1);
    set(report, "/disclosure/normative_documents/repealed", 4);
    report.narrative[*form_2021().find_field("/narrative/overview/information_management")] = {"健全管理制度。"};
    CHECK(sentences(report, last, form_2021()) ==
          Sentences{"t2.repealed-stock 行政规范性文件本年废止4件，超过上年现行有效0件与本年制发3件之和。"});
}

TEST_CASE("an open cell of either year breaks nothing") {
    Report last = fitting_last_year();
    for (Cell& cell : last.cells) cell = Blank{};
    CHECK(sentences(sample("2021"), last, form_2021()).empty());
}

TEST_CASE("figures that jump are told, their totals are not") {
    Report last = fitting_last_year();
    set(last, "/disclosure/licensing", 25);
    CHECK(sentences(sample("2021"), last, form_2021()) ==
          Sentences{"t.year-jump 主动公开情况表“行政许可”本年126，上年25，变化较大。"});
    set(last, "/disclosure/licensing", 26);
    CHECK(sentences(sample("2021"), last, form_2021()).empty());
}

TEST_CASE("a report that is not last year's is told, and nothing is compared") {
    Report last = fitting_last_year();
    last.year = 2022;
    last.agency.name = "示例区教育局";
    set(last, "/requests/carried_out/natural_person", 5);
    CHECK(sentences(sample("2021"), last, form_2021()) ==
          Sentences{"t.last-year 提供的上年年报是示例区教育局的，本报告是示例区工业和信息化局的。",
                    "t.last-year 提供的上年年报是2022年度的，应为2023年度，未核对结转。"});
}

TEST_CASE("last year on the form of 2019: what can be compared is, what cannot is said") {
    Report report = sample("2021");
    report.year = 2021;
    report.title.clear();
    Report last = sample("2019");
    last.year = 2020;
    last.agency = report.agency;
    const Sentences found = sentences(report, last, form_2019());
    const auto said = [&](const std::string& start) {
        return std::count_if(found.begin(), found.end(),
                             [&](const std::string& each) { return each.starts_with(start); });
    };
    CHECK(said("t.last-year 上年年报的格式不同") > 0);
    CHECK(said("t2.inforce-year") == 0);
}

TEST_CASE("random reports beside themselves as last year's: only what looks back is new") {
    for (std::uint32_t seed = 0; seed < 100; ++seed) {
        const Report report = RandomReport(seed).make(form_2021());
        Report last = report;
        last.year -= 1;
        const LastYear before(form_2021(), last, form_2021());
        const auto alone = check_report(report, form_2021(), the_statute().catalogue, the_statute().agencies);
        auto both = check_report(report, form_2021(), the_statute().catalogue, the_statute().agencies, &before);
        std::erase_if(both, [](const Diagnostic& finding) {
            return looks_back(*the_statute().catalogue.find(finding.code)) || finding.variant == "jump";
        });
        CHECK(both.size() == alone.size());
    }
}
