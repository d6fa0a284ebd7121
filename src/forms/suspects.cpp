#include "forms/suspects.h"

#include <algorithm>

#include "forms/relations.h"

namespace nianbao {
namespace {

/// Whether every cell of an equation was given as a number that fits.
bool all_given(const Relation& relation, const Form& form, const Report& report) {
    return std::all_of(relation.terms.begin(), relation.terms.end(), [&](const Term& term) {
        const Amount* amount = number_in(report.cells[term.cell]);
        return amount && !term.last_year && fits(*amount, form.cells[term.cell].unit);
    });
}

using Group = std::vector<const Relation*>;

/// Equations that share cells, directly or through others, stand in one group.
std::vector<Group> grouped(const Group& broken) {
    std::vector<Group> groups;
    for (const Relation* relation : broken) {
        Group joined{relation};
        std::erase_if(groups, [&](const Group& group) {
            const bool touches =
                std::any_of(group.begin(), group.end(), [&](const Relation* r) { return shares_cell(*r, *relation); });
            if (touches) joined.insert(joined.end(), group.begin(), group.end());
            return touches;
        });
        groups.push_back(std::move(joined));
    }
    return groups;
}

int coefficient(const Relation& relation, CellId cell) {
    int sum = 0;
    for (const Term& term : relation.terms) sum += term.cell == cell ? term.sign : 0;
    return sum;
}

/// By how much a cell is too large, if that alone explains the differences of the group and no sound equation holds the
/// cell.
std::optional<Amount> surplus_of(CellId cell, const Group& group, const Group& sound, const CellRanges& ranges) {
    std::optional<Amount> surplus;
    for (const Relation* relation : group) {
        const int sign = coefficient(*relation, cell);
        if (sign == 0) return std::nullopt;
        const Amount difference = *ranges.value(*relation).low;
        const Amount part = sign < 0 ? -difference : difference;
        if (surplus && *surplus != part) return std::nullopt;
        surplus = part;
    }
    const bool touches_sound =
        std::any_of(sound.begin(), sound.end(), [&](const Relation* r) { return coefficient(*r, cell) != 0; });
    return touches_sound ? std::nullopt : surplus;
}

std::optional<Suspect> suspect_of(const Group& group, const Group& sound, const Form& form, const Report& report,
                                  const CellRanges& ranges) {
    std::optional<Suspect> suspect;
    for (const Term& term : group.front()->terms) {
        const auto surplus = surplus_of(term.cell, group, sound, ranges);
        if (!surplus) continue;
        const Amount should_be = *number_in(report.cells[term.cell]) - *surplus;
        if (!fits(should_be, form.cells[term.cell].unit)) continue;
        if (suspect) return std::nullopt;
        suspect = Suspect{term.cell, should_be, group};
    }
    return suspect;
}

}  // namespace

std::vector<Suspect> find_suspects(const Form& form, const Report& report, const CellRanges& ranges,
                                   std::size_t table) {
    Group broken;
    Group sound;
    for (const Relation& relation : form.relations) {
        if (relation.at_least_zero || looks_back(relation) || form.cells[relation.told_at].table != table) continue;
        if (ranges.broken(relation)) {
            broken.push_back(&relation);
        } else if (all_given(relation, form, report)) {
            sound.push_back(&relation);
        }
    }
    std::vector<Suspect> suspects;
    for (const Group& group : grouped(broken)) {
        const bool decided =
            std::all_of(group.begin(), group.end(), [&](const Relation* r) { return all_given(*r, form, report); });
        if (group.size() < 2 || !decided) continue;
        if (auto suspect = suspect_of(group, sound, form, report, ranges)) suspects.push_back(std::move(*suspect));
    }
    return suspects;
}

}  // namespace nianbao
