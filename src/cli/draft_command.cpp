// nianbao draft: next year's report begun from this year's, with a list of what was carried and what is to be done.
#include <algorithm>
#include <optional>
#include <ostream>

#include "cli/draft_tasks.h"
#include "cli/exit_code.h"
#include "cli/finding_printer.h"
#include "cli/input.h"
#include "cli/output_formats.h"
#include "cli/session.h"
#include "cli/suggestions.h"
#include "composing/compose.h"
#include "derive/convert.h"
#include "derive/draft.h"
#include "forms/conversion.h"
#include "forms/last_year.h"
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
    const std::string name = format_name_of(invocation.value("--output"));
    const std::vector<std::string> known{"json", "docx", "xlsx", "md", "txt", "html"};
    if (name.empty()) return {"json"};
    if (std::find(known.begin(), known.end(), name) != known.end()) return {name};
    throw UsageError(
        fill_in(phrases::output_format.in(language),
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

/// Last year's report on this year's form, for its figures; nothing where it is on that form, or nothing leads there.
std::optional<ConvertedReport> brought_to(const Form& form, const Input& input, const SourceFiles& schemas) {
    if (input.form == &form) return std::nullopt;
    const auto conversion = read_conversion(schemas, *input.form, form);
    if (!conversion) return std::nullopt;
    return convert_report(input.reading->report, *input.form, form, *conversion);
}

std::size_t count_homeless(const ConvertedReport& converted) {
    return static_cast<std::size_t>(std::count_if(converted.fates.begin(), converted.fates.end(),
                                                  [](const CellFate& fate) { return fate.to.empty(); }));
}

std::string draft_bytes(const std::string& format, const Draft& draft, const Form& form, const LastYear& last,
                        const Statute& statute, const SourceFiles& templates) {
    if (format == "json") return write_json_report(draft.report, form, last.cells);
    if (format == "xlsx") {
        const FormWorkbookOptions options{&last.report, NIANBAO_VERSION};
        return write_form_workbook(compose_document(draft.report, form, templates), draft.report, form, statute,
                                   options);
    }
    Document document = compose_document(draft.report, form, templates, {.content = "report", .draft = true});
    show_last_figures(document, draft.report, last, Language::zh);
    return find_output_format(format)->write(document, form, templates, {});
}

}  // namespace

int run_draft(const Invocation& invocation, Shell& shell) {
    const Statute statute = load_session_statute(invocation, shell.language);
    const Input input = read_input(invocation, invocation.inputs.front(), statute, shell);
    if (!input.reading) {
        for (const Diagnostic& problem : input.problems)
            shell.err << finding_lines(problem, input, statute.catalogue, shell);
        return exit_unreadable;
    }
    const Report& before = input.reading->report;
    const Form& form = form_for(statute, before.year + 1);
    const auto converted = brought_to(form, input, load_session_schemas(invocation));
    const LastYear last = converted ? LastYear(form, converted->report, form) : LastYear(form, before, *input.form);
    const DraftOptions options{
        invocation.has("--skeleton"),
        {phrases::draft_figure.zh, phrases::draft_date.zh, phrases::draft_year.zh, phrases::draft_none.zh},
        phrases::draft_citation.zh};
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
    const DraftSources sources{form, *input.form, last, converted ? count_homeless(*converted) : 0};
    print_draft_tasks(draft, sources, shell.language, out);
    return exit_done;
}

}  // namespace nianbao
