// Lists and percentages inside a sentence: whether what stands behind 其中 adds up, and whether a share follows from
// the figures beside it. No table is asked where the text itself decides.
#include <algorithm>

#include "checks/check_context.h"
#include "checks/word_passages.h"

namespace nianbao {
namespace {

using Kind = ClaimToken::Kind;

/// So many findings in one paragraph tell enough.
constexpr std::size_t most_in_paragraph = 20;
/// A list that falls short of its total by more than this share of it names its main items only.
constexpr int most_missing_of_many = 5, most_missing_of_two = 10;

bool told_already(const Findings& findings, const Address& where) {
    return std::any_of(findings.begin(), findings.end(), [&](const Diagnostic& finding) {
        const Address& at = finding.at;
        return finding.code.starts_with("n.") && at.kind == where.kind && at.index == where.index &&
               at.paragraph == where.paragraph && at.begin < where.end && where.begin < at.end;
    });
}

/// The lists of one paragraph.
class ListReader {
public:
    ListReader(const Rule& rule, const WordPassage& passage, const std::vector<Claim>& claims, Findings& findings)
        : rule_(rule), passage_(passage), tokens_(passage.tokens), claims_(claims), findings_(findings) {}

    void run() {
        const std::size_t enough = findings_.size() + most_in_paragraph;
        for (const WrittenCount& count : passage_.counts.counts) {
            if (findings_.size() == enough) return;
            if (!is_exact(count)) continue;
            const std::size_t begin = list_behind(count);
            if (begin > 0) check(count, begin);
        }
    }

private:
    [[nodiscard]] const Amount& value(const WrittenCount& count) const {
        return tokens_.numbers[tokens_.tokens[count.token].index].value;
    }

    [[nodiscard]] bool is_exact(const WrittenCount& count) const {
        const WrittenNumber& number = tokens_.numbers[tokens_.tokens[count.token].index];
        const bool hedged = tokens_.is(count.token + 1, WordRole::above_behind) ||
                            tokens_.is(count.behind, WordRole::above_behind) ||
                            tokens_.is(count.behind, WordRole::about_behind) ||
                            (count.token > 0 && (tokens_.is(count.token - 1, WordRole::about_before) ||
                                                 tokens_.is(count.token - 1, WordRole::below_before) ||
                                                 tokens_.is(count.token - 1, WordRole::above_before)));
        return !number.vague && !number.grouped && !hedged;
    }

    /// Where the list begins of which a count is the total: behind 其中, or in brackets directly behind it.
    [[nodiscard]] std::size_t list_behind(const WrittenCount& count) {
        std::size_t at = count.behind;
        closes_ = std::string::npos;
        if (at >= tokens_.tokens.size()) return 0;
        if (tokens_.tokens[at].kind == Kind::open && tokens_.tokens[at].index > at) {
            closes_ = tokens_.tokens[at].index;
            bracketed_ = !tokens_.is(at + 1, WordRole::among);
            return tokens_.is(at + 1, WordRole::among) ? at + 2 : at + 1;
        }
        bracketed_ = false;
        if (tokens_.tokens[at].kind == Kind::stop && tokens_.tokens[at].mark == U'，') ++at;
        if (!tokens_.is(at, WordRole::among)) return 0;
        ++at;
        if (at < tokens_.tokens.size() && tokens_.tokens[at].kind == Kind::stop &&
            (tokens_.tokens[at].mark == U'，' || tokens_.tokens[at].mark == U'：'))
            ++at;
        return at;
    }

    [[nodiscard]] bool ends_list(std::size_t at) const {
        if (at >= tokens_.tokens.size() || at == closes_) return true;
        const ClaimToken& token = tokens_.tokens[at];
        return token.kind == Kind::close || token.ends_sentence() ||
               (token.kind == Kind::stop && token.mark != U'，') || tokens_.is(at, WordRole::among);
    }

