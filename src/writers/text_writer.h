/// A document as plain text, made to be read by people and read back by programs.
///
/// What a line is shows in its first character: a paragraph begins with two full-width blanks, the program's own words
/// (草稿, guidance) with ※, a table with a box character, and everything else is a heading. Every block is followed by
/// an empty line but the last.
#pragma once

#include <cstddef>
#include <string>

#include "model/document.h"

namespace nianbao {

struct TextOptions {
    std::size_t width{100};  ///< columns a table takes at most
};

[[nodiscard]] std::string write_text(const Document& document, const TextOptions& options = {});

}  // namespace nianbao
