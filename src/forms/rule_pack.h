/// Local requirements and a user's choices on top of the catalogue: severities, parameters, and the notice they come
/// from.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "model/rule.h"

namespace nianbao {

struct RulePack {
    Text name;
    Text basis;  ///< the local notice; quoted for the rules the pack changes
    struct Change {
        std::optional<Severity> severity;
        std::map<std::string, Parameter> parameters;
    };
    std::map<std::string, Change> rules;  ///< by code
};

/// Reads a rule pack (docs/rule-catalogue.md). Throws DefinitionError.
[[nodiscard]] RulePack read_rule_pack(std::string_view json, const std::string& file);

/// Applies a pack to a catalogue; throws DefinitionError for a code the catalogue does not have.
void apply(const RulePack& pack, Catalogue& catalogue);

}  // namespace nianbao
