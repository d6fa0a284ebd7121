/// The sums of the form, from the patterns of the catalogue to single cells.
#pragma once

#include "model/form.h"
#include "model/rule.h"

namespace nianbao {

/// Fills `form.relations` from the catalogue and marks the derived cells. Throws DefinitionError where a pattern names
/// a row or column that its table does not have.
void expand_relations(Form& form, const Catalogue& catalogue);

}  // namespace nianbao
