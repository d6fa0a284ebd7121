// nianbao render: finished reports. A report that breaks a rule of structure or of the tables is refused, unless as a
// draft, or where a reviewer has accepted it.
#include <algorithm>
#include <charconv>
#include <ostream>

#include "cli/accepted_findings.h"
#include "cli/exit_code.h"
#include "cli/files.h"
#include "cli/finding_printer.h"
#include "cli/input.h"
#include "cli/output_formats.h"
#include "cli/publication_gate.h"
#include "cli/session.h"
#include "cli/suggestions.h"
#include "cli/value_list.h"
#include "composing/compose.h"
#include "derive/fill.h"
#include "messages/phrases.h"
#include "messages/template_value_texts.h"
#include "unicode/utf8.h"

namespace nianbao {
namespace {

WriteOptions write_options(const Invocation& invocation, const std::vector<const OutputFormat*>& formats,
                           Language language) {
    constexpr std::size_t least = 40;
    constexpr std::size_t most = 1000;
    WriteOptions options;
    options.fragment = invocation.has("--fragment");
    const bool all_are_pages =
        std::all_of(formats.begin(), formats.end(), [](const OutputFormat* format) { return format->name == "html"; });
    if (options.fragment && !all_are_pages) throw UsageError(phrases::fragment_of_page.in(language));
    const std::string width = invocation.value("--width");
    if (width.empty()) return options;
    const auto [end, error] = std::from_chars(width.data(), width.data() + width.size(), options.width);
    if (error != std::errc{} || end != width.data() + width.size() || options.width < least || options.width > most) {
        throw UsageError(
            fill_in(phrases::bad_value.in(language), {{"word", "--width"}, {"value", width}, {"known", "40–1000"}}));
    }
    return options;
}

class Renderer {
public:
    Renderer(const Invocation& invocation, Shell& shell, std::size_t reports)
        : invocation_(invocation),
          shell_(shell),
          statute_(load_session_statute(invocation, shell.language)),
          templates_(load_session_templates(invocation)),
          formats_(chosen_formats(invocation, shell.language)),
          options_(write_options(invocation, formats_, shell.language)),
          accepted_(invocation, statute_.catalogue, shell.language),
          draft_(invocation.has("--as-draft")),
          destination_(invocation, reports * formats_.size(), shell) {}

    ExitCode render(const std::string& path) {
        Input input = read_input(invocation_, path, statute_, shell_);
        if (!input.reading) {
            tell(input, input.problems);
            return exit_unreadable;
        }
        std::vector<Diagnostic> findings = check_input(input, statute_);
        accepted_.apply(input, findings);
        if (!may_go_out(input, findings, draft_, statute_.catalogue, shell_)) return exit_rule_broken;
        write(input);
        return exit_done;
    }

    [[nodiscard]] const AcceptedFindings& accepted() const { return accepted_; }

private:
    static std::vector<const OutputFormat*> chosen_formats(const Invocation& invocation, Language language) {
        std::vector<std::string> names = invocation.all("--to");
        const std::string output = invocation.value("--output");
        if (names.empty()) {
            std::string name = format_name_of(output);
            if (name.empty() && invocation.has("--fragment")) name = "html";
            if (!find_output_format(name)) {
                throw UsageError(output.empty() || output.ends_with('/') || is_folder(output)
                                     ? fill_in(phrases::missing_option.in(language), {{"word", "--to"}})
                                     : fill_in(phrases::output_format.in(language),
                                               {{"file", output},
                                                {"option", "--to"},
                                                {"known", list_of(output_format_names(), language)}}));
            }
            names.push_back(name);
        }
        std::vector<const OutputFormat*> formats;
        for (const std::string& name : names) {
            formats.push_back(find_output_format(name));
            if (formats.back()->require) formats.back()->require();
        }
        return formats;
    }

    void tell(const Input& input, const std::vector<Diagnostic>& findings) {
        for (const Diagnostic& finding : findings)
            shell_.err << finding_lines(finding, input, statute_.catalogue, shell_);
    }

    /// All formats are made before the first is written, so that none stands alone where another fails.
    void write(Input& input) {
        Report& report = input.reading->report;
        fill_report(report, *input.form, false);
        const Document document =
            compose_document(report, *input.form, templates_, {.content = "report", .draft = draft_});
        Report named = report;
        named.title.clear();
        const std::string name = safe_file_name(title_of(named, *input.form));
        std::vector<Output> outputs;
        for (const OutputFormat* format : formats_) {
            outputs.push_back(
                {name + "." + std::string(format->name), format->write(document, *input.form, templates_, options_)});
        }
        for (const Output& output : outputs) {
            const std::string path = destination_.write(output);
            if (!path.empty())
                shell_.out << fill_in(phrases::wrote.in(shell_.language), {{"file", made_visible(path)}}) << "\n";
        }
    }

    const Invocation& invocation_;
    Shell& shell_;
    Statute statute_;
    SourceFiles templates_;
    std::vector<const OutputFormat*> formats_;
    WriteOptions options_;
    AcceptedFindings accepted_;
    bool draft_;
    Destination destination_;
};

}  // namespace

int run_render(const Invocation& invocation, Shell& shell) {
    if (invocation.has("--list-values")) return list_values_of_form(invocation, shell);
    if (invocation.has("--form")) throw UsageError(template_value_texts::form_without_list.in(shell.language));
    if (invocation.inputs.empty()) throw UsageError(phrases::missing_input.in(shell.language));
    const auto paths = expand_inputs(invocation);
    Renderer renderer(invocation, shell, paths.size());
    ExitCode worst = exit_done;
    for (const std::string& path : paths) {
        try {
            worst = std::max(worst, renderer.render(path));
        } catch (const OutputError& error) {
            shell.err << phrases::error_label.in(shell.language) << output_message(error, shell.language) << "\n";
            worst = exit_unwritable;
        }
    }
    tell_missing_reasons(renderer.accepted(), shell);
    return worst;
}

}  // namespace nianbao
