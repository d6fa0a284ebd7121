#include "derive/draft.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>

#include "checks/checks.h"
#include "forms/last_year.h"
#include "random_report.h"
#include "readers/json_report_reader.h"
#include "the_statute.h"

using namespace nianbao;

namespace {

const DraftOptions with_marks{false,
                              {"〔上年{was}，请填本年数〕", "〔上年{was}，请填本年情况〕", "〔上年写{was}，请核对〕"}};

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

TEST_CASE("a skeleton has no word of last year") {
    DraftOptions options = with_marks;
    options.skeleton = true;
    const Draft draft = draft_of(sample(), form_2021(), options);
    CHECK(draft.same_text_percent == 0);
    CHECK(draft.figures == 0);
    CHECK(draft.rolled.empty());
    CHECK(draft.carried.size() == 7);
}
