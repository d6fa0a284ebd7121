// nianbao fill: the same report with its totals computed. A total that was given and disagrees is never replaced; it is
// a finding.
#include "derive/fill.h"

#include <algorithm>
#include <ostream>

#include "cli/exit_code.h"
#include "cli/finding_printer.h"
#include "cli/input.h"
#include "cli/session.h"
#include "messages/labels.h"
#include "messages/phrases.h"
#include "unicode/utf8.h"
#include "writers/json_report_writer.h"

namespace nianbao {
namespace {

void tell_filled(const std::vector<FilledCell>& filled, const Form& form, Shell& shell) {
    std::size_t totals = 0;
    for (const FilledCell& each : filled) {
        totals += each.derived ? 1 : 0;
        shell.err << fill_in((each.derived ? phrases::filled_total : phrases::filled_zero).in(shell.language),
                             {{"table", form.tables[form.cells[each.cell].table].name.in(shell.language)},
                              {"cell", cell_label(form, each.cell, shell.language)},
                              {"value", to_string(each.value)}})
                  << "\n";
    }
    const auto say = [&](const Text& text, std::size_t count) {
        shell.err << fill_in(text.in(shell.language),
                             {{"totals", std::to_string(count)}, {"zeros", std::to_string(count)}})
                  << "\n";
    };
    if (filled.empty()) shell.err << phrases::filled_nothing.in(shell.language) << "\n";
    if (totals > 0) say(phrases::filled_count, totals);
    if (filled.size() > totals) say(phrases::filled_zeros, filled.size() - totals);
}

void tell_open(const Report& report, const Form& form, Shell& shell) {
    std::size_t open = 0;
    for (std::size_t i = 0; i < report.cells.size(); ++i)
        open += form.cells[i].derived && is_open(report.cells[i]) ? 1 : 0;
    if (open == 0) return;
    shell.err << fill_in(phrases::filled_open.in(shell.language), {{"count", std::to_string(open)}}) << "\n";
}

/// The findings on totals that were given and disagree with their parts.
std::size_t tell_disagreements(const Input& input, const Statute& statute, Shell& shell) {
    std::size_t count = 0;
    for (const Diagnostic& finding : check_input(input, statute)) {
        const bool on_total = finding.at.kind == Address::Kind::cell && input.form->cells[finding.at.index].derived;
        if (!on_total || finding.parts.empty() || finding.severity != Severity::error) continue;
        shell.err << finding_lines(finding, input, statute.catalogue, shell);
        ++count;
    }
    return count;
}

}  // namespace

int run_fill(const Invocation& invocation, Shell& shell) {
    const Statute statute = load_session_statute(invocation, shell.language);
    Input input = read_input(invocation, invocation.inputs.front(), statute, shell);
    if (!input.reading) {
        for (const Diagnostic& problem : input.problems)
            shell.err << finding_lines(problem, input, statute.catalogue, shell);
        return exit_unreadable;
    }
    tell_filled(fill_report(input.reading->report, *input.form, invocation.has("--zero-blanks")), *input.form, shell);
    const std::size_t disagreements = tell_disagreements(input, statute, shell);
    Invocation where = invocation;
    if (!invocation.has("--output")) where.values["--output"] = {"-"};
    const Report& report = input.reading->report;
    const std::string name = title_of(report, *input.form) + ".json";
    tell_open(report, *input.form, shell);
    const std::string path = Destination(where, 1, shell).write({name, write_json_report(report, *input.form)});
    if (!path.empty()) shell.err << fill_in(phrases::wrote.in(shell.language), {{"file", made_visible(path)}}) << "\n";
    return disagreements > 0 ? exit_rule_broken : exit_done;
}

}  // namespace nianbao
