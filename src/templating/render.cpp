#include "templating/render.h"

#include <kainjow/mustache.hpp>

namespace nianbao {
namespace {

namespace mustache = kainjow::mustache;
using Kind = TemplateTag::Kind;

mustache::data to_data(const TemplateValue& value) {
    switch (value.kind) {
        case TemplateValue::Kind::text:
            return value.text.empty() ? mustache::data(mustache::data::type::bool_false) : mustache::data(value.text);
        case TemplateValue::Kind::flag:
            return mustache::data(value.flag ? mustache::data::type::bool_true : mustache::data::type::bool_false);
        case TemplateValue::Kind::object: {
            mustache::data object(mustache::data::type::object);
            for (const TemplateMember& member : value.members) object.set(member.name, to_data(member.value));
            return object;
        }
        case TemplateValue::Kind::list:
            break;
    }
    mustache::data list(mustache::data::type::list);
    for (const TemplateValue& item : value.items) list.push_back(to_data(item));
    return list;
}

bool is_blank_until_line_end(std::string_view text, std::size_t at) {
    const auto end = text.find_first_not_of(" \t\r", at);
    return end == std::string_view::npos || text[end] == '\n';
}

/// The library says neither where a tag stands when it asks for a name, nor how long a section is: so every tag is
/// given a number, `{{name:12}}`, by which its place and length are found again.
class NumberedTags {
public:
    explicit NumberedTags(const TemplateSet& templates) : templates_(templates) {
        for (const TemplateSource& source : templates.sources) {
            first_.push_back(count_);
            count_ += source.tags.size();
        }
    }

    struct Found {
        const TemplateSource& source;
        const TemplateTag& tag;
    };
    [[nodiscard]] Found find(std::size_t number) const {
        std::size_t source = first_.size() - 1;
        while (first_[source] > number) --source;
        return {templates_.sources[source], templates_.sources[source].tags[number - first_[source]]};
    }
    [[nodiscard]] std::size_t count() const { return count_; }

    /// The file with its tags numbered and its comments taken out.
    [[nodiscard]] std::string rewritten(std::size_t index) const {
        const TemplateSource& source = templates_.sources[index];
        std::string text;
        std::size_t at = 0;
        for (std::size_t t = 0; t < source.tags.size(); ++t) {
            text += source.text.substr(at, source.tags[t].begin - at);
            at = source.tags[t].end;
            if (source.tags[t].kind == Kind::comment) {
                at = without_comment(source.text, at, text);
            } else {
                text += numbered(source.tags[t], first_[index], t);
            }
        }
        return text + source.text.substr(at);
    }

private:
    static std::string numbered(const TemplateTag& tag, std::size_t first, std::size_t index) {
        const auto with_number = [&](std::size_t number) {
            return tag.name + ":" + std::to_string(first + number) + "}}";
        };
        switch (tag.kind) {
            case Kind::section:
                return "{{#" + with_number(index);
            case Kind::inverted:
                return "{{^" + with_number(index);
            case Kind::close:
                return "{{/" + with_number(tag.opened_by);
            case Kind::partial:
                return "{{>" + with_number(index);
            default:
                return "{{&" + with_number(index);
        }
    }

    /// A comment alone on its line takes the line with it.
    static std::size_t without_comment(std::string_view source, std::size_t at, std::string& text) {
        const auto line = text.find_last_not_of(" \t");
        const bool alone = (line == std::string::npos || text[line] == '\n') && is_blank_until_line_end(source, at);
        if (!alone) return at;
        text.erase(line == std::string::npos ? 0 : line + 1);
        const auto end = source.find('\n', at);
        return end == std::string_view::npos ? source.size() : end + 1;
    }

    const TemplateSet& templates_;
    std::vector<std::size_t> first_;
    std::size_t count_{};
};

/// Answers the library's questions, and keeps account of what the answers will make it print.
class CheckedContext : public mustache::context<std::string> {
public:
    CheckedContext(const mustache::data& values, const TemplateSet& templates, const NumberedTags& tags)
        : context(&values), templates_(templates), tags_(tags), seen_(tags.count()) {
        for (std::size_t i = 0; i < templates.sources.size(); ++i) sources_.emplace_back(tags.rewritten(i));
    }

    const mustache::data* get(const std::string& name) const override {
        const std::size_t number = number_in(name);
        const auto [source, tag] = tags_.find(number);
        const mustache::data* value = context::get(tag.name);
        if (value == nullptr) throw_unknown_name(source, tag);
        seen_[number] = true;
        spend(cost_of(tag, *value), source, tag);
        return value;
    }

    const mustache::data* get_partial(const std::string& name) const override {
        const auto [source, tag] = tags_.find(number_in(name));
        const std::size_t index = templates_.by_partial_name.at(tag.name);
        spend(templates_.sources[index].text.size() + 1, source, tag);
        return &sources_[index];
    }

    [[nodiscard]] const std::string& main() const { return sources_.front().string_value(); }

    /// The names in parts that were not printed.
    void check_unseen(const TemplateValue& values) const {
        for (std::size_t number = 0; number < seen_.size(); ++number) {
            const auto [source, tag] = tags_.find(number);
            const bool has_value = tag.kind == Kind::value || tag.kind == Kind::section || tag.kind == Kind::inverted;
            if (has_value && !seen_[number] && !has_name(values, tag.name)) throw_unknown_name(source, tag);
        }
    }

private:
    static std::size_t number_in(const std::string& name) {
        return static_cast<std::size_t>(std::stoul(name.substr(name.find(':') + 1)));
    }

    [[noreturn]] static void throw_unknown_name(const TemplateSource& source, const TemplateTag& tag) {
        throw TemplateError(source.place_of(tag.begin),
                            {"没有名为“" + tag.name + "”的内容", "unknown name \"" + tag.name + "\""});
    }

    static std::size_t cost_of(const TemplateTag& tag, const mustache::data& value) {
        constexpr std::size_t least = 8;
        const bool empty = value.is_false() || value.is_empty_list();
        if (tag.kind == Kind::inverted) return empty ? tag.body + least : least;
        if (tag.kind != Kind::section || empty) return least;
        return (value.is_list() ? value.list_value().size() : 1) * (tag.body + least);
    }

    void spend(std::size_t bytes, const TemplateSource& source, const TemplateTag& tag) const {
        spent_ += bytes;
        if (spent_ <= max_rendered_bytes) return;
        throw TemplateError(source.place_of(tag.begin),
                            {"模板展开后超过8 MiB", "the template comes to more than 8 MiB"});
    }

    const TemplateSet& templates_;
    const NumberedTags& tags_;
    std::vector<mustache::data> sources_;
    mutable std::vector<bool> seen_;
    mutable std::size_t spent_{};
};

}  // namespace

std::string render(const TemplateSet& templates, const TemplateValue& values) {
    const NumberedTags tags(templates);
    const mustache::data data = to_data(values);
    CheckedContext context(data, templates, tags);
    mustache::mustache main(context.main());
    main.set_custom_escape([](const std::string& text) { return text; });
    std::ostringstream text;
    main.render(context, text);
    if (!main.is_valid()) {
        throw TemplateError({templates.sources.front().path, 1, 1},
                            {"模板无法展开：" + main.error_message(), main.error_message()});
    }
    context.check_unseen(values);
    return text.str();
}

}  // namespace nianbao
