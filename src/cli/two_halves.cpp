#include "cli/two_halves.h"

#include <optional>
#include <utility>

#include "forms/issuer.h"

namespace nianbao {
namespace {

Diagnostic at_odds(const char* variant, const std::string& words, const std::string& tables) {
    Diagnostic problem;
    problem.code = "i.two-halves";
    problem.variant = variant;
    problem.arguments["words"] = words;
    problem.arguments["tables"] = tables;
    return problem;
}

/// Why two files are not one report; nothing where they are.
std::optional<Diagnostic> difference(const Report& words, const Report& tables) {
    if (words.year != tables.year) return at_odds("year", std::to_string(words.year), std::to_string(tables.year));
    if (!is_same_agency(words.agency, tables.agency)) return at_odds("agency", words.agency.name, tables.agency.name);
    if (words.form != tables.form) return at_odds("form", words.form, tables.form);
    return std::nullopt;
}

bool is_about_tables(const Diagnostic& note) {
    return note.at.kind == Address::Kind::cell || note.at.kind == Address::Kind::table;
}

/// The cells in which the words' file has numbers of its own that are others.
std::vector<CellId> differing_cells(const Report& words, const Report& tables) {
    std::vector<CellId> cells;
    for (std::size_t i = 0; i < words.cells.size(); ++i) {
        if (number_in(words.cells[i]) && words.cells[i] != tables.cells[i]) cells.push_back(static_cast<CellId>(i));
    }
    return cells;
}

template <typename Value>
void take_missing(Value& into, const Value& from) {
    if (into == Value{}) into = from;
}

/// What the words' file does not say of the agency.
void take_particulars(Report& into, const Report& from) {
    take_missing(into.agency.kind, from.agency.kind);
    take_missing(into.agency.level, from.agency.level);
    take_missing(into.agency.scope, from.agency.scope);
    take_missing(into.agency.short_names, from.agency.short_names);
    take_missing(into.agency.former_names, from.agency.former_names);
    take_missing(into.agency.contact, from.agency.contact);
    take_missing(into.published, from.published);
    take_missing(into.document_number, from.document_number);
    take_missing(into.officers, from.officers);
}

void tell_differences(Input& words, const Report& tables) {
    const std::vector<CellId> cells = differing_cells(words.reading->report, tables);
    if (cells.empty()) return;
    Diagnostic note = at_odds("cells", {}, {});
    note.at = at_cell(cells.front());
    note.arguments["count"] = std::to_string(cells.size());
    note.place = words.reading->provenance.cells[cells.front()].place;
    words.problems.push_back(std::move(note));
}

/// Neither file alone need say everything: the tables often have no title, the words no table that tells the edition.
Input read_tables(const std::string& path, const Input& words, const Statute& statute, Shell& shell) {
    ReadingChoices choices;
    choices.hints.agency = words.reading->report.agency.name;
    choices.hints.year = words.reading->report.year;
    choices.hints.where_missing = true;
    return read_input(path, statute, shell, choices);
}

}  // namespace

Input read_two_halves(const std::string& path, const std::string& tables_path, const Statute& statute, Shell& shell,
                      const ReadingChoices& choices) {
    Input words = read_input(path, statute, shell, choices);
    if (!words.reading) return words;
    Input tables = read_tables(tables_path, words, statute, shell);
    if (!tables.reading) return tables;
    if (path != "-" && words.reading->report.form != tables.reading->report.form) {
        ReadingChoices again = choices;
        again.hints.form = tables.reading->report.form;
        words = read_input(path, statute, shell, again);
    }
    if (auto problem = difference(words.reading->report, tables.reading->report)) {
        words.reading.reset();
        words.problems = {std::move(*problem)};
        return words;
    }
    std::erase_if(words.problems, is_about_tables);
    tell_differences(words, tables.reading->report);
    Report& report = words.reading->report;
    report.cells = std::move(tables.reading->report.cells);
    report.notes = std::move(tables.reading->report.notes);
    take_particulars(report, tables.reading->report);
    words.reading->provenance.cells = std::move(tables.reading->provenance.cells);
    words.reading->provenance.tables = std::move(tables.reading->provenance.tables);
    for (Diagnostic& note : tables.problems) {
        if (!is_about_tables(note)) continue;
        note.in_tables_file = true;
        words.problems.push_back(std::move(note));
    }
    words.tables = {tables_path, tables.name, std::move(tables.sheets)};
    return words;
}

}  // namespace nianbao
