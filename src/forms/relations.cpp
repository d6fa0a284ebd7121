#include "forms/relations.h"

#include <algorithm>

namespace nianbao {

bool looks_back(const Relation& relation) {
    return std::any_of(relation.terms.begin(), relation.terms.end(), [](const Term& term) { return term.last_year; });
}

bool shares_cell(const Relation& a, const Relation& b) {
    return std::any_of(a.terms.begin(), a.terms.end(), [&](const Term& mine) {
        return std::any_of(b.terms.begin(), b.terms.end(), [&](const Term& other) { return mine.cell == other.cell; });
    });
}

}  // namespace nianbao
