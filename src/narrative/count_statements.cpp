#include "narrative/count_statements.h"

#include <algorithm>
#include <utility>

#include "narrative/none_claims.h"

namespace nianbao {
namespace {

using Kind = ClaimToken::Kind;
using How = CountStatement::How;
using About = CountStatement::About;

/// Of which time a sentence speaks.
enum class Time : std::uint8_t { unnamed, own, other };

class CountReader {
public:
    CountReader(const ClaimTokens& tokens, const std::vector<Claim>& claims, const ClaimScope& scope, int topic)
        : tokens_(tokens), claims_(claims), scope_(scope), subjects_(tokens, claims, scope_) {
        context_.topic = topic >= 0 ? topic : only_topic();
        find_denials();
    }

    CountReading run() {
        begin_sentence(0);
        for (at_ = 0; at_ < tokens_.tokens.size(); ++at_) take();
        return std::move(result_);
    }

private:
    /// What the paragraph speaks of from its first word, where it speaks of one thing only:
    /// 受理14件，连同上年结转的1件.
    [[nodiscard]] int only_topic() const {
        int topic = -1;
        for (const ClaimToken& token : tokens_.tokens) {
            const ClaimWord& word = tokens_.word(token);
            int named = word.topic;
            if (!word.claims.empty() && !word.is(WordRole::filler) && is_of_one_topic(word.claims))
                named = claims_[word.claims.front()].topic;
            if (word.is(WordRole::other_subject) || (named >= 0 && topic >= 0 && named != topic)) return -1;
            if (named >= 0) topic = named;
        }
        return topic;
    }

    [[nodiscard]] bool is_of_one_topic(const Candidates& claims) const {
        return std::all_of(claims.begin(), claims.end(),
                           [&](std::uint16_t each) { return claims_[each].topic == claims_[claims.front()].topic; });
    }

    struct Denial {
        std::size_t at, begin, end;  ///< tokens: of the negation, of its clause
    };

    /// The words of negation are looked for in clauses that hold one and something that is counted.
    void find_denials() {
        const auto& all = tokens_.tokens;
        for (std::size_t begin = 0; begin < all.size();) {
            std::size_t end = begin;
            bool negated = false;
            for (; end < all.size() && !ends_denial(all[end]); ++end)
                negated = negated || tokens_.is(end, WordRole::negation);
            if (negated) find_denials_in(begin, end);
            begin = end + 1;
        }
    }

    static bool ends_denial(const ClaimToken& token) {
        return token.kind == Kind::stop || token.kind == Kind::open || token.kind == Kind::close;
    }

    void find_denials_in(std::size_t begin, std::size_t end) {
        const std::size_t first = tokens_.tokens[begin].begin;
        const std::u32string_view clause =
            std::u32string_view(tokens_.text.codes).substr(first, tokens_.tokens[end - 1].end - first);
        for (const NoneClaim& claim : find_none_claims_in_clause(clause, tokens_.words->none)) {
            std::size_t at = begin;
            while (at < end && tokens_.tokens[at].end <= first + claim.begin) ++at;
            if (at < end) denials_.push_back({at, begin, end});
        }
    }

    void take() {
        const ClaimToken& token = tokens_.tokens[at_];
        if (next_denial_ < denials_.size() && denials_[next_denial_].at <= at_) take_denial(denials_[next_denial_++]);
        switch (token.kind) {
            case Kind::stop:
                return end_clause(token);
            case Kind::date:
                return take_date(token);
            case Kind::number:
                return take_number();
            case Kind::word:
                return take_word(tokens_.word(token));
            default:
                return;
        }
    }

    void end_clause(const ClaimToken& token) {
        compared_ = false;
        foreign_ = false;
        if (!token.ends_sentence() && token.mark != U'；') return;
        publishing_ = false;
        context_.carried.clear();
        last_total_ = -1;
        whole_.reset();
        if (token.mark == U'；') return;
        time_ = Time::unnamed;
        begin_sentence(at_ + 1);
    }

    /// Looks ahead for words that take a whole sentence away.
    void begin_sentence(std::size_t begin) {
        elsewhere_ = false;
        for (std::size_t at = begin; at < tokens_.tokens.size() && !tokens_.tokens[at].ends_sentence(); ++at)
            elsewhere_ = elsewhere_ || tokens_.is(at, WordRole::elsewhere);
    }

    /// Whether the time named at a place is that of a head beside it: 上年结转, 结转下年度.
    [[nodiscard]] bool belongs_to_head() const {
        const auto is_timed = [&](std::size_t at) {
            if (at >= tokens_.tokens.size()) return false;
            const auto& heads = tokens_.word(tokens_.tokens[at]).claims;
            return std::any_of(heads.begin(), heads.end(),
                               [&](std::uint16_t each) { return claims_[each].time != Claim::Time::own; });
        };
        constexpr std::size_t reach = 4;
        for (std::size_t i = 1; i <= reach; ++i) {
            if (is_timed(at_ + i) || (at_ >= i && is_timed(at_ - i))) return true;
            if (at_ + i < tokens_.tokens.size() && tokens_.tokens[at_ + i].kind == Kind::stop) break;
        }
        return false;
    }

