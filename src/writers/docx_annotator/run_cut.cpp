#include "writers/docx_annotator/run_cut.h"

#include <algorithm>
#include <charconv>

#include "unicode/utf8.h"
#include "writers/docx_annotator/own_signs.h"
#include "writers/package_edits/part_edits.h"

namespace nianbao::word_annotation {
namespace {

bool is_xml_blank(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }

std::string_view content_of(std::string_view part, const ScannedElement& element) {
    return part.substr(element.inner, element.inner_end - element.inner);
}

/// `w:r`
std::string name_of(std::string_view tag) {
    return std::string(tag.substr(1, std::min(tag.find_first_of(" \t\r\n/>"), tag.size()) - 1));
}

bool keeps_blanks(std::string_view tag) {
    return tag.find("space=\"preserve\"") != std::string_view::npos ||
           tag.find("space='preserve'") != std::string_view::npos;
}

/// A character of a text as it is written: its bytes there, and those that are read.
struct Written {
    std::size_t bytes{}, shown{};
    bool blank{};
};

Written character_at(std::string_view text, std::size_t at) {
    if (text[at] == '&') {
        const std::size_t end = text.find(';', at);
        const std::string_view name = text.substr(at + 1, end - at - 1);
        std::string code(1, 'a');
        if (name.starts_with('#')) {
            const bool hexadecimal = name.starts_with("#x");
            const std::string_view digits = name.substr(hexadecimal ? 2 : 1);
            std::uint32_t number = 0;
            std::from_chars(digits.data(), digits.data() + digits.size(), number, hexadecimal ? 16 : 10);
            code.clear();
            append_code_point(code, number);
        }
        return {end + 1 - at, code.size(), code.size() == 1 && is_xml_blank(code.front())};
    }
    if (text.substr(at).starts_with("\r\n")) return {2, 1, true};
    std::size_t behind = at;
    (void)next_code_point(text, behind);
    return {behind - at, behind - at, is_xml_blank(text[at])};
}

std::string with_attribute(std::string tag, const std::string& attribute) {
    return tag.insert(tag.size() - 1, attribute);
}

}  // namespace

std::string_view tag_of(std::string_view part, const ScannedElement& element) {
    return part.substr(element.begin, element.inner - element.begin);
}

Words words_at(std::string_view part, const DocumentScan& scan, std::uint32_t element) {
    const std::string name = name_of(tag_of(part, scan.at(element)));
    const std::size_t colon = name.find(':');
    if (colon == std::string::npos) return {"w:", " xmlns:w=\"" + annotation::escaped(scan.space) + "\""};
    return {name.substr(0, colon + 1), {}};
}

std::string_view properties_of(std::string_view part, const DocumentScan& scan, std::uint32_t run) {
    const ScannedElement& properties = scan.at(scan.child(run, Kind::run_properties));
    return part.substr(properties.begin, properties.end - properties.begin);
}

bool can_be_cut(const DocumentScan& scan, std::uint32_t run) {
    const std::uint32_t properties = scan.child(run, Kind::run_properties);
    return properties == 0 || (scan.at(properties).previous == 0 && scan.child(properties, Kind::format_change) == 0);
}

std::optional<std::size_t> place_of_cut(std::string_view part, const ScannedElement& text, std::size_t shown) {
    const std::string_view content = content_of(part, text);
    if (content.find('<') != std::string_view::npos) return std::nullopt;  // CDATA, a comment
    const bool keeps = keeps_blanks(tag_of(part, text));
    std::size_t at = 0, read = 0;
    for (std::size_t next = 0; next < content.size();) {
        const Written character = character_at(content, next);
        if (!keeps && character.blank && content[next] == '&') return std::nullopt;  // they are dropped like others
        next += character.bytes;
        if (read >= shown) continue;
        if (keeps || read > 0 || !character.blank) read += character.shown;
        at = next;
    }
    if (!keeps) {
        // Blanks at the end of the first part would be dropped.
        while (at > 0 && is_xml_blank(content[at - 1])) --at;
        const std::string_view rest = content.substr(at);
        if (rest.empty() || (is_xml_blank(rest.front()) && is_xml_blank(rest.back()))) return std::nullopt;
    }
    if (at == 0) return std::nullopt;
    return text.inner + at;
}

CutTags tags_of_cut(std::string_view part, const DocumentScan& scan, std::uint32_t run, std::uint32_t text,
                    std::size_t at) {
    const std::string_view tag = tag_of(part, scan.at(run));
    const Words words = words_at(part, scan, run);
    std::string second(tag);
    for (const char* session : {"rsidR", "rsidRPr", "rsidDel"}) second = annotation::without_attribute(second, session);
    const std::string_view sign = text == 0 ? parted_run : parted_text;
    second = with_attribute(std::move(second),
                            words.declaration + " " + words.prefix + "rsidR=\"" + std::string(sign) + "\"");
    second += properties_of(part, scan, run);
    CutTags tags{"</" + name_of(tag) + ">", std::move(second)};
    if (text == 0) return tags;
    std::string text_tag(tag_of(part, scan.at(text)));
    tags.before.insert(0, "</" + name_of(text_tag) + ">");
    if (is_xml_blank(part[at]) && !keeps_blanks(text_tag)) {
        text_tag = with_attribute(annotation::without_attribute(text_tag, "space"), " xml:space=\"preserve\"");
    }
    tags.behind += text_tag;
    return tags;
}

}  // namespace nianbao::word_annotation
