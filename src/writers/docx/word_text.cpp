#include "writers/docx/word_text.h"

#include <vector>

#include "writers/markup_text.h"

namespace nianbao::docx {
namespace {

bool looks_like(const Run& a, const Run& b) { return a.strong == b.strong && a.change == b.change; }

std::string properties_of(const Run& run) {
    std::string properties = "<w:rPr>";
    if (run.change == Run::Change::removed) properties += R"(<w:rStyle w:val="Removed"/>)";
    if (run.change == Run::Change::added) properties += R"(<w:rStyle w:val="Added"/>)";
    properties += R"(<w:rFonts w:hint="eastAsia"/>)";
    if (run.strong) properties += "<w:b/><w:bCs/>";
    return properties + "</w:rPr>";
}

/// Blanks at the ends of a text would be dropped without the attribute.
void append_text(std::string& xml, std::string_view text) {
    if (!text.empty()) xml.append(R"(<w:t xml:space="preserve">)").append(text).append("</w:t>");
}

std::string content_of(const std::string& escaped) {
    std::string xml;
    std::string_view rest = escaped;
    for (std::size_t tab = rest.find('\t'); tab != std::string_view::npos; tab = rest.find('\t')) {
        append_text(xml, rest.substr(0, tab));
        xml += "<w:tab/>";
        rest.remove_prefix(tab + 1);
    }
    append_text(xml, rest);
    return xml;
}

}  // namespace

std::string word_runs(const Paragraph& paragraph) {
    std::string xml;
    const std::vector<Run>& runs = paragraph.runs;
    for (std::size_t first = 0, end = 0; first < runs.size(); first = end) {
        std::string text;
        while (end < runs.size() && looks_like(runs[first], runs[end])) text += runs[end++].text;
        if (!text.empty()) xml += "<w:r>" + properties_of(runs[first]) + content_of(escape_markup(text)) + "</w:r>";
    }
    return xml;
}

std::string style_reference(std::string_view style) {
    return std::string(R"(<w:pStyle w:val=")").append(style).append("\"/>");
}

std::string word_paragraph(std::string_view style, std::string_view runs, std::string_view properties) {
    std::string xml = "<w:p><w:pPr>" + style_reference(style);
    return xml.append(properties).append("</w:pPr>").append(runs).append("</w:p>");
}

std::string_view style_of(Paragraph::Role role) {
    switch (role) {
        case Paragraph::Role::guidance:
            return "Guidance";
        case Paragraph::Role::open:
            return "OpenPlace";
        case Paragraph::Role::notice:
            return "Notice";
        case Paragraph::Role::body:
            break;
    }
    return "BodyText";
}

std::string_view style_of_heading(int level) {
    if (level <= 1) return "Title";
    if (level == 2) return "Heading2";
    return level == 3 ? "Heading3" : "Heading4";
}

}  // namespace nianbao::docx
