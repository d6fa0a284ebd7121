#include <doctest/doctest.h>

#include <algorithm>

#include "checks/checks.h"
#include "forms/relations.h"
#include "messages/finding_text.h"
#include "random_report.h"
#include "the_statute.h"

using namespace nianbao;

namespace {

std::vector<Diagnostic> sums_of(const Report& report, const Form& form) {
    auto findings = check_report(report, form, the_statute().catalogue, the_statute().agencies);
    std::erase_if(findings, [](const Diagnostic& finding) {
        return finding.parts.empty() || finding.severity != Severity::error;
    });
    return findings;
}

CellId cell(const Form& form, const std::string& path) {
    const auto found = form.find_cell(path);
    REQUIRE_MESSAGE(found, path);
    return *found;
}

/// Everything 0 but what the changes say.
Report zero_report(const Form& form, const std::vector<std::pair<std::string, int>>& changes) {
    Report report = empty_report(form);
    report.year = form.first_year;
    for (Cell& each : report.cells) each = Amount{};
    for (const auto& [path, value] : changes) report.cells[cell(form, path)] = Amount{value, 0};
    return report;
}

std::string told(const std::vector<Diagnostic>& findings, const Form& form) {
    std::string text;
    for (const Diagnostic& finding : findings) {
        text += finding.code + " " + form.cells[finding.at.index].path + " " + finding.actual.value_or("") + "/" +
                finding.expected.value_or("") + " " + finding.arguments.at("difference");
        if (finding.suspect)
            text += " suspect " + form.cells[*finding.suspect].path + "=" + to_string(*finding.suspect_value);
        text += "\n";
    }
    return text;
}

bool speaks_of(const Diagnostic& finding, CellId id) {
    return finding.at == at_cell(id) ||
           std::any_of(finding.parts.begin(), finding.parts.end(), [&](const auto& part) { return part.cell == id; });
}

}  // namespace

TEST_CASE("the 2021 form has the 42 identities of one report, each once") {
    std::map<std::string, int> count;
    for (const Relation& relation : form_2021().relations) {
        const Rule& rule = the_statute().catalogue.rules[relation.rule];
        if (rule.built && !relation.at_least_zero && !looks_back(relation)) ++count[rule.code];
    }
    CHECK(count ==
          std::map<std::string, int>{{"t3.balance", 7}, {"t3.results", 7}, {"t3.row-total", 25}, {"t4.total", 3}});
}

TEST_CASE("a broken sum is told with both numbers and the difference") {
    const Form& form = form_2021();
    const struct {
        std::vector<std::pair<std::string, int>> changes;
        std::string expected;
    } cases[] = {
        {{{"/disputes/review/total", 2}}, "t4.total /disputes/review/total 2/0 2\n"},
        {{{"/disputes/litigation_after_review/pending", 3}},
         "t4.total /disputes/litigation_after_review/total 0/3 3\n"},
        // Only the row is told: the balance of the column 总计 merely follows from it.
        {{{"/requests/received/total", 1}},
         "t3.row-total /requests/received/total 1/0 1 suspect /requests/received/total=0\n"},
        {{{"/requests/received/business", 1}, {"/requests/received/total", 1}},
         "t3.balance /requests/carried_out/business 0/1 1\n"},
        {{{"/requests/outcomes/refused/enforcement_file/charity", 4}},
         "t3.row-total /requests/outcomes/refused/enforcement_file/total 0/4 4 suspect "
         "/requests/outcomes/refused/enforcement_file/charity=0\n"
         "t3.results /requests/outcomes/total/charity 0/4 4 suspect "
         "/requests/outcomes/refused/enforcement_file/charity=0\n"},
    };
    for (const auto& each : cases) {
        const Report report = zero_report(form, each.changes);
        CHECK(told(sums_of(report, form), form) == each.expected);
    }
}

TEST_CASE("an open cell stands for any number: a sum is broken only when no filling mends it") {
    const Form& form = form_2021();
    const std::string row = "/requests/outcomes/granted/";
    const auto with_open = [&](int part, int total) {
        Report report = zero_report(form, {{row + "natural_person", part}, {row + "total", total}});
        report.cells[cell(form, row + "business")] = Blank{};
        auto findings = sums_of(report, form);
        std::erase_if(findings, [](const Diagnostic& finding) { return finding.code != "t3.row-total"; });
        return told(findings, form);
    };
    CHECK(with_open(5, 3) == "t3.row-total /requests/outcomes/granted/total 3/≥5 ≥2\n");
    CHECK(with_open(2, 3) == "");
    CHECK(with_open(3, 3) == "");
}

