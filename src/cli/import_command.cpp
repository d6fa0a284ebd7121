// nianbao import: a published report, or a form that was filled in, as a report file, with a log of how it was read.
#include <algorithm>
#include <ostream>

#include "cli/agency_and_year.h"
#include "cli/exit_code.h"
#include "cli/files.h"
#include "cli/finding_printer.h"
#include "cli/input.h"
#include "cli/issuer_line.h"
#include "cli/session.h"
#include "forms/issuer.h"
#include "messages/labels.h"
#include "messages/phrases.h"
#include "unicode/utf8.h"
#include "writers/json_report_writer.h"

namespace nianbao {
namespace {

/// How the cells of a report were read.
struct CellCount {
    std::size_t exact{}, repaired{}, inferred{}, open{};
};

CellCount count_cells(const Input& input) {
    CellCount count;
    const Report& report = input.reading->report;
    for (std::size_t i = 0; i < report.cells.size(); ++i) {
        if (!number_in(report.cells[i])) {
            ++count.open;
            continue;
        }
        switch (input.reading->provenance.cells[i].how) {
            case Origin::How::repaired:
                ++count.repaired;
                break;
            case Origin::How::inferred:
                ++count.inferred;
                break;
            default:
                ++count.exact;
        }
    }
    return count;
}

std::string summary(const Input& input, const CellCount& count, Language language) {
    const Report& report = input.reading->report;
    return fill_in(phrases::imported_count.in(language), {{"agency", report.agency.name},
                                                          {"year", std::to_string(report.year)},
                                                          {"form", input.form->name.in(language)},
                                                          {"exact", std::to_string(count.exact)},
                                                          {"repaired", std::to_string(count.repaired)},
                                                          {"inferred", std::to_string(count.inferred)},
                                                          {"open", std::to_string(count.open)}});
}

JsonNode log_of(const Input& input, const std::vector<Diagnostic>& lines, const Statute& statute, Language language) {
    JsonNode list = JsonNode::array();
    for (const Diagnostic& problem : lines) list.add(finding_json(problem, input, statute.catalogue, language));
    JsonNode root = JsonNode::object();
    if (input.reading) {
        const CellCount count = count_cells(input);
        const auto number = [](std::size_t value) { return JsonNode::raw(std::to_string(value)); };
        JsonNode cells = JsonNode::object();
        cells.put("exact", number(count.exact)).put("repaired", number(count.repaired));
        cells.put("inferred", number(count.inferred)).put("open", number(count.open));
        root.put("agency", input.reading->report.agency.name);
        const Issuer issuer = issuer_of(input.reading->report.agency, statute.agencies);
        root.put("kind", issuer.kind).put("level", issuer.level);
        root.put("year", JsonNode::raw(std::to_string(input.reading->report.year))).put("form", input.form->id);
        root.put("cells", std::move(cells));
    }
    return root.put("diagnostics", std::move(list));
}

/// What the user says of the page beside its file.
ReadingChoices choices_of(const Invocation& invocation, Language language) {
    ReadingChoices choices;
    choices.hints.agency = agency_option(invocation, language);
    choices.hints.year = year_option(invocation, first_report_year, last_report_year, language);
    const std::string half = invocation.value("--half");
    if (!half.empty()) choices.half = half == "left" ? Half::left : Half::right;
    return choices;
}

/// The reader's notes, and the tables that are nowhere: they stay absent, and are not 0.
std::vector<Diagnostic> log_lines(const Input& input, const Statute& statute) {
    if (!input.reading) return input.problems;
    std::vector<Diagnostic> lines = check_input(input, statute);
    const auto from_reading = static_cast<std::ptrdiff_t>(input.problems.size());
    const auto is_missing_table = [](const Diagnostic& finding) { return finding.code == "t.missing"; };
    lines.erase(std::stable_partition(lines.begin() + from_reading, lines.end(), is_missing_table), lines.end());
    return lines;
}

}  // namespace

int run_import(const Invocation& invocation, Shell& shell) {
    const Statute statute = load_session_statute(invocation, shell.language);
    const Input input =
        read_input(invocation, invocation.inputs.front(), statute, shell, choices_of(invocation, shell.language));
    const std::vector<Diagnostic> lines = log_lines(input, statute);
    const bool as_json = invocation.value("--format") == "json";
    if (as_json) {
        shell.err << log_of(input, lines, statute, shell.language).page();
    } else {
        for (const Diagnostic& problem : lines) shell.err << finding_lines(problem, input, statute.catalogue, shell);
    }
    if (!input.reading) return exit_unreadable;
    const CellCount count = count_cells(input);
    if (!as_json) {
        shell.err << made_visible(summary(input, count, shell.language)) << "\n";
        shell.err << issuer_lines(input.reading->report.agency, statute.agencies, shell.language);
    }
    Invocation where = invocation;
    if (!invocation.has("--output")) where.values["--output"] = {"-"};
    const std::string name = safe_file_name(title_of(input.reading->report, *input.form)) + ".json";
    const std::string path =
        Destination(where, 1, shell).write({name, write_json_report(input.reading->report, *input.form)});
    if (!path.empty() && !as_json)
        shell.err << fill_in(phrases::wrote.in(shell.language), {{"file", made_visible(path)}}) << "\n";
    return count.open > 0 ? exit_rule_broken : exit_done;
}

}  // namespace nianbao
