#include "writers/markdown_escape.h"

#include <algorithm>

namespace nianbao {
namespace {

using std::string_view;
using Kind = MarkdownPlace::Kind;

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_letter_or_digit(char c) { return is_digit(c) || is_letter(c); }

/// `&amp;` `&#20013;` `&#x4e2d;`
bool is_entity(string_view text) {
    std::size_t at = text.size() > 1 && text[1] == '#' ? 2 : 1;
    const std::size_t begin = at;
    while (at < text.size() && is_letter_or_digit(text[at])) ++at;
    return at > begin && at < text.size() && text[at] == ';';
}

/// An underscore inside a word opens nothing, and a backslash would show in links that GitHub finds by itself.
bool is_inside_word(string_view text, std::size_t at) {
    return at > 0 && at + 1 < text.size() && is_letter_or_digit(text[at - 1]) && is_letter_or_digit(text[at + 1]);
}

bool needs_escape(string_view text, std::size_t at, Kind kind) {
    switch (text[at]) {
        case '\\':
        case '`':
        case '*':
        case '[':
        case '<':
        case '~':
        case '$':
            return true;
        case '_':
            return !is_inside_word(text, at);
        case '&':
            return is_entity(text.substr(at));
        case '|':
            return kind == Kind::cell;
        case '#':
            return kind == Kind::heading;
        default:
            return false;
    }
}

/// The sign by which the line would begin a list, heading, quotation or rule; npos: none.
std::size_t opening_sign(string_view text) {
    if (text.empty()) return string_view::npos;
    if (string_view("#>+-=").find(text[0]) != string_view::npos) return 0;
    const auto digits = static_cast<std::size_t>(std::find_if_not(text.begin(), text.end(), is_digit) - text.begin());
    if (digits == 0 || digits == text.size() || (text[digits] != '.' && text[digits] != ')')) return string_view::npos;
    const string_view rest = text.substr(digits + 1);
    return rest.empty() || rest[0] == ' ' || rest[0] == '\t' ? digits : string_view::npos;
}

bool is_blank_byte(char c) { return c == ' ' || c == '\t'; }

/// The last sign to be escaped before the next blank.
std::size_t last_escape_in_run(string_view text, std::size_t at, Kind kind) {
    std::size_t last = string_view::npos;
    for (; at < text.size() && !is_blank_byte(text[at]); ++at) {
        if (needs_escape(text, at, kind)) last = at;
    }
    return last;
}

/// By these, GitHub finds a link without being told, and shows every backslash in it.
bool opens_link(string_view text, std::size_t at) {
    if (text[at] == ':') return text.substr(at).starts_with("://");
    return text[at] == '.' && at >= 3 && text.substr(at - 3, 3) == "www";
}

void append_blank(char blank, bool at_edge, std::string& escaped) {
    if (at_edge)
        escaped += blank == '\t' ? "&#9;" : "&#32;";
    else
        escaped += blank;
}

}  // namespace

std::string escape_markdown(string_view text, MarkdownPlace place) {
    std::string escaped;
    escaped.reserve(text.size() + text.size() / 8);
    const bool may_open = place.kind == Kind::paragraph && place.begins_line;
    const std::size_t sign = may_open ? opening_sign(text) : string_view::npos;
    std::size_t last_escape = string_view::npos;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (is_blank_byte(text[at])) {
            const bool at_edge = (place.begins_line && at == 0) || (place.ends_line && at + 1 == text.size());
            append_blank(text[at], at_edge, escaped);
            continue;
        }
        if (at == 0 || is_blank_byte(text[at - 1])) last_escape = last_escape_in_run(text, at, place.kind);
        const bool escape_follows = last_escape != string_view::npos && last_escape > at;
        const bool broken_link = escape_follows && opens_link(text, at);
        if (at == sign || broken_link || needs_escape(text, at, place.kind)) escaped += '\\';
        escaped += text[at];
    }
    return escaped;
}

}  // namespace nianbao
