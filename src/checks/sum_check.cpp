// The sums of the form: every relation that no filling of the open cells can satisfy. One wrong cell is told once: a
// relation that merely follows from another broken one stays silent, and where one cell explains all, it is named.
#include <algorithm>
#include <iterator>

#include "checks/check_context.h"
#include "forms/relations.h"
#include "forms/suspects.h"

namespace nianbao {
namespace {

/// Of a rule that looks back: last year's report was not published yet, so it may be the one that is wrong.
constexpr const char* unpublished = "unpublished";

/// Whether a relation can be checked: one that looks back needs the year before, and is let go where a remark at the
/// cell says why it differs.
bool is_due(const Relation& relation, const Rule& rule, const CheckContext& context) {
    if (!rule.built || rule.severity == Severity::off) return false;
    if (!concerns(rule.applies, context.issuer, context.form.id, context.report.year)) return false;
    if (!looks_back(relation)) return true;
    if (!context.last || context.last->report.year != context.report.year - 1) return false;
    return parameter_number(rule, "unless_noted") == 0 || context.report.notes.count(relation.told_at) == 0;
}

bool silenced(const Relation& relation, const std::vector<const Relation*>& broken, const Catalogue& catalogue) {
    return std::any_of(broken.begin(), broken.end(), [&](const Relation* other) {
        if (other == &relation) return false;
        const std::string& code = catalogue.rules[other->rule].code;
        const auto& from = relation.follows_from;
        if (std::find(from.begin(), from.end(), code) == from.end()) return false;
        return other->rule == relation.rule || shares_cell(relation, *other);
    });
}

/// `51`, or `≥5` where an open cell leaves room.
std::string shown(const Range& range) {
    if (range.is_point()) return to_string(*range.low);
    if (range.low) return "≥" + to_string(*range.low);
    return range.high ? "≤" + to_string(*range.high) : std::string{};
}

const Suspect* suspect_for(const Relation& relation, const std::vector<Suspect>& suspects) {
    for (const Suspect& suspect : suspects) {
        const auto& explains = suspect.explains;
        if (std::find(explains.begin(), explains.end(), &relation) != explains.end()) return &suspect;
    }
    return nullptr;
}

void tell(const Relation& relation, const CheckContext& context, const Suspect* suspect, Findings& findings) {
    const Rule& rule = context.catalogue.rules[relation.rule];
    const bool draft = looks_back(relation) && context.last->report.published.empty();
    const std::string variant = draft && rule.messages.count(unpublished) != 0 ? unpublished : "";
    Diagnostic& finding = add_finding(findings, rule, at_cell(relation.told_at), variant);
    finding.actual = shown(context.ranges.of(relation.told_at));
    if (const auto wanted = context.ranges.wanted(relation, relation.told_at)) finding.expected = shown(*wanted);
    for (const Term& term : relation.terms) {
        const Range range = context.ranges.of(term);
        const Cell& given = term.last_year ? context.last->cells[term.cell] : context.report.cells[term.cell];
        Diagnostic::Part part{term.cell, range.is_point() ? Cell(*range.low) : given, term.sign, term.last_year};
        if (!range.is_point() && range.low && !is_zero(*range.low)) part.least = range.low;
        if (!term.last_year && context.ranges.repeats_misfit(term.cell))
            part.value = range.is_point() ? Cell(*range.low) : Cell(Blank{});
        finding.parts.push_back(std::move(part));
    }
    const Range value = context.ranges.value(relation);
    const Amount difference = value.low && *value.low > Amount{} ? *value.low
                              : value.high                       ? magnitude(*value.high)
                                                                 : Amount{};
    finding.arguments["difference"] = (value.is_point() ? "" : "≥") + to_string(difference);
    finding.arguments["left_terms"] = std::to_string(relation.adding);
    if (suspect) {
        finding.suspect = suspect->cell;
        finding.suspect_value = suspect->should_be;
    }
}

}  // namespace

void check_sums(const CheckContext& context, Findings& findings) {
    std::vector<const Relation*> broken;
    for (const Relation& relation : context.form.relations) {
        const Rule& rule = context.catalogue.rules[relation.rule];
        if (is_due(relation, rule, context) && context.ranges.broken(relation)) broken.push_back(&relation);
    }
    std::vector<Suspect> suspects;
    for (std::size_t table = 0; table < context.form.tables.size() && broken.size() > 1; ++table) {
        auto more = find_suspects(context.form, context.report, context.ranges, table);
        suspects.insert(suspects.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
    }
    for (const Relation* relation : broken) {
        if (!silenced(*relation, broken, context.catalogue))
            tell(*relation, context, suspect_for(*relation, suspects), findings);
    }
}

}  // namespace nianbao
