// nianbao attach: the official package, a report in every format with each statutory table as an attachment, the report
// file, what the check found, and a manifest. With --verify: whether a package is as it was packed.
#include <filesystem>
#include <ostream>

#include "cli/accepted_findings.h"
#include "cli/exit_code.h"
#include "cli/finding_printer.h"
#include "cli/input.h"
#include "cli/output_formats.h"
#include "cli/package_check.h"
#include "cli/package_files.h"
#include "cli/package_maker.h"
#include "cli/publication_gate.h"
#include "cli/session.h"
#include "messages/phrases.h"
#include "readers/json_report_reader.h"
#include "unicode/utf8.h"
#include "writers/json_report_writer.h"

namespace nianbao {
namespace {

/// The findings on the report file of the package: their places are in it, whatever file the report came from. What the
/// reader of that file noted comes first. In Chinese, so that the package is the same wherever it is made.
std::string check_result(const Input& input, const Statute& statute, AcceptedFindings& accepted) {
    Input packed;
    packed.path = packed.name = report_file_name;
    packed.format = "json";
    packed.bytes = write_json_report(input.reading->report, *input.form);
    packed.reading = read_json_report(packed.bytes, statute);
    packed.form = input.form;
    Input source;
    source.path = source.name = std::filesystem::path(input.path).filename().string();
    source.reading = input.reading;
    source.form = input.form;
    source.sheets = input.sheets;
    source.tables = input.tables;
    if (source.tables) source.tables->path = std::filesystem::path(source.tables->path).filename().string();
    JsonNode list = JsonNode::array();
    Tally tally;
    std::vector<Diagnostic> notes = input.problems;
    accepted.apply(input, notes);
    std::vector<Diagnostic> findings = check_input(packed, statute);
    accepted.apply(packed, findings);
    for (const Diagnostic& note : notes) list.add(finding_json(note, source, statute.catalogue, Language::zh));
    for (const Diagnostic& finding : findings) list.add(finding_json(finding, packed, statute.catalogue, Language::zh));
    notes.insert(notes.end(), findings.begin(), findings.end());
    tally.add(packed, notes);
    JsonNode root = JsonNode::object();
    root.put("diagnostics", std::move(list)).put("summary", tally_json(tally));
    return root.page();
}

/// A folder, or an archive by its name.
std::string target_of(const Invocation& invocation, Language language) {
    const std::string target = invocation.value("--output");
    if (target.empty()) throw UsageError(fill_in(phrases::missing_option.in(language), {{"word", "--output"}}));
    if (target != "-") return target;
    throw UsageError(
        fill_in(phrases::bad_value.in(language),
                {{"word", "--output"}, {"value", target}, {"known", phrases::package_targets.in(language)}}));
}

int make_package(const Invocation& invocation, Shell& shell) {
    const std::string target = target_of(invocation, shell.language);
    const Statute statute = load_session_statute(invocation, shell.language);
    const SourceFiles templates = load_session_templates(invocation);
    AcceptedFindings accepted(invocation, statute.catalogue, shell.language);
    const PackageChoices choices{invocation.has("--as-draft"), invocation.has("--with-pdf")};
    if (choices.with_pdf) find_output_format(pdf_format)->require();
    const Input input = read_input(invocation, invocation.inputs.front(), statute, shell);
    if (!input.reading) {
        for (const Diagnostic& problem : input.problems)
            shell.err << finding_lines(problem, input, statute.catalogue, shell);
        return exit_unreadable;
    }
    std::vector<Diagnostic> findings = check_input(input, statute);
    accepted.apply(input, findings);
    tell_missing_reasons(accepted, shell);
    if (!may_go_out(input, findings, choices.draft, statute.catalogue, shell)) return exit_rule_broken;
    const std::string check = check_result(input, statute, accepted);
    const auto files = make_package_files(input.reading->report, *input.form, templates, check, choices);
    write_package(target, files, invocation.has("--force"));
    shell.out << fill_in(phrases::package_written.in(shell.language),
                         {{"file", made_visible(target)}, {"count", std::to_string(files.size())}})
              << "\n";
    return exit_done;
}

}  // namespace

int run_attach(const Invocation& invocation, Shell& shell) {
    return invocation.has("--verify") ? verify_package(invocation, shell) : make_package(invocation, shell);
}

}  // namespace nianbao
