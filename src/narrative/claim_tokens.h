/// A paragraph cut into what claims are made of: known words (the longest that begins at each place), numbers, dates,
/// marks; the rest between them is unknown.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "model/claims.h"
#include "model/word_finder.h"
#include "narrative/written_numbers.h"
#include "unicode/dense_text.h"

namespace nianbao {

struct ClaimToken {
    enum class Kind : std::uint8_t {
        word,
        number,
        date,    ///< 2024年, 2024年度, 2024年12月31日, 12月
        stop,    ///< ，。；：！？
        list,    ///< 、
        open,    ///< （
        close,   ///< ）
        opaque,  ///< 《…》, 〔2021〕
        self,    ///< a name of the unit whose report it is
        unknown,
    } kind{};
    std::uint32_t begin{}, end{};  ///< code points of the dense text
    std::uint32_t index{};         ///< of a word in ClaimWords, of a number in `numbers`, of a bracket's partner
    char32_t mark{};               ///< of stop, open and close
    std::uint16_t year{}, month{}, day{};  ///< of a date; 0: not named

    [[nodiscard]] bool ends_sentence() const {
        return kind == Kind::stop && (mark == U'。' || mark == U'！' || mark == U'？' || mark == U'\n');
    }
};

struct ClaimTokens {
    DenseText text;
    std::vector<ClaimToken> tokens;
    std::vector<WrittenNumber> numbers;
    const ClaimWords* words{};

    /// The word a token is; an empty one for another kind.
    [[nodiscard]] const ClaimWord& word(const ClaimToken& token) const {
        return token.kind == ClaimToken::Kind::word ? words->words[token.index] : no_word;
    }
    [[nodiscard]] bool is(std::size_t token, WordRole role) const {
        return token < tokens.size() && word(tokens[token]).is(role);
    }
    [[nodiscard]] std::uint32_t begin_byte(std::size_t token) const { return text.begins[tokens[token].begin]; }
    [[nodiscard]] std::uint32_t end_byte(std::size_t token) const { return text.ends[tokens[token].end - 1]; }

private:
    static const ClaimWord no_word;
};

/// `own_names`: of the unit whose report it is, without blanks. Takes linear time. `words` must live as long as what is
/// given back.
[[nodiscard]] ClaimTokens claim_tokens(DenseText text, const ClaimWords& words, const WordFinder& own_names);

}  // namespace nianbao
