// nianbao convert: a report brought to another form. What has no home there is listed, never dropped in silence; what
// the old form did not ask stays open.
#include "derive/convert.h"

#include <algorithm>
#include <map>
#include <ostream>

#include "cli/exit_code.h"
#include "cli/files.h"
#include "cli/finding_printer.h"
#include "cli/input.h"
#include "cli/session.h"
#include "cli/suggestions.h"
#include "forms/conversion.h"
#include "messages/labels.h"
#include "messages/phrases.h"
#include "unicode/utf8.h"
#include "writers/json_report_writer.h"

namespace nianbao {
namespace {

const Form& wanted_form(const Invocation& invocation, const Statute& statute, Language language) {
    const std::string id = invocation.value("--to");
    if (id.empty()) throw UsageError(fill_in(phrases::missing_option.in(language), {{"word", "--to"}}));
    if (const Form* form = statute.find_form(id)) return *form;
    std::vector<std::string> known;
    for (const Form& form : statute.forms) known.push_back(form.id);
    throw UsageError(fill_in(phrases::bad_value.in(language),
                             {{"word", "--to"}, {"value", id}, {"known", list_of(known, language)}}));
}

/// Tells what became of the cells of one report.
class Account {
public:
    Account(const Report& before, const Form& from, const Form& to, const Conversion& conversion, Shell& shell)
        : before_(before), from_(from), to_(to), conversion_(conversion), shell_(shell) {}

    void tell(const ConvertedReport& done) const {
        for (const CellFate& fate : done.fates) {
            if (fate.kind == CellFate::Kind::moved) tell_moved(fate);
        }
        for (const DividedLine& line : conversion_.divided) tell_divided(line, done);
        for (const DividedLine& line : conversion_.joined) tell_joined(line, done);
        const std::vector<HomelessFigure> homeless = homeless_figures(done, conversion_);
        for (const HomelessFigure& figure : homeless) {
            say(phrases::converted_lost, {{"from", label(from_, figure.cell)},
                                          {"value", value_of(figure.cell)},
                                          {"reason", homeless_reason(figure, shell_.language)}});
        }
        const std::size_t carried = done.fates.size() - homeless.size();
        for (const FieldId field : done.lost_texts)
            tell_lost_text(from_.fields[field].title.in(shell_.language), text_of(before_, field));
        for (const ExtraItem& item : done.lost_items) tell_lost_text(item.heading, item.text);
        const std::size_t lost = homeless.size() + done.lost_texts.size() + done.lost_items.size();
        tell_open(done.open);
        tell_totals(done.totals);
        say(phrases::converted_count, {{"form", to_.name.in(shell_.language)},
                                       {"carried", std::to_string(carried)},
                                       {"lost", std::to_string(lost)},
                                       {"open", std::to_string(done.open.size())}});
    }

private:
    void say(const Text& text, const std::map<std::string, std::string>& arguments) const {
        shell_.err << made_visible(fill_in(text.in(shell_.language), arguments)) << "\n";
    }

    [[nodiscard]] std::string table_of(const Form& form, CellId cell) const {
        return form.tables[form.cells[cell].table].name.in(shell_.language);
    }

    [[nodiscard]] std::string label(const Form& form, CellId cell) const {
        return fill_in(phrases::converted_place.in(shell_.language),
                       {{"table", table_of(form, cell)}, {"cell", cell_label(form, cell, shell_.language)}});
    }

    /// As the report has it: the number or mark, and the remark beside it.
    [[nodiscard]] std::string value_of(CellId cell) const {
        const auto note = before_.notes.find(cell);
        return figure_text(before_.cells[cell], note == before_.notes.end() ? std::string() : note->second,
                           shell_.language);
    }

    void tell_moved(const CellFate& fate) const {
        const CellId home = fate.to.front();
        const bool same_table = table_of(from_, fate.from) == table_of(to_, home);
        say(phrases::converted_moved, {{"from", label(from_, fate.from)},
                                       {"value", value_of(fate.from)},
                                       {"to", same_table ? cell_label(to_, home, shell_.language) : label(to_, home)}});
    }

    /// A row that is 0 throughout is told once.
    void tell_divided(const DividedLine& line, const ConvertedReport& done) const {
        const bool divided = std::any_of(done.fates.begin(), done.fates.end(), [&](const CellFate& fate) {
            return fate.kind == CellFate::Kind::divided &&
                   std::find(line.whole.begin(), line.whole.end(), fate.from) != line.whole.end();
        });
        if (!divided) return;
        std::string rows;
        for (const CellId part : line.parts.front()) rows += comma(rows) + quoted(row_label(to_, part));
        say(phrases::converted_divided, {{"table", table_of(from_, line.whole.front())},
                                         {"row", quoted(row_label(from_, line.whole.front()))},
                                         {"rows", rows}});
    }

