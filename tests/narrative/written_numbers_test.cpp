#include "narrative/written_numbers.h"

#include <doctest/doctest.h>

#include <string>

using namespace nianbao;

namespace {

/// `value`, a percent sign, `~` for a vague one, `@place` where the last digit counts more or less than one; - for
/// none.
std::string read(const std::string& text) {
    const auto number = number_at(read_dense(text), 0);
    if (!number) return "-";
    if (number->vague) return "~";
    std::string told = to_string(number->value) + (number->percent ? "%" : "");
    if (to_string(number->place) != "1") told += "@" + to_string(number->place);
    return told + "/" + std::to_string(number->length);
}

}  // namespace

TEST_CASE("numbers as prose writes them") {
    struct Case {
        std::string text, number;
    };
    const Case cases[]{
        {"51件", "51/2"},
        {"５１件", "51/2"},
        {"3,525件", "3525/5"},
        {"3，525件", "3525/5"},
        {"1,234,567条", "1234567/9"},
        {"5，12件", "5/1"},
        {"51，527件", "51527/6"},
        {"48.1%", "48.1%@0.1/5"},
        {"48.10％", "48.1%@0.01/6"},
        {"百分之四十八点一", "48.1%@0.1/8"},
        {"百分之48.1", "48.1%@0.1/7"},
        {"三千五百二十五件", "3525/7"},
        {"一百零二", "102/4"},
        {"一百〇二", "102/4"},
        {"一千零五十", "1050@10/5"},
        {"十二", "12/2"},
        {"二十", "20@10/2"},
        {"两件", "2/1"},
        {"一万二千", "12000@1000/4"},
        {"〇", "0/1"},
        {"二〇二四", "2024/4"},
        {"1.2万", "12000@1000/4"},
        {"3千余", "3000@1000/2"},
        {"几十件", "-"},
        {"十几件", "~"},
        {"三五件", "~"},
        {"三百五", "~"},
        {"百姓", "~"},
        {"3.25", "3.25@0.01/4"},
        {"1.2.3", "-"},
        {"件", "-"},
        {"123456789012345678", "-"},
    };
    for (const Case& each : cases) {
        CAPTURE(each.text);
        CHECK(read(each.text) == each.number);
    }
}

TEST_CASE("digits behind others begin no number") {
    CHECK_FALSE(number_at(read_dense("0600-5550123"), 5).has_value());
    CHECK_FALSE(number_at(read_dense("2024"), 2).has_value());
    CHECK(number_at(read_dense("2024 51"), 4)->value.units == 51);
}
