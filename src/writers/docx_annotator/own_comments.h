/// The comments of a document, in the part of their own and in those that speak of it: ours taken away and put in,
/// those of others kept.
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "writers/package_edits/package_draft.h"

namespace nianbao::word_annotation {

using annotation::PackageDraft;

/// Takes our comments away; gives their ids. The part goes with the last of them where it came with the first.
[[nodiscard]] std::set<std::string> remove_own_comments(PackageDraft& draft);

/// Adds comments and gives their ids, which are greater than all in the part and than `last_id`. They are of the time
/// at which the document says it was last saved or made, else of 1980: LibreOffice 7.4 makes an impossible one of none,
/// and the time at which they are written would make each copy another.
[[nodiscard]] std::vector<std::string> add_comments(PackageDraft& draft, const std::string& main_namespace,
                                                    const std::vector<std::string>& texts, unsigned long last_id);

/// Of at most nine digits; 0 for anything else.
[[nodiscard]] unsigned long number_of_id(std::string_view id);

}  // namespace nianbao::word_annotation
