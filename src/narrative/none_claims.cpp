#include "narrative/none_claims.h"

#include <algorithm>
#include <optional>

#include "unicode/utf8.h"

namespace nianbao {
namespace {

/// The longest word of negation and the like, in code points: so far back is looked for words that take a claim away.
constexpr std::size_t longest_word = 12;

/// One clause, without the mark that ends it.
class Clause {
public:
    Clause(std::u32string_view text, const NoneWords& words) : text_(text), words_(words) {
        while (first_ < text_.size() && is_blank(text_[first_])) ++first_;
        while (last_ > first_ && is_blank(text_[last_ - 1])) --last_;
    }

    std::vector<NoneClaim> find() {
        std::vector<NoneClaim> claims;
        if (ends_in(text_.size(), NoneWords::condition)) return claims;
        for (std::size_t at = 0; at < text_.size();) {
            const std::size_t verb = words_.longest_at(text_, at, NoneWords::verb);
            const std::size_t bare = words_.longest_at(text_, at, NoneWords::bare);
            const std::size_t end = at + std::max(verb, bare);
            if (end > at && claims_none(at, end, verb >= bare)) claims.push_back({at, end});
            at = std::max(end, at + 1);
        }
        return claims;
    }

private:
    bool claims_none(std::size_t begin, std::size_t end, bool verb) {
        if (ends_in(begin, NoneWords::no_claim_behind)) return false;
        if (words_.longest_at(text_, end, NoneWords::attributive) > 0) return false;
        if (begin == first_ && end == last_) return true;
        if (is_attribute()) return false;
        return verb ? end == text_.size() || last_counted().has_value() : is_followed_by_counted(end);
    }

    /// Whether a word of some role ends where `end` is.
    [[nodiscard]] bool ends_in(std::size_t end, NoneWords::Role role) const {
        const std::u32string_view before = text_.substr(0, end);
        for (std::size_t at = end < longest_word ? 0 : end - longest_word; at < end; ++at) {
            bool found = false;
            words_.lexicon.each_at(before, at, [&](std::size_t length, Lexicon::Entry entry) {
                found = found || (at + length == end && (words_.roles[entry] & role) != 0);
            });
            if (found) return true;
        }
        return false;
    }

    /// The end of what is counted at a place; `at` where there is nothing or a longer word that means something else.
    [[nodiscard]] std::size_t end_of_counted(std::size_t at) const {
        const std::size_t counted = words_.longest_at(text_, at, NoneWords::counted);
        return words_.longest_at(text_, at, NoneWords::not_counted) > counted ? at : at + counted;
    }

    /// Where the last word for what is counted ends. Looked for once in a clause.
    const std::optional<std::size_t>& last_counted() {
        if (looked_) return last_counted_;
        looked_ = true;
        for (std::size_t at = 0; at < text_.size();) {
            const std::size_t end = end_of_counted(at);
            if (end > at) {
                last_counted_ = at = end;
            } else {
                at += std::max<std::size_t>(1, words_.longest_at(text_, at, NoneWords::not_counted));
            }
        }
        return last_counted_;
    }

    /// 未收到申请的单位 speaks of offices; 未发生诉讼的情况 claims that there were no lawsuits.
    bool is_attribute() {
        if (!last_counted()) return false;
        const std::size_t end = *last_counted(), particle = words_.longest_at(text_, end, NoneWords::attributive);
        return particle > 0 && words_.longest_at(text_, end + particle, NoneWords::case_word) == 0;
    }

    /// 无因政府信息公开引发的行政复议: linking words alone stand between.
    [[nodiscard]] bool is_followed_by_counted(std::size_t at) const {
        constexpr int most_links = 16;
        for (int links = 0; links < most_links && at < text_.size(); ++links) {
            if (end_of_counted(at) > at) return true;
            const std::size_t link = words_.longest_at(text_, at, NoneWords::link);
            if (link == 0) return false;
            at += link;
        }
        return false;
    }

    std::u32string_view text_;
    const NoneWords& words_;
    std::size_t first_{}, last_{text_.size()};
    bool looked_{};
    std::optional<std::size_t> last_counted_;
};

}  // namespace

bool ends_none_clause(char32_t code) {
    return std::u32string_view(U"，。；：！？（）,;:!?()\n").find(code) != std::u32string_view::npos;
}

std::vector<NoneClaim> find_none_claims_in_clause(std::u32string_view clause, const NoneWords& words) {
    return Clause(clause, words).find();
}

std::vector<NoneClaim> find_none_claims(std::string_view text, const NoneWords& words) {
    std::u32string codes;
    std::vector<std::size_t> bytes;
    for (std::size_t at = 0; at < text.size();) {
        bytes.push_back(at);
        codes += next_code_point(text, at);
    }
    bytes.push_back(text.size());
    std::vector<NoneClaim> claims;
    for (std::size_t begin = 0; begin < codes.size();) {
        std::size_t end = begin;
        while (end < codes.size() && !ends_none_clause(codes[end])) ++end;
        for (const NoneClaim& claim :
             find_none_claims_in_clause(std::u32string_view(codes).substr(begin, end - begin), words)) {
            claims.push_back({bytes[begin + claim.begin], bytes[begin + claim.end]});
        }
        begin = end + 1;
    }
    return claims;
}

}  // namespace nianbao
