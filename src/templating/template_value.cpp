#include "templating/template_value.h"

namespace nianbao {
namespace {

void add_names(const TemplateValue& value, const std::string& prefix, std::vector<std::string>& names) {
    for (const TemplateMember& member : value.members) {
        const std::string name = prefix + member.name;
        const bool is_list = member.value.kind == TemplateValue::Kind::list;
        names.push_back(is_list ? name + "[]" : name);
        add_names(is_list ? member.value.sample.front() : member.value, names.back() + ".", names);
    }
}

}  // namespace

std::vector<std::string> list_names(const TemplateValue& root) {
    std::vector<std::string> names;
    add_names(root, "", names);
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
