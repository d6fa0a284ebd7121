#include "templating/render.h"

#include <deque>
#include <kainjow/mustache.hpp>
#include <unordered_map>

namespace nianbao {
namespace {

namespace mustache = kainjow::mustache;
using Kind = TemplateTag::Kind;

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

/// The library's own values, made from ours when they are asked for: it would copy a whole tree several times over.
class LibraryValues {
public:
    const mustache::data* of(const TemplateValue& value) {
        const auto [known, is_new] = made_.emplace(&value, nullptr);
        if (is_new) {
            known->second = &values_.emplace_back(made_from(value));
            for (std::size_t i = 0; i < value.items.size(); ++i)
                ours_[&known->second->list_value()[i]] = &value.items[i];
            ours_[known->second] = &value;
        }
        return known->second;
    }

    [[nodiscard]] const TemplateValue* ours(const mustache::data* value) const {
        const auto found = ours_.find(value);
        return found == ours_.end() ? nullptr : found->second;
    }

private:
    static mustache::data made_from(const TemplateValue& value) {
        switch (value.kind) {
            case TemplateValue::Kind::text:
                return value.text.empty() ? mustache::data(Type::bool_false) : mustache::data(value.text);
            case TemplateValue::Kind::flag:
                return mustache::data(value.flag ? Type::bool_true : Type::bool_false);
            case TemplateValue::Kind::object:
                return mustache::data(Type::bool_true);
            case TemplateValue::Kind::list:
                break;
        }
        mustache::data list(Type::list);
        for (std::size_t i = 0; i < value.items.size(); ++i) list.push_back(mustache::data(Type::bool_true));
        return list;
    }

    using Type = mustache::data::type;
    std::deque<mustache::data> values_;
    std::unordered_map<const TemplateValue*, const mustache::data*> made_;
    std::unordered_map<const mustache::data*, const TemplateValue*> ours_;
};

/// Answers the library's questions, and keeps account of what the answers will make it print.
class CheckedContext : public mustache::basic_context<std::string> {
public:
    CheckedContext(const TemplateValue& root, const TemplateSet& templates, const NumberedTags& tags)
        : root_(root), templates_(templates), tags_(tags), stack_{&root}, seen_(tags.count()) {
        for (std::size_t i = 0; i < templates.sources.size(); ++i) sources_.emplace_back(tags.rewritten(i));
    }

    void push(const mustache::data* data) override { stack_.push_back(library_.ours(data)); }
    void pop() override { stack_.pop_back(); }

    const mustache::data* get(const std::string& name) const override {
        const std::size_t number = number_in(name);
        const auto [source, tag] = tags_.find(number);
        const TemplateValue* value = find(tag.name);
        if (value == nullptr) throw_unknown_name(source, tag);
        seen_[number] = true;
        spend(cost_of(tag, *value), source, tag);
        return library_.of(*value);
    }

    const mustache::data* get_partial(const std::string& name) const override {
        const auto [source, tag] = tags_.find(number_in(name));
        const std::size_t index = templates_.by_partial_name.at(tag.name);
        spend(templates_.sources[index].text.size() + 1, source, tag);
        return &sources_[index];
    }

    [[nodiscard]] const std::string& main() const { return sources_.front().string_value(); }

    /// The names in parts that were not printed.
    void check_unseen() const {
        for (std::size_t number = 0; number < seen_.size(); ++number) {
            const auto [source, tag] = tags_.find(number);
            const bool has_value = tag.kind == Kind::value || tag.kind == Kind::section || tag.kind == Kind::inverted;
            if (has_value && !seen_[number] && !has_name(root_, tag.name)) throw_unknown_name(source, tag);
        }
    }

private:
    static std::size_t number_in(const std::string& name) {
        return static_cast<std::size_t>(std::stoul(name.substr(name.find(':') + 1)));
    }

    [[nodiscard]] const TemplateValue* find(std::string_view name) const {
        for (auto each = stack_.rbegin(); each != stack_.rend(); ++each) {
            const TemplateValue* value = *each == nullptr ? nullptr : find_below(**each, name);
            if (value != nullptr) return value;
        }
        return nullptr;
    }

    [[noreturn]] static void throw_unknown_name(const TemplateSource& source, const TemplateTag& tag) {
        throw TemplateError(source.place_of(tag.begin),
                            {"没有名为“" + tag.name + "”的内容", "unknown name \"" + tag.name + "\""});
    }

    static std::size_t cost_of(const TemplateTag& tag, const TemplateValue& value) {
        constexpr std::size_t least = 8;
        const bool prints_body =
            tag.kind == Kind::section ? is_true(value) : tag.kind == Kind::inverted && !is_true(value);
        if (!prints_body) return least;
        return (value.items.empty() ? 1 : value.items.size()) * (tag.body + least);
    }

    void spend(std::size_t bytes, const TemplateSource& source, const TemplateTag& tag) const {
        spent_ += bytes;
        if (spent_ <= max_rendered_bytes) return;
        throw TemplateError(source.place_of(tag.begin),
                            {"模板展开后超过8 MiB", "the template comes to more than 8 MiB"});
    }

    const TemplateValue& root_;
    const TemplateSet& templates_;
    const NumberedTags& tags_;
    std::vector<mustache::data> sources_;
    std::vector<const TemplateValue*> stack_;  ///< nothing for a text or flag: it has no names
    mutable LibraryValues library_;
    mutable std::vector<bool> seen_;
    mutable std::size_t spent_{};
};

}  // namespace

std::string render(const TemplateSet& templates, const TemplateValue& values) {
    const NumberedTags tags(templates);
    CheckedContext context(values, templates, tags);
    mustache::mustache main(context.main());
    main.set_custom_escape([](const std::string& text) { return text; });
    std::ostringstream text;
    main.render(context, text);
    if (!main.is_valid()) {
        throw TemplateError({templates.sources.front().path, 1, 1},
                            {"模板无法展开：" + main.error_message(), main.error_message()});
    }
    context.check_unseen();
    return text.str();
}

}  // namespace nianbao
