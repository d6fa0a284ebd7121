/// The reports of earlier years that a command was given (`--previous`), and which of them a report is compared with.
#pragma once

#include <vector>

#include "cli/command.h"
#include "cli/input.h"

namespace nianbao {

class EarlierReports {
public:
    /// Reads them. Throws Refusal where one cannot be read: what is wrong with it has been printed.
    EarlierReports(const Invocation& invocation, const Statute& statute, Shell& shell);

    [[nodiscard]] const std::vector<Input>& all() const { return inputs_; }
    /// The agency's report of the year before; else its latest earlier one; else the only one that was given, whoever
    /// it is of, so that the mistake is told. Null: there is none.
    [[nodiscard]] const Input* before(const Input& input) const;

private:
    std::vector<Input> inputs_;
};

}  // namespace nianbao
