/// Checks one report by the rules of its form. The report alone decides: findings depend on no file and no format, and
/// have no place yet (`locate`).
#pragma once

#include <vector>

#include "forms/last_year.h"
#include "model/diagnostic.h"
#include "model/form.h"
#include "model/report.h"

namespace nianbao {

/// Every finding, in the order of the form. `catalogue` is the statute's, perhaps with severities and parameters of a
/// local pack; its rules must stand in the same order. The rules that look back are silent without last year's report.
[[nodiscard]] std::vector<Diagnostic> check_report(const Report& report, const Form& form, const Catalogue& catalogue,
                                                   const AgencyVocabulary& agencies, const LastYear* last = nullptr);

/// Whether a rule speaks of two years, and is silent without last year's report.
[[nodiscard]] bool looks_back(const Rule& rule);

/// Whether a check of this name exists; a built rule must name one.
[[nodiscard]] bool is_known_check(const std::string& name);

}  // namespace nianbao