    [[nodiscard]] std::string comma(const std::string& before) const {
        return before.empty() ? std::string{} : phrases::converted_comma.in(shell_.language);
    }

    [[nodiscard]] std::string quoted(const std::string& label) const {
        return fill_in(phrases::only_row.in(shell_.language), {{"row", within_quotes(label)}});
    }

    void tell_joined(const DividedLine& line, const ConvertedReport& done) const {
        for (std::size_t i = 0; i < line.whole.size(); ++i) {
            const bool joined = std::any_of(done.fates.begin(), done.fates.end(), [&](const CellFate& fate) {
                return fate.kind == CellFate::Kind::joined && fate.to.front() == line.whole[i];
            });
            if (!joined) continue;
            std::string parts;
            for (const CellId part : line.parts[i])
                parts += (parts.empty() ? "" : phrases::converted_plus.in(shell_.language)) + value_of(part);
            say(phrases::converted_joined, {{"to", label(to_, line.whole[i])},
                                            {"value", to_string(*number_in(done.report.cells[line.whole[i]]))},
                                            {"parts", parts}});
        }
    }

    /// The cells of a row in one line.
    void tell_open(const std::vector<CellId>& open) const {
        for (std::size_t first = 0, next = 0; first < open.size(); first = next) {
            std::string columns;
            for (; next < open.size() && &to_.row_of(open[next]) == &to_.row_of(open[first]); ++next)
                columns += comma(columns) + quoted(column_label(to_, open[next]));
            const CellId cell = open[first];
            if (next == first + 1 || row_label(to_, cell).empty()) {
                for (; first < next; ++first) say(phrases::converted_open, {{"to", label(to_, open[first])}});
            } else {
                say(phrases::converted_open_row,
                    {{"table", table_of(to_, cell)}, {"row", quoted(row_label(to_, cell))}, {"columns", columns}});
            }
        }
    }

    void tell_lost_text(const std::string& title, const Paragraphs& text) const {
        say(phrases::converted_lost_text, {{"title", title}, {"count", std::to_string(text.size())}});
    }

    void tell_totals(const std::vector<FilledCell>& totals) const {
        for (const FilledCell& each : totals) {
            say(phrases::filled_total, {{"table", table_of(to_, each.cell)},
                                        {"cell", cell_label(to_, each.cell, shell_.language)},
                                        {"value", to_string(each.value)}});
        }
    }

    const Report& before_;
    const Form& from_;
    const Form& to_;
    const Conversion& conversion_;
    Shell& shell_;
};

/// The report on the form wanted; told on standard error what was done.
Report converted(const Input& input, const Form& to, const SourceFiles& schemas, Shell& shell) {
    const Report& before = input.reading->report;
    if (input.form == &to) {
        shell.err << fill_in(phrases::converted_nothing.in(shell.language), {{"form", to.name.in(shell.language)}})
                  << "\n";
        return before;
    }
    const auto conversion = read_conversion(schemas, *input.form, to);
    if (!conversion) {
        throw UsageError(fill_in(phrases::no_conversion.in(shell.language), {{"from", input.form->id}, {"to", to.id}}));
    }
    ConvertedReport done = convert_report(before, *input.form, to, *conversion);
    Account(before, *input.form, to, *conversion, shell).tell(done);
    return std::move(done.report);
}

}  // namespace

int run_convert(const Invocation& invocation, Shell& shell) {
    const Statute statute = load_session_statute(invocation, shell.language);
    const Form& to = wanted_form(invocation, statute, shell.language);
    const Input input = read_input(invocation, invocation.inputs.front(), statute, shell);
    for (const Diagnostic& problem : input.problems)
        shell.err << finding_lines(problem, input, statute.catalogue, shell);
    if (!input.reading) return exit_unreadable;
    const Report report = converted(input, to, load_session_schemas(invocation), shell);
    Invocation where = invocation;
    if (!invocation.has("--output")) where.values["--output"] = {"-"};
    const std::string name = safe_file_name(title_of(report, to)) + ".json";
    const std::string path = Destination(where, 1, shell).write({name, write_json_report(report, to)});
    if (!path.empty()) shell.err << fill_in(phrases::wrote.in(shell.language), {{"file", made_visible(path)}}) << "\n";
    return exit_done;
}

}  // namespace nianbao
