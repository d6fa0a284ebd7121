#include "forms/rule_pack.h"

#include <algorithm>

#include "forms/definition_json.h"
#include "forms/form_reader.h"

namespace nianbao {

RulePack read_rule_pack(std::string_view json, const std::string& file) {
    return definition::with_json(json, file, [](const definition::Json& node) {
        RulePack pack;
        pack.name = definition::text(node, "name");
        pack.basis = definition::text(node, "basis");
        if (!node.at("rules").is_object()) throw DefinitionError("\"rules\" is no object");
        for (const auto& [code, wanted] : node.at("rules").items()) {
            if (!wanted.is_object()) throw DefinitionError("rule " + code + ": no object");
            for (const auto& [key, value] : wanted.items()) {
                if (key != "severity" && key != "parameters")
                    throw DefinitionError("rule " + code + ": unknown key " + key);
            }
            RulePack::Change change;
            if (wanted.contains("severity")) change.severity = read_severity(definition::word(wanted, "severity"));
            if (wanted.contains("parameters")) {
                for (const auto& [name, value] : wanted.at("parameters").items()) {
                    change.parameters[name] = definition::parameter(value);
                }
            }
            pack.rules[code] = std::move(change);
        }
        return pack;
    });
}

void apply(const RulePack& pack, Catalogue& catalogue) {
    for (const auto& entry : pack.rules) {
        const std::string& code = entry.first;
        const RulePack::Change& change = entry.second;
        const auto rule =
            std::find_if(catalogue.rules.begin(), catalogue.rules.end(), [&](const Rule& r) { return r.code == code; });
        if (rule == catalogue.rules.end()) throw DefinitionError("there is no rule " + code);
        if (change.severity) {
            rule->severity = *change.severity;
            rule->severities.clear();
        }
        for (const auto& [name, value] : change.parameters) {
            if (rule->parameters.count(name) == 0)
                throw DefinitionError("rule " + code + ": unknown parameter " + name);
            rule->parameters[name] = value;
        }
        if (!pack.basis.zh.empty()) rule->basis = {BasisKind::local, pack.basis};
    }
}

}  // namespace nianbao
