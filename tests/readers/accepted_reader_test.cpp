#include "readers/accepted_reader.h"

#include <doctest/doctest.h>

#include <vector>

#include "model/diagnostic.h"
#include "writers/accepted_writer.h"

using namespace nianbao;

namespace {

const char* const carried = R"({
  "$schema": "accepted.schema.json",
  "accepted": [
    {
      "agency": "示例区水务局",
      "year": 2024,
      "code": "t3.carry",
      "cell": "/requests/carried_in/business",
      "value": "4",
      "expected": "3",
      "reason": "上年数据已更正"
    }
  ]
}
)";

/// A file of one entry of the usual members, `rest` behind them.
std::string entry(const std::string& rest) {
    return R"({"accepted": [{"agency": "甲局", "year": 2024, "code": "t.blank", "cell": "", "value": "")" + rest +
           "}]}";
}

/// Code, variant, place and key of what makes a text unreadable; empty where it is read.
std::string refusal(const std::string& json) {
    std::string text;
    try {
        static_cast<void>(read_accepted_file(json));
    } catch (const InputError& error) {
        for (const Diagnostic& each : error.diagnostics) {
            const auto& place = std::get<TextPlace>(each.place);
            text += (text.empty() ? "" : "; ") + each.code + (each.variant.empty() ? "" : "/" + each.variant) + " " +
                    std::to_string(place.line) + ":" + std::to_string(place.column);
            if (each.arguments.count("key") > 0) text += " " + each.arguments.at("key");
        }
    }
    return text;
}

}  // namespace

TEST_CASE("what is written of accepted findings is read again, to the byte") {
    const AcceptedFile file = read_accepted_file(carried);
    REQUIRE(file.reasons.size() == 1);
    const auto& [key, reason] = *file.reasons.begin();
    CHECK(key == AcceptedKey{"示例区水务局", 2024, "t3.carry", "/requests/carried_in/business", "4", "3"});
    CHECK(reason == "上年数据已更正");
    CHECK(write_accepted_file(file) == carried);
    CHECK(write_accepted_file({}) == "{\"accepted\": []}\n");
    CHECK(read_accepted_file("{\"accepted\": []}").reasons.empty());
}

TEST_CASE("a phrase is kept with its blanks and line breaks") {
    AcceptedFile file;
    const AcceptedKey key{"甲\"局", 2024, "n.placeholder", "/narrative/overview/0", " 共××\t篇\n\\", ""};
    file.reasons[key] = "";
    const AcceptedFile again = read_accepted_file(write_accepted_file(file));
    CHECK(again.reasons == file.reasons);
}

TEST_CASE("comments are read over, and of one finding that stands twice the reason counts that is given") {
    const std::string twice = R"({"accepted": [ // 示例
        {"agency": "甲局", "year": 2024, "code": "a", "cell": "", "value": "", "reason": ""},
        {"agency": "甲局", "year": 2024, "code": "a", "cell": "", "value": "", "reason": " 已核实 "},
        {"agency": "甲局", "year": 2024, "code": "a", "cell": "", "value": "", "reason": ""} /* 完 */]})";
    const AcceptedFile file = read_accepted_file(twice);
    REQUIRE(file.reasons.size() == 1);
    CHECK(file.reasons.begin()->second == "已核实");
}

TEST_CASE("a file of accepted findings that is wrong is refused with the place of every fault") {
    struct Case {
        std::string json, refused;
    };
    const std::vector<Case> cases{
        {entry(R"(, "reason": "")"), ""},
        {"", "i.syntax/ended 1:1"},
        {"[]", "i.type/missing 1:1 accepted"},
        {"3", "i.type/missing 1:1 accepted"},
        {"{}", "i.type/missing 1:1 accepted"},
        {R"({"accepted": {}})", "i.type/array 1:14 accepted"},
        {R"({"accepted": null})", "i.type/array 1:14 accepted"},
        {R"({"accepted": ["a"]})", "i.type/object 1:15 accepted"},
        {R"({"accepted": [], "agency": ""})", "i.unknown-key 1:18 agency"},
        {R"({"accepted": [], "accepted": []})", "i.duplicate-key 1:18 accepted"},
        {entry(""), "i.type/missing 1:15 reason"},
        {entry(R"(, "raeson": "")"), "i.unknown-key/nearest 1:90 raeson; i.type/missing 1:15 reason"},
        {entry(R"(, "reason": 1)"), "i.type/text 1:100 reason"},
        {entry(R"(, "reason": "一\n二")"), "i.type/control 1:100 reason"},
        {entry(R"(, "expected": 3, "reason": "")"), "i.type/text 1:102 expected"},
        {R"({"accepted": [{"agency": "", "year": "2024", "code": "", "cell": "", "value": "", "reason": ""}]})",
         "i.type/number 1:38 year"},
        {R"({"accepted": [{"agency": "", "year": 2024.5, "code": "", "cell": null, "value": 4, "reason": ""}]})",
         "i.type/number 1:38 year; i.type/text 1:66 cell; i.type/text 1:81 value"},
    };
    for (const Case& each : cases) {
        CAPTURE(each.json);
        CHECK(refusal(each.json) == each.refused);
    }
}
