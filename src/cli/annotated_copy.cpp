#include "cli/annotated_copy.h"

#include "cli/exit_code.h"
#include "cli/finding_printer.h"
#include "messages/finding_text.h"
#include "messages/labels.h"
#include "messages/phrases.h"
#include "unicode/utf8.h"
#include "writers/write_error.h"
#include "writers/xlsx_annotator.h"

namespace nianbao {
namespace {

/// As it reads in a comment: what is wrong, what to do, and the rule to look up.
std::string mark_text(const FindingText& text, const Diagnostic& finding, Language language) {
    std::string mark = text.message;
    for (const std::string& remark : text.remarks) mark += "\n" + remark;
    if (!text.hint.empty()) mark += "\n" + text.hint;
    return mark + "\n" + phrases::rule_label.in(language) + finding.code;
}

FindingRow row_of(const FindingText& text, const Diagnostic& finding, const Input& input, Language language) {
    FindingRow row;
    row.severity = finding.accepted ? Severity::info : finding.severity;
    row.severity_text = (finding.accepted ? phrases::accepted : severity_text(finding.severity)).in(language);
    row.message = text.message;
    for (const std::string& remark : text.remarks) row.message += "\n" + remark;
    if (finding.accepted) {
        row.message += "\n" + phrases::accepted_reason.in(language) + *finding.accepted;
    } else {
        row.hint = text.hint;
    }
    row.place = finding_place(finding, input, language);
    row.code = finding.code;
    if (const auto* place = std::get_if<SheetPlace>(&finding.place)) row.cell = *place;
    return row;
}

}  // namespace

void require_markable(const Input& input, Language language) {
    if (!input.reading || input.format == "xlsx") return;
    throw UsageError(fill_in(phrases::annotate_workbook.in(language), {{"file", made_visible(input.name)}}));
}

std::string annotated_copy(const Input& input, const std::vector<Diagnostic>& findings, const Catalogue& catalogue,
                           Language language) {
    const FindingContext context{catalogue, input.form, &input.reading->report};
    Annotations all;
    Tally tally;
    tally.add(input, findings);
    all.summary = trimmed(tally_line(tally, language));
    for (const Diagnostic& finding : findings) {
        const FindingText text = describe(finding, context, language);
        all.rows.push_back(row_of(text, finding, input, language));
        if (finding.accepted) continue;
        const std::string tag = "【" + severity_text(finding.severity).in(language) + "】";
        const std::string said = tag + mark_text(text, finding, language);
        std::vector<Place> places = finding.other_places;
        places.insert(places.begin(), finding.place);
        for (const Place& each : places) {
            const auto* place = std::get_if<SheetPlace>(&each);
            if (place) all.marks.push_back({place->sheet, place->row, place->column, finding.severity, said});
        }
    }
    try {
        return annotate_workbook(input.bytes, all);
    } catch (const WriteError& error) {
        throw Refusal(exit_unwritable, fill_in(phrases::annotate_failed.in(language),
                                               {{"file", made_visible(input.name)}, {"reason", error.what()}}));
    }
}

}  // namespace nianbao
