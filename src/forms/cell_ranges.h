/// The sums of the form evaluated with open cells, and solved.
///
/// An open cell stands for any number that its unit allows (0 and more; any for 本年增/减). A relation is broken only
/// when no filling of the open cells can satisfy it. A derived total that is left out has the value its parts give it.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "model/form.h"
#include "model/report.h"

namespace nianbao {

/// All numbers from `low` to `high`; a missing end is open.
struct Range {
    std::optional<Amount> low, high;

    [[nodiscard]] bool is_point() const { return low && high && *low == *high; }
    [[nodiscard]] bool contains_zero() const;
    bool operator==(const Range&) const = default;
};

[[nodiscard]] Range operator+(const Range& a, const Range& b);
[[nodiscard]] Range operator-(const Range& a);

/// Whether a number is one that its cell may hold: whole unless it is money, not negative unless it is a change.
[[nodiscard]] bool fits(const Amount& amount, Unit unit);

/// What each cell of a report can be, by CellId.
class CellRanges {
public:
    CellRanges(const Form& form, const Report& report);
    /// The same beside last year's report: what its cells can be, by the CellId of this form. Without it they are open.
    CellRanges(const Form& form, const Report& report, std::vector<Range> last_year);

    [[nodiscard]] const Range& of(CellId cell) const { return ranges_[cell]; }
    [[nodiscard]] Range of(const Term& term) const;
    /// Whether a total is the sum of its parts as they were written, where one of these is a number that its cell may
    /// not hold. Such a total is as if left out, whatever it shows: with that part it mends itself.
    [[nodiscard]] bool repeats_misfit(CellId cell) const { return repeats_misfit_[cell]; }
    /// The sum of some terms.
    [[nodiscard]] Range sum(const std::vector<Term>& terms) const;
    /// Σ terms + constant, as the relation has it.
    [[nodiscard]] Range value(const Relation& relation) const;
    [[nodiscard]] bool broken(const Relation& relation) const;
    /// What a cell would have to be for the relation to hold, the others as they are. Nothing where it counts twice.
    [[nodiscard]] std::optional<Range> wanted(const Relation& relation, CellId cell) const;

private:
    const Range& settle(const Form& form, CellId cell);

    std::vector<Range> ranges_, last_year_;
    enum class State : std::uint8_t { given, derived, settling };
    std::vector<State> states_;
    std::vector<bool> repeats_misfit_;
};

}  // namespace nianbao