    /// The items of a list, one count each; empty where it cannot be told what belongs to it.
    [[nodiscard]] std::vector<const WrittenCount*> items(const WrittenCount& total, std::size_t begin) {
        std::vector<const WrittenCount*> found;
        partial_ = false;
        bool by_marks = false, turns = false;
        const WrittenCount* item = nullptr;
        for (std::size_t at = begin;; ++at) {
            const bool end = ends_list(at);
            const bool comma = !end && tokens_.tokens[at].kind == Kind::stop;
            const bool mark = !end && (tokens_.tokens[at].kind == Kind::list || tokens_.is(at, WordRole::join));
            if (end || comma || (mark && item)) {
                if (item) found.push_back(item);
                if (!item && comma) return found;
                if (end || (comma && (by_marks || starts_anew(at + 1)))) return found;
                by_marks = by_marks || mark;
                item = nullptr;
                continue;
            }
            if (mark) {
                by_marks = true;
                continue;
            }
            if (tokens_.tokens[at].kind == Kind::open) {
                if (tokens_.tokens[at].index <= at) return {};
                at = tokens_.tokens[at].index;
                continue;
            }
            turns = turns || tokens_.is(at, WordRole::respectively);
            partial_ = partial_ || tokens_.is(at, WordRole::and_so_on);
            if (tokens_.is(at, WordRole::each)) return {};
            if (tokens_.is(at, WordRole::comparison) || tokens_.is(at, WordRole::change)) return {};
            const WrittenCount* count = count_at(at);
            if (!count) continue;
            if (item || !is_exact(*count) || count->unit != total.unit || is_total(*count)) {
                if (is_total(*count) && !found.empty()) return found;
                return {};
            }
            item = count;
            at = count->behind - 1;
        }
    }

    /// A clause that begins with 全年 or 共 counts something of its own.
    [[nodiscard]] bool starts_anew(std::size_t at) const {
        constexpr std::size_t reach = 3;
        for (std::size_t i = at; i < at + reach; ++i) {
            if (tokens_.is(i, WordRole::own_time) || tokens_.is(i, WordRole::together) || tokens_.is(i, WordRole::self))
                return true;
        }
        return false;
    }

    [[nodiscard]] const WrittenCount* count_at(std::size_t token) const {
        const auto& counts = passage_.counts.counts;
        const auto found = std::lower_bound(counts.begin(), counts.end(), token,
                                            [](const WrittenCount& count, std::size_t at) { return count.token < at; });
        return found != counts.end() && found->token == token ? &*found : nullptr;
    }

    [[nodiscard]] bool is_total(const WrittenCount& count) const {
        if (!count.statement) return false;
        const CountStatement& statement = passage_.counts.statements[*count.statement];
        return claims_[statement.subjects.back().front()].total;
    }

    void check(const WrittenCount& total, std::size_t begin) {
        const auto list = items(total, begin);
        if (list.empty()) return;
        Amount sum;
        bool any_told = false;
        for (const WrittenCount* item : list) {
            sum = sum + value(*item);
            if (sum == value(total)) return;  // what follows divides the same total in another way
            any_told = any_told || item->statement.has_value();
        }
        // The tables have decided; where they know some of the items only, the list mixes what it counts.
        if (any_told) return;
        const Amount whole = value(total);
        if (sum < whole && !falls_short(whole, sum, list.size())) return;
        if (sum > whole && bracketed_ && list.size() < 2) return;
        const std::size_t last = list.back()->behind - 1;
        const Address where = passage_.address(total.token, last);
        if (told_already(findings_, where)) return;
        Diagnostic& finding = add_finding(findings_, rule_, where);
        finding.excerpt = passage_.excerpt(total.token, last);
        finding.expected = to_string(whole);
        finding.actual = to_string(sum);
    }

    [[nodiscard]] bool falls_short(const Amount& whole, const Amount& sum, std::size_t count) const {
        if (count < 2 || partial_) return false;
        const int most = count > 2 ? most_missing_of_many : most_missing_of_two;
        return times(whole - sum, static_cast<unsigned>(most)) <= whole;
    }

    const Rule& rule_;
    const WordPassage& passage_;
    const ClaimTokens& tokens_;
    const std::vector<Claim>& claims_;
    Findings& findings_;
    std::size_t closes_{};
    bool bracketed_{}, partial_{};
};

}  // namespace

void check_breakdown(const Rule& rule, const CheckContext& context, Findings& findings) {
    for (const WordPassage& passage : context.text.of_sections())
        ListReader(rule, passage, context.form.claims.claims, findings).run();
}

}  // namespace nianbao
