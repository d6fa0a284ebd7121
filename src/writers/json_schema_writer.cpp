#include "writers/json_schema_writer.h"

#include "forms/report_shape.h"
#include "model/report.h"
#include "writers/json_text.h"

namespace nianbao {
namespace {

JsonNode raw(const char* literal) { return JsonNode::raw(literal); }

JsonNode typed(const char* type) { return JsonNode::object().put("type", type); }

JsonNode described(JsonNode node, const std::string& title, const std::string& description = {}) {
    if (!title.empty()) node.put("title", title);
    if (!description.empty()) node.put("description", description);
    return node;
}

JsonNode reference(const char* definition) {
    return JsonNode::object().put("$ref", std::string("#/definitions/") + definition);
}

JsonNode any_of(std::vector<JsonNode> choices) {
    JsonNode list = JsonNode::array();
    for (JsonNode& choice : choices) list.add(std::move(choice));
    return JsonNode::object().put("anyOf", std::move(list));
}

JsonNode closed_object(JsonNode properties, const std::vector<std::string>& required = {}) {
    JsonNode node = typed("object");
    node.put("properties", std::move(properties));
    if (!required.empty()) node.put("required", json_texts(required));
    return node.put("additionalProperties", raw("false"));
}

/// A `$ref` with a title beside it would lose the title in draft-07, hence allOf.
JsonNode titled_reference(const char* definition, const std::string& title, const std::string& description = {}) {
    return described(JsonNode::object().put("allOf", JsonNode::array().add(reference(definition))), title, description);
}

JsonNode choice(const std::vector<AgencyVocabulary::Entry>& entries, const std::string& title) {
    JsonNode list = JsonNode::array();
    std::string names;
    for (const auto& entry : entries) {
        list.add(JsonNode::text(entry.id));
        names += (names.empty() ? "" : "；") + entry.id + " " + entry.name.zh;
    }
    return described(JsonNode::object().put("enum", std::move(list)), title, names);
}

JsonNode number_cell(const char* type, bool may_be_negative) {
    JsonNode number = typed(type);
    if (!may_be_negative) number.put("minimum", raw("0"));
    number.put("exclusiveMaximum", raw("1000000000000000"));
    JsonNode noted = JsonNode::object();
    noted.put("value", any_of({number, typed("null")}));
    noted.put("last_year", described(JsonNode::object().put("type", json_texts({"number", "string", "null"})), "上年数",
                                     "起草时供对照，不是本年内容；检查、生成时不看"));
    noted.put("note", described(typed("string"), "备注"));
    return any_of({std::move(number), typed("null"), closed_object(std::move(noted))});
}

class SchemaWriter {
public:
    SchemaWriter(const Form& form, const AgencyVocabulary& agencies) : form_(form), agencies_(agencies) {}

    std::string write() const {
        JsonNode root = JsonNode::object();
        root.put("$schema", "http://json-schema.org/draft-07/schema#");
        root.put("$id", "report-" + form_.id + ".schema.json");
        root.put("title", "政府信息公开工作年度报告（" + form_.name.zh + "）");
        root.put("description", "依据" + form_.citation + "。由格式定义生成，请勿手改。");
        root.put("definitions", definitions());
        root.put("type", "object");
        root.put("properties", properties());
        root.put("required", json_texts({"form", "agency", "year"}));
        root.put("additionalProperties", raw("false"));
        return root.page();
    }

private:
    static JsonNode definitions() {
        JsonNode node = JsonNode::object();
        node.put("count", described(number_cell("integer", false), "件数", "0 或正整数；null 表示未填"));
        node.put("change", described(number_cell("integer", true), "增减数", "整数，减少为负；null 表示未填"));
        node.put("money", described(number_cell("number", false), "金额", "0 或正数；null 表示未填"));
        JsonNode texts = typed("array");
        texts.put("items", typed("string"));
        node.put("paragraphs", described(any_of({typed("string"), std::move(texts), typed("null")}), "文字",
                                         "一段文字（换行即分段），或各段文字的列表"));
        return node;
    }

    JsonNode properties() const {
        JsonNode node = JsonNode::object();
        node.put("$schema", typed("string"));
        node.put("form", described(JsonNode::object().put("const", form_.id), "格式", form_.citation));
        node.put("agency", described(agency(), "单位"));
        JsonNode year = typed("integer");
        year.put("minimum", raw(std::to_string(first_report_year).c_str()));
        year.put("maximum", raw(std::to_string(last_report_year).c_str()));
        node.put("year", described(std::move(year), "报告年度"));
        node.put("title", described(nullable_text(), "标题", "不写的，用格式规定的标题"));
        node.put("document_number", described(nullable_text(), "文号"));
        JsonNode date = typed("string");
        date.put("pattern", "^([0-9]{4}-[0-9]{2}-[0-9]{2})?$");
        node.put("published", described(any_of({std::move(date), typed("null")}), "公布日期", "如 2025-01-20"));
        node.put("officers",
                 described(any_of({officers(), typed("null")}), "责任人员", "只留在填报文件中，不随报告公布"));
        for (const ShapeNode& child : shape_of_narrative(form_).children) node.put(child.key, field(child));
        for (const ShapeNode& child : shape_of_cells(form_).children) node.put(child.key, table(child));
        return node;
    }

