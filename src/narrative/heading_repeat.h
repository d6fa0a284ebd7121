/// Narrative text that begins with the heading it stands under: a finding of the checks, and not printed twice.
///
/// Only what closes a heading makes one: `主动公开：全年……` and `（一）主动公开。` repeat theirs,
/// `主动公开政府信息386条` does not.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "model/form.h"
#include "model/report.h"

namespace nianbao {

/// An ordinal at the beginning of a text: （一） (一) 1. １． 一、
struct Ordinal {
    int value{};
    std::size_t length{};  ///< in bytes, with the blanks behind it; 0: there is none
};
[[nodiscard]] Ordinal leading_ordinal(std::string_view text);

/// How many bytes at the beginning of `text` repeat `heading` or one of its other spellings, whatever ordinal stands
/// before it.
[[nodiscard]] std::size_t repeated_heading(std::string_view text, std::string_view heading,
                                           const std::vector<std::string>& also_written = {});

/// The same for a section's body: its number and heading, the heading, or merely its number (六、) unless that
/// begins a list (七、 follows) or a word (五、六月).
[[nodiscard]] std::size_t repeated_section_heading(const Paragraphs& text, const Section& section);

/// How many bytes of a field's first paragraph repeat the heading printed above it; 0 where there is none.
[[nodiscard]] std::size_t repeated_heading(const Form& form, FieldId field, const Paragraphs& text);

}  // namespace nianbao
