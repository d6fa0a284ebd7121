/// Changes to the text of a part at byte offsets: what is not named stays byte for byte.
///
/// A part is never written again from a tree, since whatever this program does not know of would be lost on the way.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace nianbao::annotation {

class PartEdits {
public:
    void insert(std::size_t at, std::string text) { replace(at, at, std::move(text)); }
    void remove(std::size_t begin, std::size_t end) { replace(begin, end, {}); }
    void replace(std::size_t begin, std::size_t end, std::string text);

    [[nodiscard]] bool is_empty() const { return edits_.empty(); }
    /// Edits of one place stand in the order they were asked for. What lies within a removed stretch is dropped.
    [[nodiscard]] std::string apply(std::string_view original) const;

private:
    struct Edit {
        std::size_t begin{}, end{};
        std::string text;
    };
    std::vector<Edit> edits_;
};

/// An element as it stands in the text of its part: `<name …>` from `begin` to `inner`, its end tag from `inner_end` to
/// `end`. In `<name/>` the last three are the same.
struct Element {
    std::string name, prefix, space;
    std::size_t depth{}, begin{}, inner{}, inner_end{}, end{};
    std::map<std::string, std::string> attributes;  ///< by local name

    [[nodiscard]] std::string attribute(const std::string& local) const;
    [[nodiscard]] bool is_empty_tag() const { return inner_end == end; }
};

/// All elements down to a depth (1 is the root), in the order of their start tags. Throws PackageError.
[[nodiscard]] std::vector<Element> elements_of(std::string_view text, std::string_view part, std::size_t depth);

/// The first of that name and depth; null where there is none.
[[nodiscard]] const Element* find_element(const std::vector<Element>& elements, std::string_view name,
                                          std::size_t depth);

/// What makes an element without prefix one of the root's namespace: nothing, or ` xmlns="…"` where the part has a
/// prefix for its own.
[[nodiscard]] std::string namespace_for(const Element& root);

/// Puts `xml` before the end tag of an element; once for each element, since `<a/>` becomes `<a>…</a>`.
void append_inside(PartEdits& edits, const Element& element, const std::string& xml);

/// Sets an attribute that the start tag has; does nothing where it has none of that name.
void change_attribute(PartEdits& edits, std::string_view text, const Element& element, std::string_view name,
                      const std::string& value);

/// A start tag without all attributes of a local name, whatever their prefixes.
[[nodiscard]] std::string without_attribute(std::string_view tag, std::string_view local);

/// A text for XML, content or attribute in double quotes, with nothing that XML forbids.
[[nodiscard]] std::string escaped(std::string_view text);

/// The text of a part as UTF-8. UTF-16 is written anew; an encoding that is neither is refused with a PackageError.
[[nodiscard]] std::string as_utf8(std::string text, std::string_view part);

}  // namespace nianbao::annotation
