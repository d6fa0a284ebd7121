/// What tells this program's comments from other people's, and what it has done to the text for their sake, so that a
/// later run finds both.
#pragma once

#include <string_view>

namespace nianbao::word_annotation {

inline constexpr std::string_view author = "nianbao";
inline constexpr std::string_view initials = "NB";
/// Of the relationship that leads to a part of comments that was not there before.
inline constexpr std::string_view relationship_id = "rIdNianbao";

// Sessions of editing (`rsidR`) that runs are said to be of. Offices keep them or drop them; what lacks them stays.
inline constexpr std::string_view parted_text = "006E6201";  ///< the second part of a run that was cut in a `t`
inline constexpr std::string_view parted_run = "006E6202";   ///< … that was cut between its children
inline constexpr std::string_view opened_tag = "006E6203";   ///< in a paragraph that was an empty tag

}  // namespace nianbao::word_annotation
