/// What an agency writes passes Mustache and Markdown as tokens, a pair of private-use characters each, and takes its
/// place afterwards: so nothing an agency writes is ever parsed.
///
/// A pair, because a report may hold more texts than the private planes have characters.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "model/document.h"

namespace nianbao {

/// A piece of a line, whole paragraphs, or a table.
using Expansion = std::variant<Run, std::vector<Paragraph>, Grid>;

class Tokens {
public:
    /// The token that stands for `expansion`.
    [[nodiscard]] std::string add(Expansion expansion);
    [[nodiscard]] const Expansion& operator[](std::size_t token) const { return expansions_[token]; }

private:
    std::vector<Expansion> expansions_;
};

/// Rendered text cut into what a template wrote and the tokens in it.
struct TokenPiece {
    std::string_view text;  ///< empty where it is a token
    std::size_t token{};
};
[[nodiscard]] std::vector<TokenPiece> cut_at_tokens(std::string_view text);

}  // namespace nianbao
