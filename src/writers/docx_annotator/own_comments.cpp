#include "writers/docx_annotator/own_comments.h"

#include <algorithm>
#include <charconv>

#include "writers/docx_annotator/own_signs.h"
#include "writers/package_edits/part_edits.h"

namespace nianbao::word_annotation {
namespace {

using annotation::Element;
using annotation::elements_of;
using annotation::PartEdits;

constexpr auto comments_type = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml";

struct OwnComments {
    std::set<std::string> ids;
    std::set<std::string> paragraphs;  ///< by whose ids later versions of Word speak of them in further parts
};

/// Entries of ours go; an answer to one of ours is an answer to nothing then.
void change_threads(PackageDraft& draft, const std::set<std::string>& paragraphs) {
    const std::string part = draft.related(draft.main_part(), "commentsExtended");
    if (part.empty()) return;
    const std::string before = draft.text(part);
    PartEdits edits;
    for (const Element& element : elements_of(before, part, 2)) {
        if (element.depth != 2) continue;
        if (paragraphs.contains(element.attribute("paraId"))) {
            edits.remove(element.begin, element.end);
        } else if (paragraphs.contains(element.attribute("paraIdParent"))) {
            const std::string_view tag = std::string_view(before).substr(element.begin, element.inner - element.begin);
            edits.replace(element.begin, element.inner, annotation::without_attribute(tag, "paraIdParent"));
        }
    }
    if (!edits.is_empty()) draft.put(part, edits.apply(before));
}

void remove_durable_ids(PackageDraft& draft, const std::set<std::string>& paragraphs) {
    std::set<std::string> durable;
    if (const std::string part = draft.related(draft.main_part(), "commentsIds"); !part.empty()) {
        draft.remove_elements(part, [&](const Element& each) {
            const bool goes = paragraphs.contains(each.attribute("paraId"));
            if (goes) durable.insert(each.attribute("durableId"));
            return goes;
        });
    }
    if (const std::string part = draft.related(draft.main_part(), "commentsExtensible"); !part.empty()) {
        draft.remove_elements(part, [&](const Element& each) { return durable.contains(each.attribute("durableId")); });
    }
}

bool is_of_our_making(const PackageDraft& draft, const std::string& part) {
    for (const ooxml::Relationship& each : draft.relationships(draft.main_part())) {
        if (each.id == relationship_id && !each.external && each.target == part) return true;
    }
    return false;
}

/// A name of the main namespace, and what has to be declared beside it: attributes cannot do without a prefix.
struct Words {
    std::string prefix, declaration;
};

Words words_of(const Element& root) {
    if (root.prefix.empty()) return {"w:", " xmlns:w=\"" + annotation::escaped(root.space) + "\""};
    return {root.prefix + ":", {}};
}

std::string comment_paragraph(const std::string& line, const std::string& w, bool first) {
    const std::string look =
        "<" + w + "rPr><" + w + "sz " + w + "val=\"18\"/><" + w + "szCs " + w + "val=\"18\"/></" + w + "rPr>";
    const std::string mark = first ? "<" + w + "r><" + w + "annotationRef/></" + w + "r>" : std::string();
    return "<" + w + "p><" + w + "pPr><" + w + "spacing " + w + "line=\"240\" " + w + "lineRule=\"auto\"/><" + w +
           "ind " + w + "firstLine=\"0\"/></" + w + "pPr>" + mark + "<" + w + "r>" + look + "<" + w +
           "t xml:space=\"preserve\">" + annotation::escaped(line) + "</" + w + "t></" + w + "r></" + w + "p>";
}

bool is_time(std::string_view text) {
    constexpr std::string_view shape = "0000-00-00T00:00:00Z";
    return std::equal(text.begin(), text.end(), shape.begin(), shape.end(),
                      [](char c, char wanted) { return wanted == '0' ? c >= '0' && c <= '9' : c == wanted; });
}

std::string time_of(const PackageDraft& draft) {
    std::string found = "1980-01-01T00:00:00Z";
    try {
        const std::string part = draft.related("", "core-properties");
        if (part.empty()) return found;
        const std::string properties = draft.text(part);
        for (const Element& each : elements_of(properties, part, 2)) {
            const std::string said = properties.substr(each.inner, each.inner_end - each.inner);
            if (each.name == "created" && is_time(said)) found = said;
            if (each.name == "modified" && is_time(said)) return said;
        }
    } catch (const ooxml::PackageError&) {  // nobody has needed the part so far
    }
    return found;
}

std::string comment_of(const std::string& id, const std::string& text, const Words& words, const std::string& time) {
    const std::string& w = words.prefix;
    std::string comment = "<" + w + "comment" + words.declaration + " " + w + "id=\"" + id + "\" " + w + "author=\"" +
                          std::string(author) + "\" " + w + "date=\"" + time + "\" " + w + "initials=\"" +
                          std::string(initials) + "\">";
    for (std::size_t at = 0; at <= text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        comment += comment_paragraph(text.substr(at, end - at), w, at == 0);
        at = end + 1;
    }
    return comment + "</" + w + "comment>";
}

std::string new_part(PackageDraft& draft, const std::string& main_namespace) {
    const std::string main = draft.main_part();
    const std::string begin = main.substr(0, main.find_last_of('/') + 1) + "comments";
    const std::string part = draft.has(begin + ".xml") ? draft.free_name(begin, ".xml") : begin + ".xml";
    const annotation::Vocabulary vocabulary = annotation::vocabulary_of(main_namespace);
    (void)draft.relate(main, "comments", part, vocabulary, std::string(relationship_id));
    draft.set_content_type(part, comments_type);
    draft.put(part, "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<w:comments xmlns:w=\"" +
                        annotation::escaped(main_namespace) + "\"></w:comments>");
    return part;
}

}  // namespace

unsigned long number_of_id(std::string_view id) {
    constexpr std::size_t most_digits = 9;
    unsigned long number = 0;
    const auto read = std::from_chars(id.data(), id.data() + id.size(), number);
    return id.size() <= most_digits && read.ptr == id.data() + id.size() ? number : 0;
}

std::set<std::string> remove_own_comments(PackageDraft& draft) {
    const std::string part = draft.related(draft.main_part(), "comments");
    if (part.empty()) return {};
    const std::string before = draft.text(part);
    OwnComments own;
    PartEdits edits;
    bool is_ours = false, others = false;
    for (const Element& element : elements_of(before, part, 3)) {
        if (element.depth == 2) {
            is_ours = element.name == "comment" && element.attribute("author") == author;
            others = others || !is_ours;
            if (!is_ours) continue;
            own.ids.insert(element.attribute("id"));
            edits.remove(element.begin, element.end);
        } else if (element.depth == 3 && is_ours && !element.attribute("paraId").empty()) {
            own.paragraphs.insert(element.attribute("paraId"));
        }
    }
    if (own.ids.empty()) return {};
    if (others || !is_of_our_making(draft, part)) {
        draft.put(part, edits.apply(before));
    } else {
        draft.remove(draft.main_part(), part);
    }
    change_threads(draft, own.paragraphs);
    remove_durable_ids(draft, own.paragraphs);
    return own.ids;
}

std::vector<std::string> add_comments(PackageDraft& draft, const std::string& main_namespace,
                                      const std::vector<std::string>& texts, unsigned long last_id) {
    if (texts.empty()) return {};
    std::string part = draft.related(draft.main_part(), "comments");
    if (part.empty()) part = new_part(draft, main_namespace);
    const std::string before = draft.text(part);
    const std::vector<Element> elements = elements_of(before, part, 2);
    for (const Element& each : elements) last_id = std::max(last_id, number_of_id(each.attribute("id")));
    const Words words = words_of(elements.front());
    const std::string time = time_of(draft);
    std::vector<std::string> ids;
    std::string added;
    for (const std::string& text : texts) {
        ids.push_back(std::to_string(++last_id));
        added += comment_of(ids.back(), text, words, time);
    }
    PartEdits edits;
    append_inside(edits, elements.front(), added);
    draft.put(part, edits.apply(before));
    return ids;
}

}  // namespace nianbao::word_annotation
