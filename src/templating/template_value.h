/// What a template can name: a tree of texts, flags, objects and lists. A text that is empty and a flag that is not set
/// are false in a section, everything else is true.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "model/text.h"

namespace nianbao {

struct TemplateMember;

struct TemplateValue {
    enum class Kind { text, flag, object, list } kind{Kind::text};
    enum class Content : std::uint8_t {
        line,
        paragraphs,
        table
    } content{};  ///< what a text comes to when it is printed
    std::string text;
    bool flag{};
    std::vector<TemplateMember> members;
    std::vector<TemplateValue> items;
    /// Of a list: one item, so that its names are known even when the list is empty.
    std::vector<TemplateValue> sample;

    [[nodiscard]] const TemplateValue* find(std::string_view name) const;
};

struct TemplateMember {
    std::string name;
    TemplateValue value;
    const Text* about{};  ///< what it is, for whoever writes a template; lives at least as long as the form
};

[[nodiscard]] inline TemplateValue text_value(std::string text, TemplateValue::Content content = {}) {
    TemplateValue value;
    value.content = content;
    value.text = std::move(text);
    return value;
}

[[nodiscard]] inline TemplateValue flag_value(bool flag) {
    TemplateValue value;
    value.kind = TemplateValue::Kind::flag;
    value.flag = flag;
    return value;
}

[[nodiscard]] inline TemplateValue object_value(std::vector<TemplateMember> members) {
    TemplateValue value;
    value.kind = TemplateValue::Kind::object;
    value.members = std::move(members);
    return value;
}

[[nodiscard]] inline TemplateValue list_value(std::vector<TemplateValue> items, TemplateValue sample) {
    TemplateValue value;
    value.kind = TemplateValue::Kind::list;
    value.items = std::move(items);
    value.sample.push_back(std::move(sample));
    return value;
}

inline const TemplateValue* TemplateValue::find(std::string_view name) const {
    for (const TemplateMember& member : members) {
        if (member.name == name) return &member.value;
    }
    return nullptr;
}

/// A value by its name as templates write it, the items of a list marked: `overview.items[].heading`.
struct NamedValue {
    std::string name;
    TemplateValue::Kind kind{};
    TemplateValue::Content content{};
    Text about;
};

/// All values of the tree, lists with one item each.
[[nodiscard]] std::vector<NamedValue> list_values(const TemplateValue& root);

/// Their names alone.
[[nodiscard]] std::vector<std::string> list_names(const TemplateValue& root);

/// What `object` has by this (dotted) name; nothing: no such name.
[[nodiscard]] const TemplateValue* find_below(const TemplateValue& object, std::string_view name);

/// Whether a section of this value is printed.
[[nodiscard]] bool is_true(const TemplateValue& value);

/// Whether some object of the tree has something by this (dotted) name.
[[nodiscard]] bool has_name(const TemplateValue& root, std::string_view name);

}  // namespace nianbao
