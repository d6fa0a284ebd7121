/// Runs in two, so that an anchor can stand between.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "writers/docx_annotator/document_scan.h"

namespace nianbao::word_annotation {

/// The text of an element in the part.
[[nodiscard]] std::string_view tag_of(std::string_view part, const ScannedElement& element);

/// What the namespace of WordprocessingML is called at an element, and what has to be declared where it has no prefix
/// there: attributes cannot do without.
struct Words {
    std::string prefix, declaration;
};
[[nodiscard]] Words words_at(std::string_view part, const DocumentScan& scan, std::uint32_t element);

/// The run's properties as they stand; empty: none.
[[nodiscard]] std::string_view properties_of(std::string_view part, const DocumentScan& scan, std::uint32_t run);

/// Whether a run can be had twice: its properties come first, and no change of them is tracked, which has an id.
[[nodiscard]] bool can_be_cut(const DocumentScan& scan, std::uint32_t run);

/// Where in the part the text of a `t` is to be cut so that `shown` bytes of what is read of it come first, or some
/// blanks fewer. Nothing where a cut would change what is read.
[[nodiscard]] std::optional<std::size_t> place_of_cut(std::string_view part, const ScannedElement& text,
                                                      std::size_t shown);

/// What stands in front of the anchors and behind them; `text` is the `t` that is cut, 0: the run between its children.
struct CutTags {
    std::string before, behind;
};
[[nodiscard]] CutTags tags_of_cut(std::string_view part, const DocumentScan& scan, std::uint32_t run,
                                  std::uint32_t text, std::size_t at);

}  // namespace nianbao::word_annotation
