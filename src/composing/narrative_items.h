/// The narrative of a report as it is printed: repeated headings taken away, an agency's own sub-items put among the
/// form's.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/document.h"
#include "model/form.h"
#include "model/report.h"

namespace nianbao {

/// A sub-item: one of the form's, or one of the agency's own.
struct NarrativeItem {
    std::string heading;
    std::string title, guidance;
    Address at;
    std::vector<Paragraph> text;  ///< empty: nothing written
};

/// The paragraphs of a field, each with its address, the heading it repeats taken away.
[[nodiscard]] std::vector<Paragraph> field_paragraphs(const Report& report, const Form& form, FieldId field);

/// The items of a section, written or not, in the order they are printed: an item of the agency's own follows the field
/// that it names, or stands at the end.
[[nodiscard]] std::vector<NarrativeItem> items_of_section(const Report& report, const Form& form, std::size_t section);

/// The last part of a field's path: `platforms` for `/narrative/overview/platforms`.
[[nodiscard]] std::string_view last_part(std::string_view path);

}  // namespace nianbao
