/// A comparison as a Document: what differs, section by section in the order of the form. Of more than two reports also
/// their key figures side by side, as a table and as charts.
#pragma once

#include "model/comparison.h"
#include "model/document.h"
#include "model/form.h"
#include "model/text.h"

namespace nianbao {

/// `form` is the one that the comparison is made on.
[[nodiscard]] Document compose_comparison(const Comparison& comparison, const Form& form, Language language);

}  // namespace nianbao
