/// The sentences of a finding, made from the catalogue, the form and the report: nothing here knows any rule.
#pragma once

#include <string>
#include <vector>

#include "model/diagnostic.h"
#include "model/form.h"
#include "model/report.h"
#include "model/text.h"

namespace nianbao {

/// What a finding is told with. Form and report are missing where the file could not be read.
struct FindingContext {
    const Catalogue& catalogue;
    const Form* form{};
    const Report* report{};
};

struct FindingText {
    std::string message;
    std::string hint;
    std::string basis_kind;            ///< 表式含义
    std::string basis;                 ///< the source, the form's 文号 put in
    std::vector<std::string> remarks;  ///< further lines: the suspect, the cells that are open
};

[[nodiscard]] FindingText describe(const Diagnostic& diagnostic, const FindingContext& context, Language language);

/// 须修改, 请核实, 提示
[[nodiscard]] const Text& severity_text(Severity severity);
[[nodiscard]] const Text& basis_text(BasisKind kind);
/// The source of a rule with the form's 文号 put in; without a form, as the catalogue has it.
[[nodiscard]] std::string source_of(const Rule& rule, const Form* form, Language language);

}  // namespace nianbao
