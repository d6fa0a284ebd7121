/// The paragraphs of a report's sections as the checks on words read them: cut into words once, read for counts once.
#pragma once

#include <map>
#include <vector>

#include "model/form.h"
#include "model/report.h"
#include "narrative/count_statements.h"
#include "narrative/passages.h"

namespace nianbao {

struct WordPassage {
    Passage passage;
    ClaimTokens tokens;
    CountReading counts;

    /// The bytes of some tokens, as an address and as text.
    [[nodiscard]] Address address(std::size_t first, std::size_t last) const;
    [[nodiscard]] std::string excerpt(std::size_t first, std::size_t last) const;
};

/// Of the sections, not of the preface; none where the form was read without claims.
[[nodiscard]] std::vector<WordPassage> read_word_passages(const Report& report, const Form& form,
                                                          const AgencyVocabulary& agencies);

}  // namespace nianbao
