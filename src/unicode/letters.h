/// Which characters are words, by their Unicode category.
#pragma once

namespace nianbao {

/// Letters, ideographs, marks and numbers; not blanks, punctuation or signs.
[[nodiscard]] bool is_letter(char32_t code);

}  // namespace nianbao
