/// Which findings stop a report from being published as it is.
#pragma once

#include "model/diagnostic.h"

namespace nianbao {

/// Errors of structure (`s.*`) and of tables (`t.*`, `t2.*`, …), and placeholders left in the text; other findings on
/// words never stop a report, nor do those that a reviewer has accepted.
[[nodiscard]] inline bool stops_publication(const Diagnostic& finding) {
    if (finding.severity != Severity::error || finding.accepted) return false;
    const std::string family = finding.code.substr(0, finding.code.find('.'));
    return family == "s" || family.starts_with('t') || finding.code == "n.placeholder";
}

}  // namespace nianbao
