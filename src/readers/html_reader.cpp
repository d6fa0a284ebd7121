#include "readers/html_reader.h"

#include <algorithm>
#include <array>

#include "readers/html/markup.h"
#include "readers/html/page_text.h"
#include "readers/html/printed_page.h"
#include "readers/html/published_page.h"
#include "readers/html/refusal.h"
#include "readers/own_marks.h"
#include "unicode/letters.h"
#include "unicode/utf8.h"

namespace nianbao {
namespace {

using namespace html_reading;

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

InputError refused(std::string code, std::string variant, std::size_t byte) {
    Diagnostic found;
    found.code = std::move(code);
    found.variant = std::move(variant);
    found.arguments["byte"] = std::to_string(byte + 1);
    return InputError({std::move(found)});
}

void check_bytes(std::string_view page) {
    if (page.size() > max_page_bytes) throw beyond_limit("size", max_page_bytes >> 20U);
    if (page.empty()) throw refused("i.not-a-report", "empty", 0);
    if (const auto nul = page.find('\0'); nul != std::string_view::npos) throw refused("i.encoding", "nul", nul);
    if (const auto invalid = first_invalid_byte(page)) throw refused("i.encoding", "damaged", *invalid);
}

std::string as_one_line(const std::string& title) {
    std::string line;
    for (const char c : trimmed(title)) {
        if (!is_html_space(c)) {
            line += c;
        } else if (!line.ends_with(' ')) {
            line += ' ';
        }
    }
    return line;
}

std::string_view without_mark(std::string_view bytes) {
    if (bytes.starts_with(byte_order_mark)) bytes.remove_prefix(byte_order_mark.size());
    return bytes;
}

/// `text/html; charset=gb2312`
std::string charset_in(std::string_view content) {
    const std::string lower = in_lower_case(content);
    const auto name = lower.find("charset");
    if (name == std::string::npos) return {};
    const auto sign = lower.find_first_not_of(" \t\r\n\f", name + 7);
    if (sign == std::string::npos || lower[sign] != '=') return {};
    const auto begin = lower.find_first_not_of(" \t\r\n\f\"'", sign + 1);
    if (begin == std::string::npos) return {};
    return lower.substr(begin, lower.find_first_of(" \t\r\n\f\"';,", begin) - begin);
}

std::string charset_of(std::string_view bytes, const Markup& meta) {
    if (const auto charset = attribute_of(bytes, meta, "charset")) return in_lower_case(trimmed(*charset));
    const auto about = attribute_of(bytes, meta, "http-equiv");
    const auto content = attribute_of(bytes, meta, "content");
    return about && content && in_lower_case(*about) == "content-type" ? charset_in(*content) : std::string();
}

/// What a page, or a piece of one, begins with.
bool may_begin_page(const std::string& name) {
    constexpr std::array<std::string_view, 8> others{"a", "font", "img", "link", "base", "script", "style", "em"};
    return kind_of_element(name) != ElementKind::other || std::find(others.begin(), others.end(), name) != others.end();
}

bool is_whole_page(const std::string& name) {
    return name == "html" || name == "head" || name == "body" || name == "meta" || name == "title";
}

/// A heading, or the line below the head of a table.
bool has_markdown_line(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        const std::string_view line = text.substr(at, end - at);
        const auto marks = line.find_first_not_of('#');
        if (marks != std::string_view::npos && marks >= 1 && marks <= 6 && line[marks] == ' ') return true;
        if (line.starts_with('|') && line.find("---") != std::string_view::npos) return true;
        at = end + 1;
    }
    return false;
}

}  // namespace

bool looks_like_html(std::string_view bytes) {
    constexpr std::size_t enough = 64U << 10U;
    const std::string_view text = without_mark(bytes).substr(0, enough);
    std::size_t at = 0;
    while (true) {
        while (at < text.size() && is_html_space(text[at])) ++at;
        const auto markup = next_markup(text, at);
        if (!markup || markup->begin != at) return false;
        at = markup->end;
        if (markup->kind == Markup::Kind::comment) continue;
        if (markup->kind == Markup::Kind::doctype)
            return in_lower_case(text.substr(markup->begin, at - markup->begin)).find("html") != std::string::npos;
        if (markup->kind == Markup::Kind::end_tag || !may_begin_page(markup->name)) return false;
        return is_whole_page(markup->name) || !has_markdown_line(text.substr(at));
    }
}

std::string declared_charset(std::string_view bytes) {
    constexpr std::size_t looked_at = 1'024;
    bytes = bytes.substr(0, looked_at);
    std::size_t at = 0;
    while (const auto markup = next_markup(bytes, at)) {
        at = markup->end;
        if (markup->kind != Markup::Kind::start_tag || markup->name != "meta") continue;
        if (std::string charset = charset_of(bytes, *markup); !charset.empty()) return charset;
    }
    return {};
}

Page read_html(std::string_view bytes) {
    check_bytes(bytes);
    bytes = without_mark(bytes);
    const PageSource source{bytes, SourcePlaces(bytes), parse_page(bytes)};
    Page page;
    if (auto own = own_page(source.tree)) {
        const bool says_nothing = own->properties.empty();
        page.document.title = as_one_line(own->title);
        page.document.blocks = read_printed_page(source, own->root);
        const bool has_headings = take_own_marks(std::move(own->properties), page);
        if (says_nothing || has_headings) page.kind = Page::Kind::printed;
    } else {
        page.document.title = as_one_line(source.tree.title);
        page.document.blocks = read_published_page(source);
    }
    for (const std::size_t byte : source.tree.pictures) page.pictures.emplace_back(source.places.of(byte));
    return page;
}

}  // namespace nianbao
