/// A comparison as JSON, for programs: every cell, every paragraph (docs/compare.md).
#pragma once

#include <string>

#include "model/comparison.h"
#include "model/form.h"
#include "model/text.h"

namespace nianbao {

/// `form` is the one that the comparison is made on.
[[nodiscard]] std::string write_json_comparison(const Comparison& comparison, const Form& form, Language language);

}  // namespace nianbao
