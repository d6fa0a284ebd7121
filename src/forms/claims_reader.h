/// Reads `schemas/claims.json`: the words by which sentences count, and the sums of cells that they may mean
/// (docs/claims.md).
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "model/claims.h"
#include "model/form.h"
#include "model/rule.h"

namespace nianbao {

/// The file as it stands: readings by the paths of their cells, rules by their codes.
struct ClaimDefinitions {
    struct Reading {
        Text name;
        std::vector<std::string> add, subtract, less_stated, under, whole;
    };
    struct Definition {
        Claim claim;  ///< without readings and rules
        std::string rule, none_rule;
        std::vector<Reading> readings;
    };
    std::string file;
    std::shared_ptr<const ClaimWords> words;
    std::vector<Definition> claims;
    std::string some_rule, area_scope;
    std::vector<std::string> own_year_only;                 ///< ids of sections
    std::vector<std::vector<std::string>> fields_of_topic;  ///< paths, by topic
};

/// Throws DefinitionError.
[[nodiscard]] ClaimDefinitions read_claims(std::string_view json, const std::string& file);

/// The claims as a form has them: a reading that names a cell the form lacks is left out. Throws DefinitionError for a
/// rule that the catalogue does not have.
[[nodiscard]] Claims claims_of(const ClaimDefinitions& definitions, const Form& form, const Catalogue& catalogue);

/// Throws DefinitionError for a reading that no form has the cells of: a slip in a path.
void require_readings(const ClaimDefinitions& definitions, const std::vector<Form>& forms);

}  // namespace nianbao
