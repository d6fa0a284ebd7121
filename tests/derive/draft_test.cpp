#include "derive/draft.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>

#include "checks/checks.h"
#include "forms/last_year.h"
#include "random_report.h"
#include "readers/json_report_reader.h"
#include "the_statute.h"
#include "writers/json_report_writer.h"

using namespace nianbao;

namespace {

const DraftOptions with_marks{false,
                              {"〔上年{was}，请填本年数〕", "〔上年{was}，请填本年情况〕", "〔上年写{was}，请核对〕",
                               "〔上年写“{was}”，请核对〕"}};

Draft draft_of(const Report& last, const Form& last_form, const DraftOptions& options = with_marks) {
    return draft_next_year(last, last_form, form_2021(), the_statute().drafting, options);
}

Report sample() {
    return read_json_report(std::string(embedded_files().at("schemas/samples/2021.json")), the_statute()).report;
}

}  // namespace

TEST_CASE("law: the draft's carried-in is last year's carried-out, and every other cell is blank") {
    const Form& form = form_2021();
    const std::string in = "/requests/carried_in/", out = "/requests/carried_out/";
    for (const Form* last_form : {&form_2021(), &form_2019()}) {
        for (std::uint32_t seed = 0; seed < 200; ++seed) {
            const Report last = RandomReport(seed).make(*last_form);
            const LastYear known(form, last, *last_form);
            const Draft draft = draft_of(last, *last_form);
            for (std::size_t i = 0; i < form.cells.size(); ++i) {
                const std::string& path = form.cells[i].path;
                CAPTURE(path);
                if (!path.starts_with(in)) {
                    CHECK(draft.report.cells[i] == Cell(Blank{}));
                    continue;
                }
                const Cell& before = known.cells[*form.find_cell(out + path.substr(in.size()))];
                CHECK(draft.report.cells[i] == (number_in(before) ? before : Cell(Blank{})));
            }
            CHECK(draft.report.year == last.year + 1);
            CHECK(draft.report.agency == last.agency);
            CHECK(draft.report.published.empty());
        }
    }
}

TEST_CASE("what is checked in a draft is what is to be filled in, and nothing else") {
    const Draft draft = draft_of(sample(), form_2021());
    std::set<std::string> codes;
    for (const Diagnostic& finding :
         check_report(draft.report, form_2021(), the_statute().catalogue, the_statute().agencies))
        codes.insert(finding.code);
    CHECK(codes == std::set<std::string>{"n.placeholder", "t.blank"});
    CHECK(draft.figures > 0);
    CHECK(draft.carried.size() == 7);
    CHECK(draft.same_text_percent > 20);
    CHECK(draft.dropped.empty());
}

TEST_CASE("law: a draft written with last year's figures reads back as the draft, and is checked as without them") {
    const Form& form = form_2021();
    for (std::uint32_t seed = 0; seed < 50; ++seed) {
        const Report last = RandomReport(seed).make(form);
        const Draft draft = draft_of(last, form);
        const std::string written = write_json_report(draft.report, form, last.cells);
        const Report read = read_json_report(written, the_statute()).report;
        CHECK(read == read_json_report(write_json_report(draft.report, form), the_statute()).report);
        CHECK(read.cells == draft.report.cells);
    }
}

TEST_CASE("last year's figure stands beside what is to be filled in, also where it was 0, and nowhere else") {
    const Form& form = form_2021();
    const auto cell = [&](const std::string& path) { return static_cast<std::size_t>(*form.find_cell(path)); };
    Report last = sample();
    last.cells[cell("/disclosure/licensing")] = Amount{0, 0};
    last.cells[cell("/disclosure/penalties")] = Mark{"/"};
    last.cells[cell("/disclosure/fees")] = *parse_amount("3.25");
    const std::string text = write_json_report(draft_of(last, form).report, form, last.cells);
    CHECK(text.find(R"("licensing": {"value": null, "last_year": 0})") != std::string::npos);
    CHECK(text.find(R"("penalties": null)") != std::string::npos);
    CHECK(text.find(R"("fees": {"value": null, "last_year": 3.25})") != std::string::npos);
    CHECK(text.find(R"("total": {"value")") == std::string::npos);
    CHECK(text.find(R"("carried_in": {"natural_person": {)") == std::string::npos);
}

