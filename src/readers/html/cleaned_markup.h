/// A page with all that a parser need not see made into comments of the same length, so that bytes keep their places
/// and words that were cut over spans and fonts stay joined: scripts, pictures, controls, fonts, emphasis, links,
/// comments.
///
/// What is left is a small language, and within limits that keep a parser's time in proportion to the page: its tags
/// are few enough, nested only so deep, and none has very many attributes.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "readers/html/strong_text.h"

namespace nianbao::html_reading {

constexpr std::size_t max_page_tags = 300'000;  ///< and comments
constexpr std::size_t max_page_depth = 1'000;
constexpr std::size_t most_page_pictures = 1'000;

/// What <main> is called, since gumbo 0.10 takes it for a block when it begins and for none when others end; a <menu>
/// of its own is a <dir>, an older list.
constexpr std::string_view main_in_cleaned_markup = "menu";

struct CleanedMarkup {
    std::string page;
    StrongText strong;                  ///< what the tags said that are left out with the others
    std::vector<std::size_t> pictures;  ///< bytes at which pictures and embedded objects began, at most so many
};

/// Throws InputError, i.limit.
[[nodiscard]] CleanedMarkup clean_markup(std::string_view page);

}  // namespace nianbao::html_reading
