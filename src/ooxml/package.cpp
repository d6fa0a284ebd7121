#include "ooxml/package.h"

#include <algorithm>
#include <functional>
#include <utility>

#include "ooxml/xml_events.h"

namespace nianbao::ooxml {
namespace {

/// What is kept of a part that says how others hang together. A sheet may have 65,530 hyperlinks.
constexpr std::size_t most_endings = 1'000, most_relationships = 1U << 16U;

/// Hands every element below the root to a function.
class Elements : public XmlHandler {
public:
    using Take = std::function<void(const XmlName&, const XmlAttributes&)>;
    Elements(std::string part, std::string_view root, Take take)
        : part_(std::move(part)), root_(root), take_(std::move(take)) {}

    void start(const XmlTag& tag, const XmlAttributes& attributes) override {
        if (tag.depth == 1 && tag.name.local != root_) {
            throw PackageError(Fault::wrong_root, part_, std::string(tag.name.local));
        }
        if (tag.depth == 2) take_(tag.name, attributes);
    }

private:
    std::string part_;
    std::string_view root_;
    Take take_;
};

void read_elements(const Archive& archive, std::string_view part, std::string_view root, const Elements::Take& take) {
    Elements elements(archive.spelling(part), root, take);
    parse_part(archive, part, elements);
}

std::string last_segment(std::string_view uri) { return std::string(uri.substr(uri.find_last_of('/') + 1)); }

int hex_digit(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    return -1;
}

std::string without_escapes(std::string_view uri) {
    std::string text;
    for (std::size_t i = 0; i < uri.size(); ++i) {
        const bool escape =
            uri[i] == '%' && i + 2 < uri.size() && hex_digit(uri[i + 1]) >= 0 && hex_digit(uri[i + 2]) >= 0;
        text += escape ? static_cast<char>(hex_digit(uri[i + 1]) * 16 + hex_digit(uri[i + 2])) : uri[i];
        if (escape) i += 2;
        if (text.back() == '\\') text.back() = '/';
    }
    return text;
}

bool has(std::string_view text, std::string_view piece) { return text.find(piece) != std::string_view::npos; }

}  // namespace

std::string resolved_target(std::string_view source, std::string_view target) {
    const std::string text = without_escapes(target);
    if (has(text, "://")) throw PackageError(Fault::outside_package, std::string(source), text);
    std::string folder(
        source.substr(0, source.find_last_of('/') == std::string_view::npos ? 0 : source.find_last_of('/')));
    if (text.starts_with('/')) folder.clear();
    const std::string path = folder + "/" + text.substr(0, text.find('#'));
    std::vector<std::string> segments;
    for (std::size_t at = 0; at < path.size();) {
        const std::size_t end = std::min(path.find('/', at), path.size());
        const std::string segment = path.substr(at, end - at);
        at = end + 1;
        if (segment.empty() || segment == ".") continue;
        if (segment != "..") {
            segments.push_back(segment);
        } else if (segments.empty()) {
            throw PackageError(Fault::outside_package, std::string(source), text);
        } else {
            segments.pop_back();
        }
    }
    std::string part;
    for (const std::string& segment : segments) part += (part.empty() ? "" : "/") + segment;
    return part;
}

std::string relationships_part(std::string_view source) {
    const std::size_t slash = source.find_last_of("/\\");
    const std::size_t name = slash == std::string_view::npos ? 0 : slash + 1;
    return std::string(source.substr(0, name)) + "_rels/" + std::string(source.substr(name)) + ".rels";
}

Package::Package(std::string_view bytes, const ArchiveLimits& limits) : archive_(bytes, limits) {
    kind_ = archive_.has("mimetype") ? PackageKind::open_document : PackageKind::other;
    if (!archive_.has("[Content_Types].xml")) return;
    read_content_types();
    if (const auto main = related("", "officeDocument")) main_part_ = *main;
    kind_ = find_kind();
}

void Package::read_content_types() {
    read_elements(archive_, "[Content_Types].xml", "Types",
                  [this](const XmlName& name, const XmlAttributes& attributes) {
                      const std::string type(attributes.get("ContentType"));
                      const std::string_view part_name = attributes.get("PartName");
                      if (name.local == "Override" && archive_.has(part_name))
                          by_part_.emplace(folded_part_name(part_name), type);
                      if (name.local != "Default" || by_ending_.size() >= most_endings) return;
                      by_ending_.emplace(folded_part_name(attributes.get("Extension")), type);
                  });
}

PackageKind Package::find_kind() const {
    const std::string type = folded_part_name(content_type(main_part_));
    if (has(type, "ms-excel.sheet.binary")) return PackageKind::binary_workbook;
    if (has(type, "spreadsheetml") || has(type, "ms-excel")) return PackageKind::workbook;
    if (has(type, "wordprocessingml") || has(type, "ms-word")) return PackageKind::document;
    if (has(type, "presentationml") || has(type, "ms-powerpoint")) return PackageKind::presentation;
    return PackageKind::other;
}

std::string Package::content_type(std::string_view part) const {
    const std::string folded = folded_part_name(part);
    if (const auto found = by_part_.find(folded); found != by_part_.end()) return found->second;
    const std::size_t point = folded.find_last_of('.');
    const auto found = point == std::string::npos ? by_ending_.end() : by_ending_.find(folded.substr(point + 1));
    return found == by_ending_.end() ? std::string() : found->second;
}

std::vector<Relationship> Package::relationships(std::string_view source) const {
    const std::string part = relationships_part(source);
    std::vector<Relationship> found;
    if (!archive_.has(part)) return found;
    read_elements(archive_, part, "Relationships", [&](const XmlName& name, const XmlAttributes& attributes) {
        if (name.local != "Relationship") return;
        Relationship made{std::string(attributes.get("Id")), last_segment(attributes.get("Type")),
                          std::string(attributes.get("Target")), attributes.get("TargetMode") == "External"};
        if (!made.external) made.target = resolved_target(source, made.target);
        if (found.size() >= most_relationships) throw PackageError(Fault::too_much_markup, part);
        found.push_back(std::move(made));
    });
    return found;
}

std::optional<std::string> Package::related(std::string_view source, std::string_view type) const {
    for (const Relationship& each : relationships(source)) {
        if (each.type == type && !each.external) return each.target;
    }
    return std::nullopt;
}

}  // namespace nianbao::ooxml
