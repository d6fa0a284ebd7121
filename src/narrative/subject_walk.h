/// The walk from a number over the words beside it, word by word: which of them name a subject, which may stand on the
/// way, which take the claim away.
#pragma once

#include <cstddef>
#include <vector>

#include "model/claims.h"
#include "narrative/claim_tokens.h"

namespace nianbao {

/// Of which year and of whose area a report speaks.
struct ClaimScope {
    int year{};
    bool area{};  ///< the report speaks for all organs of its area
};

/// One subject while it is read: 收到政府信息公开申请.
struct SubjectPart {
    const ClaimWord* head{};
    int topic{-1};
    std::size_t first{}, last{};

    [[nodiscard]] bool empty() const { return !head && topic < 0; }
};

/// A walk from a number over the words beside it.
struct SubjectWalk {
    std::vector<SubjectPart> parts;  ///< from the number outwards
    SubjectPart part;                ///< the one being read
    bool blocked{};                  ///< a word that takes the claim away
    bool last_time{}, next_time{};
    bool together{}, each{}, respectively{}, names_number{};
    bool may_cross{}, crossed{};  ///< over a comma: 收到申请，共51件
    bool exemplified{};           ///< 查封、扣押等行政强制: unknown words before 等
    bool partial{};               ///< what is counted is qualified by unknown words
    int parent{-1};               ///< the total that stands before the subject

    [[nodiscard]] bool has_subject() const { return !part.empty() || !parts.empty(); }
};

class SubjectWalker {
public:
    SubjectWalker(const ClaimTokens& tokens, const std::vector<Claim>& claims, const ClaimScope& scope)
        : tokens_(tokens), claims_(claims), scope_(scope) {}

    /// From a token to the left, as far as the phrase reaches; what is read last closes the list of parts.
    void walk_left(std::size_t from, std::size_t begin, SubjectWalk& walk) const;
    /// Takes one token that may stand anywhere in a phrase; false for any other.
    [[nodiscard]] bool passes(std::size_t at, SubjectWalk& walk) const;

private:
    [[nodiscard]] bool step(std::size_t at, SubjectWalk& walk) const;
    [[nodiscard]] bool separates(std::size_t at) const;
    [[nodiscard]] bool step_over_separator(std::size_t at, SubjectWalk& walk) const;
    [[nodiscard]] bool ends_walk(std::size_t at, SubjectWalk& walk) const;
    void take_word(std::size_t at, const ClaimWord& word, SubjectWalk& walk) const;
    void take_word_before_head(std::size_t at, const ClaimWord& word, SubjectWalk& walk) const;
    void note_time(std::size_t at, SubjectWalk& walk) const;
    void note_blockers(std::size_t at, const ClaimWord& word, SubjectWalk& walk) const;
    [[nodiscard]] bool is_unit_alone(std::size_t at) const;
    [[nodiscard]] bool is_own_organ(std::size_t at) const;
    [[nodiscard]] bool is_qualified(std::size_t at, SubjectWalk& walk) const;
    [[nodiscard]] bool is_total_head(const ClaimWord& word) const;

    const ClaimTokens& tokens_;
    const std::vector<Claim>& claims_;
    const ClaimScope& scope_;
};

}  // namespace nianbao
