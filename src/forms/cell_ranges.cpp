#include "forms/cell_ranges.h"

namespace nianbao {
namespace {

Range point(const Amount& amount) { return {amount, amount}; }

Range signed_range(int sign, const Range& range) { return sign < 0 ? -range : range; }

/// Of each total: whether a misfit among its parts went into it.
std::vector<bool> totals_with_misfits(const Form& form, const Report& report) {
    std::vector<bool> found(form.cells.size());
    for (const Relation& relation : form.relations) {
        if (!relation.defines || !number_in(report.cells[relation.told_at])) continue;
        Amount difference = relation.constant;
        bool misfit = false, whole = true;
        for (const Term& term : relation.terms) {
            const Amount* amount = number_in(report.cells[term.cell]);
            whole = whole && amount;
            if (!amount) continue;
            difference = difference + (term.sign < 0 ? -*amount : *amount);
            misfit = misfit || (term.cell != relation.told_at && !fits(*amount, form.cells[term.cell].unit));
        }
        if (whole && misfit && is_zero(difference)) found[relation.told_at] = true;
    }
    return found;
}

}  // namespace

bool Range::contains_zero() const { return (!low || *low <= Amount{}) && (!high || *high >= Amount{}); }

Range operator+(const Range& a, const Range& b) {
    Range sum;
    if (a.low && b.low) sum.low = *a.low + *b.low;
    if (a.high && b.high) sum.high = *a.high + *b.high;
    return sum;
}

Range operator-(const Range& a) {
    Range negated;
    if (a.high) negated.low = -*a.high;
    if (a.low) negated.high = -*a.low;
    return negated;
}

bool fits(const Amount& amount, Unit unit) {
    return (unit == Unit::money || is_integer(amount)) && (unit == Unit::change || !is_negative(amount));
}

CellRanges::CellRanges(const Form& form, const Report& report)
    : ranges_(form.cells.size()),
      states_(form.cells.size(), State::given),
      repeats_misfit_(totals_with_misfits(form, report)) {
    for (std::size_t i = 0; i < ranges_.size(); ++i) {
        const CellInfo& info = form.cells[i];
        const Amount* amount = number_in(report.cells[i]);
        if (amount && fits(*amount, info.unit) && !repeats_misfit_[i]) {
            ranges_[i] = point(*amount);
        } else {
            if (info.unit != Unit::change) ranges_[i].low = Amount{};
            if (info.derived && (is_open(report.cells[i]) || repeats_misfit_[i])) states_[i] = State::derived;
        }
    }
    for (std::size_t i = 0; i < ranges_.size(); ++i) settle(form, static_cast<CellId>(i));
}

CellRanges::CellRanges(const Form& form, const Report& report, std::vector<Range> last_year)
    : CellRanges(form, report) {
    last_year_ = std::move(last_year);
}

Range CellRanges::of(const Term& term) const {
    if (!term.last_year) return ranges_[term.cell];
    return term.cell < last_year_.size() ? last_year_[term.cell] : Range{};
}

const Range& CellRanges::settle(const Form& form, CellId cell) {
    if (states_[cell] != State::derived) return ranges_[cell];
    states_[cell] = State::settling;
    for (const Relation& relation : form.relations) {
        if (!relation.defines || relation.told_at != cell) continue;
        for (const Term& term : relation.terms) {
            if (term.cell != cell) settle(form, term.cell);
        }
        const auto range = wanted(relation, cell);
        if (range && !ranges_[cell].is_point()) ranges_[cell] = *range;
    }
    states_[cell] = State::given;
    return ranges_[cell];
}

Range CellRanges::sum(const std::vector<Term>& terms) const {
    Range total = point({});
    for (const Term& term : terms) total = total + signed_range(term.sign, of(term));
    return total;
}

Range CellRanges::value(const Relation& relation) const { return sum(relation.terms) + point(relation.constant); }

bool CellRanges::broken(const Relation& relation) const {
    const Range range = value(relation);
    return relation.at_least_zero ? range.high && is_negative(*range.high) : !range.contains_zero();
}

std::optional<Range> CellRanges::wanted(const Relation& relation, CellId cell) const {
    Range others = point(relation.constant);
    int coefficient = 0;
    for (const Term& term : relation.terms) {
        if (term.cell == cell && !term.last_year) {
            coefficient += term.sign;
        } else {
            others = others + signed_range(term.sign, of(term));
        }
    }
    if (coefficient != 1 && coefficient != -1) return std::nullopt;
    Range range = signed_range(-coefficient, others);
    if (relation.at_least_zero) (coefficient > 0 ? range.high : range.low).reset();
    return range;
}

}  // namespace nianbao
