#include "cli/accepted_findings.h"

#include <algorithm>
#include <ostream>

#include "cli/exit_code.h"
#include "cli/files.h"
#include "cli/session.h"
#include "cli/text_encoding.h"
#include "messages/labels.h"
#include "messages/phrases.h"
#include "readers/accepted_reader.h"
#include "readers/json_source.h"
#include "unicode/utf8.h"
#include "writers/accepted_writer.h"

namespace nianbao {
namespace {

std::string written_in(const Cell& cell) {
    if (const Amount* amount = number_in(cell)) return to_string(*amount);
    const Mark* mark = std::get_if<Mark>(&cell);
    return mark ? mark->written : std::string{};
}

/// A finding on many cells is another one when any of them changes.
std::string cells_with_values(const std::vector<CellId>& cells, const Report& report, const Form& form) {
    std::string text;
    for (const CellId cell : cells)
        text += (text.empty() ? "" : "; ") + form.cells[cell].path + "=" + written_in(report.cells[cell]);
    return text;
}

AcceptedFile read_file_of_accepted(const std::string& path, const Catalogue& catalogue, Language language) {
    const auto refusal = [&](const std::string& detail) {
        return Refusal(exit_unreadable,
                       fill_in(phrases::bad_accepted_file.in(language), {{"file", path}, {"detail", detail}}));
    };
    try {
        return read_accepted_file(to_utf8(read_file(path, max_json_bytes)));
    } catch (const InputError& error) {
        throw refusal(fault_text(error, catalogue, language));
    } catch (const ReadError& error) {
        throw refusal(fault_text(error, catalogue, language));
    }
}

void merge(AcceptedReasons& into, const AcceptedReasons& from) {
    for (const auto& [key, reason] : from) {
        std::string& kept = into[key];
        if (kept.empty()) kept = reason;
    }
}

}  // namespace

AcceptedKey accepted_key(const Diagnostic& finding, const Report& report, const Form& form) {
    AcceptedKey key{report.agency.name, report.year, finding.code, pointer_to(finding.at, form), finding.excerpt, {}};
    const auto items = finding.arguments.find("items");
    if (key.value.empty()) key.value = finding.actual.value_or("");
    if (key.value.empty()) key.value = cells_with_values(finding.cells, report, form);
    if (key.value.empty() && items != finding.arguments.end()) key.value = items->second;
    if (key.value.empty()) key.value = finding.variant;
    key.expected = finding.expected.value_or("");
    return key;
}

AcceptedFindings::AcceptedFindings(const Invocation& invocation, const Catalogue& catalogue, Language language)
    : path_(invocation.value("--write-accepted")) {
    for (const std::string& path : invocation.all("--accept"))
        merge(accepted_, read_file_of_accepted(path, catalogue, language).reasons);
    exists_ = !path_.empty() && file_exists(path_);
    if (exists_) file_ = read_file_of_accepted(path_, catalogue, language);
}

void AcceptedFindings::apply(const Input& input, std::vector<Diagnostic>& findings) {
    if (!input.reading) return;
    for (Diagnostic& finding : findings) {
        const AcceptedKey key = accepted_key(finding, input.reading->report, *input.form);
        const auto entry = accepted_.find(key);
        if (entry != accepted_.end()) {
            met_.insert(key);
            if (!entry->second.empty()) {
                finding.accepted = entry->second;
                continue;
            }
            ++without_reason_;
        }
        if (finding.severity == Severity::info || path_.empty()) continue;
        if (file_.reasons.try_emplace(key).second) ++added_;
    }
    std::stable_partition(findings.begin(), findings.end(), [](const Diagnostic& each) { return !each.accepted; });
}

void AcceptedFindings::checked(const Input& input) {
    if (input.reading) checked_.emplace(input.reading->report.agency.name, input.reading->report.year);
}

std::vector<AcceptedKey> AcceptedFindings::gone() const {
    std::vector<AcceptedKey> keys;
    for (const auto& [key, reason] : accepted_) {
        if (checked_.count({key.agency, key.year}) > 0 && met_.count(key) == 0) keys.push_back(key);
    }
    return keys;
}

void AcceptedFindings::save(Shell& shell) const {
    if (path_.empty()) return;
    // A file that says it all stays as it is, with the comments and the order somebody gave it.
    if (!exists_ || added_ > 0) {
        const std::string text = write_accepted_file(file_);
        if (text.size() > max_json_bytes) throw OutputError(path_, std::to_string(text.size()) + " bytes");
        write_file(path_, text, exists_);
    }
    shell.err << fill_in((added_ > 0 ? phrases::accepted_added : phrases::accepted_none_new).in(shell.language),
                         {{"file", made_visible(path_)}, {"count", std::to_string(added_)}})
              << "\n";
}

void tell_missing_reasons(const AcceptedFindings& accepted, Shell& shell) {
    if (accepted.without_reason() == 0) return;
    shell.err << fill_in(phrases::accepted_without_reason.in(shell.language),
                         {{"count", std::to_string(accepted.without_reason())}})
              << "\n";
}

}  // namespace nianbao
