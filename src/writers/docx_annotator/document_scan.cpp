#include "writers/docx_annotator/document_scan.h"

#include <array>
#include <utility>

#include "ooxml/xml_events.h"
#include "writers/docx_annotator/own_signs.h"

namespace nianbao::word_annotation {
namespace {

/// A report has some ten thousand. They take 32 MiB.
constexpr std::size_t most_elements = 1'000'000;

bool is_word(const ooxml::XmlName& name) {
    return name.space.find("/wordprocessingml/") != std::string_view::npos && name.space.ends_with("/main");
}

/// Fields without marks (`fldSimple`) are none of the holders: an office that brings them up to date drops what is in
/// them.
constexpr std::array<std::pair<std::string_view, Kind>, 20> kinds{{
    {"p", Kind::paragraph},
    {"pPr", Kind::paragraph_properties},
    {"r", Kind::run},
    {"rPr", Kind::run_properties},
    {"t", Kind::text},
    {"hyperlink", Kind::holder},
    {"ins", Kind::holder},
    {"moveTo", Kind::holder},
    {"smartTag", Kind::holder},
    {"customXml", Kind::holder},
    {"dir", Kind::holder},
    {"bdo", Kind::holder},
    {"sdt", Kind::holder},
    {"sdtContent", Kind::holder},
    {"sdtPr", Kind::control_properties},
    {"rPrChange", Kind::format_change},
    {"txbxContent", Kind::box},
    {"commentRangeStart", Kind::range_begin},
    {"commentRangeEnd", Kind::range_end},
    {"commentReference", Kind::reference},
}};

Kind kind_of(const ooxml::XmlName& name) {
    if (!is_word(name)) return Kind::other;
    for (const auto& [local, kind] : kinds) {
        if (local == name.local) return kind;
    }
    return Kind::other;
}

/// A control of these holds its own text alone, or what is bound to it.
bool forbids_comments(std::string_view property) {
    constexpr std::array<std::string_view, 6> names{"text",     "dataBinding",  "date",
                                                    "comboBox", "dropDownList", "picture"};
    for (const std::string_view name : names) {
        if (name == property) return true;
    }
    return false;
}

class Scanner : public ooxml::XmlHandler {
public:
    explicit Scanner(std::string_view part) : part_(part) {
        scan.elements.emplace_back();
        open_.emplace_back();
    }

    void start(const ooxml::XmlTag& tag, const ooxml::XmlAttributes& attributes) override {
        if (scan.elements.size() > most_elements) {
            throw ooxml::PackageError(ooxml::Fault::too_much_markup, std::string(part_), "too many elements");
        }
        if (tag.depth == 1) scan.space = tag.name.space;
        const auto number = static_cast<std::uint32_t>(scan.elements.size());
        ScannedElement element;
        element.begin = static_cast<std::uint32_t>(tag.begin);
        element.inner = static_cast<std::uint32_t>(tag.end);
        element.parent = open_.back().element;
        element.previous = std::exchange(open_.back().last_child, number);
        element.kind = kind_of(tag.name);
        if (scan.kind(element.parent) == Kind::control_properties && forbids_comments(tag.name.local)) {
            scan.elements[scan.at(element.parent).parent].kind = Kind::other;
        }
        if (is_anchor(element.kind)) scan.anchors.emplace(number, attributes.get("id"));
        if (element.kind == Kind::run) {
            if (const auto session = attributes.find("rsidR")) take_session(number, *session);
        }
        scan.elements.push_back(element);
        open_.push_back({number, 0});
    }
    void end(const ooxml::XmlTag& tag) override {
        ScannedElement& element = scan.elements[open_.back().element];
        element.inner_end = static_cast<std::uint32_t>(tag.begin);
        element.end = static_cast<std::uint32_t>(tag.end);
        open_.pop_back();
    }

    DocumentScan scan;

private:
    struct Open {
        std::uint32_t element{}, last_child{};
    };

    static bool is_anchor(Kind kind) {
        return kind == Kind::range_begin || kind == Kind::range_end || kind == Kind::reference;
    }
    void take_session(std::uint32_t run, std::string_view session) {
        for (const std::string_view own : {parted_text, parted_run, opened_tag}) {
            if (session == own) scan.sessions.emplace(run, session);
        }
    }

    std::string_view part_;
    std::vector<Open> open_;
};

}  // namespace

bool DocumentScan::is_empty_tag(std::uint32_t element) const { return at(element).inner_end == at(element).end; }

std::vector<std::uint32_t> DocumentScan::children(std::uint32_t element) const {
    std::vector<std::uint32_t> found;
    for (std::uint32_t each = element + 1; each < elements.size() && at(each).begin < at(element).end; ++each) {
        if (at(each).parent == element) found.push_back(each);
    }
    return found;
}

std::uint32_t DocumentScan::child(std::uint32_t element, Kind wanted) const {
    for (const std::uint32_t each : children(element)) {
        if (kind(each) == wanted) return each;
    }
    return 0;
}

std::uint32_t DocumentScan::paragraph_of(std::uint32_t element) const {
    while (element != 0 && kind(element) != Kind::paragraph) element = at(element).parent;
    return element;
}

std::uint32_t DocumentScan::outer_paragraph_of(std::uint32_t element) const {
    std::uint32_t found = paragraph_of(element);
    for (std::uint32_t around = found; around != 0; around = at(around).parent) {
        if (kind(around) == Kind::box) found = paragraph_of(around);
    }
    return found;
}

std::uint32_t DocumentScan::unit_of(std::uint32_t element) const {
    std::uint32_t unit = element;
    for (; element != 0 && kind(element) != Kind::paragraph; element = at(element).parent) {
        if (kind(element) != Kind::holder) unit = element;
    }
    return unit;
}

DocumentScan scan_document(std::string_view text, std::string_view part) {
    Scanner scanner(part);
    ooxml::parse_xml(text, part, scanner);
    return std::move(scanner.scan);
}

}  // namespace nianbao::word_annotation
