#include "cli/accepted_findings.h"

#include <doctest/doctest.h>

#include <vector>

#include "checks/publication.h"
#include "the_statute.h"

using namespace nianbao;

namespace {

Report report_of_2024() {
    Report report = empty_report(form_2021());
    report.agency.name = "示例区测试局";
    report.year = 2024;
    return report;
}

CellId cell_at(const char* path) { return form_2021().find_cell(path).value(); }

struct Known {
    std::string cell, value, expected;
};

Known known_by(const Diagnostic& finding, const Report& report) {
    const AcceptedKey key = accepted_key(finding, report, form_2021());
    CHECK(key.agency == "示例区测试局");
    CHECK(key.year == 2024);
    CHECK(key.code == finding.code);
    return {key.cell, key.value, key.expected};
}

}  // namespace

TEST_CASE("a finding is known by what stands at its subject") {
    Report report = report_of_2024();
    const CellId fees = cell_at("/disclosure/fees"), licensing = cell_at("/disclosure/licensing");
    report.cells[fees] = Mark{"/"};
    report.cells[licensing] = Amount{12};
    Diagnostic sum{.code = "t3.balance", .at = at_cell(licensing), .expected = "5", .actual = "4"};
    Diagnostic words{.code = "n.placeholder", .at = at_identity(Identity::title), .actual = "长", .excerpt = "共××篇"};
    Diagnostic open{.code = "t.blank", .variant = "marks", .at = at_table(0), .cells = {fees, licensing}};
    Diagnostic missing{.code = "s.parts-list", .variant = "one", .arguments = {{"items", "“六”"}, {"count", "1"}}};
    Diagnostic empty{.code = "s.section-missing", .variant = "empty", .at = at_section(0)};
    const Diagnostic bare{.code = "d.x"};
    struct Case {
        Diagnostic finding;
        Known known;
    };
    const std::vector<Case> cases{
        {sum, {"/disclosure/licensing", "4", "5"}},
        {words, {"/title", "共××篇", ""}},
        {open, {"/disclosure", "/disclosure/fees=/; /disclosure/licensing=12", ""}},
        {missing, {"", "“六”", ""}},
        {empty, {"/narrative/overview", "empty", ""}},
        {bare, {"", "", ""}},
    };
    for (const Case& each : cases) {
        CAPTURE(each.finding.code);
        const Known known = known_by(each.finding, report);
        CHECK(known.cell == each.known.cell);
        CHECK(known.value == each.known.value);
        CHECK(known.expected == each.known.expected);
    }
    report.cells[licensing] = Amount{13};
    CHECK(known_by(open, report).value == "/disclosure/fees=/; /disclosure/licensing=13");
}

TEST_CASE("an accepted error does not stop a report") {
    Diagnostic finding{.code = "t3.balance", .severity = Severity::error};
    CHECK(stops_publication(finding));
    finding.accepted = "已核实";
    CHECK_FALSE(stops_publication(finding));
}
