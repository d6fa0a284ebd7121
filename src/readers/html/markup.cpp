#include "readers/html/markup.h"

#include <algorithm>

#include "unicode/letters.h"

namespace nianbao::html_reading {
namespace {

constexpr auto npos = std::string_view::npos;

bool is_ascii_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

bool ends_tag_name(char c) { return is_html_space(c) || c == '/' || c == '>'; }

bool same_letters(std::string_view text, std::string_view lower) { return in_lower_case(text) == lower; }

struct Attribute {
    std::string_view name, value;
};

/// Takes the attributes of a tag one after another.
class AttributeScan {
public:
    AttributeScan(std::string_view source, std::size_t at) : source_(source), at_(at) {}

    /// Nothing at the end of the tag, or of the source.
    std::optional<Attribute> next() {
        while (has() && (is_html_space(here()) || here() == '/')) ++at_;
        if (!has() || here() == '>') return std::nullopt;
        Attribute attribute;
        const std::size_t begin = at_++;  // even a = begins a name
        while (has() && !ends_tag_name(here()) && here() != '=') ++at_;
        attribute.name = source_.substr(begin, at_ - begin);
        skip_spaces();
        if (has() && here() == '=') attribute.value = value();
        return attribute;
    }

    [[nodiscard]] bool has() const { return at_ < source_.size(); }
    [[nodiscard]] std::size_t at() const { return at_; }

private:
    [[nodiscard]] char here() const { return source_[at_]; }

    void skip_spaces() {
        while (has() && is_html_space(here())) ++at_;
    }

    std::string_view value() {
        ++at_;
        skip_spaces();
        if (!has()) return {};
        const char quote = here();
        const bool quoted = quote == '"' || quote == '\'';
        const std::size_t begin = quoted ? at_ + 1 : at_;
        if (quoted) {
            at_ = std::min(source_.find(quote, begin), source_.size());
        } else {
            while (has() && !is_html_space(here()) && here() != '>') ++at_;
        }
        const std::string_view value = source_.substr(begin, at_ - begin);
        if (quoted && has()) ++at_;
        return value;
    }

    std::string_view source_;
    std::size_t at_;
};

std::size_t behind(std::size_t found, std::size_t length, std::string_view source) {
    return found == npos ? source.size() : found + length;
}

std::size_t comment_end(std::string_view source, std::size_t begin) {
    const std::string_view inside = source.substr(begin + 4);
    if (inside.starts_with(">")) return begin + 5;
    if (inside.starts_with("->")) return begin + 6;
    // What may close it begins with the two hyphens it opened with: <!--->.
    for (std::size_t at = source.find("--", begin + 4); at != npos; at = source.find("--", at + 1)) {
        if (source.substr(at + 2).starts_with(">")) return at + 3;
        if (source.substr(at + 2).starts_with("!>")) return at + 4;
    }
    return source.size();
}

Markup declaration(std::string_view source, std::size_t begin) {
    Markup markup{Markup::Kind::comment, begin, 0, 0, {}, 0};
    if (source.substr(begin).starts_with("<!--")) {
        markup.end = comment_end(source, begin);
        return markup;
    }
    if (same_letters(source.substr(begin, 9), "<!doctype")) markup.kind = Markup::Kind::doctype;
    markup.end = behind(source.find('>', begin), 1, source);
    return markup;
}

Markup tag(std::string_view source, std::size_t begin, std::size_t name_begin) {
    Markup markup{name_begin == begin + 1 ? Markup::Kind::start_tag : Markup::Kind::end_tag, begin, 0, 0, {}, 0};
    std::size_t at = name_begin;
    while (at < source.size() && !ends_tag_name(source[at])) ++at;
    markup.name_end = at;
    AttributeScan attributes(source, at);
    while (attributes.next()) ++markup.attributes;
    if (!attributes.has()) return {Markup::Kind::comment, begin, source.size(), 0, {}, 0};
    markup.name = in_lower_case(source.substr(name_begin, at - name_begin));
    markup.end = attributes.at() + 1;
    return markup;
}

}  // namespace

std::optional<Markup> next_markup(std::string_view source, std::size_t at) {
    for (at = source.find('<', at); at != npos && at + 1 < source.size(); at = source.find('<', at + 1)) {
        const char next = source[at + 1];
        if (is_ascii_letter(next)) return tag(source, at, at + 1);
        if (next == '!' || next == '?') return declaration(source, at);
        if (next != '/' || at + 2 >= source.size()) continue;
        if (is_ascii_letter(source[at + 2])) return tag(source, at, at + 2);
        return Markup{Markup::Kind::comment, at, behind(source.find('>', at), 1, source), 0, {}, 0};
    }
    return std::nullopt;
}

std::optional<std::string_view> attribute_of(std::string_view source, const Markup& tag, std::string_view name) {
    AttributeScan attributes(source.substr(0, tag.end), tag.name_end);
    while (const auto attribute = attributes.next()) {
        if (same_letters(attribute->name, name)) return attribute->value;
    }
    return std::nullopt;
}

std::optional<Markup> end_of_raw_element(std::string_view source, std::string_view name, std::size_t at) {
    for (at = source.find("</", at); at != npos; at = source.find("</", at + 1)) {
        const std::size_t name_end = at + 2 + name.size();
        if (name_end >= source.size()) return std::nullopt;
        if (!ends_tag_name(source[name_end]) || !same_letters(source.substr(at + 2, name.size()), name)) continue;
        const std::size_t end = source.find('>', name_end);
        if (end == npos) return std::nullopt;
        return Markup{Markup::Kind::end_tag, at, end + 1, name_end, std::string(name), 0};
    }
    return std::nullopt;
}

}  // namespace nianbao::html_reading
