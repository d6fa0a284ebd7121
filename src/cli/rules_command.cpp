// nianbao rules: the catalogue.
#include <ostream>

#include "cli/exit_code.h"
#include "cli/session.h"
#include "forms/form_reader.h"
#include "messages/finding_text.h"
#include "messages/phrases.h"
#include "unicode/width.h"
#include "writers/json_text.h"

namespace nianbao {
namespace {

JsonNode rule_json(const Rule& rule, const Form* form, Language language) {
    JsonNode node = JsonNode::object();
    node.put("code", rule.code);
    node.put("severity", name_of(rule.severity));
    node.put("built", JsonNode::raw(rule.built ? "true" : "false"));
    node.put("statement", rule.statement.in(language));
    node.put("basis_kind", name_of(rule.basis.kind));
    node.put("basis", source_of(rule, form, language));
    return node.put("hint", rule.hint.in(language));
}

void print_rule(const Rule& rule, Shell& shell) {
    const auto padded = [](const std::string& text, std::size_t width) {
        const std::size_t taken = display_width(text);
        return text + std::string(taken < width ? width - taken : 1, ' ');
    };
    shell.out << padded(rule.code, 26)
              << padded(severity_text(rule.severity).in(shell.language), shell.language == Language::zh ? 8 : 16)
              << rule.statement.in(shell.language);
    if (!rule.built)
        shell.out << (shell.language == Language::zh ? "（" : " (") << phrases::not_built.in(shell.language)
                  << (shell.language == Language::zh ? "）" : ")");
    shell.out << "\n";
}

}  // namespace

int run_rules(const Invocation& invocation, Shell& shell) {
    const Statute statute = load_session_statute(invocation, shell.language);
    const Form* form = statute.forms.empty() ? nullptr : &statute.forms.front();
    if (invocation.value("--format") == "json") {
        JsonNode list = JsonNode::array();
        for (const Rule& rule : statute.catalogue.rules) list.add(rule_json(rule, form, shell.language));
        shell.out << JsonNode::object().put("rules", std::move(list)).page();
        return exit_done;
    }
    std::size_t built = 0;
    for (const Rule& rule : statute.catalogue.rules) {
        print_rule(rule, shell);
        built += rule.built ? 1 : 0;
    }
    shell.out << fill_in(phrases::rules_total.in(shell.language),
                         {{"count", std::to_string(statute.catalogue.rules.size())}, {"built", std::to_string(built)}})
              << "\n";
    return exit_done;
}

}  // namespace nianbao
