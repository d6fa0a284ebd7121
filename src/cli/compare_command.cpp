// nianbao compare: two reports side by side, or the figures of several years.
#include <algorithm>
#include <array>
#include <filesystem>
#include <ostream>
#include <set>

#include "cli/exit_code.h"
#include "cli/files.h"
#include "cli/finding_printer.h"
#include "cli/input.h"
#include "cli/session.h"
#include "cli/suggestions.h"
#include "composing/compose_comparison.h"
#include "derive/compare.h"
#include "forms/conversion.h"
#include "forms/issuer.h"
#include "messages/labels.h"
#include "messages/phrases.h"
#include "unicode/utf8.h"
#include "writers/html_writer.h"
#include "writers/json_comparison_writer.h"
#include "writers/markdown_writer.h"
#include "writers/text_writer.h"
#include "writers/xlsx_writer.h"

namespace nianbao {
namespace {

struct ComparisonFormat {
    std::string_view name, extension;
};
constexpr std::array<ComparisonFormat, 5> formats{
    {{"text", "txt"}, {"md", "md"}, {"html", "html"}, {"json", "json"}, {"xlsx", "xlsx"}}};

/// As `--format` says, else as the file is called, else text.
const ComparisonFormat& chosen_format(const Invocation& invocation, Language language) {
    const std::string named = invocation.value("--format");
    for (const ComparisonFormat& format : formats) {
        if (format.name == named) return format;
    }
    const std::string extension = std::filesystem::path(invocation.value("--output")).extension().string();
    if (extension.empty()) return formats.front();
    std::vector<std::string> known;
    for (const ComparisonFormat& format : formats) {
        if (extension.substr(1) == format.extension) return format;
        known.emplace_back(format.name);
    }
    throw UsageError(
        fill_in(phrases::output_format.in(language),
                {{"file", invocation.value("--output")}, {"option", "--format"}, {"known", list_of(known, language)}}));
}

/// The years of one agency in their order; any other reports in that of the command line, and so two of them.
void put_years_in_order(std::vector<Input>& inputs) {
    if (inputs.size() < 3) return;
    const auto report = [](const Input& input) -> const Report& { return input.reading->report; };
    const bool one_agency = std::all_of(inputs.begin(), inputs.end(), [&](const Input& input) {
        return is_same_agency(report(input).agency, report(inputs.front()).agency);
    });
    if (!one_agency) return;
    std::stable_sort(inputs.begin(), inputs.end(),
                     [&](const Input& a, const Input& b) { return report(a).year < report(b).year; });
}

const Form& newest_form(const std::vector<Input>& inputs) {
    return *std::max_element(inputs.begin(), inputs.end(), [](const Input& a, const Input& b) {
                return a.form->first_year < b.form->first_year;
            })->form;
}

/// The names of the files, without their folders where they are told apart by them.
std::vector<std::string> names_of(const std::vector<Input>& inputs) {
    std::vector<std::string> names;
    for (const Input& input : inputs) names.push_back(std::filesystem::path(input.name).filename().string());
    const std::set<std::string> different(names.begin(), names.end());
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (different.size() < names.size()) names[i] = inputs[i].name;
        names[i] = made_visible(names[i]);
    }
    return names;
}

Comparison compared(const std::vector<Input>& inputs, const Form& common, const Statute& statute,
                    const SourceFiles& schemas, Language language) {
    const std::vector<std::string> names = names_of(inputs);
    std::vector<ReportToCompare> reports;
    for (const Input& input : inputs) {
        ReportToCompare given{input.reading->report, *input.form, std::nullopt, names[reports.size()]};
        if (input.form != &common) {
            given.conversion = read_conversion(schemas, *input.form, common);
            if (!given.conversion) {
                throw UsageError(
                    fill_in(phrases::no_conversion.in(language), {{"from", input.form->id}, {"to", common.id}}));
            }
        }
        reports.push_back(std::move(given));
    }
    return compare_reports(reports, common, statute.agencies);
}

std::string bytes_of(const Comparison& comparison, const Form& form, const ComparisonFormat& format,
                     const SourceFiles& templates, Language language) {
    if (format.name == "json") return write_json_comparison(comparison, form, language);
    const Document document = compose_comparison(comparison, form, language);
    if (format.name == "md") return write_markdown(document);
    if (format.name == "xlsx") return write_xlsx(document, form);
    if (format.name == "html") return write_html(document, templates, {language == Language::zh ? "zh-CN" : "en"});
    return write_text(document);
}

/// What made inputs unreadable; in JSON on standard output, too.
int refuse(const std::vector<Input>& inputs, const Statute& statute, bool as_json, Destination& destination,
           Shell& shell) {
    JsonNode list = JsonNode::array();
    for (const Input& input : inputs) {
        if (input.reading) continue;
        for (const Diagnostic& problem : input.problems) {
            if (!as_json) shell.err << finding_lines(problem, input, statute.catalogue, shell);
            list.add(finding_json(problem, input, statute.catalogue, shell.language));
        }
    }
    JsonNode root = JsonNode::object();
    root.put("same", JsonNode::raw("null")).put("diagnostics", std::move(list));
    if (as_json) destination.write({"diagnostics.json", root.page()});
    return exit_unreadable;
}

}  // namespace

int run_compare(const Invocation& invocation, Shell& shell) {
    const std::vector<std::string>& paths = invocation.inputs;
    if (paths.size() < 2) throw UsageError(phrases::compare_needs_two.in(shell.language));
    if (std::count(paths.begin(), paths.end(), "-") > 1) throw UsageError(phrases::input_once.in(shell.language));
    const ComparisonFormat& format = chosen_format(invocation, shell.language);
    const Statute statute = load_session_statute(invocation, shell.language);
    std::vector<Input> inputs;
    for (const std::string& path : paths) inputs.push_back(read_input(path, statute, shell));
    Invocation where = invocation;
    if (!invocation.has("--output") && format.name != "xlsx") where.values["--output"] = {"-"};
    Destination destination(where, 1, shell);
    const bool readable =
        std::all_of(inputs.begin(), inputs.end(), [](const Input& input) { return input.reading.has_value(); });
    if (!readable) return refuse(inputs, statute, format.name == "json", destination, shell);
    for (const Input& input : inputs) {
        for (const Diagnostic& problem : input.problems)
            shell.err << finding_lines(problem, input, statute.catalogue, shell);
    }
    put_years_in_order(inputs);
    const Form& common = newest_form(inputs);
    const Comparison comparison = compared(inputs, common, statute, load_session_schemas(invocation), shell.language);
    const std::string bytes = bytes_of(comparison, common, format, load_session_templates(invocation), shell.language);
    const std::string name = safe_file_name(comparison_title(comparison, shell.language));
    const std::string path = destination.write({name + "." + std::string(format.extension), bytes});
    if (!path.empty()) shell.err << fill_in(phrases::wrote.in(shell.language), {{"file", made_visible(path)}}) << "\n";
    return comparison.same ? exit_done : exit_different;
}

}  // namespace nianbao
