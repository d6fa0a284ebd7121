#include "writers/json_comparison_writer.h"

#include <algorithm>

#include "messages/labels.h"
#include "writers/json_text.h"

namespace nianbao {
namespace {

JsonNode number_or_null(const std::optional<std::size_t>& number) {
    return JsonNode::raw(number ? std::to_string(*number) : "null");
}

JsonNode flag(bool value) { return JsonNode::raw(value ? "true" : "false"); }

JsonNode flags(const std::vector<bool>& values) {
    JsonNode list = JsonNode::array();
    for (const bool value : values) list.add(flag(value));
    return list;
}

JsonNode json_of(const ComparedReport& report, Language language) {
    JsonNode node = JsonNode::object();
    node.put("file", report.name).put("agency", report.agency);
    node.put("year", JsonNode::raw(std::to_string(report.year))).put("form", report.form->id);
    return node.put("label", report_label(report, language));
}

JsonNode json_of(const ComparedParticular& particular, const Form& form, Language language) {
    std::vector<std::string> values;
    for (const Text& value : particular.values) values.push_back(value.in(language));
    JsonNode node = JsonNode::object();
    node.put("cell", pointer_to(at_identity(particular.what), form));
    node.put("label", identity_label(particular.what, language));
    return node.put("values", json_texts(values));
}

JsonNode json_of(const Cell& cell) {
    if (const Amount* number = number_in(cell)) return JsonNode::text(to_string(*number));
    if (const Mark* mark = std::get_if<Mark>(&cell)) return JsonNode::text(mark->written);
    return JsonNode::raw("null");
}

JsonNode json_of(const ComparedCell& cell, CellId id, const Form& form) {
    static const Report no_report;
    JsonNode values = JsonNode::array();
    for (const Cell& value : cell.values) values.add(json_of(value));
    JsonNode node = JsonNode::object();
    node.put("cell", form.cells[id].path).put("label", json_texts(label_path(at_cell(id), form, no_report)));
    node.put("same", flag(cell.same)).put("values", std::move(values));
    if (cell.difference) node.put("difference", to_string(*cell.difference));
    const bool noted =
        std::any_of(cell.notes.begin(), cell.notes.end(), [](const auto& note) { return !note.empty(); });
    if (noted) node.put("notes", json_texts(cell.notes));
    const bool all_asked = std::all_of(cell.asked.begin(), cell.asked.end(), [](bool asked) { return asked; });
    if (!all_asked) node.put("asked", flags(cell.asked));
    return node;
}

JsonNode json_of(const ComparedFigure& figure, Language language) {
    JsonNode values = JsonNode::array();
    for (const auto& value : figure.values)
        values.add(value ? JsonNode::text(to_string(*value)) : JsonNode::raw("null"));
    JsonNode node = JsonNode::object();
    node.put("name", figure.name.in(language)).put("values", std::move(values));
    return node.put("asked", flags(figure.asked));
}

JsonNode json_of(const ComparedParagraph& paragraph) {
    JsonNode pieces = JsonNode::array();
    for (const TextPiece& piece : paragraph.pieces) {
        const char* kind = piece.kind == TextPiece::Kind::same      ? "same"
                           : piece.kind == TextPiece::Kind::removed ? "removed"
                                                                    : "added";
        JsonNode node = JsonNode::object();
        pieces.add(std::move(node.put("kind", kind).put("text", piece.text)));
    }
    JsonNode node = JsonNode::object();
    node.put("first", number_or_null(paragraph.first)).put("second", number_or_null(paragraph.second));
    if (paragraph.moved) node.put("moved", flag(true));
    return node.put("pieces", std::move(pieces));
}

JsonNode json_of(const ComparedText& text, const Form& form, Language language) {
    JsonNode paragraphs = JsonNode::array();
    for (const ComparedParagraph& paragraph : text.paragraphs) paragraphs.add(json_of(paragraph));
    JsonNode node = JsonNode::object();
    if (text.field) node.put("field", form.fields[*text.field].path);
    node.put("label", text.field ? form.fields[*text.field].title.in(language) : text.heading);
    node.put("same", flag(text.is_same()));
    if (text.moved) node.put("moved", flag(true));
    return node.put("paragraphs", std::move(paragraphs));
}

JsonNode json_of(const ComparedSection& section, const Form& form, Language language) {
    JsonNode copied = JsonNode::array(), texts = JsonNode::array();
    for (const auto& percent : section.copied) copied.add(number_or_null(percent));
    for (const ComparedText& text : section.texts) texts.add(json_of(text, form, language));
    JsonNode node = JsonNode::object();
    if (section.section >= 0) {
        const Section& known = form.sections[static_cast<std::size_t>(section.section)];
        node.put("section", known.id).put("label", known.heading);
    }
    node.put("same", flag(section.same)).put("similarity", std::move(copied));
    if (!texts.empty()) node.put("texts", std::move(texts));
    return node;
}

JsonNode json_of(const UncomparedFigure& each, const Comparison& comparison, Language language) {
    static const Report no_report;
    const Form& form = *comparison.reports[each.report].form;
    const CellId cell = each.figure.cell;
    JsonNode node = JsonNode::object();
    node.put("report", JsonNode::raw(std::to_string(each.report))).put("cell", form.cells[cell].path);
    node.put("label", json_texts(label_path(at_cell(cell), form, no_report))).put("value", json_of(each.value));
    if (!each.note.empty()) node.put("note", each.note);
    return node.put("reason", homeless_reason(each.figure, language));
}

}  // namespace

std::string write_json_comparison(const Comparison& comparison, const Form& form, Language language) {
    JsonNode reports = JsonNode::array(), particulars = JsonNode::array(), cells = JsonNode::array();
    JsonNode sections = JsonNode::array(), uncompared = JsonNode::array();
    for (const ComparedReport& report : comparison.reports) reports.add(json_of(report, language));
    for (const auto& particular : comparison.particulars) particulars.add(json_of(particular, form, language));
    for (std::size_t i = 0; i < comparison.cells.size(); ++i)
        cells.add(json_of(comparison.cells[i], static_cast<CellId>(i), form));
    for (const ComparedSection& section : comparison.sections) sections.add(json_of(section, form, language));
    for (const UncomparedFigure& figure : comparison.uncompared) uncompared.add(json_of(figure, comparison, language));
    JsonNode root = JsonNode::object();
    root.put("same", flag(comparison.same)).put("form", form.id).put("reports", std::move(reports));
    JsonNode key_figures = JsonNode::array();
    for (const ComparedFigure& figure : comparison.key_figures) key_figures.add(json_of(figure, language));
    root.put("key_figures", std::move(key_figures));
    root.put("particulars", std::move(particulars)).put("cells", std::move(cells));
    return root.put("sections", std::move(sections)).put("uncompared", std::move(uncompared)).page();
}

}  // namespace nianbao
