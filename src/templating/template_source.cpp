#include "templating/template_source.h"

#include <algorithm>
#include <array>
#include <cstdio>

#include "unicode/utf8.h"

namespace nianbao {
namespace {

using Kind = TemplateTag::Kind;

bool is_private_use(char32_t code) {
    return (code >= 0xE000 && code <= 0xF8FF) || (code >= 0xF0000 && code <= 0xFFFFD) || code >= 0x100000;
}

std::string name_of(char32_t code) {
    std::array<char, 16> name{};
    std::snprintf(name.data(), name.size(), "U+%04X", static_cast<unsigned>(code));
    return name.data();
}

[[noreturn]] void fail(const TemplateSource& source, std::size_t byte, Text message) {
    throw TemplateError(source.place_of(byte), std::move(message));
}

void check_size(const TemplateSource& source, std::size_t size) {
    if (size > max_template_bytes) fail(source, 0, {"模板超过1 MiB", "the template is larger than 1 MiB"});
}

void check_characters(const TemplateSource& source) {
    if (const auto wrong = first_invalid_byte(source.text)) {
        fail(source, *wrong, {"此处不是UTF-8文字", "this is not UTF-8"});
    }
    for (std::size_t at = 0; at < source.text.size();) {
        const std::size_t begin = at;
        const char32_t code = next_code_point(source.text, at);
        if (is_private_use(code)) {
            fail(source, begin,
                 {"模板中不能有私用区字符" + name_of(code),
                  "private-use character " + name_of(code) + " in a template"});
        }
        if (is_control(code)) {
            fail(source, begin,
                 {"模板中不能有控制字符" + name_of(code), "control character " + name_of(code) + " in a template"});
        }
    }
}

std::string_view without_blanks(std::string_view text) {
    constexpr std::string_view blanks = " \t\r\n";
    const auto begin = text.find_first_not_of(blanks);
    if (begin == std::string_view::npos) return {};
    return text.substr(begin, text.find_last_not_of(blanks) - begin + 1);
}

bool consists_of(std::string_view name, std::string_view signs) {
    return !name.empty() && std::all_of(name.begin(), name.end(), [signs](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || signs.find(c) != std::string_view::npos;
    });
}

void check_name(const TemplateSource& source, const TemplateTag& tag) {
    if (tag.kind == Kind::comment) return;
    if (tag.name.empty()) fail(source, tag.begin, {"标签中没有名称", "the tag has no name"});
    if (tag.kind == Kind::partial) {
        if (consists_of(tag.name, "_/-")) return;
        fail(source, tag.begin,
             {"部件名称“" + made_visible(tag.name) + "”只能用小写字母、数字和_-/",
              "the name of a partial has a-z 0-9 _ - / only, not \"" + made_visible(tag.name) + "\""});
    }
    const bool dots_hold_names =
        !tag.name.starts_with('.') && !tag.name.ends_with('.') && tag.name.find("..") == std::string::npos;
    if (consists_of(tag.name, "_.") && dots_hold_names) return;
    fail(source, tag.begin,
         {"没有名为“" + made_visible(shortened(tag.name, 40)) + "”的内容",
          "unknown name \"" + made_visible(shortened(tag.name, 40)) + "\""});
}

Kind kind_of(char sign) {
    switch (sign) {
        case '#':
            return Kind::section;
        case '^':
            return Kind::inverted;
        case '/':
            return Kind::close;
        case '>':
            return Kind::partial;
        case '!':
            return Kind::comment;
        default:
            return Kind::value;
    }
}

TemplateTag tag_at(const TemplateSource& source, std::size_t begin) {
    const std::string_view text = source.text;
    const bool triple = text.substr(begin).starts_with("{{{");
    const std::size_t open = begin + (triple ? 3 : 2);
    const std::size_t close = text.find(triple ? "}}}" : "}}", open);
    if (close == std::string_view::npos) fail(source, begin, {"标签没有结束", "the tag is not closed"});
    const std::string_view contents = without_blanks(text.substr(open, close - open));
    TemplateTag tag;
    tag.begin = begin;
    tag.end = close + (triple ? 3 : 2);
    tag.name = contents;
    if (triple || contents.empty()) return tag;
    if (contents.front() == '=') {
        fail(source, begin, {"模板不能更换标签符号（{{=…=}}）", "delimiters cannot be changed ({{=...=}})"});
    }
    tag.kind = kind_of(contents.front());
    if (tag.kind != Kind::value || contents.front() == '&') tag.name = without_blanks(contents.substr(1));
    return tag;
}

/// Pairs sections with their closing tags as the tags come.
class SectionStack {
public:
    explicit SectionStack(TemplateSource& source) : source_(source) {}

    void add(TemplateTag tag) {
        const bool opens = tag.kind == Kind::section || tag.kind == Kind::inverted;
        if (tag.kind == Kind::close) close(tag);
        if (opens) {
            if (open_.size() == max_nested_sections) {
                fail(source_, tag.begin, {"模板嵌套超过64层", "more than 64 nested sections"});
            }
            open_.push_back(source_.tags.size());
        }
        source_.tags.push_back(std::move(tag));
    }

    void finish() {
        if (open_.empty()) return;
        const TemplateTag& tag = source_.tags[open_.back()];
        fail(source_, tag.begin,
             {"“" + tag.name + "”一段没有结束（缺{{/" + tag.name + "}}）",
              "section \"" + tag.name + "\" is not closed (no {{/" + tag.name + "}})"});
    }

private:
    void close(TemplateTag& tag) {
        if (open_.empty()) {
            fail(source_, tag.begin, {"{{/" + tag.name + "}}没有对应的开始", "{{/" + tag.name + "}} closes nothing"});
        }
        TemplateTag& opening = source_.tags[open_.back()];
        if (opening.name != tag.name) {
            const std::string line = std::to_string(source_.place_of(opening.begin).line);
            fail(source_, tag.begin,
                 {"此处应为{{/" + opening.name + "}}（第" + line + "行开始），实为{{/" + tag.name + "}}",
                  "expected {{/" + opening.name + "}} (opened in line " + line + "), found {{/" + tag.name + "}}"});
        }
        opening.body = tag.begin - opening.end;
        tag.opened_by = open_.back();
        open_.pop_back();
    }

    TemplateSource& source_;
    std::vector<std::size_t> open_;
};

void find_tags(TemplateSource& source) {
    SectionStack sections(source);
    std::size_t at = source.text.find("{{");
    while (at != std::string::npos) {
        TemplateTag tag = tag_at(source, at);
        check_name(source, tag);
        at = source.text.find("{{", tag.end);
        sections.add(std::move(tag));
    }
    sections.finish();
}

}  // namespace

TemplatePlace TemplateSource::place_of(std::size_t byte) const {
    const std::string_view before = std::string_view(text).substr(0, byte);
    const auto line = std::count(before.begin(), before.end(), '\n');
    const auto line_begin = before.rfind('\n');
    const std::string_view in_line = line_begin == std::string_view::npos ? before : before.substr(line_begin + 1);
    return {path, static_cast<std::uint32_t>(line + 1), static_cast<std::uint32_t>(count_code_points(in_line) + 1)};
}

TemplateSource read_template(std::string path, std::string_view text) {
    constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
    TemplateSource source;
    source.path = std::move(path);
    check_size(source, text.size());
    source.text = text.starts_with(byte_order_mark) ? text.substr(byte_order_mark.size()) : text;
    check_characters(source);
    find_tags(source);
    return source;
}

}  // namespace nianbao
