#include "forms/issuer.h"

#include <doctest/doctest.h>

#include "the_statute.h"

using namespace nianbao;

namespace {

Agency named(const char* name) {
    Agency agency;
    agency.name = name;
    return agency;
}

}  // namespace

TEST_CASE("kind and level are taken from the name where the report does not give them") {
    const struct {
        const char *name, *kind, *level;
    } cases[] = {
        {"示例区工业和信息化局", "department", "county"},
        {"示例市示例区教育局", "department", "county"},
        {"示例县市场监督管理局", "department", "county"},
        {"示例市城市管理局", "department", ""},
        {"示例省教育厅", "department", "province"},
        {"示例自治区发展和改革委员会", "department", "province"},
        {"示例市发展改革委", "department", ""},
        {"示例县人民政府", "government", "county"},
        {"示例区人民政府办公室", "office", "county"},
        {"示例省人民政府办公厅", "office", "province"},
        {"示例县示例镇人民政府", "township", "township"},
        {"示例乡人民政府", "township", "township"},
        {"示例区示例街道办事处", "subdistrict", "township"},
        {"示例经济开发区管理委员会", "committee", ""},
        {"示例单位", "", ""},
    };
    for (const auto& each : cases) {
        CAPTURE(each.name);
        const Issuer issuer = issuer_of(named(each.name), the_statute().agencies);
        CHECK(issuer.kind == each.kind);
        CHECK(issuer.level == each.level);
    }
    Agency office = named("示例区教育局");
    office.kind = "office";
    office.level = "prefecture";
    const Issuer given = issuer_of(office, the_statute().agencies);
    CHECK(given.kind == "office");
    CHECK(given.level == "prefecture");
    CHECK_FALSE(given.kind_inferred);
}

TEST_CASE("a rule that names kinds or levels is silent where they are not known") {
    const Issuer unknown;
    const Issuer county{"department", "county", false, false};
    Applies kinds;
    kinds.kinds = {"department"};
    CHECK(concerns(kinds, county, "2021", 2024));
    CHECK_FALSE(concerns(kinds, unknown, "2021", 2024));
    Applies years;
    years.from_year = 2024;
    CHECK(concerns(years, unknown, "2021", 2024));
    CHECK_FALSE(concerns(years, unknown, "2021", 2023));
    CHECK(matches_issuer({"township@*", "department@county"}, county));
    CHECK(matches_issuer({"department@*"}, Issuer{"department", "", false, false}));
    CHECK_FALSE(matches_issuer({"department@county"}, Issuer{"department", "", false, false}));
}
