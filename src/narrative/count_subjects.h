/// What a number in a sentence counts: the subjects before or behind it, as far as every word between is known. Where a
/// word is not, nothing is said: a number of something else must never be held against a table.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "model/claims.h"
#include "narrative/claim_tokens.h"
#include "narrative/subject_walk.h"

namespace nianbao {

/// The claims that one subject may be; a true number fits one of them.
using Candidates = std::vector<std::uint16_t>;

/// What the sentence has told so far.
struct ClaimContext {
    static constexpr int foreign = -2;
    int topic{-1};       ///< what the text speaks of; -1: nothing that is counted; foreign: something in no table
    Candidates carried;  ///< the head of the list that the number stands in: 作出…126件、行政处罚8件
};

struct CountSubjects {
    std::vector<Candidates> subjects;  ///< in the order of the text; several where they share a number or take turns
    Candidates instead;                ///< what the phrase may state as a whole: 收到公民、法人的申请61件
    std::size_t first{}, last{};       ///< tokens of the phrase, the number and its unit with it
    bool together{}, each{}, respectively{};
    bool names_number{};  ///< 数量: the unit may be missing
    int parent{-1};       ///< the total that the phrase itself names: 收到自然人申请41件
    int topic{-1};
    bool partial{};  ///< some of what the claim counts: the number may be at most what the table has
    bool headed{};   ///< a head stands in the phrase itself
};

class CountSubjectReader {
public:
    CountSubjectReader(const ClaimTokens& tokens, const std::vector<Claim>& claims, const ClaimScope& scope)
        : tokens_(tokens), claims_(claims), walker_(tokens, claims, scope) {}

    /// What the number at token `number` counts, its unit ending before token `behind`.
    [[nodiscard]] std::optional<CountSubjects> of_number(std::size_t number, std::size_t behind,
                                                         const ClaimContext& context) const;
    /// What is denied by the negation at token `negation`, between the tokens `begin` and `end` of its clause.
    [[nodiscard]] std::optional<CountSubjects> of_denial(std::size_t negation, std::size_t begin, std::size_t end,
                                                         const ClaimContext& context) const;

private:
    [[nodiscard]] std::optional<CountSubjects> to_the_left(std::size_t number, std::size_t behind,
                                                           const ClaimContext& context, bool over_comma) const;
    [[nodiscard]] std::optional<CountSubjects> to_the_right(std::size_t number, std::size_t behind,
                                                            const ClaimContext& context) const;
    [[nodiscard]] bool qualifies_topic(std::size_t behind, SubjectWalk& walk) const;
    [[nodiscard]] bool may_follow(std::size_t behind, SubjectWalk& walk) const;
    [[nodiscard]] std::optional<CountSubjects> resolve(SubjectWalk& walk, const ClaimContext& context) const;
    [[nodiscard]] Candidates resolve_part(const SubjectPart& part, const SubjectWalk& walk,
                                          const ClaimContext& context) const;
    [[nodiscard]] bool is_undeniable(const ClaimWord& word) const;
    [[nodiscard]] bool walk_denied(std::size_t negation, std::size_t end, std::size_t& last, SubjectWalk& walk) const;
    [[nodiscard]] bool is_asker(const Candidates& candidates) const;

    const ClaimTokens& tokens_;
    const std::vector<Claim>& claims_;
    SubjectWalker walker_;
};

}  // namespace nianbao
