// nianbao check: the findings of one or many reports.
#include <functional>
#include <ostream>

#include "checks/checks.h"
#include "cli/accepted_findings.h"
#include "cli/annotated_copy.h"
#include "cli/earlier_reports.h"
#include "cli/exit_code.h"
#include "cli/files.h"
#include "cli/finding_printer.h"
#include "cli/input.h"
#include "cli/issuer_line.h"
#include "cli/session.h"
#include "messages/phrases.h"
#include "unicode/utf8.h"

namespace nianbao {
namespace {

/// Prints what was found as it is found, or gathers it for the one JSON object.
class Findings {
public:
    Findings(const Invocation& invocation, const Statute& statute, Shell& shell)
        : statute_(statute),
          shell_(shell),
          format_(invocation.value("--format")),
          verbose_(invocation.has("--verbose")) {}

    void add(const Input& input, const std::vector<Diagnostic>& findings, bool several) {
        tally.add(input, findings);
        if (format_ == "json" || format_ == "jsonl") {
            add_json(input, findings);
        } else {
            print(input, findings, several);
        }
    }

    void close(const AcceptedFindings& accepted) {
        if (format_ == "json") {
            JsonNode root = JsonNode::object();
            root.put("diagnostics", std::move(list_)).put("summary", tally_json(tally));
            shell_.out << root.page();
        } else if (format_ != "jsonl") {
            if (verbose_) print_gone(accepted);
            shell_.out << tally_line(tally, shell_.language);
        }
    }

    Tally tally;

private:
    void add_json(const Input& input, const std::vector<Diagnostic>& findings) {
        for (const Diagnostic& finding : findings) {
            JsonNode node = finding_json(finding, input, statute_.catalogue, shell_.language);
            if (format_ == "jsonl") {
                shell_.out << node.line() << "\n";
            } else {
                list_.add(std::move(node));
            }
        }
    }

    void print(const Input& input, const std::vector<Diagnostic>& findings, bool several) {
        if (several && !findings.empty()) shell_.out << "── " << made_visible(input.name) << "\n";
        if (verbose_ && input.reading)
            shell_.out << issuer_lines(input.reading->report.agency, statute_.agencies, shell_.language);
        for (const Diagnostic& finding : findings)
            shell_.out << finding_lines(finding, input, statute_.catalogue, shell_);
    }

    void print_gone(const AcceptedFindings& accepted) {
        for (const AcceptedKey& key : accepted.gone()) {
            const std::string said = fill_in(
                phrases::accepted_gone.in(shell_.language),
                {{"agency", key.agency}, {"year", std::to_string(key.year)}, {"code", key.code}, {"cell", key.cell}});
            shell_.out << made_visible(said) << "\n";
        }
    }

    const Statute& statute_;
    Shell& shell_;
    std::string format_;
    bool verbose_;
    JsonNode list_ = JsonNode::array();
};

/// What the reports of earlier years do not agree on among themselves; they are not checked otherwise.
void check_chain(const EarlierReports& earlier, const Statute& statute, AcceptedFindings& accepted,
                 Findings& findings) {
    for (const Input& input : earlier.all()) {
        const Input* before = earlier.before(input);
        if (!before) continue;
        std::vector<Diagnostic> found = check_input(input, statute, before);
        std::erase_if(found, [&](const Diagnostic& finding) {
            const Rule* rule = statute.catalogue.find(finding.code);
            return !rule || !looks_back(*rule);
        });
        if (found.empty()) continue;
        accepted.apply(input, found);
        findings.add(input, found, true);
        ++findings.tally.compared;
    }
}

}  // namespace

int run_check(const Invocation& invocation, Shell& shell) {
    const Statute statute = load_session_statute(invocation, shell.language);
    const auto paths = expand_inputs(invocation);
    const EarlierReports earlier(invocation, statute, shell);
    AcceptedFindings accepted(invocation, statute.catalogue, shell.language);
    Findings findings(invocation, statute, shell);
    const std::string copy = invocation.value("--annotate");
    if (!copy.empty() && paths.size() != 1) throw UsageError(phrases::annotate_one.in(shell.language));
    if (!copy.empty() && invocation.has("--tables")) throw UsageError(phrases::annotate_whole.in(shell.language));
    std::function<std::string(Language)> annotate;
    for (const std::string& path : paths) {
        const Input input = read_input(invocation, path, statute, shell);
        if (!copy.empty()) require_markable(input, shell.language);
        const Input* last_year = earlier.before(input);
        std::vector<Diagnostic> found = check_input(input, statute, last_year);
        accepted.apply(input, found);
        accepted.checked(input);
        findings.add(input, found, paths.size() > 1);
        if (last_year) ++findings.tally.compared;
        if (!copy.empty() && input.reading)
            annotate = [&statute, input, found](Language language) {
                return annotated_copy(input, found, statute.catalogue, language);
            };
    }
    check_chain(earlier, statute, accepted, findings);
    findings.close(accepted);
    tell_missing_reasons(accepted, shell);
    accepted.save(shell);
    if (annotate) {
        write_file(copy, annotate(shell.language), invocation.has("--force"));
        shell.err << fill_in(phrases::annotated.in(shell.language), {{"file", made_visible(copy)}}) << "\n";
    }
    const Tally& tally = findings.tally;
    if (tally.unreadable > 0) return exit_unreadable;
    return tally.errors > 0 || (invocation.has("--strict") && tally.warnings > 0) ? exit_rule_broken : exit_done;
}

}  // namespace nianbao