    /// 截至12月31日 and the end of a period close the year; other months are a part of it.
    void take_date(const ClaimToken& token) {
        if (compared_ || belongs_to_head()) return;
        const bool of_another_year = token.year != 0 && token.year != scope_.year;
        const bool part_of_year = token.month != 0 && token.month != 12 && !opens_period();
        if (of_another_year || part_of_year) {
            time_ = Time::other;
        } else if (token.year != 0 || time_ != Time::other) {
            time_ = Time::own;
        }
    }

    /// 2024年1月1日至…
    [[nodiscard]] bool opens_period() const {
        const ClaimToken& token = tokens_.tokens[at_];
        return token.month == 1 && token.day == 1;
    }

    void take_word(const ClaimWord& word) {
        if (word.is(WordRole::comparison)) compared_ = true;
        if (word.topic >= 0 && !word.is(WordRole::other_subject)) {
            context_.topic = word.topic;
            foreign_ = false;
        } else if (word.is(WordRole::other_subject)) {
            foreign_ = true;
        }
        if (word.is(WordRole::publishing)) {
            publishing_ = true;
        } else if (!word.claims.empty() && word.topic < 0) {
            publishing_ = false;
            if (!word.is(WordRole::filler) && claims_[word.claims.front()].total) {
                last_total_ = word.claims.front();
                whole_.reset();
            }
        }
        if (compared_) return;
        if (word.is(WordRole::own_time)) time_ = Time::own;
        if (word.is(WordRole::same_time) && time_ == Time::unnamed) time_ = Time::own;
        const bool other =
            word.is(WordRole::last_time) || word.is(WordRole::next_time) || word.is(WordRole::part_of_time);
        if (other && !belongs_to_head()) time_ = Time::other;
    }

    // --- numbers

    [[nodiscard]] const WrittenNumber& number(std::size_t token) const {
        return tokens_.numbers[tokens_.tokens[token].index];
    }

    /// Where the unit of a number ends, words such as 余 before it; the number's own end where it has none.
    [[nodiscard]] std::size_t behind_unit(std::size_t token, std::optional<std::uint32_t>& unit) const {
        std::size_t at = token + 1;
        if (tokens_.is(at, WordRole::above_behind)) ++at;
        const bool is_unit = tokens_.is(at, WordRole::unit) || tokens_.is(at, WordRole::other_unit) ||
                             tokens_.is(at, WordRole::money) || tokens_.is(at, WordRole::ten_thousand);
        if (!is_unit) return token + 1;
        unit = tokens_.tokens[at].index;
        return at + 1;
    }

    void take_number() {
        const WrittenNumber& written = number(at_);
        std::optional<std::uint32_t> unit;
        std::size_t behind = behind_unit(at_, unit);
        const bool counts = unit && tokens_.words->words[*unit].is(WordRole::unit);
        if (unit && !written.percent) result_.counts.push_back({at_, behind, *unit, std::nullopt});
        if (consumed_until_ > at_ || (unit && !counts)) return;
        if (foreign_ && counts) context_.topic = ClaimContext::foreign;
        if (written.percent || written.vague || compared_ || elsewhere_) return;
        auto found = subjects_.of_number(at_, behind, context_);
        if (!found || !may_tell(*found, unit.has_value())) return;
        if (found->respectively && found->subjects.size() > 1) return take_turns(*found);
        state(*found, at_, behind);
    }

    /// A number without a unit tells only behind 数量, where its clause ends.
    [[nodiscard]] bool may_tell(const CountSubjects& found, bool has_unit) const {
        if (time_ == Time::other && !is_timed(found)) return false;
        if (publishing_ && !is_of_publishing(found)) return false;
        if (has_unit) return true;
        const std::size_t next = at_ + 1;
        if (!found.names_number) return false;
        return next >= tokens_.tokens.size() || ends_denial(tokens_.tokens[next]) ||
               tokens_.tokens[next].kind == Kind::list;
    }

    [[nodiscard]] bool is_of_publishing(const CountSubjects& found) const {
        return std::all_of(found.subjects.begin(), found.subjects.end(), [&](const Candidates& each) {
            return std::all_of(each.begin(), each.end(), [&](std::uint16_t claim) { return claims_[claim].published; });
        });
    }

    [[nodiscard]] bool is_timed(const CountSubjects& found) const {
        return std::all_of(found.subjects.begin(), found.subjects.end(), [&](const Candidates& each) {
            return std::all_of(each.begin(), each.end(),
                               [&](std::uint16_t claim) { return claims_[claim].time != Claim::Time::own; });
        });
    }