TEST_CASE("a total that is left out is computed, and what follows from it is checked") {
    const Form& form = form_2021();
    Report report = zero_report(form, {{"/requests/received/research", 2}});
    for (std::size_t i = 0; i < report.cells.size(); ++i) {
        if (form.cells[i].derived) report.cells[i] = Absent{};
    }
    CHECK(told(sums_of(report, form), form) == "t3.balance /requests/carried_out/research 0/2 2\n");
}

TEST_CASE("values that no count may hold take part in no sum") {
    const Form& form = form_2021();
    Report report = zero_report(form, {});
    report.cells[cell(form, "/requests/received/other")] = Amount{-3, 0};
    report.cells[cell(form, "/requests/carried_in/other")] = Mark{"/"};
    CHECK(sums_of(report, form).empty());
}

TEST_CASE("random valid reports break no sum, on either form") {
    for (const Form* form : {&form_2021(), &form_2019()}) {
        for (std::uint32_t seed = 0; seed < 100; ++seed) {
            const Report report = RandomReport(seed).make(*form);
            CAPTURE(seed);
            CHECK(told(sums_of(report, *form), *form) == "");
        }
    }
}

TEST_CASE("every single changed cell of tables three and four is found and placed") {
    for (const Form* form : {&form_2021(), &form_2019()}) {
        for (std::uint32_t seed = 0; seed < 6; ++seed) {
            RandomReport random(seed);
            Report report = random.make(*form);
            for (std::size_t i = 0; i < form->cells.size(); ++i) {
                const auto id = static_cast<CellId>(i);
                const std::string& table = form->tables[form->cells[i].table].id;
                if (table == "disclosure") continue;
                const Cell before = report.cells[i];
                report.cells[i] = *number_in(before) + Amount{random.number(1, 40), 0};
                const auto findings = sums_of(report, *form);
                CAPTURE(seed);
                CAPTURE(form->cells[i].path);
                REQUIRE_FALSE(findings.empty());
                for (const Diagnostic& finding : findings) {
                    CHECK(speaks_of(finding, id));
                    CHECK(finding.suspect.has_value() == (table == "requests"));
                    if (!finding.suspect) continue;
                    CHECK(*finding.suspect == id);
                    CHECK(Cell(*finding.suspect_value) == before);
                }
                CHECK(findings.size() <= 3);
                report.cells[i] = before;
            }
        }
    }
}

TEST_CASE("only the balance and the results of the last column follow from other sums") {
    // Gauss over the identities of table three: what the catalogue says of follows_from is what linear algebra says.
    const Form& form = form_2021();
    std::vector<std::vector<double>> rows;
    std::size_t total = 0;
    std::size_t following = 0;
    for (const Relation& relation : form.relations) {
        const Rule& rule = the_statute().catalogue.rules[relation.rule];
        if (!rule.built || relation.at_least_zero || looks_back(relation)) continue;
        ++total;
        following += relation.follows_from.empty() ? 0 : 1;
        std::vector<double> row(form.cells.size());
        for (const Term& term : relation.terms) row[term.cell] += term.sign;
        rows.push_back(row);
    }
    std::size_t rank = 0;
    for (std::size_t column = 0; column < form.cells.size() && rank < rows.size(); ++column) {
        auto pivot = std::find_if(rows.begin() + static_cast<std::ptrdiff_t>(rank), rows.end(),
                                  [&](const auto& row) { return row[column] > 1e-9 || row[column] < -1e-9; });
        if (pivot == rows.end()) continue;
        std::swap(*pivot, rows[rank]);
        for (std::size_t r = rank + 1; r < rows.size(); ++r) {
            const double factor = rows[r][column] / rows[rank][column];
            for (std::size_t c = column; c < form.cells.size(); ++c) rows[r][c] -= factor * rows[rank][c];
        }
        ++rank;
    }
    CHECK(total == 42);
    CHECK(rank == 40);
    CHECK(following == total - rank);
}

TEST_CASE("the sentence of a row total reads as an official writes it") {
    const Form& form = form_2021();
    const std::string row = "/requests/received/";
    Report report = zero_report(form, {{row + "natural_person", 41},
                                       {row + "business", 6},
                                       {row + "charity", 1},
                                       {row + "legal_service", 3},
                                       {row + "total", 50}});
    const auto findings = sums_of(report, form);
    const auto told_at =
        std::find_if(findings.begin(), findings.end(), [](const auto& f) { return f.code == "t3.row-total"; });
    REQUIRE(told_at != findings.end());
    const FindingText text = describe(*told_at, {the_statute().catalogue, &form, &report}, Language::zh);
    CHECK(
        text.message ==
        "申请情况表“一、本年新收政府信息公开申请数量”行：总计填报50，六类申请人相加为51（41＋6＋0＋1＋3＋0），相差1。");
    CHECK(text.hint == "请核对该行；各类人数无误的，总计应为51。");
    CHECK(text.basis_kind == "表式含义");
}
