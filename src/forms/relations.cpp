#include "forms/relations.h"

#include <algorithm>

#include "forms/form_reader.h"

namespace nianbao {
namespace {

std::string id_path(const Line& line) {
    std::string path;
    for (const Axis* axis : line.path) {
        if (axis->id.empty()) continue;
        if (!path.empty()) path += '/';
        path += axis->id;
    }
    return path;
}

bool names_several(const std::string& entry) { return entry == "**" || entry.ends_with("/**"); }

bool below(const std::string& path, const std::string& entry) {
    return entry == "**" || path.starts_with(entry.substr(0, entry.size() - 2));
}

struct Entry {
    std::string path;
    bool last_year{};
};

Entry read_entry(const std::string& text) {
    constexpr std::string_view last = "last:";
    if (text.starts_with(last)) return {text.substr(last.size()), true};
    return {text, false};
}

/// Expands one pattern over one block of its table.
class Expander {
public:
    Expander(Form& form, const RelationPattern& pattern, std::size_t rule, std::size_t table, std::size_t block)
        : form_(form),
          pattern_(pattern),
          rule_(rule),
          over_columns_(pattern.over == "column"),
          repeated_(over_columns_ ? form.columns[table][block] : form.rows[table][block]),
          named_(over_columns_ ? form.rows[table][block] : form.columns[table][block]) {
        for (std::size_t i = 0; i < form.cells.size(); ++i) {
            if (form.cells[i].table == table && form.cells[i].block == block) {
                first_ = i;
                break;
            }
        }
        columns_ = form.columns[table][block].size();
        for (const Line& line : named_) paths_.push_back(id_path(line));
    }

    /// False where the block has not all that the pattern names.
    bool expand() {
        if (!has_all_entries()) return false;
        for (std::size_t i = 0; i < repeated_.size(); ++i) {
            const std::string path = id_path(repeated_[i]);
            if (!pattern_.only.empty() &&
                std::find(pattern_.only.begin(), pattern_.only.end(), path) == pattern_.only.end()) {
                continue;
            }
            add_relation(i, path);
        }
        return true;
    }

private:
    bool has_all_entries() const {
        for (const auto* side : {&pattern_.add, &pattern_.subtract}) {
            for (const std::string& text : *side) {
                const Entry entry = read_entry(text);
                const bool found = std::any_of(paths_.begin(), paths_.end(), [&](const std::string& path) {
                    return names_several(entry.path) ? below(path, entry.path) : path == entry.path;
                });
                if (!found) return false;
            }
        }
        return true;
    }

    bool named_alone(const std::string& path) const {
        for (const auto* side : {&pattern_.add, &pattern_.subtract}) {
            if (std::find(side->begin(), side->end(), path) != side->end()) return true;
        }
        return false;
    }

    CellId cell(std::size_t repeated, std::size_t named) const {
        const auto row = over_columns_ ? named : repeated;
        const auto column = over_columns_ ? repeated : named;
        return static_cast<CellId>(first_ + row * columns_ + column);
    }

    void add_terms(Relation& relation, const std::vector<std::string>& side, int sign, std::size_t repeated) const {
        for (const std::string& text : side) {
            const Entry entry = read_entry(text);
            for (std::size_t n = 0; n < paths_.size(); ++n) {
                const bool meant = names_several(entry.path) ? below(paths_[n], entry.path) && !named_alone(paths_[n])
                                                             : paths_[n] == entry.path;
                if (meant) relation.terms.push_back({sign, cell(repeated, n), entry.last_year});
            }
        }
    }

    void add_relation(std::size_t repeated, const std::string& path) {
        Relation relation;
        relation.constant = pattern_.constant;
        relation.at_least_zero = pattern_.at_least_zero;
        relation.defines = pattern_.defines;
        relation.rule = rule_;
        add_terms(relation, pattern_.add, 1, repeated);
        relation.adding = relation.terms.size();
        add_terms(relation, pattern_.subtract, -1, repeated);
        const auto told = std::find(paths_.begin(), paths_.end(), pattern_.told_at);
        if (told == paths_.end()) throw DefinitionError("told_at names nothing: " + pattern_.told_at);
        relation.told_at = cell(repeated, static_cast<std::size_t>(told - paths_.begin()));
        for (const std::string& key : {std::string("*"), path}) {
            const auto found = pattern_.follows_from.find(key);
            if (found != pattern_.follows_from.end()) relation.follows_from = found->second;
        }
        form_.relations.push_back(std::move(relation));
    }

