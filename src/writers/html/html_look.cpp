#include "writers/html/html_look.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "templating/template_error.h"
#include "unicode/utf8.h"
#include "writers/html/html_text.h"

namespace nianbao {
namespace {

/// The sheet with blanks for its comments: lines keep their numbers.
std::string without_comments(std::string_view sheet) {
    std::string text(sheet);
    for (auto begin = text.find("/*"); begin != std::string::npos; begin = text.find("/*", begin)) {
        const std::size_t end = std::min(text.find("*/", begin + 2), text.size() - 2) + 2;
        std::replace_if(
            text.begin() + static_cast<std::ptrdiff_t>(begin), text.begin() + static_cast<std::ptrdiff_t>(end),
            [](char c) { return c != '\n'; }, ' ');
    }
    return text;
}

std::string as_one_line(std::string_view text) {
    std::string line;
    for (const char c : trimmed(text)) {
        const bool blank = c == ' ' || c == '\n' || c == '\t' || c == '\r';
        if (!blank) line += c;
        if (blank && !line.ends_with(' ')) line += ' ';
    }
    return line;
}

std::vector<std::string> parts_of(std::string_view text, char border) {
    std::vector<std::string> parts;
    for (std::size_t at = 0; at <= text.size();) {
        const std::size_t end = std::min(text.find(border, at), text.size());
        if (std::string part = as_one_line(text.substr(at, end - at)); !part.empty()) parts.push_back(std::move(part));
        at = end + 1;
    }
    return parts;
}

[[noreturn]] void refuse(const std::string& file, std::string_view sheet, std::size_t byte, const Text& why) {
    const auto line = 1 + std::count(sheet.begin(), sheet.begin() + static_cast<std::ptrdiff_t>(byte), '\n');
    throw TemplateError({file, static_cast<std::uint32_t>(line), 1}, why);
}

bool has_blanks_to_keep(std::string_view text) {
    const auto blank = [](char c) { return c == ' ' || c == '\t'; };
    if (text.empty()) return false;
    if (blank(text.front()) || blank(text.back()) || text.find('\t') != std::string_view::npos) return true;
    return text.find("  ") != std::string_view::npos;
}

}  // namespace

HtmlLook::HtmlLook(const std::string& file, std::string_view sheet, std::string id_prefix)
    : by_classes_(false), id_prefix_(std::move(id_prefix)) {
    const std::string text = without_comments(sheet);
    const auto names_end = [&](std::size_t from) { return std::min(text.find('{', from), text.size()); };
    std::size_t at = 0;
    for (std::size_t open = names_end(at); open < text.size(); open = names_end(at)) {
        const std::vector<std::string> names = parts_of(std::string_view(text).substr(at, open - at), ',');
        if (names.empty()) refuse(file, text, open, {"“{”前没有元素名", "there is no name before “{”"});
        const std::size_t close = text.find('}', open);
        if (close == std::string::npos) refuse(file, text, open, {"“{”没有对应的“}”", "“{” has no “}”"});
        for (const std::string& part : parts_of(std::string_view(text).substr(open + 1, close - open - 1), ';')) {
            for (const std::string& name : names) {
                std::string& style = styles_[name];
                style += (style.empty() ? "" : "; ") + part;
            }
        }
        at = close + 1;
    }
    if (!trimmed(text.substr(at)).empty())
        refuse(file, text, text.size(), {"末尾有没有写完的样式", "a style at the end is not finished"});
}

std::string HtmlLook::attributes(std::string_view element, std::string_view classes) const {
    if (by_classes_) return classes.empty() ? std::string() : attribute("class", classes);
    std::vector<std::string> names{std::string(element)};
    for (const std::string& name : parts_of(classes, ' ')) names.push_back(names.front() + "." + name);
    std::string style;
    for (const std::string& name : names) {
        const auto found = styles_.find(name);
        if (found != styles_.end()) style += (style.empty() ? "" : "; ") + found->second;
    }
    return style.empty() ? style : attribute("style", escape_html(style));
}

std::string HtmlLook::attributes_around(std::string_view text, std::string_view element,
                                        std::string_view classes) const {
    if (by_classes_ || !has_blanks_to_keep(text)) return attributes(element, classes);
    return attributes(element, std::string(classes) + (classes.empty() ? "blanks" : " blanks"));
}

}  // namespace nianbao
