#include "cli/input.h"

#include <algorithm>
#include <istream>
#include <iterator>

#include "checks/checks.h"
#include "cli/two_halves.h"
#include "forms/last_year.h"
#include "messages/phrases.h"

namespace nianbao {
namespace {

std::string bytes_of(const std::string& path, Shell& shell) {
    const std::size_t limit = max_input_bytes();
    if (path != "-") return read_file(path, limit);
    std::string bytes;
    std::istreambuf_iterator<char> at(shell.in);
    for (; at != std::istreambuf_iterator<char>() && bytes.size() <= limit; ++at) bytes += *at;
    return bytes;
}

/// A reader's notes are as severe as the catalogue says; those that are turned off go.
std::vector<Diagnostic> with_severities(std::vector<Diagnostic> notes, const Catalogue& catalogue) {
    for (Diagnostic& note : notes) {
        const Rule* rule = catalogue.find(note.code);
        if (!rule) continue;
        const auto own = rule->severities.find(note.variant);
        note.severity = own == rule->severities.end() ? rule->severity : own->second;
    }
    std::erase_if(notes, [](const Diagnostic& note) { return note.severity == Severity::off; });
    return notes;
}

bool is_told(const Diagnostic& finding, const std::vector<Diagnostic>& notes) {
    return std::any_of(notes.begin(), notes.end(), [&](const Diagnostic& note) {
        return note.code == finding.code && note.at == finding.at && note.at.kind == Address::Kind::table;
    });
}

}  // namespace

Diagnostic not_found(const ReadError& error) {
    Diagnostic diagnostic;
    diagnostic.code = "i.not-found";
    diagnostic.variant = error.variant;
    diagnostic.arguments["reason"] = error.what();
    return diagnostic;
}

Input read_input(const std::string& path, const Statute& statute, Shell& shell, const ReadingChoices& choices) {
    Input input;
    input.path = path;
    input.name = path == "-" ? phrases::standard_input.in(shell.language) : path;
    try {
        input.bytes = bytes_of(path, shell);
        const InputFormat& format = input_format_of(input.bytes);
        input.format = format.name;
        input.reading = format.read(input.bytes, statute, choices);
        input.form = statute.find_form(input.reading->report.form);
        input.sheets = input.reading->provenance.sheets;
        input.problems = with_severities(input.reading->notes, statute.catalogue);
    } catch (const InputError& error) {
        input.problems = error.diagnostics;
        input.sheets = error.sheets;
    } catch (const ReadError& error) {
        input.problems = {not_found(error)};
    }
    return input;
}

Input read_input(const Invocation& invocation, const std::string& path, const Statute& statute, Shell& shell,
                 const ReadingChoices& choices) {
    const std::string tables = invocation.value("--tables");
    if (tables.empty()) return read_input(path, statute, shell, choices);
    if (expand_inputs(invocation).size() != 1) throw UsageError(phrases::tables_of_one.in(shell.language));
    if (path == "-" && tables == "-") throw UsageError(phrases::one_standard_input.in(shell.language));
    Input input = read_two_halves(path, tables, statute, shell, choices);
    if (input.reading) input.problems = with_severities(std::move(input.problems), statute.catalogue);
    return input;
}

std::vector<std::string> expand_inputs(const Invocation& invocation) {
    std::vector<std::string> paths;
    for (const std::string& input : invocation.inputs) {
        if (invocation.has("--recursive") && is_folder(input)) {
            for (std::string& path : files_below(input)) {
                if (may_be_report(path)) paths.push_back(std::move(path));
            }
        } else {
            paths.push_back(input);
        }
    }
    return paths;
}

std::vector<Diagnostic> check_input(const Input& input, const Statute& statute, const Input* last_year) {
    std::vector<Diagnostic> findings = input.problems;
    if (!input.reading) return findings;
    std::optional<LastYear> last;
    if (last_year) last.emplace(*input.form, last_year->reading->report, *last_year->form);
    const Report& report = input.reading->report;
    for (Diagnostic& finding :
         check_report(report, *input.form, statute.catalogue, statute.agencies, last ? &*last : nullptr)) {
        if (is_told(finding, input.problems)) continue;
        locate(finding, input.reading->provenance);
        const auto about = finding.at.kind;
        finding.in_tables_file = input.tables && (about == Address::Kind::cell || about == Address::Kind::table);
        findings.push_back(std::move(finding));
    }
    return findings;
}

}  // namespace nianbao
