// Percentages: whether 占48.1% follows from the figures beside it, or from what the tables have for them.
#include <algorithm>
#include <iterator>
#include <utility>

#include "checks/check_context.h"
#include "checks/word_passages.h"

namespace nianbao {
namespace {

using Kind = ClaimToken::Kind;

/// Counts above this are no counts of a year.
constexpr std::int64_t greatest_count = 1000000000;

/// A percentage with its digits: 48.1 is 481 tenths.
struct Share {
    std::int64_t value{}, scale{1};
    int places{};
};

Share share_of(const WrittenNumber& number) {
    constexpr int most_places = 4;
    Share share;
    Amount value = number.value;
    for (Amount place = number.place; !is_integer(place) && share.places < most_places; ++share.places) {
        place = times(place, 10);
        value = times(value, 10);
        share.scale *= 10;
    }
    share.value = value.units;
    return share;
}

/// Within half a unit of the last digit.
bool follows(const Share& share, std::int64_t part, std::int64_t whole) {
    const std::int64_t difference = part * 100 * share.scale - share.value * whole;
    return 2 * (difference < 0 ? -difference : difference) <= whole;
}

std::string rounded_share(const Share& share, std::int64_t part, std::int64_t whole) {
    const std::int64_t value = (2 * part * 100 * share.scale + whole) / (2 * whole);
    std::string text = std::to_string(value / share.scale);
    if (share.places > 0) {
        const std::string rest = std::to_string(value % share.scale);
        text += "." + std::string(static_cast<std::size_t>(share.places) - rest.size(), '0') + rest;
    }
    return text + "%";
}

class ShareReader {
public:
    ShareReader(const Rule& rule, const CheckContext& context, const WordPassage& passage, Findings& findings)
        : rule_(rule), context_(context), passage_(passage), tokens_(passage.tokens), findings_(findings) {}

    void run() {
        constexpr std::size_t most_in_paragraph = 20;
        const std::size_t enough = findings_.size() + most_in_paragraph;
        const bool any = std::any_of(tokens_.numbers.begin(), tokens_.numbers.end(),
                                     [](const WrittenNumber& number) { return number.percent; });
        for (std::size_t at = 0; any && at < tokens_.tokens.size() && findings_.size() < enough; ++at) {
            const ClaimToken& token = tokens_.tokens[at];
            if (token.kind != Kind::number || !tokens_.numbers[token.index].percent) continue;
            if (const std::size_t word = share_word(at); word != at) check(word, at);
            if (at > 0 && tokens_.is(at - 1, WordRole::change)) check_growth(at);
        }
    }

private:
    /// 占 in the clause before a percentage, no other number between; the percentage itself where there is none.
    [[nodiscard]] std::size_t share_word(std::size_t percent) const {
        for (std::size_t at = percent; at > 0;) {
            --at;
            if (tokens_.is(at, WordRole::share)) return at;
            if (tokens_.tokens[at].kind == Kind::stop || tokens_.is(at, WordRole::comparison)) break;
            if (tokens_.tokens[at].kind == Kind::number && !stands_for_whole(at)) break;
        }
        return percent;
    }

    /// 收到51件，上年42件，增长21.4%: a change follows from any two of the new, the old and the difference.
    void check_growth(std::size_t percent) {
        const auto counts = counts_before(percent);
        if (counts.size() < 2 || !is_beside(*counts.front(), percent)) return;
        const WrittenCount& last = *counts.front();
        const Share share = share_of(tokens_.numbers[tokens_.tokens[percent].index]);
        for (std::size_t i = 1; i < counts.size(); ++i) {
            if (counts[i]->unit != last.unit) continue;
            for (std::size_t j = 0; j < i; ++j) {
                if (counts[j]->unit != last.unit) continue;
                const std::int64_t a = value(*counts[i]), b = value(*counts[j]), difference = a > b ? a - b : b - a;
                for (const auto& [part, whole] : {std::pair{difference, a}, std::pair{difference, b}, std::pair{b, a},
                                                  std::pair{b, a - b}, std::pair{b, a + b}}) {
                    if (whole > 0 && follows(share, part, whole)) return;
                }
            }
        }
        const WrittenCount& before = *counts[1];
        if (before.unit != last.unit) return;
        const bool is_difference = last.token > 0 && tokens_.is(last.token - 1, WordRole::change);
        const bool grew = is_growth(percent - 1);
        std::int64_t part = value(last), whole = value(before);
        if (is_difference) {
            if (counts.size() == 2) whole = grew ? whole - part : whole + part;
        } else {
            part = part > whole ? part - whole : whole - part;
            if (!compares(before, last)) return;
        }
        if (whole > 0) tell(last, percent, share, part, whole);
    }

    /// Whether a comparison stands between two counts, or before the first: 比上年的42件增加9件.
    [[nodiscard]] bool compares(const WrittenCount& first, const WrittenCount& second) const {
        for (std::size_t at = first.behind; at < second.token; ++at) {
            if (tokens_.is(at, WordRole::comparison) || tokens_.is(at, WordRole::last_time)) return true;
        }
        return false;
    }

    /// 增长 and not 下降: the difference was added.
    [[nodiscard]] bool is_growth(std::size_t word) const { return !tokens_.is(word, WordRole::decrease); }

    [[nodiscard]] std::int64_t value(const WrittenCount& count) const {
        return tokens_.numbers[tokens_.tokens[count.token].index].value.units;
    }

