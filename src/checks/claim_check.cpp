// What the sentences say against what the tables have. A number is wrong only when none of its readings can be made to
// fit, whatever the open cells hold.
#include <algorithm>

#include "checks/check_context.h"
#include "checks/word_passages.h"

namespace nianbao {
namespace {

using How = CountStatement::How;
using About = CountStatement::About;

/// So many findings in one paragraph tell enough.
constexpr std::size_t most_in_paragraph = 50;

Range point(const Amount& amount) { return {amount, amount}; }

/// A reading of one claim, with the numbers of this report.
struct Value {
    const ClaimReading* reading{};
    Range range;
};

/// Of several subjects: a reading of each, and their sum.
struct Told {
    std::vector<const ClaimReading*> readings;
    Range range;
};

/// The table values that a number in words may stand for.
Range told_range(const CountStatement& statement) {
    const Amount& value = statement.value;
    const Amount place = statement.place;
    // A fifth of the number, at least what its last digit counts.
    Amount margin{value.units / 5, 0};
    margin = std::max(margin, place);
    switch (statement.about) {
        case About::rounded:
            return {value - place, value + place};
        case About::about:
            return {value - margin, value + margin};
        case About::below:
            return {value - margin, value + Amount{value.units / 20, 0}};
        case About::above:
            return {value, value + std::max(margin, place + place)};
        case About::far_above:
            return {value, std::nullopt};
        case About::exact:
            break;
    }
    return point(value);
}

bool meet(const Range& a, const Range& b) {
    return (!a.low || !b.high || *a.low <= *b.high) && (!b.low || !a.high || *b.low <= *a.high);
}

std::string shown(const Range& range) {
    if (range.is_point()) return to_string(*range.low);
    return range.low ? "≥" + to_string(*range.low) : std::string{};
}

class ClaimCheck {
public:
    ClaimCheck(const CheckContext& context, Findings& findings)
        : context_(context), claims_(context.form.claims), findings_(findings) {
        for (const WordPassage& passage : context.text.of_sections()) {
            for (const CountStatement& statement : passage.counts.statements) note_stated(statement);
        }
    }

    void run() {
        for (const WordPassage& passage : context_.text.of_sections()) {
            passage_ = &passage;
            const auto section = static_cast<std::size_t>(passage.passage.section);
            const bool own_year_only = claims_.own_year_only[section];
            const std::size_t enough = findings_.size() + most_in_paragraph;
            for (const CountStatement& statement : passage.counts.statements) {
                if (findings_.size() == enough) break;
                if (!own_year_only || statement.of_own_year) judge(passage, statement);
            }
        }
    }

private:
    /// Numbers that readings of other claims take off: those withdrawn.
    void note_stated(const CountStatement& statement) {
        if (statement.subjects.size() != 1 || statement.about != About::exact || statement.denial) return;
        for (const std::uint16_t claim : statement.subjects.front()) stated_.emplace(claim, statement.value);
    }

    [[nodiscard]] Range sum(const std::vector<ClaimReading::Term>& terms) const {
        Range range = point({});
        for (const ClaimReading::Term& term : terms) {
            const Range& cell = context_.ranges.of(term.cell);
            range = range + (term.sign < 0 ? -cell : cell);
        }
        return range;
    }

    /// 收到申请56件，其中自然人45件: the whole that was told says which parts are meant.
    [[nodiscard]] bool is_part(const ClaimReading& reading, const CountStatement& statement,
                               const CountStatement* whole, bool strictly) const {
        if (reading.under.empty()) return true;
        if (strictly && whole && !reading.whole.empty()) return meet(sum(reading.whole), told_range(*whole));
        return statement.parent < 0 ||
               std::find(reading.under.begin(), reading.under.end(), statement.parent) != reading.under.end();
    }

    [[nodiscard]] std::optional<Value> value_of(const ClaimReading& reading) const {
        Range range = sum(reading.terms);
        for (const std::uint16_t claim : reading.less_stated) {
            const auto stated = stated_.find(claim);
            if (stated == stated_.end()) return std::nullopt;
            range = range + point(-stated->second);
        }
        return Value{&reading, range};
    }

    [[nodiscard]] std::vector<Value> values_of(const Candidates& subject, const CountStatement& statement) const {
        const CountStatement* whole =
            statement.whole && passage_ ? &passage_->counts.statements[*statement.whole] : nullptr;
        for (const bool strictly : {true, false}) {
            std::vector<Value> values;
            for (const std::uint16_t index : subject) {
                for (const ClaimReading& reading : claims_.claims[index].readings) {
                    if (!is_part(reading, statement, whole, strictly)) continue;
                    if (auto value = value_of(reading)) values.push_back(*value);
                }
            }
            if (!values.empty()) return values;
        }
        return {};
    }

    [[nodiscard]] bool fits(const Range& range, const CountStatement& statement, bool at_most) const {
        const Range told = told_range(statement);
        if (at_most || statement.partial) return !range.high || !told.low || *told.low <= *range.high;
        return meet(range, told);
    }

    [[nodiscard]] bool is_at_most(const Candidates& subject) const {
        return std::any_of(subject.begin(), subject.end(), [&](std::uint16_t c) { return claims_.claims[c].at_most; });
    }

    /// Whether one subject alone agrees; with nothing to hold it against, it does.
    [[nodiscard]] bool agrees(const Candidates& subject, const CountStatement& statement) const {
        const std::vector<Value> values = values_of(subject, statement);
        return values.empty() || std::any_of(values.begin(), values.end(), [&](const Value& value) {
                   return fits(value.range, statement, is_at_most(subject));
               });
    }

