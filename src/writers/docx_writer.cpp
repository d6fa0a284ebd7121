#include "writers/docx_writer.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "model/printed_marks.h"
#include "ooxml/archive.h"
#include "ooxml/xml_events.h"
#include "templating/render.h"
#include "writers/docx/word_body.h"
#include "writers/markup_text.h"
#include "writers/own_marks.h"

namespace nianbao {
namespace {

using docx::Body;
using docx::BodySection;

constexpr std::string_view skeleton = "docx/";
constexpr std::string_view content_types = "[Content_Types].xml";
constexpr std::string_view main_part = "word/document.xml";

/// A text of the document as a value; templates take values as they are.
TemplateValue words(std::string_view text) { return text_value(escape_markup(text)); }

TemplateValue section_value(const BodySection& section, bool is_first, bool is_last) {
    return object_value({{"blocks", text_value(section.blocks)},
                         {"starts_page", flag_value(section.starts_page)},
                         {"is_first", flag_value(is_first)},
                         {"is_last", flag_value(is_last)},
                         {"end_properties", text_value(section.end_properties)},
                         {"end_runs", text_value(section.end_runs)}});
}

TemplateValue sections_value(const Body& body) {
    std::vector<TemplateValue> sections;
    for (const BodySection& section : body.sections)
        sections.push_back(section_value(section, sections.empty(), sections.size() + 1 == body.sections.size()));
    return list_value(std::move(sections), section_value({}, true, true));
}

TemplateValue properties_value(const Document& document, const Body& body) {
    const auto properties = own_marks(document, body.headings, body.own_lines);
    constexpr std::size_t first_id = 2;  // [MS-OE376] 2.1.1466: 0 and 1 are reserved
    const auto property = [](std::size_t id, const std::string& name, const std::string& value) {
        return object_value({{"id", text_value(std::to_string(id))},
                             {"name", words(std::string(own_property_prefix) + name)},
                             {"value", words(value)}});
    };
    std::vector<TemplateValue> values;
    for (const auto& [name, value] : properties) values.push_back(property(first_id + values.size(), name, value));
    return list_value(std::move(values), property(0, {}, {}));
}

TemplateValue values_of(const Document& document) {
    const Body body = docx::word_body(document);
    return object_value({{"title", words(document.title)},
                         {"agency", words(document.agency)},
                         {"year", text_value(std::to_string(document.year))},
                         {"next_year", text_value(std::to_string(document.year + 1))},
                         {"draft", words(body.draft)},
                         {"properties", properties_value(document, body)},
                         {"sections", sections_value(body)}});
}

bool is_xml(std::string_view path) { return path.ends_with(".xml") || path.ends_with(".rels"); }

/// Word opens nothing of a package with one broken part, and says nothing of the place.
void check_xml(const std::string& path, const std::string& xml) {
    ooxml::XmlHandler nothing;
    try {
        ooxml::parse_xml(xml, path, nothing);
    } catch (const ooxml::PackageError& error) {
        const std::string line = std::to_string(error.line);
        throw TemplateError({path, 1, 1},
                            {"按此模板生成的XML第" + line + "行有误（" + error.reason + "）",
                             "line " + line + " of the XML it has come to is wrong (" + error.reason + ")"});
    }
}

/// The parts in the order in which offices look for them: the content types, the main part, the others by name.
std::vector<std::string> parts_of(const SourceFiles& templates) {
    std::vector<std::string> parts;
    for (const auto& [path, text] : templates) {
        if (!path.starts_with(skeleton)) continue;
        std::string part = path.substr(skeleton.size());
        const bool in_folder = part.find('/') != std::string::npos;  // what else lies about is no part
        if (in_folder || part == content_types) parts.push_back(std::move(part));
    }
    const auto rank = [](const std::string& part) { return part == content_types ? 0 : part == main_part ? 1 : 2; };
    std::stable_sort(parts.begin(), parts.end(),
                     [&](const std::string& a, const std::string& b) { return rank(a) < rank(b); });
    return parts;
}

}  // namespace

std::string write_docx(const Document& document, const SourceFiles& templates) {
    const TemplateValue values = values_of(document);
    ooxml::ArchiveEditor package;
    for (const std::string& part : parts_of(templates)) {
        const std::string path = std::string(skeleton) + part;
        if (!is_xml(part)) {
            package.put(part, templates.at(path), ooxml::ArchiveEditor::Packing::stored);
            continue;
        }
        std::string xml = render(read_templates(templates, path), values);
        check_xml(path, xml);
        package.put(part, std::move(xml));
    }
    try {
        return package.finish();
    } catch (const ooxml::PackageError& error) {
        throw WriteError(error.reason.empty() ? error.what() : error.reason);
    }
}

}  // namespace nianbao
