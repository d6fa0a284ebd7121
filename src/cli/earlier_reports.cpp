#include "cli/earlier_reports.h"

#include <ostream>

#include "cli/exit_code.h"
#include "cli/finding_printer.h"
#include "forms/issuer.h"
#include "messages/phrases.h"

namespace nianbao {

EarlierReports::EarlierReports(const Invocation& invocation, const Statute& statute, Shell& shell) {
    for (const std::string& path : invocation.all("--previous")) {
        Input input = read_input(path, statute, shell);
        if (!input.reading) {
            for (const Diagnostic& problem : input.problems)
                shell.err << finding_lines(problem, input, statute.catalogue, shell);
            throw Refusal(exit_unreadable, phrases::no_previous.in(shell.language));
        }
        inputs_.push_back(std::move(input));
    }
}

const Input* EarlierReports::before(const Input& input) const {
    if (!input.reading) return nullptr;
    const Report& report = input.reading->report;
    const Input* latest = nullptr;
    for (const Input& each : inputs_) {
        const Report& earlier = each.reading->report;
        if (earlier.year >= report.year || !is_same_agency(report.agency, earlier.agency)) continue;
        if (!latest || earlier.year > latest->reading->report.year) latest = &each;
    }
    if (latest) return latest;
    const bool itself = inputs_.size() == 1 && &inputs_.front() == &input;
    return inputs_.size() == 1 && !itself ? &inputs_.front() : nullptr;
}

}  // namespace nianbao
