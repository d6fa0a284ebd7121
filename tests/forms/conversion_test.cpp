#include "forms/conversion.h"

#include <doctest/doctest.h>

#include <string>

#include "forms/form_reader.h"
#include "the_statute.h"

using namespace nianbao;

namespace {

std::optional<Conversion> read(const std::string& pairs, const std::string& drop = "{}",
                               const std::string& forms = R"(["2019", "2021"])") {
    const SourceFiles files{
        {"conversions/2019-2021.json", "{\"forms\": " + forms + ", \"pairs\": " + pairs + ", \"drop\": " + drop + "}"}};
    return read_conversion(files, form_2019(), form_2021());
}

CellId old_cell(const char* path) { return *form_2019().find_cell(path); }
CellId new_cell(const char* path) { return *form_2021().find_cell(path); }

}  // namespace

TEST_CASE("two forms without a file have no conversion") { CHECK_FALSE(read_conversion({}, form_2019(), form_2021())); }

TEST_CASE("a cell of the same path and unit needs no entry, one that either side names is not carried by its path") {
    const char* path = "/requests/received/business";
    CHECK(read("[]")->home[old_cell(path)] == new_cell(path));
    for (const char* side : {"2019", "2021"}) {
        const std::string drop =
            std::string("{\"") + side + "\": [{\"cells\": [\"/requests/received\"], \"reason\": {\"zh\": \"异义\"}}]}";
        const auto conversion = read("[]", drop);
        CHECK_FALSE(conversion->home[old_cell(path)]);
        CHECK(conversion->reason[old_cell(path)].zh == (side == std::string("2019") ? "异义" : ""));
        CHECK(conversion->home[old_cell("/requests/carried_in/business")]);
    }
    const auto taken = read(R"([{"2019": "/requests/received", "2021": "/requests/carried_in"}])");
    CHECK(taken->home[old_cell(path)] == new_cell("/requests/carried_in/business"));
    CHECK_FALSE(taken->home[old_cell("/requests/carried_in/business")]);
    CHECK_FALSE(read("[]")->home[old_cell("/disclosure/fees/change")]);
}

TEST_CASE("an entry that names nothing, a cell twice or cells of other kinds is refused") {
    for (const char* pairs : {
             R"([{"2019": "/disclosure/licences", "2021": "/disclosure/licensing"}])",
             R"([{"2019": "/disclosure/licensing", "2021": "/disclosure/licensing"}])",
             R"([{"2019": "/disclosure/licensing/change", "2021": "/disclosure/licensing"}])",
             R"([{"2019": "/disclosure/procurement/items", "2021": "/disclosure/fees"}])",
             R"([{"2019": "/disclosure/licensing/decisions", "2021": "/disclosure/licensing"},
                 {"2019": "/disclosure/penalties/decisions", "2021": "/disclosure/licensing"}])",
             R"([{"2019": "/requests/received", "2021": ["/requests/received", "/disputes/review"]}])",
             R"([{"2019": "/requests/received"}])",
             R"({"2019": 3})",
         }) {
        INFO(pairs);
        CHECK_THROWS_AS(read(pairs), DefinitionError);
    }
    CHECK_THROWS_AS(read("[]", R"({"2021": [{"cells": ["/nothing"], "reason": {"zh": "无"}}]})"), DefinitionError);
    CHECK_THROWS_AS(read("[]", "{}", R"(["2019", "2020"])"), DefinitionError);
}

TEST_CASE("the file of 2019 and 2021 accounts for every cell, in both directions") {
    const SourceFiles schemas = embedded_folder("schemas/");
    for (const bool onward : {true, false}) {
        const Form& from = onward ? form_2019() : form_2021();
        const Form& to = onward ? form_2021() : form_2019();
        const auto conversion = read_conversion(schemas, from, to);
        REQUIRE(conversion);
        std::vector<int> told(from.cells.size());
        for (std::size_t i = 0; i < from.cells.size(); ++i) {
            told[i] += conversion->home[i] ? 1 : 0;
            told[i] += conversion->reason[i].zh.empty() ? 0 : 1;
            CHECK(conversion->reason[i].zh.empty() == conversion->reason[i].en.empty());
        }
        for (const DividedLine& line : conversion->divided) {
            for (const CellId cell : line.whole) ++told[cell];
        }
        for (const DividedLine& line : conversion->joined) {
            for (const auto& parts : line.parts) {
                for (const CellId cell : parts) ++told[cell];
            }
        }
        for (std::size_t i = 0; i < told.size(); ++i) {
            INFO(from.cells[i].path);
            CHECK(told[i] == 1);
        }
        CHECK(conversion->divided.size() == (onward ? 1 : 0));
        CHECK(conversion->joined.size() == (onward ? 0 : 1));
    }
}
