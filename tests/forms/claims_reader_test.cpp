#include "forms/claims_reader.h"

#include <doctest/doctest.h>

#include <string>

#include "forms/form_reader.h"
#include "the_statute.h"

using namespace nianbao;

namespace {

std::string claims_with(const std::string& words, const std::string& claim) {
    return R"({"words": {)" + words +
           R"(}, "none": {}, "topics": [{"id": "requests", "words": ["申请"]}], "claims": [)" + claim + "]}";
}

std::string error_of(const std::string& json) {
    try {
        const ClaimDefinitions read = read_claims(json, "claims.json");
        static_cast<void>(claims_of(read, form_2021(), the_statute().catalogue));
        require_readings(read, the_statute().forms);
    } catch (const DefinitionError& error) {
        return error.what();
    }
    return "";
}

}  // namespace

TEST_CASE("mistakes in the claims are told with the file's name") {
    const std::string sound = R"({"id": "a", "topic": "requests", "readings": []})";
    CHECK(error_of(claims_with("", sound)).empty());
    CHECK(error_of(claims_with(R"("colour": ["红"])", sound)) == "claims.json: unknown role colour");
    CHECK(error_of(claims_with(R"("unit": [""])", sound)) == "claims.json: an empty word");
    CHECK(error_of(claims_with("", R"({"id": "a", "topic": "lawsuits", "readings": []})")) ==
          "claims.json: unknown topic lawsuits");
    CHECK(error_of(claims_with("", R"({"id": "a", "topic": "requests", "rule": "n.nothing", "readings": []})")) ==
          "claims.json: there is no rule n.nothing");
    CHECK(
        error_of(claims_with(
            "",
            R"({"id": "a", "topic": "requests", "readings": [{"name": "一", "add": ["/requests/nowhere/total"]}]})")) ==
        "claims.json: claim a: no form has the cells of “一”, /requests/nowhere/total");
    CHECK(error_of(claims_with("", R"({"id": "a", "topic": "requests", "readings": [{"name": "一", "add": []}]})")) ==
          "claims.json: claim a: a reading adds nothing");
    CHECK(error_of(claims_with("", R"({"id": "a", "topic": "requests", "time": "soon", "readings": []})")) ==
          "claims.json: unknown time soon");
    CHECK(error_of("{").starts_with("claims.json: "));
}

TEST_CASE("a form drops the readings whose cells it lacks") {
    const auto readings = [](const Form& form, const std::string& id) {
        for (const Claim& claim : form.claims.claims) {
            if (claim.id == id) return claim.readings.size();
        }
        return std::size_t{99};
    };
    CHECK(readings(form_2021(), "normative_in_force") == 1);
    CHECK(readings(form_2019(), "normative_in_force") == 0);
    CHECK(readings(form_2019(), "licensing") == 1);
    CHECK(readings(form_2021(), "licensing") == 1);
}
