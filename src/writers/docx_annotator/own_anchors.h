/// Takes the anchors of comments out of the main part of a document, and back what was done to the text for them.
#pragma once

#include <set>
#include <string>
#include <string_view>

#include "writers/docx_annotator/document_scan.h"

namespace nianbao::word_annotation {

/// `ids` are those of the comments. Runs that were parted and are still side by side and alike are one again.
[[nodiscard]] std::string without_anchors(std::string_view part, const DocumentScan& scan,
                                          const std::set<std::string>& ids);

}  // namespace nianbao::word_annotation
