#include "templating/template_value.h"

namespace nianbao {
namespace {

void add_values(const TemplateValue& value, const std::string& prefix, std::vector<NamedValue>& values) {
    for (const TemplateMember& member : value.members) {
        const bool is_list = member.value.kind == TemplateValue::Kind::list;
        const std::string name = prefix + member.name + (is_list ? "[]" : "");
        values.push_back({name, member.value.kind, member.value.content, member.about ? *member.about : Text{}});
        add_values(is_list ? member.value.sample.front() : member.value, name + ".", values);
    }
}

}  // namespace

std::vector<NamedValue> list_values(const TemplateValue& root) {
    std::vector<NamedValue> values;
    add_values(root, "", values);
    return values;
}

std::vector<std::string> list_names(const TemplateValue& root) {
    std::vector<std::string> names;
    for (NamedValue& value : list_values(root)) names.push_back(std::move(value.name));
    return names;
}

const TemplateValue* find_below(const TemplateValue& object, std::string_view name) {
    const auto dot = name.find('.');
    const TemplateValue* member = object.find(name.substr(0, dot));
    return member == nullptr || dot == std::string_view::npos ? member : find_below(*member, name.substr(dot + 1));
}

bool is_true(const TemplateValue& value) {
    switch (value.kind) {
        case TemplateValue::Kind::text:
            return !value.text.empty();
        case TemplateValue::Kind::flag:
            return value.flag;
        case TemplateValue::Kind::object:
            return true;
        case TemplateValue::Kind::list:
            break;
    }
    return !value.items.empty();
}

bool has_name(const TemplateValue& root, std::string_view name) {
    if (find_below(root, name) != nullptr) return true;
    for (const TemplateMember& member : root.members) {
        if (has_name(member.value, name)) return true;
    }
    return !root.sample.empty() && has_name(root.sample.front(), name);
}

}  // namespace nianbao
