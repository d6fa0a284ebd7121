/// Words by which a text claims that there was none of what a report counts. All are looked for within a clause.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "model/lexicon.h"

namespace nianbao {

struct NoneWords {
    enum Role : std::uint16_t {
        verb = 1,  ///< 未收到: claims it where its clause names what is counted, or ends
        bare = 2,  ///< 无: claims it where what is counted follows, links alone between, or alone
        link = 4,
        counted = 8,
        not_counted = 16,      ///< longer words that begin with a counted one: 申请人
        no_claim_behind = 32,  ///< 有 (有无), 对 (对未收到…)
        condition = 64,        ///< a clause that ends with one is a condition: …的，
        attributive = 128,     ///< 的
        case_word = 256,       ///< behind 的 they leave a claim what it is: 未发生…的情况
    };

    Lexicon lexicon;
    std::vector<std::uint16_t> roles;  ///< by entry

    void add(std::u32string_view word, Role role) {
        const Lexicon::Entry entry = lexicon.add(word);
        if (entry >= roles.size()) roles.resize(entry + 1);
        roles[entry] = static_cast<std::uint16_t>(roles[entry] | role);
    }
    /// The length of the longest word at a place that plays a role; 0: none does.
    [[nodiscard]] std::size_t longest_at(std::u32string_view text, std::size_t at, Role role) const {
        std::size_t longest = 0;
        lexicon.each_at(text, at, [&](std::size_t length, Lexicon::Entry entry) {
            if ((roles[entry] & role) != 0) longest = length;
        });
        return longest;
    }
};

}  // namespace nianbao
