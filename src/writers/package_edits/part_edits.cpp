#include "writers/package_edits/part_edits.h"

#include <algorithm>
#include <utility>

#include "ooxml/xml_events.h"
#include "unicode/utf8.h"
#include "writers/xlsx/sheet_text.h"

namespace nianbao::annotation {
namespace {

/// Of a part; an office keeps to some ten thousand formats, styles or comments. They take about 32 MiB.
constexpr std::size_t most_elements = 65'536;

class ElementCollector : public ooxml::XmlHandler {
public:
    ElementCollector(std::size_t depth, std::string_view part) : depth_(depth), part_(part) {}

    void start(const ooxml::XmlTag& tag, const ooxml::XmlAttributes& attributes) override {
        if (tag.depth > depth_) return;
        if (elements.size() == most_elements) {
            throw ooxml::PackageError(ooxml::Fault::too_much_markup, std::string(part_), "too many elements");
        }
        open_.push_back(elements.size());
        Element element;
        element.name = tag.name.local;
        element.prefix = tag.name.prefix;
        element.space = tag.name.space;
        element.depth = tag.depth;
        element.begin = tag.begin;
        element.inner = tag.end;
        attributes.for_each([&](std::string_view name, std::string_view value) {
            element.attributes.emplace(std::string(name), std::string(value));
        });
        elements.push_back(std::move(element));
    }
    void end(const ooxml::XmlTag& tag) override {
        if (tag.depth > depth_) return;
        Element& element = elements[open_.back()];
        element.inner_end = tag.begin;
        element.end = tag.end;
        open_.pop_back();
    }

    std::vector<Element> elements;

private:
    std::size_t depth_;
    std::string_view part_;
    std::vector<std::size_t> open_;
};

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }

/// Where the value of an attribute stands within a start tag; both the same: nowhere.
struct Stretch {
    std::size_t begin{}, end{};
};

Stretch attribute_value(std::string_view tag, std::string_view name) {
    for (std::size_t at = 0; at < tag.size();) {
        const std::size_t quote = tag.find_first_of("\"'", at);
        if (quote == std::string_view::npos) break;
        const std::size_t close = tag.find(tag[quote], quote + 1);
        if (close == std::string_view::npos) break;
        std::string_view before = tag.substr(at, quote - at);
        const auto drop = [&](char c) { return is_space(c) || c == '='; };
        while (!before.empty() && drop(before.back())) before.remove_suffix(1);
        if (before.size() > name.size() && before.ends_with(name) &&
            is_space(before[before.size() - name.size() - 1])) {
            return {quote + 1, close};
        }
        at = close + 1;
    }
    return {};
}

std::string utf8_of_utf16(std::string_view text) {
    const bool big = text.starts_with("\xFE\xFF") || text.starts_with(std::string_view("\0<", 2));
    const auto unit_at = [&](std::size_t at) {
        const auto first = static_cast<unsigned char>(text[at]), second = static_cast<unsigned char>(text[at + 1]);
        return static_cast<char32_t>(big ? first << 8U | second : second << 8U | first);
    };
    std::string result;
    for (std::size_t at = 0; at + 1 < text.size(); at += 2) {
        char32_t code = unit_at(at);
        if (code == 0xFEFF) continue;
        if (code >= 0xD800 && code < 0xDC00 && at + 3 < text.size()) {
            at += 2;
            code = 0x10000 + ((code - 0xD800) << 10U) + (unit_at(at) - 0xDC00);
        }
        append_code_point(result, code);
    }
    return result;
}

bool is_utf16(std::string_view text) {
    return text.starts_with("\xFF\xFE") || text.starts_with("\xFE\xFF") ||
           text.starts_with(std::string_view("<\0", 2)) || text.starts_with(std::string_view("\0<", 2));
}

/// Where the declaration names the encoding.
Stretch declared_encoding(std::string_view text) {
    const std::size_t begin = text.starts_with("\xEF\xBB\xBF") ? 3 : 0;
    if (!text.substr(begin).starts_with("<?xml")) return {};
    const std::string_view declaration = text.substr(begin, text.find("?>", begin) - begin);
    const Stretch value = attribute_value(declaration, "encoding");
    return {value.begin + begin, value.end + begin};
}

}  // namespace

void PartEdits::replace(std::size_t begin, std::size_t end, std::string text) {
    if (begin == end && text.empty()) return;
    edits_.push_back({begin, end, std::move(text)});
}

