#include "model/amount.h"

#include <doctest/doctest.h>

using namespace nianbao;

TEST_CASE("an amount is read exactly and printed shortest") {
    const struct {
        const char* text;
        const char* printed;
    } cases[] = {
        {"0", "0"},
        {"0.0000", "0"},
        {"007", "7"},
        {"51", "51"},
        {"-2", "-2"},
        {"-0", "0"},
        {"-1.5", "-1.5"},
        {"24252.311082", "24252.311082"},
        {"0.000001", "0.000001"},
        {"59237.2449", "59237.2449"},
        {"999999999999999", "999999999999999"},
        {"0.123456789012345678", "0.123456789012345678"},
    };
    for (const auto& each : cases) {
        CAPTURE(each.text);
        const auto amount = parse_amount(each.text);
        REQUIRE(amount);
        CHECK(to_string(*amount) == each.printed);
    }
}

TEST_CASE("text that is no amount is refused") {
    for (const char* text : {"", "-", ".", "1.", ".5", "1e3", "+1", "1,000", "１", "1 ", "1000000000000000",
                             "0.1234567890123456789", "0x10", "NaN"}) {
        CAPTURE(text);
        CHECK_FALSE(parse_amount(text));
    }
}

TEST_CASE("amounts are added, subtracted and ordered exactly") {
    const auto amount = [](const char* text) { return *parse_amount(text); };
    CHECK(amount("0.1") + amount("0.2") == amount("0.3"));
    CHECK(amount("1") - amount("1.5") == amount("-0.5"));
    CHECK(amount("-1.5") + amount("1.5") == Amount{});
    CHECK(amount("-1.5") < amount("-1.4"));
    CHECK(amount("-0.5") < amount("0"));
    CHECK(magnitude(amount("-0.25")) == amount("0.25"));
    CHECK(decimals(amount("24252.311082")) == 6);
    CHECK(decimals(amount("3")) == 0);
    CHECK(is_negative(amount("-0.000001")));
    CHECK_FALSE(is_integer(amount("1.5")));
}
