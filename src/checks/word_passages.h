/// The paragraphs of a report as the checks on words read them, each read once: without its blanks, and where counts
/// are asked for, cut into words.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "model/form.h"
#include "model/report.h"
#include "narrative/count_statements.h"
#include "narrative/passages.h"

namespace nianbao {

struct WordPassage {
    Passage passage;
    ClaimTokens tokens;  ///< the dense text, and its words if it is of a section
    CountReading counts;
    CodeSieve characters;  ///< those of the text

    [[nodiscard]] bool mentions(const WordFinder& words) const { return words.stands_in(codes(), characters); }
    [[nodiscard]] const std::u32string& codes() const { return tokens.text.codes; }
    /// The bytes of some code points.
    [[nodiscard]] Address address_of_codes(std::size_t begin, std::size_t end) const;
    /// The bytes of some tokens, as an address and as text.
    [[nodiscard]] Address address(std::size_t first, std::size_t last) const;
    [[nodiscard]] std::string excerpt(std::size_t first, std::size_t last) const;
};

/// The text of a report.
class WordPassages {
public:
    /// All paragraphs in the order of the form, those of the preface first.
    [[nodiscard]] std::span<const WordPassage> all() const { return passages_; }
    /// Of one section, or of `before_sections`.
    [[nodiscard]] std::span<const WordPassage> of(int section) const {
        const auto at = static_cast<std::size_t>(section - before_sections);
        return std::span(passages_).subspan(begins_[at], begins_[at + 1] - begins_[at]);
    }
    [[nodiscard]] std::span<const WordPassage> of(std::size_t section) const { return of(static_cast<int>(section)); }
    /// Of the sections alone.
    [[nodiscard]] std::span<const WordPassage> of_sections() const { return std::span(passages_).subspan(begins_[1]); }

private:
    friend WordPassages read_word_passages(const Report&, const Form&, const AgencyVocabulary&, bool);

    std::vector<WordPassage> passages_;
    std::vector<std::size_t> begins_;  ///< of the preface and each section; the end of the last
};

/// `with_counts`: cut into words and read for counts too, if the form was read with claims; never the preface.
[[nodiscard]] WordPassages read_word_passages(const Report& report, const Form& form, const AgencyVocabulary& agencies,
                                              bool with_counts);

/// How many code points some paragraphs have without blanks.
[[nodiscard]] std::size_t length_of(std::span<const WordPassage> passages);
[[nodiscard]] bool mentions_any(std::span<const WordPassage> passages, const WordFinder& words);

}  // namespace nianbao
