// What two consecutive reports of one agency must agree on, and what they should not have in common. The sums that look
// back are relations of the form, like all others (sum_check).
#include <algorithm>

#include "checks/check_context.h"
#include "narrative/copied_text.h"
#include "narrative/passages.h"
#include "unicode/utf8.h"

namespace nianbao {
namespace {

bool is_year_before(const CheckContext& context) {
    return context.last && context.last->report.year == context.report.year - 1;
}

const Amount* last_number(const CheckContext& context, std::size_t cell) {
    return number_in(context.last->cells[cell]);
}

/// Whether all cells of these paths are 0 in both years.
bool none_in_either_year(const CheckContext& context, const std::vector<std::string>& paths) {
    return std::all_of(paths.begin(), paths.end(), [&](const std::string& path) {
        const auto cell = context.form.find_cell(path);
        if (!cell) return true;
        const Range& now = context.ranges.of(*cell);
        const Amount* before = last_number(context, *cell);
        return now.is_point() && is_zero(*now.low) && before && is_zero(*before);
    });
}

/// Tables of which last year's form has not one cell.
std::vector<std::string> tables_without_counterpart(const CheckContext& context, bool wholly) {
    std::vector<std::string> names;
    for (std::size_t table = 0; table < context.form.tables.size(); ++table) {
        const auto cells = context.form.cells_of(static_cast<int>(table));
        const auto known =
            std::count_if(cells.begin(), cells.end(), [&](CellId cell) { return context.last->known[cell]; });
        const bool none = known == 0, some = known != static_cast<std::ptrdiff_t>(cells.size());
        if (wholly ? none : some && !none) names.push_back(context.form.tables[table].name.zh);
    }
    return names;
}

/// More than so many times as much as last year or less than that part of it, both at least `least`.
bool jumps(const Amount& now, const Amount& before, unsigned most, const Amount& least) {
    return now >= least && before >= least && (now > times(before, most) || before > times(now, most));
}

/// The totals of which a part is told already are left out.
std::vector<CellId> without_their_totals(const std::vector<CellId>& cells, const Form& form) {
    std::vector<CellId> kept;
    for (const CellId cell : cells) {
        const bool follows = std::any_of(form.relations.begin(), form.relations.end(), [&](const Relation& relation) {
            if (!relation.defines || relation.told_at != cell) return false;
            return std::any_of(relation.terms.begin(), relation.terms.end(), [&](const Term& term) {
                return term.cell != cell && std::find(cells.begin(), cells.end(), term.cell) != cells.end();
            });
        });
        if (!follows) kept.push_back(cell);
    }
    return kept;
}

std::string text_of_section(const Report& report, const Form& form, const std::string& id) {
    const auto section = find_section(form, id);
    return section ? joined(passages_of(report, form, static_cast<int>(*section))) : std::string();
}

}  // namespace

void check_last_year(const Rule& rule, const CheckContext& context, Findings& findings) {
    if (!context.last) return;
    const Report& last = context.last->report;
    if (!is_same_agency(context.report.agency, last.agency)) {
        Diagnostic& finding = add_finding(findings, rule, at_identity(Identity::name), "agency");
        finding.actual = last.agency.name;
        finding.expected = context.report.agency.name;
    }
    if (!is_year_before(context)) {
        Diagnostic& finding = add_finding(findings, rule, at_identity(Identity::year), "year");
        finding.actual = std::to_string(last.year);
        finding.expected = std::to_string(context.report.year - 1);
    }
    for (const bool wholly : {true, false}) {
        const auto names = tables_without_counterpart(context, wholly);
        if (names.empty()) continue;
        add_finding(findings, rule, at_identity(Identity::form), wholly ? "tables" : "cells").arguments["items"] =
            list_of(names);
    }
}

void check_needs_earlier(const Rule& rule, const CheckContext& context, Findings& findings) {
    if (!is_year_before(context)) return;
    for (const std::string& path : parameter_words(rule, "counted")) {
        const auto cell = context.form.find_cell(path);
        if (!cell) continue;
        const Range& range = context.ranges.of(*cell);
        if (!range.low || is_zero(*range.low) || !none_in_either_year(context, parameter_words(rule, "earlier")))
            continue;
        add_finding(findings, rule, at_cell(*cell)).actual = to_string(*range.low);
    }
}

void check_year_jump(const Rule& rule, const CheckContext& context, Findings& findings) {
    constexpr std::size_t few = 5;
    if (!is_year_before(context)) return;
    const auto least = parse_amount(parameter_word(rule, "least"));
    if (!least) return;
    std::vector<CellId> jumping;
    for (std::size_t i = 0; i < context.form.cells.size(); ++i) {
        const Range& now = context.ranges.of(static_cast<CellId>(i));
        const Amount* before = last_number(context, i);
        if (before && now.is_point() &&
            jumps(*now.low, *before, static_cast<unsigned>(parameter_number(rule, "times")), *least))
            jumping.push_back(static_cast<CellId>(i));
    }
    const std::vector<CellId> told = without_their_totals(jumping, context.form);
    for (std::size_t i = 0; i < std::min(few, told.size()); ++i) {
        Diagnostic& finding = add_finding(findings, rule, at_cell(told[i]));
        finding.actual = to_string(*context.ranges.of(told[i]).low);
        finding.arguments["last"] = to_string(*last_number(context, told[i]));
    }
    if (told.size() <= few) return;
    Diagnostic& others = add_finding(findings, rule, at_table(context.form.cells[told[few]].table), "several");
    others.cells.assign(told.begin() + few, told.end());
    others.arguments["count"] = std::to_string(others.cells.size());
}

void check_same_as_last(const Rule& rule, const CheckContext& context, Findings& findings) {
    if (!is_year_before(context)) return;
    bool all_zero = true;
    for (std::size_t i = 0; i < context.form.cells.size(); ++i) {
        const Range& now = context.ranges.of(static_cast<CellId>(i));
        const Amount* before = last_number(context, i);
        if (!before || !now.is_point() || *now.low != *before) return;
        all_zero = all_zero && is_zero(*before);
    }
    if (!all_zero) add_finding(findings, rule, {});
}

void check_copy(const Rule& rule, const CheckContext& context, Findings& findings) {
    constexpr std::size_t most_shown = 2, longest_shown = 40;
    if (!context.last) return;
    for (const std::string& id : parameter_words(rule, "sections")) {
        const auto section = find_section(context.form, id);
        if (!section) continue;
        const std::string text = text_of_section(context.report, context.form, id);
        const std::string before = text_of_section(context.last->report, context.last->form, id);
        const CopiedText copied = copied_text(text, before);
        const auto least = static_cast<std::size_t>(parameter_number(rule, "least"));
        if (copied.characters < least || copied.percent() < static_cast<std::size_t>(parameter_number(rule, "limit")))
            continue;
        Diagnostic& finding = add_finding(findings, rule, at_section(*section));
        finding.actual = std::to_string(copied.percent()) + "%";
        finding.expected = parameter_word(rule, "limit") + "%";
        std::string& items = finding.arguments["items"];
        for (std::size_t i = 0; i < std::min(most_shown, copied.passages.size()); ++i)
            items += "“" + shortened(copied.passages[i], longest_shown) + "”";
        finding.arguments["given_year"] = std::to_string(context.last->report.year);
    }
}

}  // namespace nianbao
