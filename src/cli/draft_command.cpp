// nianbao draft: next year's report begun from this year's, with a list of what was carried and what is to be done.
#include <algorithm>
#include <filesystem>
#include <ostream>

#include "cli/exit_code.h"
#include "cli/finding_printer.h"
#include "cli/output_formats.h"
#include "cli/session.h"
#include "cli/suggestions.h"
#include "composing/compose.h"
#include "derive/draft.h"
#include "forms/last_year.h"
#include "forms/relations.h"
#include "messages/labels.h"
#include "messages/phrases.h"
#include "unicode/utf8.h"
#include "writers/form_workbook_writer.h"
#include "writers/json_report_writer.h"

namespace nianbao {
namespace {

/// The form of a report year; the one that is offered where no form is meant for it.
const Form& form_for(const Statute& statute, int year) {
    const Form* chosen = nullptr;
    for (const Form& form : statute.forms) {
        if (form.offered && !chosen) chosen = &form;
        if (year >= form.first_year && year <= form.last_year) return form;
    }
    if (!chosen) throw std::logic_error("no form is offered");
    return *chosen;
}

std::vector<std::string> chosen_formats(const Invocation& invocation, Language language) {
    std::vector<std::string> formats = invocation.all("--to");
    if (!formats.empty()) return formats;
    const std::string extension = std::filesystem::path(invocation.value("--output")).extension().string();
    const std::vector<std::string> known{"json", "xlsx", "md", "txt"};
    if (extension.empty()) return {"json"};
    if (std::find(known.begin(), known.end(), extension.substr(1)) != known.end()) return {extension.substr(1)};
    throw UsageError(fill_in(phrases::output_format.in(language),
                             {{"file", invocation.value("--output")}, {"option", "--to"}, {"known", list_of(known, language)}}));
}

/// Shows last year's figure where a cell is open: 〔上年16〕.
void show_last_figures(Document& document, const Report& report, const LastYear& last, Language language) {
    for (DocumentBlock& block : document.blocks) {
        auto* grid = std::get_if<Grid>(&block);
        if (!grid) continue;
        for (GridCell& cell : grid->cells) {
            if (cell.role != GridCell::Role::input || !cell.shows || !is_open(report.cells[*cell.shows])) continue;
            const Amount* before = number_in(last.cells[*cell.shows]);
            if (!before) continue;
            const std::string shown = fill_in(phrases::draft_cell.in(language), {{"was", to_string(*before)}});
            cell.text = {Paragraph{{Run{shown}}}};
        }
    }
}

/// What an open cell is to be from last year's figure: 17＋本年制发件数－本年废止件数.
std::string expected_sum(const Relation& relation, const Form& form, const LastYear& last, int told_sign) {
    std::string sum;
    for (const Term& term : relation.terms) {
        if (term.cell == relation.told_at && !term.last_year) continue;
        const bool minus = term.sign == told_sign;
        const std::string what =
            term.last_year ? to_string(*number_in(last.cells[term.cell])) : column_label(form, term.cell);
        sum += (sum.empty() ? (minus ? "－" : "") : minus ? "－" : "＋") + what;
    }
    return sum;
}

class TaskList {
public:
    TaskList(const Draft& draft, const Form& form, const LastYear& last, Language language, std::ostream& out)
        : draft_(draft), form_(form), last_(last), language_(language), out_(out) {}

    void print() {
        tell_carried();
        out_ << phrases::draft_tasks.in(language_) << "\n";
        tell_open_tables();
        tell_expected_sums();
        if (draft_.figures > 0) task(phrases::draft_marks, {{"count", std::to_string(draft_.figures)}});
        if (!draft_.to_write.empty()) task(phrases::draft_to_write, {{"fields", titles(draft_.to_write, form_)}});
        if (!draft_.dropped.empty()) task(phrases::draft_dropped, {{"fields", titles(draft_.dropped, last_.form)}});
        if (draft_.same_text_percent > 0)
            task(phrases::draft_same_text, {{"percent", std::to_string(draft_.same_text_percent)}});
    }

private:
    void task(const Text& text, const std::map<std::string, std::string>& arguments) {
        out_ << "  " << ++number_ << (language_ == Language::zh ? "．" : ". ") << fill_in(text.in(language_), arguments)
             << "\n";
    }

