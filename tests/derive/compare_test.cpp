#include "derive/compare.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "derive/fill.h"
#include "random_report.h"
#include "the_statute.h"

using namespace nianbao;

namespace {

Comparison compare(const std::vector<Report>& reports) {
    std::vector<ReportToCompare> given;
    for (const Report& report : reports) {
        const Form& form = *the_statute().find_form(report.form);
        std::optional<Conversion> conversion;
        if (&form != &form_2021()) conversion = read_conversion(embedded_folder("schemas/"), form, form_2021());
        given.push_back({report, form, std::move(conversion), "报告" + std::to_string(given.size() + 1) + ".json"});
    }
    return compare_reports(given, form_2021(), the_statute().agencies);
}

CellId cell_at(const std::string& path) { return *form_2021().find_cell(path); }
FieldId field_at(const std::string& path) { return *form_2021().find_field(path); }

Report sample() {
    Report report = RandomReport(5).make(form_2021());
    report.others.clear();
    return report;
}

std::vector<CellId> differing(const Comparison& found) {
    std::vector<CellId> cells;
    for (std::size_t i = 0; i < found.cells.size(); ++i) {
        if (!found.cells[i].same) cells.push_back(static_cast<CellId>(i));
    }
    return cells;
}

}  // namespace

TEST_CASE("compare: a report is like itself, and differs from what was changed at one place") {
    RandomReport random(31);
    for (int round = 0; round < 40; ++round) {
        const Report report = random.make_treacherous(form_2021());
        const Comparison same = compare({report, report});
        CHECK(same.same);
        CHECK(same.particulars.empty());
        CHECK(same.uncompared.empty());
        for (const ComparedSection& section : same.sections) {
            for (const auto& percent : section.copied) CHECK(percent.value_or(100) == 100);
        }
        Report changed = report;
        const auto cell = static_cast<CellId>(random.number(0, static_cast<int>(report.cells.size()) - 1));
        changed.cells[cell] = Amount{123'456, 0};
        const Comparison found = compare({report, changed});
        CHECK(!found.same);
        CHECK(differing(found) == std::vector<CellId>{cell});
        CHECK(found.cells[cell].difference == Amount{123'456, 0} - *number_in(report.cells[cell]));
        CHECK(compare({changed, report}).cells[cell].difference == *number_in(report.cells[cell]) - Amount{123'456, 0});
    }
}

TEST_CASE("compare: totals left out are what their parts come to, blank is like absent and never like 0") {
    const Report report = sample();
    const CellId total = cell_at("/requests/received/total"), fees = cell_at("/disclosure/fees");
    Report other = report;
    other.cells[total] = Blank{};
    CHECK(compare({report, other}).same);

    Report blank = report, absent = report, zero = report, mark = report, noted = report;
    blank.cells[fees] = Blank{};
    absent.cells[fees] = Absent{};
    zero.cells[fees] = Amount{};
    mark.cells[fees] = Mark{"/"};
    noted.notes[fees] = "含上年结余";
    CHECK(compare({blank, absent}).same);
    CHECK(differing(compare({blank, zero})) == std::vector{fees});
    CHECK(!compare({blank, zero}).cells[fees].difference);
    CHECK(differing(compare({mark, blank})) == std::vector{fees});
    CHECK(differing(compare({report, noted})) == std::vector{fees});
}

TEST_CASE("compare: particulars differ where both say something, kind and level as the name shows them") {
    Report first = sample(), second = first;
    first.agency.name = second.agency.name = "示例区水务局";
    second.agency.kind = "department";
    second.agency.level = "county";
    second.published = "";
    CHECK(compare({first, second}).same);

    second.agency.name = "示例镇人民政府";
    second.agency.kind = second.agency.level = "";
    second.published = "2000-01-01";
    second.document_number = "示办〔2025〕1号";
    std::vector<Identity> told;
    for (const ComparedParticular& each : compare({first, second}).particulars) told.push_back(each.what);
    CHECK(told == std::vector{Identity::name, Identity::kind, Identity::level, Identity::published});
}

TEST_CASE("compare: items of the agencies' own stand beside each other by their headings") {
    Report first = sample(), second = first;
    first.others = {{"建议提案", {"办理5件。"}, ""}, {"队伍建设", {"培训2次。"}, ""}};
    second.others = {{"队伍建设", {"培训3次。"}, "platforms"}, {"空项", {}, ""}};
    const Comparison found = compare({first, second});
    const auto section = std::find_if(found.sections.begin(), found.sections.end(),
                                      [](const ComparedSection& each) { return !each.same; });
    REQUIRE(section != found.sections.end());
    std::vector<std::string> told;
    for (const ComparedText& text : section->texts) {
        if (text.field) continue;
        told.push_back(text.heading + (text.in_first ? " 甲" : "") + (text.in_second ? " 乙" : "") +
                       (text.moved ? " 移" : "") + (text.is_same() ? " 同" : ""));
    }
    CHECK(told == std::vector<std::string>{"建议提案 甲", "队伍建设 甲 乙 移", "空项 乙"});
}

TEST_CASE("compare: items in another order, and of equal headings, stand beside those that say the same") {
    Report first = sample(), second = first;
    first.others = {{"甲项", {"一。"}, ""}, {"乙项", {"二。"}, ""}, {"乙项", {"三。"}, ""}};
    second.others = {{"乙项", {"三。"}, ""}, {"甲项", {"一。"}, ""}, {"乙项", {"二。"}, ""}};
    const Comparison found = compare({first, second});
    for (const ComparedSection& section : found.sections) {
        for (const ComparedText& text : section.texts) {
            if (text.field) continue;
            CHECK(text.in_first);
            CHECK(text.in_second);
            CHECK(text.moved == (text.paragraphs.front().pieces.front().text == "三。"));
        }
    }
    CHECK(!found.same);
}

TEST_CASE("compare: a paragraph that stands at another place is told as moved") {
    Report first = sample(), second = first;
    const FieldId from = field_at("/narrative/overview/oversight"), to = field_at("/narrative/overview/platforms");
    first.narrative[from] = Paragraphs{"组织业务培训两次。", "接受社会评议。"};
    first.narrative[to] = Paragraphs{"维护门户网站。"};
    second.narrative[from] = Paragraphs{"接受社会评议。"};
    second.narrative[to] = Paragraphs{"维护门户网站。", "组织业务培训两次。"};
    std::size_t moved = 0;
    for (const ComparedSection& section : compare({first, second}).sections) {
        for (const ComparedText& text : section.texts) {
            for (const ComparedParagraph& paragraph : text.paragraphs) {
                CHECK(paragraph.moved == !paragraph.is_same());
                moved += paragraph.moved ? 1 : 0;
            }
        }
    }
    CHECK(moved == 2);
}

TEST_CASE("compare: reports are called by what tells them apart") {
    const Report one = sample();
    Report later = one, other = one, both = one;
    later.year = one.year + 1;
    other.agency.name = "示例区教育局";
    both.agency.name = "示例区教育局";
    both.year = one.year + 2;
    using ToldBy = ComparedReport::ToldBy;
    CHECK(compare({one, later}).reports[1].told_by == ToldBy::year);
    CHECK(compare({one, other}).reports[1].told_by == ToldBy::agency);
    CHECK(compare({one, both}).reports[1].told_by == ToldBy::agency_and_year);
    CHECK(compare({one, one}).reports[1].told_by == ToldBy::name);
    CHECK(compare({one, later, one}).reports[1].told_by == ToldBy::name);
}

TEST_CASE("compare: a report on the 2019 form is compared by what has a place on that of 2021") {
    Report old = empty_report(form_2019());
    for (Cell& cell : old.cells) cell = Amount{};
    old.agency.name = "示例区水务局";
    old.year = 2020;
    old.cells[*form_2019().find_cell("/disclosure/licensing/decisions")] = Amount{7, 0};
    old.cells[*form_2019().find_cell("/disclosure/procurement/items")] = Amount{3, 0};
    Report now = sample();
    now.cells[cell_at("/disclosure/licensing")] = Amount{9, 0};
    const Comparison found = compare({old, now});
    CHECK(!found.same);
    CHECK(found.cells[cell_at("/disclosure/licensing")].difference == Amount{2, 0});
    const auto procurement =
        std::find_if(found.uncompared.begin(), found.uncompared.end(), [](const UncomparedFigure& each) {
            return each.figure.cell == *form_2019().find_cell("/disclosure/procurement/items");
        });
    REQUIRE(procurement != found.uncompared.end());
    CHECK(procurement->report == 0);
    CHECK(procurement->value == Cell(Amount{3, 0}));
    // What the old form never asked is no difference.
    const ComparedCell& in_force = found.cells[cell_at("/disclosure/normative_documents/in_force")];
    CHECK(in_force.asked == std::vector<bool>{false, true});
    CHECK(in_force.same);
}

TEST_CASE("compare: a key figure of the old form that has no cell on the new one is compared all the same") {
    Report old = empty_report(form_2019()), now = empty_report(form_2021());
    for (Cell& cell : old.cells) cell = Amount{};
    for (Cell& cell : now.cells) cell = Amount{};
    old.cells[*form_2019().find_cell("/requests/outcomes/other/natural_person")] = Amount{5, 0};
    old.cells[*form_2019().find_cell("/requests/outcomes/other/total")] = Amount{5, 0};
    const Comparison found = compare({old, now});
    const auto other = std::find_if(found.key_figures.begin(), found.key_figures.end(),
                                    [](const ComparedFigure& each) { return each.name.zh == "其他处理"; });
    REQUIRE(other != found.key_figures.end());
    CHECK(other->values == std::vector<std::optional<Amount>>{Amount{5, 0}, Amount{}});
    CHECK(other->asked == std::vector<bool>{true, true});
}

TEST_CASE("compare: of several reports each text is measured against the one before it") {
    Report first = sample(), second, third;
    const FieldId field = field_at("/narrative/other_matters");
    first.narrative[field] = Paragraphs{"本年度未收取信息处理费。"};
    second = third = first;
    third.narrative[field] = Paragraphs{"没有。"};
    const Comparison found = compare({first, second, third});
    const ComparedSection& last = found.sections.back();
    CHECK(form_2021().sections[static_cast<std::size_t>(last.section)].id == "other_matters");
    CHECK(last.copied == std::vector<std::optional<std::size_t>>{100, 0});
    CHECK(last.texts.empty());
    CHECK(!last.same);
}
