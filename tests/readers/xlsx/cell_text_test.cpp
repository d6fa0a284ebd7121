#include "readers/xlsx/cell_text.h"

#include <doctest/doctest.h>

#include "readers/xlsx/cell_styles.h"

using namespace nianbao::xlsx_reading;

TEST_SUITE("readers: texts of cells") {
    TEST_CASE("a number is a plain decimal of 15 digits at most") {
        struct Case {
            const char *written, *shown;
        };
        for (const Case& each :
             {Case{"12", "12"}, Case{"0", "0"}, Case{"-0", "0"}, Case{"7.50", "7.5"}, Case{"0.1", "0.1"},
              Case{"0.10000000000000001", "0.1"}, Case{"51.000000000000007", "51"}, Case{"1.2E1", "12"},
              Case{"1E+20", "100000000000000000000"}, Case{"-1.5e-3", "-0.0015"}, Case{"+4", "4"}, Case{" 4\n", "4"},
              Case{"2425231.1082", "2425231.1082"}, Case{"999999999999999", "999999999999999"},
              Case{"9007199254740993", "9007199254740990"}, Case{"123456789.123456789", "123456789.123457"},
              Case{"0.30000000000000004", "0.3"}, Case{"1e15", "1000000000000000"}}) {
            CHECK(decimal_text(each.written) == each.shown);
        }
        for (const char* written : {"", " ", "NaN", "INF", "-inf", "1e999", "12件", "1,2", "0x10", "--1", "1 2"}) {
            CHECK_FALSE(decimal_text(written));
        }
    }

    TEST_CASE("escapes are the characters they stand for") {
        struct Case {
            const char *written, *shown;
        };
        for (const Case& each : {Case{"一_x000D_\n二", "一\n二"}, Case{"一\r\n二\r三", "一\n二\n三"},
                                 Case{"_x4E00_", "一"}, Case{"_x005F_x000D_", "_x000D_"},
                                 Case{"_xD83D__xDE00_", "\U0001F600"}, Case{"_xD83D_a_xDE00_", "\uFFFDa\uFFFD"},
                                 Case{"_x00_ _xGGGG_ _x0041", "_x00_ _xGGGG_ _x0041"}, Case{"_", "_"}, Case{"", ""}}) {
            CHECK(decoded_text(each.written) == each.shown);
        }
    }

    TEST_CASE("a date loses a time of midnight alone") {
        CHECK(date_text("2025-01-20T00:00:00") == "2025-01-20");
        CHECK(date_text("2025-01-20T00:00:00.000Z") == "2025-01-20");
        CHECK(date_text("2025-01-20T08:30:00") == "2025-01-20T08:30:00");
        CHECK(date_text("2025-01-20") == "2025-01-20");
    }

    TEST_CASE("number formats that show a date are known") {
        for (const unsigned format : {14U, 22U, 27U, 36U, 45U, 50U, 58U}) CHECK(is_date_format(format));
        for (const unsigned format : {0U, 1U, 13U, 23U, 37U, 44U, 48U, 49U, 59U}) CHECK_FALSE(is_date_format(format));
        for (const char* code : {"yyyy-mm-dd", "yyyy\"年\"m\"月\"d\"日\"", "[$-804]yyyy年m月d日;@", "DD/MM/YY", "0;d",
                                 "h:mm:ss", "[h]", "[SS].0", "h\"时\"", "[Red][hh]:mm"}) {
            CHECK(is_date_code(code));
        }
        for (const char* code : {"General", "0.00_);[Red](0.00)", "0\"day\"", "0\\d", "#,##0_d", "@", "[Red]0",
                                 "[>=100]0", "[$-409]0", "0\"h\"", "\"y", "0.00E+00", ""}) {
            CHECK_FALSE(is_date_code(code));
        }
    }
}
