// nianbao explain CODE: one rule on a page. The finding it shows is made on the spot, from the rule's own example.
#include <ostream>

#include "checks/checks.h"
#include "cli/exit_code.h"
#include "cli/session.h"
#include "forms/rule_examples.h"
#include "forms/schema_files.h"
#include "messages/finding_text.h"
#include "messages/phrases.h"
#include "readers/json_report_reader.h"

namespace nianbao {
namespace {

void print_part(Shell& shell, const Text& label, const std::string& text) {
    if (text.empty()) return;
    shell.out << label.in(shell.language) << (shell.language == Language::zh ? "：" : ": ") << text << "\n";
}

/// How a finding of the rule reads: that of its first example, in the sample report of the form.
FindingText example_finding(const Rule& rule, const Statute& statute, Language language) {
    if (!rule.built || rule.examples.empty()) return {};
    const RuleExample& example = rule.examples.front();
    const Form* form = statute.find_form(example.form);
    const auto sample = embedded_files().find("schemas/samples/" + example.form + ".json");
    if (!form || sample == embedded_files().end()) return {};
    const Catalogue catalogue = for_example(statute.catalogue, rule, example);
    const Reading reading = read_json_report(changed_sample(sample->second, example.wrong), statute);
    const auto last_sample = embedded_files().find("schemas/samples/" + example.last_form + ".json");
    std::optional<Reading> before;
    std::optional<LastYear> last;
    if (last_sample != embedded_files().end()) {
        before = read_json_report(changed_sample(last_sample->second, example.last_year), statute);
        last.emplace(*form, before->report, *statute.find_form(example.last_form));
    }
    for (const Diagnostic& finding :
         check_report(reading.report, *form, catalogue, statute.agencies, last ? &*last : nullptr)) {
        if (finding.code == rule.code) return describe(finding, {catalogue, form, &reading.report}, language);
    }
    return {};
}

/// Names that only a finding could fill in become an ellipsis.
std::string without_names(std::string text) {
    for (auto open = text.find('{'); open != std::string::npos; open = text.find('{', open)) {
        const auto close = text.find('}', open);
        if (close == std::string::npos) break;
        text.replace(open, close - open + 1, "……");
    }
    return text;
}

/// 法规条文，《条例》第五十条; the kind is left out where the source says it itself.
std::string basis_line(const Rule& rule, const Form* form, Language language) {
    const std::string kind = basis_text(rule.basis.kind).in(language);
    const std::string source = source_of(rule, form, language);
    if (source.find(kind) != std::string::npos) return source;
    return kind + Text{"，", ", "}.in(language) + source;
}

const Rule& find_rule(const std::string& code, const Catalogue& catalogue, Language language) {
    if (const Rule* rule = catalogue.find(code)) return *rule;
    throw UsageError(unknown_rule_message(code, catalogue, language));
}

}  // namespace

int run_explain(const Invocation& invocation, Shell& shell) {
    const Statute statute = load_session_statute(invocation, shell.language);
    const Language language = shell.language;
    const Rule& rule = find_rule(invocation.inputs.front(), statute.catalogue, language);
    const Form* form = statute.forms.empty() ? nullptr : &statute.forms.front();
    shell.out << rule.code << (rule.built ? "" : Text{"（尚未实现）", " (not built yet)"}.in(language)) << "\n\n";
    print_part(shell, phrases::page_statement, rule.statement.in(language));
    print_part(shell, phrases::page_severity, severity_text(rule.severity).in(language));
    print_part(shell, phrases::page_basis, basis_line(rule, form, language));
    print_part(shell, phrases::page_why, rule.why.in(language));
    shell.out << "\n";
    print_part(shell, phrases::page_wrong, rule.wrong.in(language));
    print_part(shell, phrases::page_right, rule.right.in(language));
    const FindingText example = example_finding(rule, statute, language);
    print_part(shell, phrases::page_finding, example.message);
    print_part(shell, phrases::page_hint, example.hint.empty() ? without_names(rule.hint.in(language)) : example.hint);
    return exit_done;
}

}  // namespace nianbao
