#include "narrative/date_ranges.h"

#include <doctest/doctest.h>

#include <string>

#include "narrative/numerals.h"

using namespace nianbao;

namespace {

std::string dump(std::string_view text) {
    std::string all;
    const auto date = [](const WrittenDate& d) {
        return std::to_string(d.year) + "-" + std::to_string(d.month) + "-" + std::to_string(d.day) +
               (d.whole ? "" : "?");
    };
    for (const DateRange& range : find_date_ranges(text)) {
        all += date(range.from) + ".." + date(range.to) + " [" +
               std::string(text.substr(range.begin, range.end - range.begin)) + "] ";
    }
    return all;
}

}  // namespace

TEST_CASE("periods are read in the ways officials write them") {
    CHECK(dump("统计期限为2024年1月1日至12月31日。") == "2024-1-1..2024-12-31 [2024年1月1日至12月31日] ");
    CHECK(dump("自2024年1月1日起至2024年12月31日止") == "2024-1-1..2024-12-31 [2024年1月1日起至2024年12月31日] ");
    CHECK(dump("２０２４ 年 １ 月 １ 日－１２ 月 ３１ 日") ==
          "2024-1-1..2024-12-31 [２０２４ 年 １ 月 １ 日－１２ 月 ３１ 日] ");
    CHECK(dump("2024年1月1日到12月31止") == "2024-1-1..2024-12-31? [2024年1月1日到12月31] ");
    CHECK(dump("2024年1月—12月") == "2024-1-0?..2024-12-0? [2024年1月—12月] ");
    CHECK(dump("2024年5月15日施行，7月1日起实行") == "");
    CHECK(dump("") == "");
}

TEST_CASE("numbers at the end of a text are read in digits and in words") {
    const auto value = [](std::string_view text) {
        const auto number = number_at_end(text);
        return number ? number->value : -1;
    };
    CHECK(value("共6") == 6);
    CHECK(value("共１２") == 12);
    CHECK(value("由六") == 6);
    CHECK(value("共两") == 2);
    CHECK(value("第十二") == 12);
    CHECK(value("二十一") == 21);
    CHECK(value("十") == 10);
    CHECK(value("部分") == -1);
    CHECK(value("") == -1);
    CHECK(value("1234") == -1);
    for (int i = 1; i < 100; ++i) CHECK(value(chinese_number(i)) == i);
}