TEST_CASE("last year's measures are listed one by one, and problems and measures are open") {
    Report last = sample();
    const auto field = [](const std::string& path) {
        const auto& fields = form_2021().fields;
        return static_cast<std::size_t>(
            std::find_if(fields.begin(), fields.end(), [&](const Field& each) { return each.path == path; }) -
            fields.begin());
    };
    const std::string five = "/narrative/problems_and_improvements/";
    last.narrative[field(five + "improvements")] =
        Paragraphs{"针对上述问题，采取以下措施：", "一是编写指南；二是每月通报。", "三是开展培训。"};
    const Report report = draft_of(last, form_2021()).report;
    CHECK(report.narrative[field(five + "introduction")] ==
          Paragraphs{"上年提出的改进措施落实情况：", "一是编写指南；〔上年措施，请填落实情况〕",
                     "二是每月通报。〔上年措施，请填落实情况〕", "三是开展培训。〔上年措施，请填落实情况〕"});
    CHECK(report.narrative[field(five + "problems")] == Paragraphs{"〔请填本年存在的主要问题〕"});
    CHECK(report.narrative[field(five + "improvements")] == Paragraphs{"〔请填本年改进措施〕"});
}

TEST_CASE("where this year's form is another, what was written for last year's table or cites its form is told") {
    Report last = read_json_report(std::string(embedded_files().at("schemas/samples/2019.json")), the_statute()).report;
    last.narrative[*form_2019().find_field("/narrative/notes/disclosure/after")] = Paragraphs{"注：减少的填负数。"};
    DraftOptions options = with_marks;
    options.citation_mark = "〔上年依据，本年为{now}〕";
    const Draft draft = draft_of(last, form_2019(), options);
    REQUIRE(draft.dropped.size() == 1);
    CHECK(form_2019().fields[draft.dropped.front()].path == "/narrative/notes/disclosure/after");
    CHECK(draft.report.narrative[*form_2021().find_field("/narrative/notes/disclosure/after")] == Paragraphs{});
    const std::string& basis = draft.report.narrative[*form_2021().find_field("/narrative/preface")]->front();
    CHECK(basis.find("（国办公开办函〔2019〕60号〔上年依据，本年为国办公开办函〔2021〕30号〕）") != std::string::npos);

    const Draft same = draft_next_year(last, form_2019(), form_2019(), the_statute().drafting, options);
    CHECK(same.dropped.empty());
    CHECK(same.carried.size() == 7);
    const std::string& kept = same.report.narrative[*form_2019().find_field("/narrative/preface")]->front();
    CHECK(kept.find("〔上年依据") == std::string::npos);
}

TEST_CASE("a draft on the form of 2019 is checked for what is to be filled in, and nothing else") {
    const Report last =
        read_json_report(std::string(embedded_files().at("schemas/samples/2019.json")), the_statute()).report;
    Report earlier = last;
    earlier.year = 2019;
    const Draft draft = draft_next_year(earlier, form_2019(), form_2019(), the_statute().drafting, with_marks);
    std::set<std::string> codes;
    for (const Diagnostic& finding :
         check_report(draft.report, form_2019(), the_statute().catalogue, the_statute().agencies))
        codes.insert(finding.code);
    CHECK(codes == std::set<std::string>{"n.placeholder", "t.blank"});
}

TEST_CASE("a skeleton has no word of last year") {
    DraftOptions options = with_marks;
    options.skeleton = true;
    const Draft draft = draft_of(sample(), form_2021(), options);
    CHECK(draft.same_text_percent == 0);
    CHECK(draft.figures == 0);
    CHECK(draft.rolled.empty());
    CHECK(draft.carried.size() == 7);
}
