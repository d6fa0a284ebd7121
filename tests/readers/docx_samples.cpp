#include "readers/docx_samples.h"

#include <doctest/doctest.h>

#include "ooxml/archive.h"
#include "readers/docx_reader.h"

namespace nianbao {
namespace {

const std::string xml = R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?>)";
const std::string namespaces =
    R"( xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main")"
    R"( xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006")"
    R"( xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml")"
    R"( xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture")"
    R"( xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math")";

std::string root(const std::string& name, const std::string& content) {
    return xml + "<w:" + name + namespaces + ">" + content + "</w:" + name + ">";
}

std::string content_types(const std::string& type) {
    return xml +
           R"(<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">)"
           R"(<Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" )"
           "ContentType=\"" +
           type + "\"/></Types>";
}

std::string relationships(const std::string& links) {
    return xml + R"(<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">)" + links +
           "</Relationships>";
}

ooxml::ArchiveEditor package(const std::string& type) {
    ooxml::ArchiveEditor archive;
    archive.put("[Content_Types].xml", content_types(type));
    archive.put("_rels/.rels",
                relationships(R"(<Relationship Id="a" Type="x/officeDocument" Target="word/document.xml"/>)"));
    return archive;
}

std::string text_of(const std::vector<Run>& runs) {
    std::string text;
    for (const Run& run : runs) text += run.strong ? "**" + run.text + "**" : run.text;
    return text;
}

std::string place_of(const Place& place) {
    if (const auto* at = std::get_if<ParagraphPlace>(&place)) return "¶" + std::to_string(at->paragraph);
    const auto* at = std::get_if<GridPlace>(&place);
    if (!at) return "nowhere";
    return "table " + std::to_string(at->table) + " " + std::to_string(at->row) + "," + std::to_string(at->column);
}

std::string told(const GridCell& cell) {
    const auto& at = std::get<GridPlace>(cell.place);
    std::string text = std::to_string(at.row) + "," + std::to_string(at.column);
    if (cell.role == GridCell::Role::head) text += "*";
    if (cell.rows > 1 || cell.columns > 1) {
        text += " (" + std::to_string(cell.rows) + "x" + std::to_string(cell.columns) + ")";
    }
    for (std::size_t i = 0; i < cell.text.size(); ++i) text += (i == 0 ? " " : " / ") + text_of(cell.text[i].runs);
    return text;
}

struct Teller {
    std::string operator()(const Paragraph& paragraph) const {
        return place_of(paragraph.place) + " " + text_of(paragraph.runs);
    }
    std::string operator()(const Heading& heading) const {
        return "#" + std::to_string(heading.level) + " " + (*this)(heading.text);
    }
    std::string operator()(const Grid& grid) const {
        std::string text = "table " + std::to_string(grid.rows) + "x" + std::to_string(grid.columns) + ":";
        for (const GridCell& cell : grid.cells) text += (&cell == grid.cells.data() ? " " : " | ") + told(cell);
        return text;
    }
    std::string operator()(const Chart&) const { return "chart"; }
};

}  // namespace

std::string docx_of(const DocxContent& content) {
    ooxml::ArchiveEditor archive = package(document_type);
    archive.put("word/document.xml", root("document", "<w:body>" + content.body + "</w:body>"),
                ooxml::ArchiveEditor::Packing::stored);
    std::string links;
    if (!content.numbering.empty()) {
        archive.put("word/numbering.xml", root("numbering", content.numbering));
        links += R"(<Relationship Id="n" Type="x/numbering" Target="numbering.xml"/>)";
    }
    if (!content.styles.empty()) {
        archive.put("word/styles.xml", root("styles", content.styles));
        links += R"(<Relationship Id="s" Type="x/styles" Target="styles.xml"/>)";
    }
    if (!links.empty()) archive.put("word/_rels/document.xml.rels", relationships(links));
    return archive.finish();
}

std::string docx_with_part(const std::string& part, const std::string& content_type) {
    ooxml::ArchiveEditor archive = package(content_type);
    archive.put("word/document.xml", part);
    return archive.finish();
}

std::string told(const Page& page) {
    std::string text;
    for (const DocumentBlock& block : page.document.blocks) text += std::visit(Teller{}, block) + "\n";
    for (const Place& place : page.pictures) text += "picture " + place_of(place) + "\n";
    for (const Diagnostic& note : page.notes) {
        text += "note " + note.code;
        for (const auto& [name, value] : note.arguments) text.append(" ").append(name).append("=").append(value);
        text += " " + place_of(note.place) + "\n";
    }
    return text;
}

void check_docx(const std::vector<DocxCase>& cases, const std::string& numbering, const std::string& styles) {
    for (const DocxCase& each : cases) {
        CAPTURE(each.name);
        CHECK(told(read_docx(docx_of({each.body, numbering, styles}))) == each.told);
    }
}

namespace docx_xml {

std::string paragraph(const std::string& text, const std::string& properties) {
    return "<w:p><w:pPr>" + properties + "</w:pPr><w:r><w:t>" + text + "</w:t></w:r></w:p>";
}

std::string cell(const std::string& text, const std::string& properties) {
    return "<w:tc><w:tcPr>" + properties + "</w:tcPr>" + (text.empty() ? "<w:p/>" : paragraph(text)) + "</w:tc>";
}

std::string style(const std::string& id, const std::string& name, const std::string& more, const std::string& type) {
    return "<w:style w:type=\"" + type + "\" w:styleId=\"" + id + "\"><w:name w:val=\"" + name + "\"/>" + more +
           "</w:style>";
}

}  // namespace docx_xml
}  // namespace nianbao
