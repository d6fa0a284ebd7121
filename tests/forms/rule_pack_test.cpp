#include "forms/rule_pack.h"

#include <doctest/doctest.h>

#include "forms/form_reader.h"
#include "the_statute.h"

using namespace nianbao;

TEST_CASE("a rule pack changes severities and parameters, and is quoted as a local requirement") {
    Catalogue catalogue = the_statute().catalogue;
    const RulePack pack = read_rule_pack(R"({"name": {"zh": "示例县"}, "basis": {"zh": "示例县通知"},
        "rules": {"s.overview-length": {"severity": "warning", "parameters": {"limit": 800}}}})",
                                         "pack.json");
    apply(pack, catalogue);
    const Rule& rule = *catalogue.find("s.overview-length");
    CHECK(rule.severity == Severity::warning);
    CHECK(parameter_number(rule, "limit") == 800);
    CHECK(parameter_word(rule, "section") == "overview");
    CHECK(rule.basis.kind == BasisKind::local);
    CHECK(rule.basis.source.zh == "示例县通知");
}

TEST_CASE("a rule pack that is wrong is refused with its file's name") {
    Catalogue catalogue = the_statute().catalogue;
    CHECK_THROWS_WITH_AS(
        static_cast<void>(read_rule_pack(R"({"rules": {"t.blank": {"severity": "fatal"}}})", "pack.json")),
        "pack.json: unknown severity fatal", DefinitionError);
    CHECK_THROWS_AS(static_cast<void>(read_rule_pack("{", "pack.json")), DefinitionError);
    RulePack unknown;
    unknown.rules["t9.nothing"] = {};
    CHECK_THROWS_WITH_AS(apply(unknown, catalogue), "there is no rule t9.nothing", DefinitionError);
}