    static JsonNode nullable_text() { return any_of({typed("string"), typed("null")}); }

    static JsonNode officers() {
        JsonNode node = JsonNode::object();
        node.put("leader", described(nullable_text(), "分管负责人（第一责任人）"));
        node.put("reviewer", described(nullable_text(), "审核人"));
        node.put("clerk", described(nullable_text(), "经办人"));
        return closed_object(std::move(node));
    }

    JsonNode agency() const {
        JsonNode node = JsonNode::object();
        node.put("name", described(typed("string").put("minLength", raw("1")), "单位全称"));
        node.put("kind", choice(agencies_.kinds, "单位类别"));
        node.put("level", choice(agencies_.levels, "级别"));
        node.put("scope", choice(agencies_.scopes, "数据范围"));
        JsonNode names = typed("array");
        names.put("items", typed("string"));
        node.put("short_names", described(names, "简称"));
        node.put("former_names", described(std::move(names), "曾用名"));
        JsonNode contact = JsonNode::object();
        contact.put("address", described(nullable_text(), "地址"));
        contact.put("postcode", described(nullable_text(), "邮编"));
        contact.put("telephone", described(nullable_text(), "电话"));
        contact.put("website", described(nullable_text(), "网址"));
        node.put("contact", described(closed_object(std::move(contact)), "联系方式"));
        return closed_object(std::move(node), {"name"});
    }

    JsonNode field(const ShapeNode& node) const {
        if (node.extras) return extras();
        if (node.index >= 0) {
            const Field& its = form_.fields[static_cast<std::size_t>(node.index)];
            return titled_reference("paragraphs", its.title.zh, its.guidance.zh);
        }
        JsonNode children = JsonNode::object();
        for (const ShapeNode& child : node.children) children.put(child.key, field(child));
        JsonNode object = closed_object(std::move(children));
        const std::string title = heading_of(node.key);
        if (node.plain < 0) return described(any_of({std::move(object), typed("null")}), title);
        return described(any_of({std::move(object), reference("paragraphs")}), title, "可以分项写，也可以整段写");
    }

    static JsonNode extras() {
        JsonNode item = JsonNode::object();
        item.put("heading", described(typed("string"), "小标题"));
        item.put("text", reference("paragraphs"));
        item.put("after", described(typed("string"), "排在哪一项之后", "不写的排在最后"));
        JsonNode list = typed("array");
        list.put("items", closed_object(std::move(item), {"heading", "text"}));
        return described(any_of({std::move(list), typed("null")}), "其他分项");
    }

    std::string heading_of(const std::string& id) const {
        for (const Section& section : form_.sections) {
            if (section.id == id) return section.heading;
        }
        return {};
    }

    JsonNode table(const ShapeNode& node) const {
        for (const Section& section : form_.sections) {
            const bool here =
                section.table >= 0 && form_.tables[static_cast<std::size_t>(section.table)].id == node.key;
            if (here) return cells(node, section.heading);
        }
        return cells(node, {});
    }

    JsonNode cells(const ShapeNode& node, const std::string& title) const {
        if (node.index >= 0) return cell(static_cast<CellId>(node.index));
        JsonNode children = JsonNode::object();
        for (const ShapeNode& child : node.children) children.put(child.key, cells(child, label_of(child)));
        return described(
            any_of({closed_object(std::move(children)), JsonNode::object().put("const", raw("0")), typed("null")}),
            title, "整组均未发生的，可以只写 0");
    }

    /// The label of a group: that of the row or column node with its id on the way to its first cell.
    std::string label_of(const ShapeNode& node) const {
        const ShapeNode* leaf = &node;
        while (leaf->index < 0 && !leaf->children.empty()) leaf = &leaf->children.front();
        const auto first = static_cast<CellId>(leaf->index);
        for (const Line* line : {&form_.row_of(first), &form_.column_of(first)}) {
            for (const Axis* axis : line->path) {
                if (axis->id == node.key) return axis->label.zh;
            }
        }
        return {};
    }

    JsonNode cell(CellId id) const {
        const CellInfo& info = form_.cells[id];
        const Axis& row = form_.row_of(id).leaf();
        const Axis& column = form_.column_of(id).leaf();
        const char* definition = info.unit == Unit::money ? "money" : info.unit == Unit::change ? "change" : "count";
        const std::string title = row.label.zh.empty() ? column.label.zh : row.label.zh + "：" + column.label.zh;
        return titled_reference(definition, title, info.derived ? "合计，可以不填，由程序计算" : "");
    }

    const Form& form_;
    const AgencyVocabulary& agencies_;
};

}  // namespace

std::string write_json_schema(const Form& form, const AgencyVocabulary& agencies) {
    return SchemaWriter(form, agencies).write();
}

}  // namespace nianbao
