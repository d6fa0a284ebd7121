// Years beside a verb of doing: last year's text left in, or next year's work told too early. A year speaks of its
// clause only where it opens it; 公开2023年度决算 names something else.
#include <algorithm>

#include "checks/check_context.h"
#include "checks/word_passages.h"

namespace nianbao {
namespace {

using Kind = ClaimToken::Kind;

/// So many findings of one rule in one paragraph tell enough.
constexpr int most_in_paragraph = 20;

bool begins_clause(const ClaimTokens& tokens, std::size_t at) {
    for (; at > 0; --at) {
        const ClaimToken& before = tokens.tokens[at - 1];
        if (before.kind == Kind::stop || before.kind == Kind::open) return true;
        if (before.kind != Kind::self && !tokens.is(at - 1, WordRole::self)) return false;
    }
    return true;
}

/// The verb that a year at the head of its clause speaks of; the year itself where there is none.
std::size_t verb_behind(const ClaimTokens& tokens, std::size_t year) {
    constexpr std::size_t reach = 8;
    for (std::size_t at = year + 1; at < tokens.tokens.size() && at <= year + reach; ++at) {
        const ClaimToken& token = tokens.tokens[at];
        if (token.kind == Kind::stop && (at > year + 1 || token.mark != U'，')) break;
        if (token.kind == Kind::list || token.kind == Kind::open || token.kind == Kind::opaque) break;
        if (tokens.is(at, WordRole::not_of_year) || tokens.is(at, WordRole::join)) break;
        const bool counts = token.kind == Kind::number && tokens.is(at + 1, WordRole::unit);
        if (tokens.is(at, WordRole::doing) || !tokens.word(token).claims.empty() || counts) return at;
    }
    return year;
}

/// 截至2023年底，累计公开…: what is told of the day.
std::size_t verb_of_next_clause(const ClaimTokens& tokens, std::size_t date) {
    constexpr std::size_t reach = 8;
    std::size_t at = date + 1;
    const std::size_t to = std::min(at + reach, tokens.tokens.size());
    while (at < to && tokens.tokens[at].kind != Kind::stop) ++at;
    const std::size_t verb = verb_behind(tokens, at);
    return verb == at ? date : verb;
}

/// A sentence that sets the year beside the report's own compares them.
bool compares(const ClaimTokens& tokens, std::size_t at, int own_year) {
    constexpr std::size_t reach = 200;
    const std::size_t from = at < reach ? 0 : at - reach, to = std::min(at + reach, tokens.tokens.size());
    while (at > from && !tokens.tokens[at - 1].ends_sentence()) --at;
    for (; at < to && !tokens.tokens[at].ends_sentence(); ++at) {
        if (tokens.is(at, WordRole::own_time) && !tokens.is(at, WordRole::doing)) return true;
        if (tokens.tokens[at].kind == Kind::date && tokens.tokens[at].year == own_year && tokens.tokens[at].month == 0)
            return true;
    }
    return false;
}

std::size_t last_of_clause(const ClaimTokens& tokens, std::size_t at) {
    constexpr std::size_t reach = 40;
    const std::size_t to = std::min(at + reach, tokens.tokens.size() - 1);
    while (at < to && tokens.tokens[at + 1].kind != Kind::stop) ++at;
    return at;
}

template <typename Wanted>
void check_years(const Rule& rule, const CheckContext& context, Findings& findings, Wanted wanted) {
    const auto& sections = parameter_words(rule, "sections");
    for (const WordPassage& passage : context.text.of_sections()) {
        const Section& section = context.form.sections[static_cast<std::size_t>(passage.passage.section)];
        if (std::find(sections.begin(), sections.end(), section.id) == sections.end()) continue;
        const ClaimTokens& tokens = passage.tokens;
        int told = 0;
        for (std::size_t at = 0; at < tokens.tokens.size() && told < most_in_paragraph; ++at) {
            const ClaimToken& token = tokens.tokens[at];
            if (token.kind != Kind::date || token.year == 0 || !wanted(token.year)) continue;
            const bool closes = at > 0 && tokens.is(at - 1, WordRole::until) && (token.month == 0 || token.month == 12);
            if (!closes && (token.month != 0 || !begins_clause(tokens, at))) continue;
            if (compares(tokens, at, context.report.year)) continue;
            const std::size_t verb = closes ? verb_of_next_clause(tokens, at) : verb_behind(tokens, at);
            if (verb == at) continue;
            const std::size_t last = last_of_clause(tokens, verb);
            ++told;
            add_finding(findings, rule, passage.address(at, last)).excerpt = passage.excerpt(at, last);
        }
    }
}

}  // namespace

void check_stale_year(const Rule& rule, const CheckContext& context, Findings& findings) {
    const int year = context.report.year;
    check_years(rule, context, findings, [=](int named) { return named != year && named != year + 1; });
}

void check_future_year(const Rule& rule, const CheckContext& context, Findings& findings) {
    const int year = context.report.year;
    check_years(rule, context, findings, [=](int named) { return named == year + 1; });
}

}  // namespace nianbao
