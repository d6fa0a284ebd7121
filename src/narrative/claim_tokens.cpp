#include "narrative/claim_tokens.h"

#include <array>
#include <optional>
#include <utility>

#include "unicode/utf8.h"

namespace nianbao {
namespace {

using Kind = ClaimToken::Kind;

constexpr std::array<std::pair<char32_t, char32_t>, 6> opaque_pairs{
    {{U'《', U'》'}, {U'〈', U'〉'}, {U'〔', U'〕'}, {U'【', U'】'}, {U'[', U']'}, {U'［', U'］'}}};

bool is_stop(char32_t code) { return std::u32string_view(U"，。；：！？\n…—").find(code) != std::u32string_view::npos; }
bool is_quote(char32_t code) { return std::u32string_view(U"“”‘’\"'「」『』").find(code) != std::u32string_view::npos; }

class Tokenizer {
public:
    Tokenizer(DenseText text, const ClaimWords& words, const WordFinder& own_names) : own_names_(own_names) {
        result_.text = std::move(text);
        result_.words = &words;
        result_.tokens.reserve(result_.text.codes.size() / 2 + 4);
    }

    ClaimTokens run() {
        const std::u32string& codes = result_.text.codes;
        for (std::size_t at = 0; at < codes.size();) {
            if (is_ideograph(codes[at])) {
                at = take_words(at);
            } else if (is_quote(codes[at])) {
                ++at;
            } else {
                at = take(at);
            }
        }
        pair_brackets();
        return std::move(result_);
    }

private:
    std::size_t take(std::size_t at) {
        if (const std::size_t end = take_mark(at)) return end;
        if (const std::size_t end = take_opaque(at)) return end;
        return take_words(at);
    }

    std::size_t take_words(std::size_t at) {
        if (const std::size_t end = take_own_name(at)) return end;
        const Lexicon::Match match = result_.words->lexicon.longest_at(result_.text.codes, at);
        if (may_begin_number(result_.text.codes[at])) {
            const auto number = number_at(result_.text, at);
            if (number && number->length >= match.length) return take_number(at, *number);
        }
        if (match.length == 0) return take_unknown(at);
        add(Kind::word, at, at + match.length).index = match.entry;
        return at + match.length;
    }

    ClaimToken& add(Kind kind, std::size_t begin, std::size_t end) {
        ClaimToken& token = result_.tokens.emplace_back();
        token.kind = kind;
        token.begin = static_cast<std::uint32_t>(begin);
        token.end = static_cast<std::uint32_t>(end);
        return token;
    }

    std::size_t take_mark(std::size_t at) {
        const char32_t code = result_.text.codes[at];
        Kind kind = Kind::unknown;
        if (is_stop(code)) kind = Kind::stop;
        if (code == U'、') kind = Kind::list;
        if (code == U'（') kind = Kind::open;
        if (code == U'）') kind = Kind::close;
        if (kind == Kind::unknown) return 0;
        add(kind, at, at + 1).mark = code;
        return at + 1;
    }

    /// A title or a bracket with all that stands in it. Where nothing closes it, no later one of the kind is tried.
    std::size_t take_opaque(std::size_t at) {
        for (std::size_t i = 0; i < opaque_pairs.size(); ++i) {
            if (result_.text.codes[at] != opaque_pairs[i].first || unclosed_[i]) continue;
            const std::size_t end = result_.text.codes.find(opaque_pairs[i].second, at);
            if (end == std::u32string::npos) {
                unclosed_[i] = true;
                return 0;
            }
            add(Kind::opaque, at, end + 1);
            return end + 1;
        }
        return 0;
    }

    std::size_t take_own_name(std::size_t at) {
        const std::size_t length = own_names_.longest_at(result_.text.codes, at).length;
        if (length == 0) return 0;
        add(Kind::self, at, at + length);
        return at + length;
    }

    std::size_t take_unknown(std::size_t at) {
        std::vector<ClaimToken>& tokens = result_.tokens;
        const bool goes_on = !tokens.empty() && tokens.back().kind == Kind::unknown && tokens.back().end == at;
        if (goes_on) {
            ++tokens.back().end;
        } else {
            add(Kind::unknown, at, at + 1);
        }
        return at + 1;
    }

    std::size_t take_number(std::size_t at, const WrittenNumber& number) {
        const std::size_t end = at + number.length;
        if (const std::size_t date_end = take_date(at, end, number)) return date_end;
        add(Kind::number, at, end).index = static_cast<std::uint32_t>(result_.numbers.size());
        result_.numbers.push_back(number);
        return end;
    }

    [[nodiscard]] char32_t code(std::size_t at) const {
        return at < result_.text.codes.size() ? result_.text.codes[at] : U'\0';
    }

    static std::optional<std::uint16_t> small(const WrittenNumber& number) {
        const bool is_part = !number.percent && !number.vague && !number.grouped && is_integer(number.value) &&
                             number.value.units <= 2200 && !is_negative(number.value);
        return is_part ? std::optional(static_cast<std::uint16_t>(number.value.units)) : std::nullopt;
    }

    /// The number at `at` and the sign behind it; moves `at` behind both.
    std::optional<std::uint16_t> part(std::size_t& at, std::u32string_view signs) const {
        const auto number = number_at(result_.text, at);
        if (!number || signs.find(code(at + number->length)) == std::u32string_view::npos) return std::nullopt;
        const auto value = small(*number);
        if (value) at += number->length + 1;
        return value;
    }

    std::size_t take_date(std::size_t at, std::size_t end, const WrittenNumber& number) {
        const auto value = small(number);
        if (!value) return 0;
        std::uint16_t year = 0, month = 0, day = 0;
        if (code(end) == U'年' && *value >= 1900) {
            year = *value;
            ++end;
            if (code(end) == U'度') {
                ++end;
            } else if (const auto named = part(end, U"月")) {
                month = *named;
            }
        } else if (code(end) == U'月' && *value >= 1 && *value <= 12) {
            month = *value;
            ++end;
        } else {
            return 0;
        }
        if (month != 0) {
            if (code(end) == U'份' || code(end) == U'底' || code(end) == U'末') ++end;
            if (const auto named = part(end, U"日号")) day = *named;
        }
        ClaimToken& token = add(Kind::date, at, end);
        token.year = year;
        token.month = month;
        token.day = day;
        return end;
    }

    void pair_brackets() {
        std::vector<std::size_t> open;
        for (std::size_t i = 0; i < result_.tokens.size(); ++i) {
            ClaimToken& token = result_.tokens[i];
            if (token.kind == Kind::open) {
                token.index = static_cast<std::uint32_t>(i);
                open.push_back(i);
            } else if (token.kind == Kind::close) {
                token.index = static_cast<std::uint32_t>(i);
                if (open.empty()) continue;
                token.index = static_cast<std::uint32_t>(open.back());
                result_.tokens[open.back()].index = static_cast<std::uint32_t>(i);
                open.pop_back();
            }
        }
    }

    const WordFinder& own_names_;
    ClaimTokens result_;
    std::array<bool, opaque_pairs.size()> unclosed_{};
};

}  // namespace

const ClaimWord ClaimTokens::no_word;

ClaimTokens claim_tokens(DenseText text, const ClaimWords& words, const WordFinder& own_names) {
    return Tokenizer(std::move(text), words, own_names).run();
}

}  // namespace nianbao
