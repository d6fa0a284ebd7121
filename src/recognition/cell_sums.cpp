#include "recognition/cell_sums.h"

#include <algorithm>

namespace nianbao {
namespace {

bool holds(const CellSums::Sum& sum, const Numbers& numbers) {
    Amount total = sum.constant;
    for (const CellSums::Sum::Term& term : sum.terms)
        total = term.sign > 0 ? total + numbers[term.at] : total - numbers[term.at];
    return is_zero(total);
}

std::size_t last_of(const CellSums::Sum& sum) {
    std::size_t last = 0;
    for (const CellSums::Sum::Term& term : sum.terms) last = std::max(last, term.at);
    return last;
}

}  // namespace

CellSums::CellSums(const Form& form, const std::vector<CellId>& cells) {
    std::vector<std::size_t> index(form.cells.size(), SIZE_MAX);
    for (std::size_t i = 0; i < cells.size(); ++i) index[cells[i]] = i;
    for (const Relation& relation : form.relations) {
        const bool own = std::all_of(relation.terms.begin(), relation.terms.end(),
                                     [&](const Term& term) { return !term.last_year && index[term.cell] != SIZE_MAX; });
        if (!own || relation.at_least_zero || relation.terms.empty()) continue;
        Sum sum{{}, relation.constant};
        for (const Term& term : relation.terms) sum.terms.push_back({term.sign, index[term.cell]});
        sums_.push_back(std::move(sum));
    }
}

std::optional<bool> CellSums::hold(const Numbers& numbers) const {
    if (sums_.empty()) return std::nullopt;
    return std::all_of(sums_.begin(), sums_.end(), [&](const Sum& sum) { return holds(sum, numbers); });
}

bool CellSums::hold_so_far(const Numbers& first) const {
    return std::all_of(sums_.begin(), sums_.end(),
                       [&](const Sum& sum) { return last_of(sum) + 1 != first.size() || holds(sum, first); });
}

}  // namespace nianbao
