/// What was taken from an agency's name: of which kind and level it is.
#pragma once

#include <string>

#include "model/form.h"
#include "model/report.h"

namespace nianbao {

/// For people, one line with its end for each thing there is to say; empty where the report says it all.
[[nodiscard]] std::string issuer_lines(const Agency& agency, const AgencyVocabulary& vocabulary, Language language);

}  // namespace nianbao