    void tell_carried() {
        std::map<std::string, std::string> rows;
        for (const CellId cell : draft_.carried) {
            std::string& row = rows[form_.tables[form_.cells[cell].table].name.in(language_) + "“" +
                                    within_quotes(row_label(form_, cell)) + "”"];
            row += (row.empty() ? "" : "、") + column_label(form_, cell) +
                   to_string(*number_in(draft_.report.cells[cell]));
        }
        for (const auto& each : rows)
            out_ << fill_in(phrases::draft_carried.in(language_), {{"row", each.first}, {"values", each.second}})
                 << "\n";
        if (rows.empty()) out_ << phrases::draft_nothing_carried.in(language_) << "\n";
    }

    void tell_open_tables() {
        for (std::size_t table = 0; table < form_.tables.size(); ++table) {
            const auto cells = form_.cells_of(static_cast<int>(table));
            const auto open = std::count_if(cells.begin(), cells.end(), [&](CellId cell) {
                return !form_.cells[cell].derived && is_open(draft_.report.cells[cell]);
            });
            task(phrases::draft_open_table,
                 {{"table", form_.tables[table].name.in(language_)}, {"count", std::to_string(open)}});
        }
    }

    void tell_expected_sums() {
        for (const Relation& relation : form_.relations) {
            if (relation.at_least_zero || !looks_back(relation) || relation.terms.size() < 3) continue;
            if (!is_open(draft_.report.cells[relation.told_at])) continue;
            int told_sign = 1;
            bool known = true;
            for (const Term& term : relation.terms) {
                if (term.last_year) known = known && number_in(last_.cells[term.cell]);
                if (!term.last_year && term.cell == relation.told_at) told_sign = term.sign;
            }
            if (!known) continue;
            task(phrases::draft_expected, {{"cell", cell_label(form_, relation.told_at, language_)},
                                           {"sum", expected_sum(relation, form_, last_, told_sign)}});
        }
    }

    [[nodiscard]] std::string titles(const std::vector<FieldId>& fields, const Form& form) const {
        std::string list;
        for (const FieldId field : fields)
            list += (list.empty()                ? ""
                     : language_ == Language::zh ? "、"
                                                 : ", ") +
                    form.fields[field].title.in(language_);
        return list;
    }

    const Draft& draft_;
    const Form& form_;
    const LastYear& last_;
    Language language_;
    std::ostream& out_;
    int number_{};
};

std::string draft_bytes(const std::string& format, const Draft& draft, const Form& form, const LastYear& last,
                        const Statute& statute, const SourceFiles& templates) {
    if (format == "json") return write_json_report(draft.report, form);
    if (format == "xlsx") {
        const FormWorkbookOptions options{&last.report, NIANBAO_VERSION};
        return write_form_workbook(compose_document(draft.report, form, templates), draft.report, form, statute,
                                   options);
    }
    Document document = compose_document(draft.report, form, templates, {.content = "report", .draft = true});
    show_last_figures(document, draft.report, last, Language::zh);
    return find_output_format(format)->write(document, form, {});
}

}  // namespace

int run_draft(const Invocation& invocation, Shell& shell) {
    const Statute statute = load_session_statute(invocation, shell.language);
    const Input input = read_input(invocation.inputs.front(), statute, shell);
    if (!input.reading) {
        for (const Diagnostic& problem : input.problems)
            shell.err << finding_lines(problem, input, statute.catalogue, shell);
        return exit_unreadable;
    }
    const Report& before = input.reading->report;
    const Form& form = form_for(statute, before.year + 1);
    const LastYear last(form, before, *input.form);
    const DraftOptions options{invocation.has("--skeleton"),
                               {phrases::draft_figure.zh, phrases::draft_date.zh, phrases::draft_year.zh}};
    const Draft draft = draft_next_year(before, *input.form, form, statute.drafting, options);
    const std::vector<std::string> formats = chosen_formats(invocation, shell.language);
    const SourceFiles templates = load_session_templates(invocation);
    Destination destination(invocation, formats.size(), shell);
    const std::string name = safe_file_name(title_of(draft.report, form)) + phrases::draft_suffix.zh;
    std::vector<Output> outputs;
    for (const std::string& format : formats)
        outputs.push_back({name + "." + format, draft_bytes(format, draft, form, last, statute, templates)});
    std::ostream& out = destination.is_standard_output() ? shell.err : shell.out;
    for (const Output& output : outputs) {
        const std::string path = destination.write(output);
        if (!path.empty()) out << fill_in(phrases::wrote.in(shell.language), {{"file", made_visible(path)}}) << "\n";
    }
    TaskList(draft, form, last, shell.language, out).print();
    return exit_done;
}

}  // namespace nianbao
