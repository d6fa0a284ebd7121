#include "cli/publication_gate.h"

#include <ostream>

#include "checks/publication.h"
#include "cli/finding_printer.h"
#include "messages/phrases.h"

namespace nianbao {

bool may_go_out(const Input& input, const std::vector<Diagnostic>& findings, bool draft, const Catalogue& catalogue,
                Shell& shell) {
    bool stopped = false;
    for (const Diagnostic& finding : findings) {
        if (!stops_publication(finding)) continue;
        shell.err << finding_lines(finding, input, catalogue, shell);
        stopped = true;
    }
    if (stopped && !draft) shell.err << phrases::refused.in(shell.language) << "\n";
    return draft || !stopped;
}

}  // namespace nianbao
