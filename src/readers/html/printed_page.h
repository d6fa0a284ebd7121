/// Pages of our own, and articles of our own on a site's page: each element is what it was written as. What people have
/// changed since is read as on any page.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "model/document.h"
#include "readers/html/page_text.h"

namespace nianbao::html_reading {

struct OwnPage {
    std::size_t root{};                             ///< the element that holds the report
    std::string title;                              ///< that it was written with
    std::map<std::string, std::string> properties;  ///< what it says of itself, by name without prefix
};

/// Nothing where the page is not ours, or has several articles that are.
[[nodiscard]] std::optional<OwnPage> own_page(const PageTree& tree);

/// Throws InputError, i.limit.
[[nodiscard]] std::vector<DocumentBlock> read_printed_page(const PageSource& page, std::size_t root);

}  // namespace nianbao::html_reading
