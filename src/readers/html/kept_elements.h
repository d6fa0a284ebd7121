/// The elements of a page that say something about its text, and those that hold none of it. All others stand for
/// nothing: `<font>`, `<a>`, `<o:p>`.
#pragma once

#include <cstdint>
#include <string_view>

namespace nianbao::html_reading {

enum class ElementKind : std::uint8_t {
    other,      ///< not kept
    swallowed,  ///< left out with all that is in it
    root,       ///< html, head and body: the first of each
    title,      ///< what it holds is text alone
    empty,      ///< has no end tag
    block,      ///< ends a paragraph and closes an open <p>
    heading,    ///< likewise; h1 to h6 close one another
    list,       ///< a block that <li> stays inside of
    item,       ///< li
    term,       ///< dt and dd
    paragraph,  ///< p
    form,       ///< only where it begins and ends is kept
    table,
    row_group,
    row,
    cell,
    caption,
    phrase,    ///< span
    emphasis,  ///< b and strong
};

/// By name in lower case.
[[nodiscard]] ElementKind kind_of_element(std::string_view name);

/// Whether text before and after its tags is in different paragraphs.
[[nodiscard]] bool is_block(ElementKind kind);

}  // namespace nianbao::html_reading
