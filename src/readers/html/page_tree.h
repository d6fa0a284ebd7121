/// A page as the tree that a browser makes of it, flat: each element is followed by what is in it. Only what is text,
/// or says something about text, is there (`kept_elements.h`).
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "readers/html/kept_elements.h"

namespace nianbao::html_reading {

struct PageNode {
    std::string_view name;  ///< in lower case; empty: text
    ElementKind kind{};
    std::string text;          ///< with character references resolved
    bool strong{};             ///< text that is emphasised
    std::size_t offset{};      ///< the byte at which text begins in the source
    std::size_t end{};         ///< index behind the last node that is in this one
    std::uint16_t columns{1};  ///< that a cell wants to cover, at most `max_page_span`
    std::uint16_t rows{1};     ///< likewise; 0: down to the end of the rows that belong together
    bool hidden{};             ///< `hidden`, or `display: none`
    std::string class_name;
};

constexpr std::uint16_t max_page_span = 1'000;

struct PageTree {
    std::vector<PageNode> nodes;
    std::string title;                       ///< as written in `<title>`
    std::string generator;                   ///< what a `<meta>` says that made the page
    std::map<std::string, std::string> own;  ///< what a `<meta>` of our own says, by name without its prefix
    struct OwnArticle {
        std::size_t node{};
        std::map<std::string, std::string> own;  ///< what its attributes of our own say, likewise
    };
    std::vector<OwnArticle> own_articles;  ///< elements with such attributes
    std::vector<std::size_t> pictures;     ///< bytes at which pictures and embedded objects began

    [[nodiscard]] bool is(std::size_t node, std::string_view name) const { return nodes[node].name == name; }
    /// The children of an element, in order.
    [[nodiscard]] std::vector<std::size_t> children_of(std::size_t node) const;
};

/// Throws InputError, i.limit.
[[nodiscard]] PageTree parse_page(std::string_view page);

}  // namespace nianbao::html_reading
