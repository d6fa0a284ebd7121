/// Whether a text on a page is a label of the form: the same, or the same but for a slip of the pen.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace nianbao {

/// A text with what writers vary at will taken away: blanks, full-width forms, quotation marks, a colon at the end.
[[nodiscard]] std::u32string label_key(std::string_view text);

/// Whether so many characters put in, left out or exchanged make one text of the other.
[[nodiscard]] bool differ_within(std::u32string_view a, std::u32string_view b, std::size_t slips);

enum class Likeness : std::uint8_t { none, near, same };

/// A label with its other spellings, ready to be compared with many texts.
class LabelPattern {
public:
    LabelPattern(const std::string& label, const std::vector<std::string>& also_written);

    [[nodiscard]] bool is_empty() const { return keys_.front().empty(); }
    /// The label or one of its other spellings.
    [[nodiscard]] bool is(const std::u32string& key) const;
    /// A slip of one character in six, at least one, in a label of at least four.
    [[nodiscard]] bool is_near(const std::u32string& key) const;

private:
    std::vector<std::u32string> keys_;  ///< the label itself first
};

}  // namespace nianbao
