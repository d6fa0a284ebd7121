/// Findings that a reviewer has accepted: `--accept` reads them, `--write-accepted` notes down what may be accepted.
#pragma once

#include <set>
#include <string>
#include <utility>
#include <vector>

#include "cli/command.h"
#include "cli/input.h"
#include "model/accepted.h"

namespace nianbao {

/// What a finding is known by.
[[nodiscard]] AcceptedKey accepted_key(const Diagnostic& finding, const Report& report, const Form& form);

class AcceptedFindings {
public:
    /// Reads the files that the options name. Throws Refusal.
    AcceptedFindings(const Invocation& invocation, const Catalogue& catalogue, Language language);

    /// Gives the findings that were accepted their reasons and puts them after the others; notes the others down.
    void apply(const Input& input, std::vector<Diagnostic>& findings);

    /// Whoever checked a report by all rules says so: what was accepted in it and met no finding is gone.
    void checked(const Input& input);
    [[nodiscard]] std::vector<AcceptedKey> gone() const;

    /// Findings that stand in the files without a reason.
    [[nodiscard]] std::size_t without_reason() const { return without_reason_; }

    /// Writes `--write-accepted` with what was noted down, where it was given, and says so. Throws OutputError.
    void save(Shell& shell) const;

private:
    AcceptedReasons accepted_;  ///< of all files of `--accept`
    std::set<AcceptedKey> met_;
    std::set<std::pair<std::string, int>> checked_;  ///< agency and year
    std::size_t without_reason_{};
    std::string path_;  ///< of `--write-accepted`; empty: it was not given
    bool exists_{};
    std::size_t added_{};
    AcceptedFile file_;  ///< to be written there
};

/// That some findings stand in the files without a reason and were not accepted, if there are such.
void tell_missing_reasons(const AcceptedFindings& accepted, Shell& shell);

}  // namespace nianbao
