#include "checks/checks.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <tuple>
#include <unordered_map>

#include "checks/check_context.h"

namespace nianbao {
namespace {

struct NamedCheck {
    std::string_view name;
    Check check;
    bool looks_back{};
};

constexpr std::array named_checks{
    NamedCheck{"section-missing", check_section_missing},
    NamedCheck{"heading-repeat", check_heading_repeat},
    NamedCheck{"edition", check_edition},
    NamedCheck{"parts-list", check_parts_list},
    NamedCheck{"title", check_title},
    NamedCheck{"title-year", check_title_year},
    NamedCheck{"title-unit", check_title_unit},
    NamedCheck{"overview-items", check_overview_items},
    NamedCheck{"mentions-all", check_mentions_all},
    NamedCheck{"mentions-both", check_mentions_both},
    NamedCheck{"length", check_length},
    NamedCheck{"required-text", check_required_text},
    NamedCheck{"paired", check_paired},
    NamedCheck{"other-fee", check_other_fee},
    NamedCheck{"contact", check_contact},
    NamedCheck{"contains", check_contains},
    NamedCheck{"period", check_period},
    NamedCheck{"missing", check_missing},
    NamedCheck{"blank", check_blank},
    NamedCheck{"integer", check_integer},
    NamedCheck{"fee-number", check_fee_number},
    NamedCheck{"fee-decimals", check_fee_decimals},
    NamedCheck{"fee-unit", check_fee_unit},
    NamedCheck{"last-year", check_last_year, true},
    NamedCheck{"needs-earlier", check_needs_earlier, true},
    NamedCheck{"year-jump", check_year_jump, true},
    NamedCheck{"same-as-last", check_same_as_last, true},
    NamedCheck{"copy", check_copy, true},
    NamedCheck{"breakdown", check_breakdown},
    NamedCheck{"percent", check_percent},
    NamedCheck{"fee-table", check_fee_table},
    NamedCheck{"fee-unpaid", check_fee_unpaid},
    NamedCheck{"stale-year", check_stale_year},
    NamedCheck{"future-year", check_future_year},
    NamedCheck{"citation", check_citation},
    NamedCheck{"foreign-unit", check_foreign_unit},
    NamedCheck{"deadline", check_deadline},
    NamedCheck{"early", check_early},
    NamedCheck{"responsible", check_responsible},
};

const NamedCheck* find_check(std::string_view name) {
    static const auto by_name = [] {
        std::unordered_map<std::string_view, const NamedCheck*> checks;
        for (const NamedCheck& check : named_checks) checks.emplace(check.name, &check);
        return checks;
    }();
    const auto found = by_name.find(name);
    return found == by_name.end() ? nullptr : found->second;
}

/// Whether anything is wanted of the words that take time to read.
bool wants_words(const Catalogue& catalogue) {
    constexpr std::array<std::string_view, 6> readers{"claim",     "breakdown",  "percent",
                                                      "fee-table", "stale-year", "future-year"};
    return std::any_of(catalogue.rules.begin(), catalogue.rules.end(), [&](const Rule& rule) {
        return rule.built && rule.severity != Severity::off &&
               std::find(readers.begin(), readers.end(), rule.check) != readers.end();
    });
}

/// Where a finding stands in the form: its section, then narrative before or after the table, then the cell; in a
/// paragraph by the place of the phrase.
std::tuple<int, int, std::uint32_t, std::uint32_t> position(const Diagnostic& diagnostic, const Form& form) {
    const Address& at = diagnostic.at;
    const auto section_of_table = [&](int table) {
        for (std::size_t i = 0; i < form.sections.size(); ++i) {
            if (form.sections[i].table == table) return static_cast<int>(i);
        }
        return static_cast<int>(form.sections.size());
    };
    switch (at.kind) {
        case Address::Kind::whole:
        case Address::Kind::identity:
            return {-2, at.index, 0, 0};
        case Address::Kind::section:
            return {at.index, -1, 0, 0};
        case Address::Kind::field:
            return {form.fields[at.index].section, at.index, at.paragraph, at.begin};
        case Address::Kind::other:
            return {0, 1000 + at.index, at.paragraph, at.begin};
        case Address::Kind::table:
            return {section_of_table(at.index), 20000, 0, 0};
        case Address::Kind::cell:
            return {section_of_table(form.cells[at.index].table), 30000, at.index, 0};
    }
    return {};
}

}  // namespace

bool looks_back(const Rule& rule) {
    const NamedCheck* named = find_check(rule.check);
    if (named && named->looks_back) return true;
    return std::any_of(rule.relations.begin(), rule.relations.end(), [](const RelationPattern& pattern) {
        const auto is_last = [](const std::string& entry) { return entry.starts_with("last:"); };
        return std::any_of(pattern.add.begin(), pattern.add.end(), is_last) ||
               std::any_of(pattern.subtract.begin(), pattern.subtract.end(), is_last);
    });
}

bool is_known_check(const std::string& name) {
    return name == "relation" || name == "claim" || name == "closing" || find_check(name) != nullptr;
}

std::vector<Diagnostic> check_report(const Report& report, const Form& form, const Catalogue& catalogue,
                                     const AgencyVocabulary& agencies, const LastYear* last) {
    const CheckContext context{report,
                               form,
                               catalogue,
                               agencies,
                               issuer_of(report.agency, agencies),
                               last ? CellRanges(form, report, last->ranges) : CellRanges(form, report),
                               last,
                               read_word_passages(report, form, agencies, wants_words(catalogue))};
    Findings findings;
    check_claims(context, findings);
    for (const Rule& rule : catalogue.rules) {
        if (!is_on(rule, context)) continue;
        if (const NamedCheck* named = find_check(rule.check)) named->check(rule, context, findings);
    }
    check_sums(context, findings);
    std::erase_if(findings, [](const Diagnostic& finding) { return finding.severity == Severity::off; });
    std::stable_sort(findings.begin(), findings.end(),
                     [&](const Diagnostic& a, const Diagnostic& b) { return position(a, form) < position(b, form); });
    return findings;
}

}  // namespace nianbao