    [[nodiscard]] About about(std::size_t token, std::size_t behind) const {
        if (tokens_.is(token + 1, WordRole::above_behind)) return About::above;
        if (tokens_.is(behind, WordRole::above_behind)) return About::far_above;
        if (tokens_.is(behind, WordRole::about_behind)) return About::about;
        if (token > 0 && tokens_.is(token - 1, WordRole::about_before)) return About::about;
        if (token > 0 && tokens_.is(token - 1, WordRole::below_before)) return About::below;
        if (token > 0 && tokens_.is(token - 1, WordRole::above_before)) return About::far_above;
        return number(token).grouped ? About::rounded : About::exact;
    }

    CountStatement& add_statement(const CountSubjects& found) {
        CountStatement& statement = result_.statements.emplace_back();
        statement.subjects = found.subjects;
        statement.instead = found.instead;
        statement.parent = found.parent >= 0 ? found.parent : last_total_;
        if (whole_ && statement.parent == last_total_) statement.whole = whole_;
        statement.partial = found.partial;
        statement.of_own_year = time_ == Time::own;
        statement.first = found.first;
        statement.last = found.last;
        context_.topic = found.topic >= 0 ? found.topic : claims_[found.subjects.front().front()].topic;
        return statement;
    }

    void state(const CountSubjects& found, std::size_t token, std::size_t behind) {
        const std::size_t index = result_.statements.size();
        CountStatement& statement = add_statement(found);
        if (found.subjects.size() > 1) statement.how = found.each ? How::each : found.together ? How::sum : How::any;
        statement.value = number(token).value;
        statement.place = number(token).place;
        statement.about = about(token, behind);
        if (!result_.counts.empty() && result_.counts.back().token == token) result_.counts.back().statement = index;
        remember(found, index);
    }

    /// What the rest of the sentence may lean on.
    void remember(const CountSubjects& found, std::size_t index) {
        if (found.headed) context_.carried = found.subjects.back();
        if (found.subjects.size() == 1 && claims_[found.subjects.front().front()].total) {
            last_total_ = found.subjects.front().front();
            whole_ = index;
        }
    }

    /// 分别为20件、5件、12件: one number for each subject.
    void take_turns(const CountSubjects& found) {
        std::vector<std::pair<std::size_t, std::size_t>> taken;
        std::size_t at = at_;
        while (at < tokens_.tokens.size() && tokens_.tokens[at].kind == Kind::number) {
            std::optional<std::uint32_t> unit;
            const std::size_t behind = behind_unit(at, unit);
            if (number(at).percent || number(at).vague) return;
            taken.emplace_back(at, behind);
            at = behind;
            const bool goes_on = at < tokens_.tokens.size() &&
                                 (tokens_.tokens[at].kind == Kind::list || tokens_.is(at, WordRole::join) ||
                                  (tokens_.tokens[at].kind == Kind::stop && tokens_.tokens[at].mark == U'，'));
            if (!goes_on) break;
            ++at;
        }
        if (taken.size() != found.subjects.size()) return;
        for (std::size_t i = 0; i < taken.size(); ++i) {
            CountSubjects one = found;
            one.subjects = {found.subjects[i]};
            one.last = taken[i].second - 1;
            if (i > 0) one.first = taken[i].first;
            state(one, taken[i].first, taken[i].second);
        }
        consumed_until_ = taken.back().second;
    }

    void take_denial(const Denial& denial) {
        if (compared_ || elsewhere_) return;
        const auto found = subjects_.of_denial(denial.at, denial.begin, denial.end, context_);
        if (!found || (time_ == Time::other && !is_timed(*found))) return;
        CountStatement& statement = add_statement(*found);
        statement.how = statement.subjects.size() > 1 ? How::each : How::one;
        statement.denial = true;
    }

    const ClaimTokens& tokens_;
    const std::vector<Claim>& claims_;
    ClaimScope scope_;
    CountSubjectReader subjects_;
    ClaimContext context_;
    std::vector<Denial> denials_;
    std::size_t next_denial_{}, at_{}, consumed_until_{};
    Time time_{Time::unnamed};
    bool compared_{}, foreign_{};
    bool publishing_{};                 ///< the sentence speaks of what was published
    int last_total_{-1};                ///< what the numbers that follow may be parts of
    std::optional<std::size_t> whole_;  ///< its statement
    bool elsewhere_{};
    CountReading result_;
};

}  // namespace

CountReading read_counts(const ClaimTokens& tokens, const std::vector<Claim>& claims, const ClaimScope& scope,
                         int topic) {
    const auto denies = [&](const ClaimToken& token) { return tokens.word(token).is(WordRole::negation); };
    if (tokens.numbers.empty() && std::none_of(tokens.tokens.begin(), tokens.tokens.end(), denies)) return {};
    return CountReader(tokens, claims, scope, topic).run();
}

}  // namespace nianbao
