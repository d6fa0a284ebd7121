/// What differs between two copies of one report, a line each for people.
#pragma once

#include <string>
#include <vector>

#include "model/diagnostic.h"
#include "model/form.h"
#include "model/report.h"
#include "model/text.h"

namespace nianbao {

struct FormedReport {
    const Report& report;
    const Form& form;
};

/// Particulars, cells and paragraphs; of a paragraph the place that changed, with some words around it.
[[nodiscard]] std::vector<std::string> report_differences(const FormedReport& was, const FormedReport& now,
                                                          const AgencyVocabulary& vocabulary, Language language);

/// The cells of one table (of all where the form has none of that name), by their paths: a table by itself may be alike
/// on several forms.
[[nodiscard]] std::vector<std::string> table_differences(const FormedReport& was, const FormedReport& now,
                                                         const std::string& table, Language language);

[[nodiscard]] std::string particular_difference(Identity what, const std::string& was, const std::string& now,
                                                Language language);

}  // namespace nianbao