    void judge(const WordPassage& passage, const CountStatement& statement) {
        if (statement.how == How::one || statement.how == How::each) {
            for (const Candidates& subject : statement.subjects) {
                if (!agrees(subject, statement)) return tell(passage, statement, subject);
            }
            return;
        }
        if (!statement.instead.empty() && !is_zero(statement.value)) {
            const bool agree = agrees(statement.instead, statement) || sums_agree(statement);
            if (!agree) tell(passage, statement, statement.instead);
            return;
        }
        if (is_zero(statement.value)) {  // none of either kind
            const auto wrong = std::find_if(statement.subjects.begin(), statement.subjects.end(),
                                            [&](const Candidates& each) { return !agrees(each, statement); });
            if (wrong != statement.subjects.end()) tell(passage, statement, *wrong);
            return;
        }
        if (statement.how == How::any && agrees(statement.subjects.back(), statement)) return;
        if (!sums_agree(statement)) tell_sum(passage, statement, sums_of(statement).front());
    }

    [[nodiscard]] bool sums_agree(const CountStatement& statement) const {
        const bool at_most = std::any_of(statement.subjects.begin(), statement.subjects.end(),
                                         [&](const Candidates& each) { return is_at_most(each); });
        const std::vector<Told> sums = sums_of(statement);
        return sums.empty() || std::any_of(sums.begin(), sums.end(),
                                           [&](const Told& sum) { return fits(sum.range, statement, at_most); });
    }

    /// Every way to read several subjects together; none where one has no reading.
    [[nodiscard]] std::vector<Told> sums_of(const CountStatement& statement) const {
        constexpr std::size_t most = 256;
        std::vector<Told> sums{{{}, point({})}};
        for (const Candidates& subject : statement.subjects) {
            std::vector<Told> longer;
            for (const Told& sum : sums) {
                for (const Value& value : values_of(subject, statement)) {
                    if (longer.size() == most) return {};
                    Told& added = longer.emplace_back(sum);
                    added.readings.push_back(value.reading);
                    added.range = added.range + value.range;
                }
            }
            sums = std::move(longer);
        }
        return sums;
    }

    Diagnostic* add(int rule_index, const std::string& variant, const WordPassage& passage,
                    const CountStatement& statement) {
        if (rule_index < 0) return nullptr;
        const Rule& rule = context_.catalogue.rules[static_cast<std::size_t>(rule_index)];
        if (!is_on(rule, context_)) return nullptr;
        const Address where = passage.address(statement.first, statement.last);
        Diagnostic& finding = add_finding(findings_, rule, where, rule.messages.count(variant) != 0 ? variant : "");
        finding.excerpt = passage.excerpt(statement.first, statement.last);
        return &finding;
    }

    void add_parts(Diagnostic& finding, const ClaimReading& reading) const {
        for (const ClaimReading::Term& term : reading.terms) {
            const Range& range = context_.ranges.of(term.cell);
            const Cell value = range.is_point() ? Cell(*range.low) : context_.report.cells[term.cell];
            finding.parts.push_back({term.cell, value, term.sign, false, {}});
        }
    }

    void tell(const WordPassage& passage, const CountStatement& statement, const Candidates& subject) {
        const Claim& claim = claims_.claims[subject.front()];
        const std::vector<Value> values = values_of(subject, statement);
        const bool all_zero = std::all_of(values.begin(), values.end(), [](const Value& value) {
            return value.range.is_point() && is_zero(*value.range.low);
        });
        const bool none = is_zero(statement.value);
        const bool denied = none && claim.none_rule >= 0;
        Diagnostic* finding = denied     ? add(claim.none_rule, claim.none_variant, passage, statement)
                              : all_zero ? add(claims_.some_rule, "", passage, statement)
                                         : add(claim.rule, "", passage, statement);
        if (!finding) return;
        const std::string table = shown(values.front().range), text = to_string(statement.value);
        finding->expected = denied ? text : table;
        finding->actual = denied ? table : text;
        for (const Value& value : values) add_reading(*finding, {value.reading}, value.range);
        add_parts(*finding, *values.front().reading);
    }

    void tell_sum(const WordPassage& passage, const CountStatement& statement, const Told& sum) {
        const bool all_zero = sum.range.is_point() && is_zero(*sum.range.low);
        const Claim& claim = claims_.claims[statement.subjects.back().front()];
        Diagnostic* finding =
            all_zero ? add(claims_.some_rule, "", passage, statement) : add(claim.rule, "several", passage, statement);
        if (!finding) return;
        finding->expected = shown(sum.range);
        finding->actual = to_string(statement.value);
        add_reading(*finding, sum.readings, sum.range);
        for (const ClaimReading* reading : sum.readings) add_parts(*finding, *reading);
    }

    /// Two readings of one number are told once.
    static void add_reading(Diagnostic& finding, const std::vector<const ClaimReading*>& readings, const Range& range) {
        Diagnostic::Reading reading;
        for (const ClaimReading* each : readings) reading.names.push_back(each->name);
        reading.value = shown(range);
        const bool told = std::any_of(finding.readings.begin(), finding.readings.end(),
                                      [&](const auto& each) { return each.value == reading.value; });
        if (!told) finding.readings.push_back(std::move(reading));
    }

    const CheckContext& context_;
    const Claims& claims_;
    Findings& findings_;
    std::map<std::uint16_t, Amount> stated_;
    const WordPassage* passage_{};  ///< the one being judged
};

}  // namespace

void check_claims(const CheckContext& context, Findings& findings) {
    if (context.form.claims.words) ClaimCheck(context, findings).run();
}

}  // namespace nianbao
