/// The JSON Schema (draft-07) of the report file on one form, with Chinese titles and descriptions, so that editors
/// complete and explain. It describes what a finished report may hold; `check` tells more, and better.
#pragma once

#include <string>

#include "model/form.h"

namespace nianbao {

[[nodiscard]] std::string write_json_schema(const Form& form, const AgencyVocabulary& agencies);

}  // namespace nianbao
