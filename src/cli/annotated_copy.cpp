#include "cli/annotated_copy.h"

#include "cli/exit_code.h"
#include "cli/finding_printer.h"
#include "messages/finding_text.h"
#include "messages/labels.h"
#include "messages/phrases.h"
#include "readers/docx_reader.h"
#include "unicode/utf8.h"
#include "writers/docx_annotator.h"
#include "writers/write_error.h"
#include "writers/xlsx_annotator.h"

namespace nianbao {
namespace {

/// As it reads in a comment: what is wrong, what to do, and the rule to look up.
std::string mark_text(const FindingText& text, const Diagnostic& finding, Language language) {
    std::string mark = "【" + severity_text(finding.severity).in(language) + "】" + text.message;
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

std::string annotated_workbook(const Input& input, const std::vector<Diagnostic>& findings,
                               const FindingContext& context, Language language) {
    Annotations all;
    Tally tally;
    tally.add(input, findings);
    all.summary = trimmed(tally_line(tally, language));
    for (const Diagnostic& finding : findings) {
        const FindingText text = describe(finding, context, language);
        all.rows.push_back(row_of(text, finding, input, language));
        if (finding.accepted) continue;
        const std::string said = mark_text(text, finding, language);
        std::vector<Place> places = finding.other_places;
        places.insert(places.begin(), finding.place);
        for (const Place& each : places) {
            const auto* place = std::get_if<SheetPlace>(&each);
            if (place) all.marks.push_back({place->sheet, place->row, place->column, finding.severity, said});
        }
    }
    return annotate_workbook(input.bytes, all);
}

/// Where the words of a finding stand in the report; no phrase: it speaks of all of its place.
void set_phrase(WordMark& mark, const Diagnostic& finding, const Report& report) {
    const Address& at = finding.at;
    const Paragraphs* paragraphs = nullptr;
    if (at.kind == Address::Kind::field && at.index < report.narrative.size() && report.narrative[at.index]) {
        paragraphs = &*report.narrative[at.index];
    } else if (at.kind == Address::Kind::other && at.index < report.others.size()) {
        paragraphs = &report.others[at.index].text;
    }
    if (paragraphs && at.paragraph < paragraphs->size() && at.begin < at.end) {
        mark.words = (*paragraphs)[at.paragraph];
        mark.begin = at.begin;
        mark.end = at.end;
    } else if (at.kind != Address::Kind::cell && at.kind != Address::Kind::table) {
        mark.words = finding.excerpt;
        mark.end = finding.excerpt.size();
    }
}

/// The first place of a finding has all that is to be said, the others the message alone. A table left blank is told
/// once: in a margin, unlike in the cells of a workbook, the same a hundred times hides all else.
void add_marks(std::vector<WordMark>& marks, const Diagnostic& finding, const std::string& said, const Report& report) {
    constexpr std::size_t most_places = 20;
    WordMark mark{finding.place, {}, 0, 0, said};
    set_phrase(mark, finding, report);
    marks.push_back(std::move(mark));
    if (finding.other_places.size() >= most_places) return;
    for (const Place& place : finding.other_places) marks.push_back({place, {}, 0, 0, said.substr(0, said.find('\n'))});
}

std::string annotated_document(const Input& input, const std::vector<Diagnostic>& findings,
                               const FindingContext& context, Language language) {
    const Place title = input.reading->provenance.identity[static_cast<std::size_t>(Identity::title)].place;
    std::vector<WordMark> marks;
    std::string homeless;
    for (const Diagnostic& finding : findings) {
        if (finding.accepted) continue;
        const std::string said = mark_text(describe(finding, context, language), finding, language);
        if (finding.place != Place{}) {
            add_marks(marks, finding, said, *context.report);
        } else {
            homeless += (homeless.empty() ? "" : "\n") + said;
        }
    }
    if (!homeless.empty()) marks.insert(marks.begin(), {title, {}, 0, 0, homeless});
    const std::string bare = without_own_comments(input.bytes);
    return annotate_document(bare, word_sources(bare), marks);
}

}  // namespace

void require_markable(const Input& input, Language language) {
    if (!input.reading || input.format == "xlsx" || input.format == "docx") return;
    const bool old = input.format == "doc" || input.format == "xls";
    const Text& said = old ? phrases::annotate_old_office : phrases::annotate_office_file;
    const std::string extension = input.format == "xls" ? ".xlsx" : ".docx";
    throw UsageError(fill_in(said.in(language), {{"file", made_visible(input.name)}, {"extension", extension}}));
}

std::string annotated_copy(const Input& input, const std::vector<Diagnostic>& findings, const Catalogue& catalogue,
                           Language language) {
    const FindingContext context{catalogue, input.form, &input.reading->report};
    const bool document = input.format == "docx";
    try {
        return document ? annotated_document(input, findings, context, language)
                        : annotated_workbook(input, findings, context, language);
    } catch (const WriteError& error) {
        throw Refusal(exit_unwritable,
                      fill_in(phrases::annotate_failed.in(language), {{"file", made_visible(input.name)},
                                                                      {"reason", error.what()},
                                                                      {"extension", document ? ".docx" : ".xlsx"}}));
    }
}

}  // namespace nianbao
