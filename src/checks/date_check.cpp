// When a report was published: the deadlines of articles 49(1) and 49(2), and dates before the year is over. Who
// answers for it.
#include "checks/check_context.h"

namespace nianbao {

void check_deadline(const Rule& rule, const CheckContext& context, Findings& findings) {
    const std::string day = parameter_word(rule, "limit");
    const std::string& published = context.report.published;
    if (day.empty() || published.empty()) return;
    const std::string limit = std::to_string(context.report.year + 1) + "-" + day;
    if (published <= limit) return;  // both are YYYY-MM-DD
    Diagnostic& finding = add_finding(findings, rule, at_identity(Identity::published));
    finding.actual = published;
    finding.expected = "≤" + limit;
    finding.arguments["published"] = published;
    finding.arguments["limit"] = limit;
}

void check_early(const Rule& rule, const CheckContext& context, Findings& findings) {
    const std::string& published = context.report.published;
    const std::string year_end = std::to_string(context.report.year) + "-12-31";
    if (published.empty() || published > year_end) return;
    Diagnostic& finding = add_finding(findings, rule, at_identity(Identity::published));
    finding.actual = published;
    finding.expected = ">" + year_end;
    finding.arguments["published"] = published;
}

void check_responsible(const Rule& rule, const CheckContext& context, Findings& findings) {
    const std::optional<Officers>& officers = context.report.officers;
    if (!officers) return;  // a published report names none
    std::string missing;
    const auto miss = [&](const std::string& name, const char* who) {
        if (name.empty()) missing += (missing.empty() ? "" : "、") + parameter_word(rule, who);
    };
    miss(officers->leader, "leader");
    miss(officers->clerk, "clerk");
    if (!missing.empty()) add_finding(findings, rule, at_identity(Identity::officers)).arguments["items"] = missing;
}

}  // namespace nianbao
