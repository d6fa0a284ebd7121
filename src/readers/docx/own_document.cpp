#include "readers/docx/own_document.h"

#include <map>
#include <string>

#include "ooxml/package_error.h"
#include "ooxml/printed_marks.h"
#include "readers/docx/word_xml.h"
#include "readers/office/properties.h"
#include "unicode/utf8.h"

namespace nianbao::docx_reading {
namespace {

using Properties = std::map<std::string, std::string>;

Properties properties_of(const ooxml::Package& package) {
    try {
        return read_properties(package);
    } catch (const ooxml::PackageError&) {
        return {};
    }
}

Properties own_properties(const Properties& all) {
    Properties own;
    for (const auto& [name, value] : all) {
        if (name.starts_with(ooxml::own_property_prefix)) {
            own.emplace(name.substr(ooxml::own_property_prefix.size()), value);
        }
    }
    return own;
}

std::string take(Properties& properties, std::string_view name) {
    const auto node = properties.extract(std::string(name));
    return node.empty() ? std::string() : node.mapped();
}

/// Text that someone wrote over a line of the program's own has another mark.
void set_roles(Document& document, const std::string& marks) {
    if (marks.empty()) return;
    for (DocumentBlock& block : document.blocks) {
        auto* paragraph = std::get_if<Paragraph>(&block);
        if (!paragraph) continue;
        const std::string mark = ooxml::line_mark(trimmed(plain_text(*paragraph)));
        if (marks.find(mark) != std::string::npos) paragraph->role = Paragraph::Role::guidance;
    }
}

bool has_headings(const Document& document, const std::string& wanted) {
    std::map<int, int> found;
    for (const DocumentBlock& block : document.blocks) {
        if (const auto* heading = std::get_if<Heading>(&block)) ++found[heading->level];
    }
    const auto sections = whole_number(wanted);
    return sections && found[1] > 0 && found[2] >= *sections;
}

}  // namespace

void take_own_properties(const ooxml::Package& package, Page& page) {
    const Properties all = properties_of(package);
    Properties own = own_properties(all);
    if (own.empty()) return;
    const std::string sections = take(own, ooxml::sections_property);
    set_roles(page.document, take(own, ooxml::own_lines_property));
    if (has_headings(page.document, sections)) page.kind = Page::Kind::printed;
    if (const auto title = all.find("title"); title != all.end()) page.document.title = title->second;
    page.document.properties = std::move(own);
}

}  // namespace nianbao::docx_reading
