/// The main part of a document as elements with their places, numbered as `WordSources` numbers them.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace nianbao::word_annotation {

/// What an element is to a comment.
enum class Kind : std::uint8_t {
    other,
    paragraph,
    paragraph_properties,
    run,
    run_properties,
    text,
    holder,  ///< runs and anchors may stand in it: a link, an insertion, a control that holds any text
    control_properties,
    format_change,
    box,  ///< the content of a text box, where no comment may stand
    range_begin,
    range_end,
    reference,
};

struct ScannedElement {
    /// `<name …>` from `begin` to `inner`, its end tag from `inner_end` to `end`; in `<name/>` the last three are the
    /// same.
    std::uint32_t begin{}, inner{}, inner_end{}, end{};
    std::uint32_t parent{}, previous{};  ///< elements; 0: none. `previous` has the same parent
    Kind kind{};
};

struct DocumentScan {
    std::vector<ScannedElement> elements;           ///< by number; the first stands for none
    std::map<std::uint32_t, std::string> anchors;   ///< beginnings and ends of ranges, references: the comment's id
    std::map<std::uint32_t, std::string> sessions;  ///< runs that say `rsidR`
    std::string space;                              ///< of the root

    [[nodiscard]] const ScannedElement& at(std::uint32_t element) const { return elements[element]; }
    [[nodiscard]] Kind kind(std::uint32_t element) const { return elements[element].kind; }
    [[nodiscard]] bool is_empty_tag(std::uint32_t element) const;
    [[nodiscard]] std::vector<std::uint32_t> children(std::uint32_t element) const;
    /// The first child of a kind; 0: none.
    [[nodiscard]] std::uint32_t child(std::uint32_t element, Kind kind) const;
    /// The nearest paragraph around an element; 0: none.
    [[nodiscard]] std::uint32_t paragraph_of(std::uint32_t element) const;
    /// The same outside of all text boxes.
    [[nodiscard]] std::uint32_t outer_paragraph_of(std::uint32_t element) const;
    /// The outermost element around that stands in the paragraph or in a holder: a run, mostly.
    [[nodiscard]] std::uint32_t unit_of(std::uint32_t element) const;
};

/// Throws PackageError.
[[nodiscard]] DocumentScan scan_document(std::string_view text, std::string_view part);

}  // namespace nianbao::word_annotation
