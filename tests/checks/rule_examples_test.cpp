// The examples of the catalogue are data; here they run. So every built rule is hit, and `explain` prints no stale
// example.
#include <doctest/doctest.h>

#include <algorithm>

#include "checks/checks.h"
#include "forms/rule_examples.h"
#include "messages/finding_text.h"
#include "readers/json_report_reader.h"
#include "the_statute.h"

using namespace nianbao;

namespace {

std::string_view sample_of(const std::string& form) { return embedded_files().at("schemas/samples/" + form + ".json"); }

Report changed(const std::string& form, const SampleChanges& changes) {
    return read_json_report(changed_sample(sample_of(form), changes), the_statute()).report;
}

std::vector<Diagnostic> findings_of(const std::string& form, const SampleChanges& changes, const Catalogue& catalogue,
                                    const RuleExample& example = {}) {
    const Form& this_form = *the_statute().find_form(form);
    const Report report = changed(form, changes);
    if (example.last_form.empty()) return check_report(report, this_form, catalogue, the_statute().agencies);
    const Report before = changed(example.last_form, example.last_year);
    const LastYear last(this_form, before, *the_statute().find_form(example.last_form));
    return check_report(report, this_form, catalogue, the_statute().agencies, &last);
}

std::size_t count_of(const std::string& code, const std::vector<Diagnostic>& findings) {
    return static_cast<std::size_t>(
        std::count_if(findings.begin(), findings.end(), [&](const auto& d) { return d.code == code; }));
}

std::string codes_of(const std::vector<Diagnostic>& findings) {
    std::string codes;
    for (const Diagnostic& finding : findings) codes += finding.code + " ";
    return codes;
}

}  // namespace

TEST_CASE("the samples of all forms are without a finding") {
    for (const Form& form : the_statute().forms) {
        CAPTURE(form.id);
        const auto findings = findings_of(form.id, {}, the_statute().catalogue);
        CHECK(codes_of(findings) == "");
    }
}

TEST_CASE("every built rule has an example that it finds, and one that it leaves alone") {
    for (const Rule& rule : the_statute().catalogue.rules) {
        if (!rule.built || rule.check == "reading" || rule.check == "closing") continue;
        CAPTURE(rule.code);
        CHECK(is_known_check(rule.check));
        CHECK_FALSE(rule.examples.empty());
        for (const RuleExample& example : rule.examples) {
            const Catalogue catalogue = for_example(the_statute().catalogue, rule, example);
            const auto wrong = findings_of(example.form, example.wrong, catalogue, example);
            INFO("wrong gives: ", codes_of(wrong));
            CHECK(count_of(rule.code, wrong) > 0);
            const auto right = findings_of(example.form, example.right, catalogue, example);
            INFO("right gives: ", codes_of(right));
            CHECK(count_of(rule.code, right) == 0);
        }
    }
}

TEST_CASE("a finding's sentence has every name filled in, in both languages") {
    for (const Rule& rule : the_statute().catalogue.rules) {
        for (const RuleExample& example : rule.examples) {
            const Catalogue catalogue = for_example(the_statute().catalogue, rule, example);
            const Form& form = *the_statute().find_form(example.form);
            const Report report = changed(example.form, example.wrong);
            for (const Diagnostic& finding : findings_of(example.form, example.wrong, catalogue, example)) {
                for (const Language language : {Language::zh, Language::en}) {
                    const FindingText text = describe(finding, {catalogue, &form, &report}, language);
                    CAPTURE(finding.code);
                    CAPTURE(finding.variant);
                    CAPTURE(text.message);
                    CAPTURE(text.hint);
                    CHECK_FALSE(text.message.empty());
                    CHECK_FALSE(text.hint.empty());
                    CHECK((text.message + text.hint + text.basis).find('{') == std::string::npos);
                }
            }
        }
    }
}