    /// 占办结494件的29.6%: a count directly before the percentage.
    [[nodiscard]] bool stands_for_whole(std::size_t number) const {
        return tokens_.is(number + 1, WordRole::unit) && tokens_.is(number + 2, WordRole::condition);
    }

    /// Counts of the sentence that stand before a token, the nearest first.
    [[nodiscard]] std::vector<const WrittenCount*> counts_before(std::size_t token) const {
        constexpr std::size_t reach = 200, most = 24;
        std::size_t begin = token;
        while (begin > 0 && token - begin < reach && !tokens_.tokens[begin - 1].ends_sentence()) --begin;
        const auto& counts = passage_.counts.counts;
        auto count = std::lower_bound(counts.begin(), counts.end(), token,
                                      [](const WrittenCount& each, std::size_t at) { return each.token < at; });
        std::vector<const WrittenCount*> found;
        while (count != counts.begin() && found.size() < most && std::prev(count)->token >= begin) {
            --count;
            const WrittenNumber& number = tokens_.numbers[tokens_.tokens[count->token].index];
            if (number.vague || number.grouped || !is_integer(number.value)) continue;
            if (number.value.units < greatest_count) found.push_back(&*count);
        }
        return found;
    }

    void check(std::size_t word, std::size_t percent) {
        const auto counts = counts_before(word);
        if (counts.empty() || !is_beside(*counts.front(), word)) return;
        const WrittenCount& part = *counts.front();
        std::vector<std::int64_t> parts{value(part)}, wholes;
        for (std::size_t i = 1; i < counts.size(); ++i) {  // several items of a list may be taken together
            parts.push_back(parts.back() + value(*counts[i]));
            if (counts[i]->unit == part.unit) wholes.push_back(value(*counts[i]));
        }
        const std::size_t in_text = wholes.size();
        add_named(word, percent, wholes);
        const std::size_t certain = wholes.size();
        add_totals(wholes);
        const Share share = share_of(tokens_.numbers[tokens_.tokens[percent].index]);
        if (share.value == 100 * share.scale) return;  // 办结率100%: of those that were due
        for (const std::int64_t each : parts) {
            for (const std::int64_t whole : wholes) {
                if (whole > 0 && follows(share, each, whole)) return;
            }
        }
        // Named by the phrase first; else the nearest count that is greater.
        for (std::size_t i = in_text; i < certain; ++i) {
            if (wholes[i] > 0 && wholes[i] >= parts.front()) return tell(part, percent, share, value(part), wholes[i]);
        }
        for (std::size_t i = 0; i < in_text; ++i) {
            if (wholes[i] > parts.front()) return tell(part, percent, share, value(part), wholes[i]);
        }
    }

    /// The count is the subject of the share: in its clause or the one before, nothing counted between.
    [[nodiscard]] bool is_beside(const WrittenCount& count, std::size_t word) const {
        int stops = 0;
        for (std::size_t at = count.behind; at < word; ++at) {
            if (tokens_.tokens[at].kind == Kind::stop) ++stops;
        }
        return stops <= 1;
    }

    /// 占办结总数的48.1%: what the tables have for the whole that is named.
    void add_named(std::size_t word, std::size_t percent, std::vector<std::int64_t>& wholes) const {
        for (std::size_t at = word + 1; at < percent; ++at) {
            const ClaimToken& token = tokens_.tokens[at];
            if (token.kind == Kind::number) wholes.push_back(tokens_.numbers[token.index].value.units);
            for (const std::uint16_t claim : tokens_.word(token).claims) add_readings(claim, wholes);
        }
    }

    /// Any total of the tables may be what was divided by.
    void add_totals(std::vector<std::int64_t>& wholes) const {
        const auto& claims = context_.form.claims.claims;
        for (std::size_t i = 0; i < claims.size(); ++i) {
            if (claims[i].total) add_readings(static_cast<std::uint16_t>(i), wholes);
        }
    }

    void add_readings(std::uint16_t claim, std::vector<std::int64_t>& wholes) const {
        for (const ClaimReading& reading : context_.form.claims.claims[claim].readings) {
            Range range{Amount{}, Amount{}};
            for (const ClaimReading::Term& term : reading.terms) {
                const Range& cell = context_.ranges.of(term.cell);
                range = range + (term.sign < 0 ? -cell : cell);
            }
            if (range.is_point() && reading.less_stated.empty() && range.low->units < greatest_count)
                wholes.push_back(range.low->units);
        }
    }

    void tell(const WrittenCount& beside, std::size_t percent, const Share& share, std::int64_t part,
              std::int64_t whole) {
        const Address where = passage_.address(beside.token, percent);
        const bool told = std::any_of(findings_.begin(), findings_.end(), [&](const Diagnostic& finding) {
            return finding.code.starts_with("n.") && finding.at.kind == where.kind && finding.at.index == where.index &&
                   finding.at.paragraph == where.paragraph && finding.at.begin < where.end &&
                   where.begin < finding.at.end;
        });
        if (told) return;
        Diagnostic& finding = add_finding(findings_, rule_, where);
        finding.excerpt = passage_.excerpt(beside.token, percent);
        finding.expected = rounded_share(share, part, whole);
        finding.actual = passage_.excerpt(percent, percent);
    }

    const Rule& rule_;
    const CheckContext& context_;
    const WordPassage& passage_;
    const ClaimTokens& tokens_;
    Findings& findings_;
};

}  // namespace

void check_percent(const Rule& rule, const CheckContext& context, Findings& findings) {
    for (const WordPassage& passage : context.text.of_sections()) ShareReader(rule, context, passage, findings).run();
}

}  // namespace nianbao
