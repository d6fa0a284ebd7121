// What section six says of fees, beside the tables.
#include <algorithm>

#include "checks/check_context.h"
#include "checks/word_passages.h"
#include "forms/cell_paths.h"

namespace nianbao {
namespace {

using Kind = ClaimToken::Kind;

bool is_money(const WordPassage& passage, const WrittenCount& count) {
    const ClaimWord& unit = passage.tokens.words->words[count.unit];
    return unit.is(WordRole::money) || unit.is(WordRole::ten_thousand);
}

bool names_money(std::span<const WordPassage> passages) {
    return std::any_of(passages.begin(), passages.end(), [](const WordPassage& passage) {
        return std::any_of(passage.counts.counts.begin(), passage.counts.counts.end(),
                           [&](const WrittenCount& count) { return is_money(passage, count); });
    });
}

Amount in_yuan(const Amount& ten_thousands) { return times(times(ten_thousands, 100), 100); }

/// A table that prints 0.04 may have rounded 399 yuan; one that prints 0 has none.
Amount rounding_of(const Amount& amount) {
    if (is_zero(amount)) return {};
    Amount half{0, 500000000000000000};
    for (int i = decimals(amount); i > 0; --i) half.attos /= 10;
    return half;
}

/// So many tokens are looked at before an amount.
constexpr std::size_t reach = 200;

/// The sentence from its beginning to a token, in bytes.
std::string_view sentence_before(const WordPassage& passage, std::size_t token) {
    std::size_t begin = token;
    const auto& tokens = passage.tokens.tokens;
    while (begin > 0 && token - begin < reach && !tokens[begin - 1].ends_sentence() && tokens[begin - 1].mark != U'；')
        --begin;
    const std::uint32_t from = passage.tokens.begin_byte(begin);
    return passage.passage.text.substr(from, passage.tokens.begin_byte(token) - from);
}

std::string_view clause_before(const WordPassage& passage, std::size_t token) {
    std::size_t begin = token;
    const auto& tokens = passage.tokens.tokens;
    while (begin > 0 && token - begin < reach && tokens[begin - 1].kind != Kind::stop &&
           tokens[begin - 1].kind != Kind::open)
        --begin;
    const std::uint32_t from = passage.tokens.begin_byte(begin);
    return passage.passage.text.substr(from, passage.tokens.begin_byte(token) - from);
}

}  // namespace

void check_fee_table(const Rule& rule, const CheckContext& context, Findings& findings) {
    const auto section = find_section(context.form, parameter_word(rule, "section"));
    if (!section || !names_money(context.text.of(*section))) return;
    const auto cells = cells_at(context.form, parameter_word(rule, "cell"));
    if (cells.size() != 1) return;
    const Range& fees = context.ranges.of(cells.front());
    if (!fees.high) return;
    const Amount most = in_yuan(*fees.high + rounding_of(*fees.high));
    for (const WordPassage& passage : context.text.of(*section)) {
        for (const WrittenCount& count : passage.counts.counts) {
            if (!is_money(passage, count)) continue;
            const ClaimWord& unit = passage.tokens.words->words[count.unit];
            const std::string_view clause = clause_before(passage, count.token);
            if (!mentions_any(sentence_before(passage, count.token), parameter_words(rule, "words")) ||
                !mentions_any(clause, parameter_words(rule, "received")) ||
                mentions_any(clause, parameter_words(rule, "not_words")))
                continue;
            const WrittenNumber& number = passage.tokens.numbers[passage.tokens.tokens[count.token].index];
            const Amount yuan = unit.is(WordRole::money) ? number.value : in_yuan(number.value);
            if (number.vague || yuan <= most) continue;
            Diagnostic& finding = add_finding(findings, rule, passage.address(count.token, count.behind - 1));
            finding.excerpt = std::string(clause) + passage.excerpt(count.token, count.behind - 1);
            finding.actual = to_string(*fees.high);
            finding.parts.push_back({cells.front(), Cell(*fees.high), 1, false, {}});
            break;  // one amount of a paragraph tells enough
        }
    }
}

void check_fee_unpaid(const Rule& rule, const CheckContext& context, Findings& findings) {
    const auto section = find_section(context.form, parameter_word(rule, "section"));
    if (!section) return;
    const auto passages = context.text.of(*section);
    if (passages.empty() || mentions_any(passages, parameter_finder(rule, "words"))) return;
    for (const std::string& path : parameter_words(rule, "cells")) {
        for (const CellId cell : cells_at(context.form, path)) {
            const Range& range = context.ranges.of(cell);
            if (!range.is_point() || is_zero(*range.low)) continue;
            Diagnostic& finding = add_finding(findings, rule, passages.front().passage.at);
            finding.actual = to_string(*range.low);
            finding.parts.push_back({cell, Cell(*range.low), 1, false, {}});
            return;
        }
    }
}

}  // namespace nianbao
