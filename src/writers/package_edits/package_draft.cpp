#include "writers/package_edits/package_draft.h"

#include <algorithm>
#include <set>
#include <utility>

#include "writers/package_edits/part_edits.h"

namespace nianbao::annotation {
namespace {

constexpr auto content_types_part = "[Content_Types].xml";

/// Parts are changed as texts, so they are taken whole. What could be read may be changed.
ooxml::ArchiveLimits limits_of_editing() {
    ooxml::ArchiveLimits limits;
    limits.whole_part = limits.part;
    limits.archive = 16U << 20U;
    return limits;
}

std::string new_relationships() {
    return "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
           "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"></Relationships>";
}

std::string free_id(const std::vector<Element>& elements) {
    std::set<std::string> taken;
    for (const Element& element : elements) taken.insert(element.attribute("Id"));
    for (std::size_t number = 1;; ++number) {
        const std::string id = "rId" + std::to_string(number);
        if (!taken.contains(id)) return id;
    }
}

bool is_default(const Element& element, std::string_view ending) {
    return element.name == "Default" && ooxml::folded_part_name(element.attribute("Extension")) == ending;
}

/// Drawings of comments have their type by their ending, where nothing else has it.
std::string content_type_entry(const std::vector<Element>& elements, std::string_view part, std::string_view type) {
    const std::string ending(part.substr(part.find_last_of('.') + 1));
    const auto known =
        std::find_if(elements.begin(), elements.end(), [&](const Element& each) { return is_default(each, ending); });
    if (known != elements.end() && known->attribute("ContentType") == type) return {};
    const bool by_ending = known == elements.end() && ending != "xml";
    const std::string subject = by_ending
                                    ? "<Default" + namespace_for(elements.front()) + " Extension=\"" + ending
                                    : "<Override" + namespace_for(elements.front()) + " PartName=\"/" + escaped(part);
    return subject + "\" ContentType=\"" + std::string(type) + "\"/>";
}

}  // namespace

Vocabulary vocabulary_of(std::string_view main_namespace) {
    const bool strict = main_namespace.starts_with("http://purl.oclc.org/ooxml/");
    return {std::string(main_namespace), strict
                                             ? "http://purl.oclc.org/ooxml/officeDocument/relationships"
                                             : "http://schemas.openxmlformats.org/officeDocument/2006/relationships"};
}

PackageDraft::PackageDraft(std::string_view bytes) : bytes_(bytes), package_(bytes, limits_of_editing()) {}

bool PackageDraft::has(std::string_view part) const {
    const auto found = changed_.find(ooxml::folded_part_name(part));
    return found != changed_.end() ? !found->second.removed : package_.archive().has(part);
}

std::string PackageDraft::text(std::string_view part) const {
    const auto found = changed_.find(ooxml::folded_part_name(part));
    return found != changed_.end() && !found->second.removed ? found->second.text
                                                             : as_utf8(package_.archive().read(part), part);
}

void PackageDraft::put(std::string_view part, std::string text) {
    changed_[ooxml::folded_part_name(part)] = {package_.archive().spelling(part), std::move(text), false};
}

std::vector<ooxml::Relationship> PackageDraft::relationships(std::string_view source) const {
    const std::string part = ooxml::relationships_part(source);
    if (!has(part)) return {};
    std::vector<ooxml::Relationship> found;
    for (const Element& element : elements_of(text(part), part, 2)) {
        if (element.name != "Relationship") continue;
        const std::string type = element.attribute("Type");
        ooxml::Relationship each{element.attribute("Id"), type.substr(type.find_last_of('/') + 1),
                                 element.attribute("Target"), element.attribute("TargetMode") == "External"};
        if (!each.external) each.target = ooxml::resolved_target(source, each.target);
        found.push_back(std::move(each));
    }
    return found;
}

std::string PackageDraft::related(std::string_view source, std::string_view type) const {
    for (const ooxml::Relationship& each : relationships(source)) {
        if (each.type == type && !each.external && has(each.target)) return each.target;
    }
    return {};
}

std::string PackageDraft::relate(std::string_view source, std::string_view type, std::string_view target,
                                 const Vocabulary& vocabulary, std::string wanted) {
    const std::string part = ooxml::relationships_part(source);
    const std::string before = has(part) ? text(part) : new_relationships();
    const std::vector<Element> elements = elements_of(before, part, 2);
    const std::string id = wanted.empty() ? free_id(elements) : std::move(wanted);
    PartEdits edits;
    append_inside(edits, elements.front(),
                  "<Relationship" + namespace_for(elements.front()) + " Id=\"" + escaped(id) + "\" Type=\"" +
                      vocabulary.relationships + "/" + std::string(type) + "\" Target=\"/" + escaped(target) + "\"/>");
    put(part, edits.apply(before));
    return id;
}

void PackageDraft::set_content_type(std::string_view part, std::string_view type) {
    const std::string before = text(content_types_part);
    const std::vector<Element> elements = elements_of(before, content_types_part, 2);
    PartEdits edits;
    append_inside(edits, elements.front(), content_type_entry(elements, part, type));
    put(content_types_part, edits.apply(before));
}

void PackageDraft::remove(std::string_view source, std::string_view part) {
    const std::string folded = ooxml::folded_part_name(part), links = ooxml::relationships_part(source);
    remove_elements(links, [&](const Element& each) {
        return each.name == "Relationship" && each.attribute("TargetMode") != "External" &&
               ooxml::folded_part_name(ooxml::resolved_target(source, each.attribute("Target"))) == folded;
    });
    if (has(links) && text(links) == new_relationships()) changed_[ooxml::folded_part_name(links)].removed = true;
    remove_elements(content_types_part, [&](const Element& each) {
        return each.name == "Override" && ooxml::folded_part_name(each.attribute("PartName")) == folded;
    });
    changed_[folded] = {package_.archive().spelling(part), {}, true};
}

void PackageDraft::remove_elements(std::string_view part, const std::function<bool(const Element&)>& goes) {
    if (!has(part)) return;
    const std::string before = text(part);
    PartEdits edits;
    for (const Element& element : elements_of(before, part, 2)) {
        if (element.depth == 2 && goes(element)) edits.remove(element.begin, element.end);
    }
    if (!edits.is_empty()) put(part, edits.apply(before));
}

std::string PackageDraft::free_name(std::string_view begin, std::string_view end) const {
    for (std::size_t number = 1;; ++number) {
        std::string name = std::string(begin) + std::to_string(number) + std::string(end);
        if (!has(name)) return name;
    }
}

std::string PackageDraft::finish() {
    ooxml::ArchiveEditor editor(bytes_, limits_of_editing());
    for (auto& [folded, part] : changed_) {
        if (part.removed) {
            editor.remove(part.name);
        } else {
            editor.put(part.name, std::move(part.text));
        }
    }
    changed_.clear();
    return editor.finish();
}

}  // namespace nianbao::annotation
