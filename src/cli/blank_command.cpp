// nianbao blank: the form with nothing filled in, for one agency and year.
#include <algorithm>
#include <optional>
#include <ostream>

#include "cli/agency_and_year.h"
#include "cli/earlier_reports.h"
#include "cli/exit_code.h"
#include "cli/files.h"
#include "cli/finding_printer.h"
#include "cli/input.h"
#include "cli/output_formats.h"
#include "cli/session.h"
#include "composing/compose.h"
#include "derive/blank.h"
#include "forms/issuer.h"
#include "messages/phrases.h"
#include "readers/json_report_reader.h"
#include "unicode/utf8.h"
#include "writers/form_workbook_writer.h"
#include "writers/json_report_writer.h"

namespace nianbao {
namespace {

void require(const Invocation& invocation, const std::string& option, Language language) {
    if (trimmed(invocation.value(option)).empty())
        throw UsageError(fill_in(phrases::missing_option.in(language), {{"word", option}}));
}

const Form& offered_form(const Statute& statute) {
    for (const Form& form : statute.forms) {
        if (form.offered) return form;
    }
    throw std::logic_error("no form is offered");
}

/// What makes it doubtful that it is this agency's report of the year before.
void doubt_last_year(const Report& last_year, const Report& report, Shell& shell) {
    const auto doubt = [&](const Text& text, const std::string& given, const std::string& wanted) {
        shell.err << fill_in(text.in(shell.language), {{"given", given}, {"wanted", wanted}}) << "\n";
    };
    if (!is_same_agency(last_year.agency, report.agency)) {
        doubt(phrases::previous_of_other_agency, made_visible(last_year.agency.name), report.agency.name);
    }
    if (last_year.year != report.year - 1) {
        doubt(phrases::previous_of_other_year, std::to_string(last_year.year), std::to_string(report.year - 1));
    }
}

std::string blank_bytes(const std::string& format, const Report& report, const Form& form, const Statute& statute,
                        const Invocation& invocation, const Input* last_year) {
    if (format == "json") return write_json_report(report, form);
    const SourceFiles templates = load_session_templates(invocation);
    if (format == "xlsx") {
        const FormWorkbookOptions options{last_year ? &last_year->reading->report : nullptr, NIANBAO_VERSION};
        return write_form_workbook(compose_document(report, form, templates), report, form, statute, options);
    }
    const bool on_paper = format == "docx" || format == "html" || format == "pdf";
    const ComposeOptions options{.content = on_paper ? "blank_paper" : "blank", .empty_cells = on_paper};
    const OutputFormat* output = find_output_format(format);
    if (output->require) output->require();
    return output->write(compose_document(report, form, templates, options), form, templates, {});
}

}  // namespace

int run_blank(const Invocation& invocation, Shell& shell) {
    require(invocation, "--agency", shell.language);
    const std::string agency = agency_option(invocation, shell.language);
    std::vector<std::string> formats = invocation.all("--to");
    if (formats.empty()) throw UsageError(fill_in(phrases::missing_option.in(shell.language), {{"word", "--to"}}));
    const Statute statute = load_session_statute(invocation, shell.language);
    const Form& form = offered_form(statute);
    require(invocation, "--year", shell.language);
    const int year = year_option(invocation, std::max(first_report_year, form.first_year),
                                 std::min(last_report_year, form.last_year), shell.language);
    const Report report = blank_report(form, agency, year);
    const EarlierReports earlier(invocation, statute, shell);  // their figures stand beside the places to be filled in
    const Input* last_year = earlier.all().empty() ? nullptr : &earlier.all().back();
    if (last_year) doubt_last_year(last_year->reading->report, report, shell);
    Destination destination(invocation, formats.size(), shell);
    const std::string name = safe_file_name(title_of(report, form)) + phrases::blank_suffix.zh;
    std::vector<Output> outputs;
    for (const std::string& format : formats) {
        outputs.push_back({name + "." + format, blank_bytes(format, report, form, statute, invocation, last_year)});
    }
    for (const Output& output : outputs) {
        const std::string path = destination.write(output);
        if (!path.empty())
            shell.out << fill_in(phrases::wrote.in(shell.language), {{"file", made_visible(path)}}) << "\n";
    }
    return exit_done;
}

}  // namespace nianbao
