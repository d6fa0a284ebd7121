#include "readers/own_marks.h"

#include <charconv>
#include <utility>

#include "model/printed_marks.h"
#include "unicode/utf8.h"

namespace nianbao {
namespace {

std::string take(OwnProperties& properties, std::string_view name) {
    const auto node = properties.extract(std::string(name));
    return node.empty() ? std::string() : node.mapped();
}

/// Text that someone wrote over a line of the program's own has another mark.
void set_roles(Document& document, const std::string& marks) {
    using Role = Paragraph::Role;
    for (DocumentBlock& block : document.blocks) {
        auto* paragraph = std::get_if<Paragraph>(&block);
        if (!paragraph) continue;
        const bool own = marks.find(line_mark(trimmed(plain_text(*paragraph)))) != std::string::npos;
        if (!own) paragraph->role = Role::body;
        if (own && paragraph->role == Role::body) paragraph->role = Role::guidance;
    }
}

bool has_headings(const Document& document, const std::string& wanted) {
    std::map<int, int> found;
    for (const DocumentBlock& block : document.blocks) {
        if (const auto* heading = std::get_if<Heading>(&block)) ++found[heading->level];
    }
    int sections = 0;
    const auto [end, error] = std::from_chars(wanted.data(), wanted.data() + wanted.size(), sections);
    const bool is_number = error == std::errc{} && end == wanted.data() + wanted.size();
    return is_number && found[1] > 0 && found[2] >= sections;
}

}  // namespace

bool take_own_marks(OwnProperties own, Page& page) {
    const std::string sections = take(own, sections_property);
    set_roles(page.document, take(own, own_lines_property));
    page.document.properties = std::move(own);
    return has_headings(page.document, sections);
}

}  // namespace nianbao
