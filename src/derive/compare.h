/// Reports in, what they have in common and what not out.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "forms/conversion.h"
#include "model/comparison.h"
#include "model/form.h"
#include "model/report.h"

namespace nianbao {

struct ReportToCompare {
    const Report& report;
    const Form& form;
    std::optional<Conversion> conversion;  ///< to the common form; nothing where it is on it
    std::string name;                      ///< as shown to people
};

/// Two or more reports. A report on another form is brought to the common one first, as `convert` does it. Kind and
/// level are those that the name shows, where the report does not say them.
[[nodiscard]] Comparison compare_reports(const std::vector<ReportToCompare>& reports, const Form& common,
                                         const AgencyVocabulary& vocabulary);

}  // namespace nianbao