    Form& form_;
    const RelationPattern& pattern_;
    std::size_t rule_;
    bool over_columns_;
    const std::vector<Line>& repeated_;
    const std::vector<Line>& named_;
    std::size_t first_{}, columns_{};
    std::vector<std::string> paths_;
};

/// A pattern over single cells: its entries are paths below the table.
void expand_over_cells(Form& form, const RelationPattern& pattern, std::size_t rule) {
    Relation relation;
    relation.constant = pattern.constant;
    relation.at_least_zero = pattern.at_least_zero;
    relation.defines = pattern.defines;
    relation.rule = rule;
    const auto cell = [&](const std::string& path) {
        const auto found = form.find_cell("/" + pattern.table + "/" + path);
        if (!found) throw DefinitionError("no cell " + pattern.table + "/" + path);
        return *found;
    };
    for (const std::string& text : pattern.add) {
        const Entry entry = read_entry(text);
        relation.terms.push_back({1, cell(entry.path), entry.last_year});
    }
    relation.adding = relation.terms.size();
    for (const std::string& text : pattern.subtract) {
        const Entry entry = read_entry(text);
        relation.terms.push_back({-1, cell(entry.path), entry.last_year});
    }
    relation.told_at = cell(pattern.told_at);
    form.relations.push_back(std::move(relation));
}

bool concerns(const std::vector<std::string>& forms, const Form& form) {
    return forms.empty() || std::find(forms.begin(), forms.end(), form.id) != forms.end();
}

void expand_pattern(Form& form, const RelationPattern& pattern, const Rule& rule, std::size_t index) {
    if (pattern.over == "cell") return expand_over_cells(form, pattern, index);
    bool expanded = false;
    for (std::size_t t = 0; t < form.tables.size(); ++t) {
        if (form.tables[t].id != pattern.table) continue;
        for (std::size_t b = 0; b < form.tables[t].blocks.size(); ++b) {
            expanded |= Expander(form, pattern, index, t, b).expand();
        }
    }
    if (!expanded)
        throw DefinitionError("rule " + rule.code + " names rows or columns that form " + form.id + " lacks");
}

Range point(const Amount& amount) { return {amount, amount}; }

Range signed_range(int sign, const Range& range) { return sign < 0 ? -range : range; }

/// Whether every cell of an equation was given as a number that fits.
bool all_given(const Relation& relation, const Form& form, const Report& report) {
    return std::all_of(relation.terms.begin(), relation.terms.end(), [&](const Term& term) {
        const Amount* amount = number_in(report.cells[term.cell]);
        return amount && !term.last_year && fits(*amount, form.cells[term.cell].unit);
    });
}

}  // namespace

void expand_relations(Form& form, const Catalogue& catalogue) {
    for (std::size_t i = 0; i < catalogue.rules.size(); ++i) {
        const Rule& rule = catalogue.rules[i];
        if (!concerns(rule.applies.forms, form)) continue;
        for (const RelationPattern& pattern : rule.relations) {
            if (concerns(pattern.forms, form)) expand_pattern(form, pattern, rule, i);
        }
    }
    for (const Relation& relation : form.relations) {
        if (relation.defines) form.cells[relation.told_at].derived = true;
    }
}

bool Range::contains_zero() const { return (!low || *low <= Amount{}) && (!high || *high >= Amount{}); }

bool shares_cell(const Relation& a, const Relation& b) {
    return std::any_of(a.terms.begin(), a.terms.end(), [&](const Term& mine) {
        return std::any_of(b.terms.begin(), b.terms.end(), [&](const Term& other) { return mine.cell == other.cell; });
    });
}

bool looks_back(const Relation& relation) {
    return std::any_of(relation.terms.begin(), relation.terms.end(), [](const Term& term) { return term.last_year; });
}

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

namespace {

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

namespace {

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
