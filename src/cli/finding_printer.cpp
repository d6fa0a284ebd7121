#include "cli/finding_printer.h"

#include "forms/form_reader.h"
#include "messages/labels.h"
#include "messages/phrases.h"
#include "unicode/utf8.h"

namespace nianbao {
namespace {

FindingContext context_of(const Input& input, const Catalogue& catalogue) {
    return {catalogue, input.form, input.reading ? &input.reading->report : nullptr};
}

std::string coloured(const std::string& text, Severity severity, bool color) {
    if (!color) return text;
    const char* code = severity == Severity::error ? "31;1" : severity == Severity::warning ? "33;1" : "36";
    return std::string("\033[") + code + "m" + text + "\033[0m";
}

std::string severity_tag(const Diagnostic& finding, Language language) {
    const std::string& word = (finding.accepted ? phrases::accepted : severity_text(finding.severity)).in(language);
    return language == Language::zh ? "【" + word + "】" : "[" + word + "] ";
}

/// The file that a place is in: of a report in two halves, one of two.
struct SourceFile {
    const std::string& path;
    const std::string& name;
    const std::vector<std::string>& sheets;
};

SourceFile source_of_place(const Diagnostic& finding, const Input& input) {
    if (finding.in_tables_file && input.tables) return {input.tables->path, input.tables->name, input.tables->sheets};
    return {input.path, input.name, input.sheets};
}

}  // namespace

std::string finding_place(const Diagnostic& finding, const Input& input, Language language) {
    constexpr std::size_t most_named = 8;
    std::string text = place_text(finding.place, source_of_place(finding, input).sheets, language);
    const auto* first = std::get_if<SheetPlace>(&finding.place);
    std::size_t named = 1;
    for (const Place& place : finding.other_places) {
        const auto* cell = std::get_if<SheetPlace>(&place);
        if (!first || !cell || cell->sheet != first->sheet) continue;
        if (named++ == most_named) return text + phrases::and_more.in(language);
        text += (language == Language::zh ? "、" : ", ") + sheet_cell_name(*cell);
    }
    return text;
}

namespace {

std::string place_line(const Diagnostic& finding, const FindingText& text, const Input& input, Language language) {
    const bool chinese = language == Language::zh;
    const std::string gap = chinese ? "　" : "  ";
    std::string line = phrases::place_label.in(language) + made_visible(source_of_place(finding, input).name);
    const std::string place = finding_place(finding, input, language);
    if (!place.empty()) line += (chinese ? " " : ", ") + place;
    line += gap + phrases::rule_label.in(language) + finding.code;
    return line + gap + phrases::basis_label.in(language) + text.basis_kind;
}

JsonNode location_json(const Diagnostic& finding, const Input& input) {
    JsonNode node = JsonNode::object();
    const SourceFile source = source_of_place(finding, input);
    node.put("file", first_invalid_byte(source.path) ? made_visible(source.path) : source.path);
    const auto number = [](auto value) { return JsonNode::raw(std::to_string(value)); };
    if (const auto* text = std::get_if<TextPlace>(&finding.place)) {
        node.put("line", number(text->line)).put("column", number(text->column));
    } else if (const auto* sheet = std::get_if<SheetPlace>(&finding.place)) {
        if (sheet->sheet < source.sheets.size()) node.put("sheet", source.sheets[sheet->sheet]);
        node.put("cell", sheet_cell_name(*sheet));
    } else if (const auto* grid = std::get_if<GridPlace>(&finding.place)) {
        node.put("table", number(grid->table)).put("row", number(grid->row)).put("column", number(grid->column));
    } else if (const auto* paragraph = std::get_if<ParagraphPlace>(&finding.place)) {
        node.put("paragraph", number(paragraph->paragraph));
    } else if (const auto* line = std::get_if<PagePlace>(&finding.place)) {
        node.put("page", number(line->page)).put("line", number(line->line));
    }
    return node;
}

std::string cell_text(const Cell& cell) {
    if (const Amount* amount = number_in(cell)) return to_string(*amount);
    const Mark* mark = std::get_if<Mark>(&cell);
    return mark ? mark->written : std::string{};
}

/// The terms beside the cell that is told, so that with their signs they add up to what is expected of it.
JsonNode parts_json(const Diagnostic& finding, const Form& form) {
    int told_sign = -1;
    for (const auto& part : finding.parts) {
        if (part.cell == finding.at.index) told_sign = part.sign;
    }
    JsonNode list = JsonNode::array();
    for (const auto& part : finding.parts) {
        if (part.cell == finding.at.index) continue;
        JsonNode node = JsonNode::object();
        node.put("cell", form.cells[part.cell].path);
        node.put("value", number_in(part.value) ? JsonNode::text(cell_text(part.value)) : JsonNode::raw("null"));
        if (part.sign == told_sign) node.put("sign", "-");
        list.add(std::move(node));
    }
    return list;
}

void put_form_facts(JsonNode& node, const Diagnostic& finding, const Input& input) {
    const Form& form = *input.form;
    const std::string pointer = pointer_to(finding.at, form);
    if (!pointer.empty()) node.put("cell", pointer);
    const auto labels = label_path(finding.at, form, input.reading->report);
    if (!labels.empty()) node.put("label", json_texts(labels));
}

void put_cells(JsonNode& node, const Diagnostic& finding, const Input& input) {
    const Form& form = *input.form;
    if (!finding.parts.empty()) node.put("parts", parts_json(finding, form));
    if (!finding.cells.empty()) {
        JsonNode list = JsonNode::array();
        for (const CellId cell : finding.cells) list.add(JsonNode::text(form.cells[cell].path));
        node.put("cells", std::move(list));
    }
    if (!finding.suspect) return;
    node.put("suspect", form.cells[*finding.suspect].path);
    node.put("suspect_expected", to_string(*finding.suspect_value));
}

}  // namespace

void Tally::add(const Input& input, const std::vector<Diagnostic>& findings) {
    ++reports;
    if (!input.reading) ++unreadable;
    for (const Diagnostic& finding : findings) {
        if (!input.reading) continue;
        if (finding.accepted) {
            ++accepted;
            continue;
        }
        if (finding.severity == Severity::error) ++errors;
        if (finding.severity == Severity::warning) ++warnings;
        if (finding.severity == Severity::info) ++infos;
    }
}

std::string finding_lines(const Diagnostic& finding, const Input& input, const Catalogue& catalogue,
                          const Shell& shell) {
    const FindingText text = describe(finding, context_of(input, catalogue), shell.language);
    const Severity color = finding.accepted ? Severity::info : finding.severity;
    std::string lines = coloured(severity_tag(finding, shell.language), color, shell.color) + text.message + "\n";
    for (const std::string& remark : text.remarks) lines += "    " + remark + "\n";
    if (finding.accepted) {
        lines += "    " + phrases::accepted_reason.in(shell.language) + made_visible(*finding.accepted) + "\n";
    } else if (!text.hint.empty()) {
        lines += "    " + text.hint + "\n";
    }
    return lines + "    " + place_line(finding, text, input, shell.language) + "\n";
}

JsonNode finding_json(const Diagnostic& finding, const Input& input, const Catalogue& catalogue, Language language) {
    const FindingText text = describe(finding, context_of(input, catalogue), language);
    JsonNode node = JsonNode::object();
    node.put("code", finding.code);
    node.put("severity", name_of(finding.severity));
    if (finding.accepted) node.put("accepted", JsonNode::raw("true")).put("reason", *finding.accepted);
    node.put("message", text.message);
    if (input.reading) put_form_facts(node, finding, input);
    if (!finding.excerpt.empty()) node.put("excerpt", finding.excerpt);
    if (finding.expected && !finding.expected->empty()) node.put("expected", *finding.expected);
    if (finding.actual && !finding.actual->empty()) node.put("actual", *finding.actual);
    if (input.reading) put_cells(node, finding, input);
    node.put("location", location_json(finding, input));
    const Rule* rule = catalogue.find(finding.code);
    if (rule) node.put("basis_kind", name_of(rule->basis.kind)).put("basis", text.basis);
    return node.put("hint", text.hint);
}

JsonNode tally_json(const Tally& tally) {
    JsonNode node = JsonNode::object();
    const auto put = [&](const char* key, std::size_t count) { node.put(key, JsonNode::raw(std::to_string(count))); };
    put("reports", tally.reports);
    put("unreadable", tally.unreadable);
    put("errors", tally.errors);
    put("warnings", tally.warnings);
    put("infos", tally.infos);
    put("accepted", tally.accepted);
    return node;
}

std::string tally_line(const Tally& tally, Language language) {
    const auto counted = [&](const Text& text, std::size_t count) {
        return fill_in(text.in(language), {{"count", std::to_string(count)}});
    };
    std::string counts;
    const auto add = [&](const Text& text, std::size_t count) {
        if (count > 0) counts += (counts.empty() ? "" : language == Language::zh ? "、" : ", ") + counted(text, count);
    };
    add(phrases::count_unreadable, tally.unreadable);
    add(phrases::count_errors, tally.errors);
    add(phrases::count_warnings, tally.warnings);
    add(phrases::count_infos, tally.infos);
    const std::string reports = tally.reports > 1 ? counted(phrases::total_reports, tally.reports) : std::string{};
    std::string line;
    if (counts.empty()) {
        line = reports + phrases::all_clean.in(language);
    } else {
        const Text& verdict = tally.unreadable > 0 ? phrases::verdict_unread
                              : tally.errors > 0   ? phrases::verdict_mend
                              : tally.warnings > 0 ? phrases::verdict_check
                                                   : phrases::verdict_ready;
        line = phrases::total_start.in(language) + reports + counts + verdict.in(language);
    }
    if (tally.accepted > 0) line += counted(phrases::count_accepted, tally.accepted);
    const std::size_t alone = tally.reports - tally.unreadable - tally.compared;
    if (alone > 0)
        line +=
            tally.compared == 0 ? phrases::no_last_year.in(language) : counted(phrases::some_without_last_year, alone);
    return line + "\n";
}

}  // namespace nianbao