std::string PartEdits::apply(std::string_view original) const {
    std::vector<Edit> sorted = edits_;
    std::stable_sort(sorted.begin(), sorted.end(), [](const Edit& a, const Edit& b) {
        return std::pair{a.begin, a.end > a.begin} < std::pair{b.begin, b.end > b.begin};  // what is put in comes first
    });
    std::string result;
    std::size_t done = 0;
    for (const Edit& edit : sorted) {
        if (edit.begin < done) continue;
        result += original.substr(done, edit.begin - done);
        result += edit.text;
        done = edit.end;
    }
    result += original.substr(done);
    return result;
}

std::string Element::attribute(const std::string& local) const {
    const auto found = attributes.find(local);
    return found == attributes.end() ? std::string() : found->second;
}

std::string namespace_for(const Element& root) {
    return root.prefix.empty() ? std::string() : " xmlns=\"" + escaped(root.space) + "\"";
}

std::vector<Element> elements_of(std::string_view text, std::string_view part, std::size_t depth) {
    ElementCollector collector(depth, part);
    ooxml::parse_xml(text, part, collector);
    return std::move(collector.elements);
}

const Element* find_element(const std::vector<Element>& elements, std::string_view name, std::size_t depth) {
    const auto found = std::find_if(elements.begin(), elements.end(),
                                    [&](const Element& each) { return each.depth == depth && each.name == name; });
    return found == elements.end() ? nullptr : &*found;
}

void append_inside(PartEdits& edits, const Element& element, const std::string& xml) {
    if (xml.empty()) return;
    if (!element.is_empty_tag()) return edits.insert(element.inner_end, xml);
    constexpr std::size_t slash_and_bracket = 2;
    const std::string prefix = element.prefix.empty() ? std::string() : element.prefix + ":";
    edits.replace(element.inner - slash_and_bracket, element.inner, ">" + xml + "</" + prefix + element.name + ">");
}

void change_attribute(PartEdits& edits, std::string_view text, const Element& element, std::string_view name,
                      const std::string& value) {
    const Stretch found = attribute_value(text.substr(element.begin, element.inner - element.begin), name);
    if (found.begin != 0) edits.replace(element.begin + found.begin, element.begin + found.end, value);
}

std::string without_attribute(std::string_view tag, std::string_view local) {
    std::string kept;
    std::size_t at = std::min(tag.find_first_of(" \t\r\n"), tag.size());
    kept = tag.substr(0, at);
    while (at < tag.size()) {
        const std::size_t quote = tag.find_first_of("\"'", at);
        const std::size_t close = quote == std::string_view::npos ? quote : tag.find(tag[quote], quote + 1);
        if (close == std::string_view::npos) break;
        std::string_view name = tag.substr(at, quote - at);
        while (!name.empty() && (is_space(name.back()) || name.back() == '=')) name.remove_suffix(1);
        const bool goes =
            name.ends_with(local) && name.size() > local.size() &&
            std::string_view(": \t\r\n").find(name[name.size() - local.size() - 1]) != std::string_view::npos;
        if (!goes) kept += tag.substr(at, close + 1 - at);
        at = close + 1;
    }
    return kept.append(tag.substr(at));
}

std::string escaped(std::string_view text) {
    std::string result;
    for (const char c : xlsx::without_forbidden(text)) {
        switch (c) {
            case '&':
                result += "&amp;";
                break;
            case '<':
                result += "&lt;";
                break;
            case '>':
                result += "&gt;";
                break;
            case '"':
                result += "&quot;";
                break;
            default:
                result += c;
        }
    }
    return result;
}

std::string as_utf8(std::string text, std::string_view part) {
    const bool wide = is_utf16(text);
    if (wide) text = utf8_of_utf16(text);
    const Stretch encoding = declared_encoding(text);
    if (encoding.end <= encoding.begin) return text;
    std::string name = text.substr(encoding.begin, encoding.end - encoding.begin);
    if (wide) return text.replace(encoding.begin, name.size(), "UTF-8");
    name = ooxml::folded_part_name(name);
    if (name != "utf-8" && name != "us-ascii") {
        throw ooxml::PackageError(ooxml::Fault::broken_xml, std::string(part), "encoding " + name);
    }
    return text;
}

}  // namespace nianbao::annotation
