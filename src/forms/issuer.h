/// What kind of organ issues a report, and on which level: as the report says, else from the ending of its name.
#pragma once

#include <string>

#include "model/form.h"
#include "model/report.h"

namespace nianbao {

struct Issuer {
    std::string kind, level;  ///< ids of AgencyVocabulary; empty: not known
    bool kind_inferred{}, level_inferred{};
};

[[nodiscard]] Issuer issuer_of(const Agency& agency, const AgencyVocabulary& vocabulary);

/// Whether two reports are of one agency, by the name of either and the former names of the other.
[[nodiscard]] bool is_same_agency(const Agency& a, const Agency& b);

/// Whether a rule concerns an issuer, a form and a year.
[[nodiscard]] bool concerns(const Applies& applies, const Issuer& issuer, const std::string& form, int year);
/// Whether one of `patterns` (`kind@level`, `*` for any, also for an unknown one) fits.
[[nodiscard]] bool matches_issuer(const std::vector<std::string>& patterns, const Issuer& issuer);

}  // namespace nianbao
