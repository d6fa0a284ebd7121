#include "narrative/none_claims.h"

#include <algorithm>
#include <optional>
#include <string>

#include "unicode/utf8.h"

namespace nianbao {
namespace {

using Words = std::vector<std::string>;

bool stands_at(std::string_view text, std::size_t at, std::string_view word) {
    return text.substr(at, word.size()) == word;
}

std::size_t longest_at(std::string_view text, std::size_t at, const Words& words) {
    std::size_t length = 0;
    for (const std::string& word : words) {
        if (word.size() > length && stands_at(text, at, word)) length = word.size();
    }
    return length;
}

bool ends_in_any(std::string_view text, const Words& words) {
    return std::any_of(words.begin(), words.end(), [&](const std::string& word) { return text.ends_with(word); });
}

/// A list such as 行政复议、行政诉讼 is one clause.
bool ends_clause(char32_t code) {
    return std::u32string_view(U"，。；：！？（）,;:!?()\n").find(code) != std::u32string_view::npos;
}

/// One clause, without the mark that ends it.
class Clause {
public:
    Clause(std::string_view text, const NoneWords& words) : text_(text), words_(words) {}

    /// The claims in it, placed from `offset`.
    void find(std::size_t offset, std::vector<NoneClaim>& claims) {
        if (ends_in_any(text_, words_.conditions)) return;
        for (std::size_t at = 0; at < text_.size();) {
            const std::size_t verb = longest_at(text_, at, words_.verbs), bare = longest_at(text_, at, words_.bare);
            if (const std::size_t end = at + std::max(verb, bare); end > at) {
                if (claims_none(at, end, verb >= bare)) claims.push_back({offset + at, offset + end});
                at = end;
            } else {
                static_cast<void>(next_code_point(text_, at));
            }
        }
    }

private:
    bool claims_none(std::size_t begin, std::size_t end, bool verb) {
        if (ends_in_any(text_.substr(0, begin), words_.no_claim_behind)) return false;
        if (longest_at(text_, end, words_.attributive) > 0) return false;
        if (is_alone(begin, end)) return true;
        if (is_attribute()) return false;
        return verb ? end == text_.size() || last_counted().has_value() : is_followed_by_counted(end);
    }

    [[nodiscard]] bool is_alone(std::size_t begin, std::size_t end) const {
        return end - begin == alone_.size() && text_.substr(begin, end - begin) == alone_;
    }

    /// The end of what is counted at a place; `at` where there is nothing or a longer word that means something else.
    [[nodiscard]] std::size_t end_of_counted(std::size_t at) const {
        const std::size_t counted = longest_at(text_, at, words_.counted);
        return longest_at(text_, at, words_.not_counted) > counted ? at : at + counted;
    }

    /// Where the last word for what is counted ends. Looked for once in a clause.
    const std::optional<std::size_t>& last_counted() {
        if (looked_) return last_counted_;
        looked_ = true;
        for (std::size_t at = 0; at < text_.size();) {
            const std::size_t end = end_of_counted(at);
            if (end > at) {
                last_counted_ = at = end;
            } else if (const std::size_t other = longest_at(text_, at, words_.not_counted); other > 0) {
                at += other;
            } else {
                static_cast<void>(next_code_point(text_, at));
            }
        }
        return last_counted_;
    }

    /// 未收到申请的单位 speaks of offices; 未发生诉讼的情况 claims that there were no lawsuits.
    bool is_attribute() {
        if (!last_counted()) return false;
        const std::size_t end = *last_counted(), particle = longest_at(text_, end, words_.attributive);
        return particle > 0 && longest_at(text_, end + particle, words_.cases) == 0;
    }

    /// 无因政府信息公开引发的行政复议: linking words alone stand between.
    [[nodiscard]] bool is_followed_by_counted(std::size_t at) const {
        constexpr int most_links = 16;
        for (int links = 0; links < most_links && at < text_.size(); ++links) {
            if (end_of_counted(at) > at) return true;
            const std::size_t link = longest_at(text_, at, words_.links);
            if (link == 0) return false;
            at += link;
        }
        return false;
    }

    std::string_view text_;
    const NoneWords& words_;
    std::string alone_{trimmed(text_)};
    bool looked_{};
    std::optional<std::size_t> last_counted_;
};

}  // namespace

std::vector<NoneClaim> find_none_claims(std::string_view text, const NoneWords& words) {
    std::vector<NoneClaim> claims;
    std::size_t begin = 0;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t here = at;
        if (!ends_clause(next_code_point(text, at))) continue;
        Clause(text.substr(begin, here - begin), words).find(begin, claims);
        begin = at;
    }
    Clause(text.substr(begin), words).find(begin, claims);
    return claims;
}

}  // namespace nianbao
