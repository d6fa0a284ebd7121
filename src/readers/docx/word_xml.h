/// What all parts of a document have in common.
#pragma once

#include <optional>
#include <string_view>

#include "ooxml/package.h"
#include "ooxml/xml_events.h"

namespace nianbao::docx_reading {

/// Whether an element is one of WordprocessingML, transitional or strict.
[[nodiscard]] bool is_word(const ooxml::XmlName& name);

/// A whole number of at most six digits.
[[nodiscard]] std::optional<int> whole_number(std::string_view text);
/// The attribute `val`.
[[nodiscard]] std::optional<int> whole_value(const ooxml::XmlAttributes& attributes);
/// A property that is on where it stands, unless it says no.
[[nodiscard]] bool is_set(const ooxml::XmlAttributes& attributes);

/// Events of a part that the main part leads to by a relationship of that type; none where there is no such part.
/// Throws PackageError, and what the handler throws.
void parse_related(const ooxml::Package& package, std::string_view type, ooxml::XmlHandler& handler);

}  // namespace nianbao::docx_reading
