/// What every check is given, and where it puts what it finds.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "checks/word_passages.h"
#include "forms/cell_ranges.h"
#include "forms/issuer.h"
#include "forms/last_year.h"
#include "model/diagnostic.h"
#include "model/form.h"
#include "model/report.h"

namespace nianbao {

struct CheckContext {
    const Report& report;
    const Form& form;
    const Catalogue& catalogue;
    const AgencyVocabulary& agencies;
    Issuer issuer;
    CellRanges ranges;
    const LastYear* last{};  ///< null: there is none
    WordPassages text;
};

using Findings = std::vector<Diagnostic>;

/// Whether a rule is looked for in this report.
[[nodiscard]] inline bool is_on(const Rule& rule, const CheckContext& context) {
    return rule.built && rule.severity != Severity::off &&
           concerns(rule.applies, context.issuer, context.form.id, context.report.year);
}

/// Adds a finding of a rule, with the rule's severity for that variant.
inline Diagnostic& add_finding(Findings& findings, const Rule& rule, Address at, const std::string& variant = {}) {
    Diagnostic& added = findings.emplace_back();
    added.code = rule.code;
    added.variant = variant;
    const auto severity = rule.severities.find(variant);
    added.severity = severity == rule.severities.end() ? rule.severity : severity->second;
    added.at = at;
    return added;
}

/// 甲、乙、丙, for a finding that names several.
[[nodiscard]] inline std::string list_of(const std::vector<std::string>& items) {
    std::string list;
    for (const std::string& item : items) list += (list.empty() ? "" : "、") + item;
    return list;
}

/// One check: looks at the report for what one rule says.
using Check = void (*)(const Rule& rule, const CheckContext& context, Findings& findings);

// structure_check
void check_section_missing(const Rule&, const CheckContext&, Findings&);
void check_heading_repeat(const Rule&, const CheckContext&, Findings&);
void check_edition(const Rule&, const CheckContext&, Findings&);
void check_parts_list(const Rule&, const CheckContext&, Findings&);

// title_check
void check_title(const Rule&, const CheckContext&, Findings&);
void check_title_year(const Rule&, const CheckContext&, Findings&);
void check_title_unit(const Rule&, const CheckContext&, Findings&);

// section_text_check
void check_overview_items(const Rule&, const CheckContext&, Findings&);
void check_mentions_all(const Rule&, const CheckContext&, Findings&);
void check_mentions_both(const Rule&, const CheckContext&, Findings&);
void check_length(const Rule&, const CheckContext&, Findings&);
void check_required_text(const Rule&, const CheckContext&, Findings&);
void check_paired(const Rule&, const CheckContext&, Findings&);
void check_other_fee(const Rule&, const CheckContext&, Findings&);
void check_contact(const Rule&, const CheckContext&, Findings&);

// phrase_check
void check_contains(const Rule&, const CheckContext&, Findings&);

// period_check
void check_period(const Rule&, const CheckContext&, Findings&);

// value_check
void check_missing(const Rule&, const CheckContext&, Findings&);
void check_blank(const Rule&, const CheckContext&, Findings&);
void check_integer(const Rule&, const CheckContext&, Findings&);
void check_fee_number(const Rule&, const CheckContext&, Findings&);
void check_fee_decimals(const Rule&, const CheckContext&, Findings&);
void check_fee_unit(const Rule&, const CheckContext&, Findings&);

// last_year_check: silent without last year's report
void check_last_year(const Rule&, const CheckContext&, Findings&);
void check_needs_earlier(const Rule&, const CheckContext&, Findings&);
void check_year_jump(const Rule&, const CheckContext&, Findings&);
void check_same_as_last(const Rule&, const CheckContext&, Findings&);
void check_copy(const Rule&, const CheckContext&, Findings&);

// date_check
void check_deadline(const Rule&, const CheckContext&, Findings&);
void check_early(const Rule&, const CheckContext&, Findings&);
void check_responsible(const Rule&, const CheckContext&, Findings&);

// list_check
void check_breakdown(const Rule&, const CheckContext&, Findings&);

// share_check
void check_percent(const Rule&, const CheckContext&, Findings&);

// fee_text_check
void check_fee_table(const Rule&, const CheckContext&, Findings&);
void check_fee_unpaid(const Rule&, const CheckContext&, Findings&);

// year_check
void check_stale_year(const Rule&, const CheckContext&, Findings&);
void check_future_year(const Rule&, const CheckContext&, Findings&);

// citation_check
void check_citation(const Rule&, const CheckContext&, Findings&);

// foreign_unit_check
void check_foreign_unit(const Rule&, const CheckContext&, Findings&);

// claim_check: all claims of the text at once, since a phrase is told of once
void check_claims(const CheckContext&, Findings&);

// sum_check: all relations of the form at once, since they silence each other
void check_sums(const CheckContext&, Findings&);

}  // namespace nianbao
