#include "writers/json_report_writer.h"

#include <optional>

#include "forms/report_shape.h"
#include "writers/json_text.h"

namespace nianbao {
namespace {

/// A row of table three stands on one line, open or filled.
constexpr std::size_t row_width = 160;

void put_text(JsonNode& object, const char* key, const std::string& value) {
    if (!value.empty()) object.put(key, value);
}

JsonNode agency_node(const Agency& agency) {
    JsonNode node = JsonNode::object();
    node.put("name", agency.name);
    put_text(node, "kind", agency.kind);
    put_text(node, "level", agency.level);
    put_text(node, "scope", agency.scope);
    if (!agency.short_names.empty()) node.put("short_names", json_texts(agency.short_names));
    if (!agency.former_names.empty()) node.put("former_names", json_texts(agency.former_names));
    JsonNode contact = JsonNode::object();
    put_text(contact, "address", agency.contact.address);
    put_text(contact, "postcode", agency.contact.postcode);
    put_text(contact, "telephone", agency.contact.telephone);
    put_text(contact, "website", agency.contact.website);
    if (!contact.empty()) node.put("contact", std::move(contact));
    return node;
}

JsonNode officers_node(const Officers& officers) {
    JsonNode node = JsonNode::object();
    put_text(node, "leader", officers.leader);
    put_text(node, "reviewer", officers.reviewer);
    put_text(node, "clerk", officers.clerk);
    return node;
}

JsonNode text_node(const Paragraphs& text) {
    if (text.empty()) return JsonNode::text("");
    return text.size() == 1 ? JsonNode::text(text.front()) : json_texts(text);
}

class ReportWriter {
public:
    ReportWriter(const Report& report, const Form& form, const std::vector<Cell>& last_year)
        : report_(report), form_(form), last_year_(last_year) {}

    std::string write() const {
        JsonNode root = JsonNode::object();
        root.put("form", report_.form);
        root.put("agency", agency_node(report_.agency));
        root.put("year", JsonNode::raw(std::to_string(report_.year)));
        put_text(root, "title", report_.title);
        put_text(root, "document_number", report_.document_number);
        put_text(root, "published", report_.published);
        if (report_.officers) root.put("officers", officers_node(*report_.officers));
        for (const ShapeNode& node : shape_of_narrative(form_).children) put(root, node, field_node(node));
        for (const ShapeNode& node : shape_of_cells(form_).children) put(root, node, cell_node(node));
        return root.page(row_width);
    }

private:
    static void put(JsonNode& object, const ShapeNode& node, std::optional<JsonNode> value) {
        if (value) object.put(node.key, std::move(*value));
    }

    std::optional<JsonNode> field_node(const ShapeNode& node) const {
        if (node.extras) return extras_node();
        if (node.index >= 0) {
            const auto& text = report_.narrative[static_cast<std::size_t>(node.index)];
            return text ? std::optional(text_node(*text)) : std::nullopt;
        }
        JsonNode object = JsonNode::object();
        for (const ShapeNode& child : node.children) put(object, child, field_node(child));
        return object.empty() ? std::nullopt : std::optional(std::move(object));
    }

    std::optional<JsonNode> extras_node() const {
        if (report_.others.empty()) return std::nullopt;
        JsonNode list = JsonNode::array();
        for (const ExtraItem& item : report_.others) {
            JsonNode node = JsonNode::object();
            node.put("heading", item.heading);
            node.put("text", text_node(item.text));
            put_text(node, "after", item.after);
            list.add(std::move(node));
        }
        return list;
    }

    std::optional<JsonNode> cell_node(const ShapeNode& node) const {
        if (node.index >= 0) return value_node(static_cast<CellId>(node.index));
        JsonNode object = JsonNode::object();
        for (const ShapeNode& child : node.children) put(object, child, cell_node(child));
        return object.empty() ? std::nullopt : std::optional(std::move(object));
    }

    /// The value alone; an object where something stands beside it.
    std::optional<JsonNode> value_node(CellId cell) const {
        const Cell& value = report_.cells[cell];
        const auto note = report_.notes.find(cell);
        const Amount* before = last_year_of(cell);
        JsonNode node = JsonNode::raw("null");
        if (const Amount* amount = number_in(value)) node = JsonNode::raw(to_string(*amount));
        if (const Mark* mark = std::get_if<Mark>(&value)) node = JsonNode::text(mark->written);
        const bool absent = std::holds_alternative<Absent>(value);
        if (note == report_.notes.end() && !before) return absent ? std::nullopt : std::optional(std::move(node));
        JsonNode object = JsonNode::object();
        if (!absent) object.put("value", std::move(node));
        if (before) object.put("last_year", JsonNode::raw(to_string(*before)));
        if (note != report_.notes.end()) object.put("note", note->second);
        return object;
    }

    [[nodiscard]] const Amount* last_year_of(CellId cell) const {
        const bool to_be_filled_in = is_open(report_.cells[cell]) && !form_.cells[cell].derived;
        return to_be_filled_in && cell < last_year_.size() ? number_in(last_year_[cell]) : nullptr;
    }

    const Report& report_;
    const Form& form_;
    const std::vector<Cell>& last_year_;
};

}  // namespace

std::string write_json_report(const Report& report, const Form& form, const std::vector<Cell>& last_year) {
    return ReportWriter(report, form, last_year).write();
}

}  // namespace nianbao
