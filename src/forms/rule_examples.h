/// The examples of the catalogue made into reports: the sample of a form with the changes an example asks for.
#pragma once

#include <string>
#include <string_view>

#include "model/rule.h"

namespace nianbao {

/// Applies changes to a JSON text. Throws DefinitionError where a pointer leads nowhere.
[[nodiscard]] std::string changed_sample(std::string_view sample, const SampleChanges& changes);

/// The catalogue as an example needs it: the rule turned on where it is off, with the parameters that a local pack
/// would set.
[[nodiscard]] Catalogue for_example(Catalogue catalogue, const Rule& rule, const RuleExample& example);

}  // namespace nianbao
