/// Which characters are words, by their Unicode category.
#pragma once

#include <string>
#include <string_view>

namespace nianbao {

/// Letters, ideographs, marks and numbers; not blanks, punctuation or signs.
[[nodiscard]] bool is_letter(char32_t code);

/// ASCII letters alone.
[[nodiscard]] std::string in_lower_case(std::string_view text);

}  // namespace nianbao
