/// What a paragraph says of the cells of a form: every mention, in the order of the text. Clauses about something else
/// (other subjects, other years, comparisons, parts of a whole) say nothing.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "model/claims.h"
#include "narrative/claim_tokens.h"
#include "narrative/count_subjects.h"

namespace nianbao {

/// A number with its unit, whatever it counts.
struct WrittenCount {
    std::size_t token{};                   ///< of the number
    std::size_t behind{};                  ///< the token behind its unit
    std::uint32_t unit{};                  ///< index into ClaimWords
    std::optional<std::size_t> statement;  ///< that it belongs to
};

struct CountStatement {
    enum class How : std::uint8_t {
        one,
        sum,   ///< 予以公开、部分公开合计25件
        any,   ///< 行政复议、行政诉讼5件: of all of them, or of the last
        each,  ///< 行政复议、行政诉讼各1件
    } how{};
    enum class About : std::uint8_t { exact, rounded, about, below, above, far_above } about{};
    std::vector<Candidates> subjects;
    Candidates instead;  ///< what it may state as a whole instead; empty: nothing
    Amount value, place;
    bool denial{};                     ///< 未收到…: the value is 0
    std::size_t first{}, last{};       ///< tokens of the phrase
    int parent{-1};                    ///< the claim that it states a part of
    std::optional<std::size_t> whole;  ///< the statement of that claim, where it was made with a number
    bool partial{};                    ///< some of what the claim counts
    bool of_own_year{};                ///< the sentence names the report's own year
};

struct CountReading {
    std::vector<CountStatement> statements;
    std::vector<WrittenCount> counts;
};

/// `topic`: what the paragraph speaks of from its first word, -1: nothing.
[[nodiscard]] CountReading read_counts(const ClaimTokens& tokens, const std::vector<Claim>& claims,
                                       const ClaimScope& scope, int topic);

}  // namespace nianbao
