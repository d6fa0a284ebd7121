// Reads `schemas/rules/*.json`; the format is told in docs/rule-catalogue.md.
#include <array>
#include <utility>

#include "forms/definition_json.h"
#include "forms/form_reader.h"

namespace nianbao {
namespace {

using definition::Json;
using definition::text;
using definition::word;
using definition::words;

constexpr std::array<std::pair<std::string_view, BasisKind>, 6> basis_kinds{{
    {"stated", BasisKind::stated},
    {"implied", BasisKind::implied},
    {"law", BasisKind::law},
    {"practice", BasisKind::practice},
    {"local", BasisKind::local},
    {"format", BasisKind::format},
}};

constexpr std::array<std::pair<std::string_view, Severity>, 4> severities{{
    {"off", Severity::off},
    {"info", Severity::info},
    {"warning", Severity::warning},
    {"error", Severity::error},
}};

std::map<std::string, std::vector<std::string>> read_follows_from(const Json& node) {
    if (!node.contains("follows_from")) return {};
    const Json& value = node.at("follows_from");
    if (value.is_array()) return {{"*", value.get<std::vector<std::string>>()}};
    return value.get<std::map<std::string, std::vector<std::string>>>();
}

std::map<std::string, Parameter> read_parameters(const Json& node) {
    std::map<std::string, Parameter> parameters;
    if (!node.contains("parameters")) return parameters;
    for (const auto& [name, value] : node.at("parameters").items()) parameters[name] = definition::parameter(value);
    return parameters;
}

RelationPattern read_pattern(const Json& node) {
    RelationPattern pattern;
    pattern.forms = words(node, "forms");
    pattern.table = word(node, "table");
    pattern.over = word(node, "over");
    pattern.only = words(node, "only");
    pattern.add = words(node, "add");
    pattern.subtract = words(node, "subtract");
    if (node.contains("constant")) {
        const auto constant = parse_amount(definition::scalar(node.at("constant")));
        if (!constant) throw DefinitionError("a constant is not a number");
        pattern.constant = *constant;
    }
    pattern.at_least_zero = word(node, "op") == ">=";
    pattern.told_at = word(node, "told_at");
    pattern.defines = node.value("defines", false);
    pattern.follows_from = read_follows_from(node);
    return pattern;
}

Applies read_applies(const Json& node) {
    Applies applies;
    applies.forms = words(node, "forms");
    applies.kinds = words(node, "kinds");
    applies.levels = words(node, "levels");
    applies.issuers = words(node, "issuers");
    applies.except = words(node, "except");
    if (node.contains("years")) {
        applies.from_year = node.at("years").value("from", 0);
        applies.to_year = node.at("years").value("to", 9999);
    }
    return applies;
}

SampleChanges read_changes(const Json& node) {
    SampleChanges changes;
    for (const auto& [pointer, value] : node.items()) {
        const bool remove = value.is_object() && value.size() == 1 && value.contains("remove");
        changes[pointer] = remove ? std::nullopt : std::optional(value.dump());
    }
    return changes;
}

void read_variants(const Json& node, Rule& rule) {
    rule.messages[""] = text(node, "message");
    if (!node.contains("variants")) return;
    for (const auto& [name, variant] : node.at("variants").items()) {
        if (variant.contains("message")) rule.messages[name] = text(variant, "message");
        if (variant.contains("hint")) rule.hints[name] = text(variant, "hint");
        if (variant.contains("severity")) rule.severities[name] = read_severity(word(variant, "severity"));
    }
}

Rule read_rule(const Json& node) {
    Rule rule;
    rule.code = word(node, "code");
    rule.check = word(node, "check");
    rule.severity = read_severity(word(node, "severity"));
    rule.built = node.value("built", true);
    rule.basis = {read_basis_kind(word(node.at("basis"), "kind")), text(node.at("basis"))};
    rule.statement = text(node, "statement");
    rule.why = text(node, "why");
    rule.hint = text(node, "hint");
    read_variants(node, rule);
    rule.wrong = text(node, "wrong");
    rule.right = text(node, "right");
    rule.parameters = read_parameters(node);
    if (node.contains("relations")) {
        for (const Json& pattern : node.at("relations")) rule.relations.push_back(read_pattern(pattern));
    }
    if (node.contains("applies")) rule.applies = read_applies(node.at("applies"));
    if (node.contains("examples")) {
        for (const Json& example : node.at("examples")) {
            RuleExample& added = rule.examples.emplace_back();
            added.form = word(example, "form");
            added.wrong = read_changes(example.at("wrong"));
            added.right = read_changes(example.value("right", Json::object()));
            added.parameters = read_parameters(example);
            if (!example.contains("last_year")) continue;
            added.last_form = word(example.at("last_year"), "form");
            added.last_year = read_changes(example.at("last_year").at("changes"));
        }
    }
    return rule;
}

template <typename Pairs>
auto lookup(const Pairs& pairs, const std::string& name, const char* what) {
    for (const auto& [text, value] : pairs) {
        if (text == name) return value;
    }
    throw DefinitionError(std::string("unknown ") + what + " " + name);
}

template <typename Pairs, typename Value>
std::string_view reverse_lookup(const Pairs& pairs, Value wanted) {
    for (const auto& [text, value] : pairs) {
        if (value == wanted) return text;
    }
    return {};
}

}  // namespace

BasisKind read_basis_kind(const std::string& word) { return lookup(basis_kinds, word, "kind of basis"); }
Severity read_severity(const std::string& word) { return lookup(severities, word, "severity"); }
std::string_view name_of(BasisKind kind) { return reverse_lookup(basis_kinds, kind); }
std::string_view name_of(Severity severity) { return reverse_lookup(severities, severity); }

void read_rules(std::string_view json, const std::string& file, Catalogue& catalogue) {
    definition::with_json(json, file, [&](const Json& node) {
        for (const Json& rule : node.at("rules")) {
            catalogue.rules.push_back(read_rule(rule));
            const Rule& added = catalogue.rules.back();
            if (catalogue.find(added.code) != &added) throw DefinitionError("rule " + added.code + " stands twice");
        }
        return 0;
    });
}

}  // namespace nianbao
