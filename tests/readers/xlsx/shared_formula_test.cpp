#include "readers/xlsx/shared_formula.h"

#include <doctest/doctest.h>

using namespace nianbao::xlsx_reading;

TEST_SUITE("readers: shared formulas") {
    TEST_CASE("references follow the cell, all else stays") {
        struct Case {
            const char *formula, *moved;
        };
        constexpr CellPosition from{3, 4}, to{5, 5};  // D3 to E5
        for (const Case& each : {Case{"C3*2", "D5*2"},
                                 Case{"SUM(A1:$B$2)", "SUM(B3:$B$2)"},
                                 Case{"$A1+A$1", "$A3+B$1"},
                                 Case{"IF(A1=\"A1\",'A1 表'!B2,表一!C3)", "IF(B3=\"A1\",'A1 表'!C4,表一!D5)"},
                                 Case{"LOG10(A1)", "LOG10(B3)"},
                                 Case{"A:B", "B:C"},
                                 Case{"$A:B", "$A:C"},
                                 Case{"1:3", "3:5"},
                                 Case{"$1:3", "$1:5"},
                                 Case{"A1E2+1E5+2", "A1E2+1E5+2"},
                                 Case{"Sheet1!A1", "Sheet1!B3"},
                                 Case{"T3!A1:T3!B2", "T3!B3:T3!C4"},
                                 Case{"\"a\"\"A1\"&A1", "\"a\"\"A1\"&B3"},
                                 Case{"表[[#This Row],[A1]]+A1", "表[[#This Row],[A1]]+B3"},
                                 Case{"[1]Sheet1!A1", "[1]Sheet1!B3"},
                                 Case{"合计A1+_A1+A1.x", "合计A1+_A1+A1.x"},
                                 Case{"XFD1", "#REF!"},
                                 Case{"A1048576", "#REF!"},
                                 Case{"A0+ABCD1", "A0+ABCD1"},
                                 Case{"a1", "B3"},
                                 Case{"#REF!+A1", "#REF!+B3"},
                                 Case{"-A1^2%", "-B3^2%"},
                                 Case{"\"open A1", "\"open A1"},
                                 Case{"'open A1", "'open A1"},
                                 Case{"[A1", "[A1"},
                                 Case{"$", "$"},
                                 Case{"A$+$$A1", "A$+$$A1"},
                                 Case{"TRUE", "TRUE"},
                                 Case{"", ""}}) {
            CAPTURE(std::string(each.formula));
            CHECK(moved_formula(each.formula, from, to) == each.moved);
        }
    }

    TEST_CASE("a reference that would leave the sheet on the near side is an error") {
        CHECK(moved_formula("A1+B2", {2, 2}, {1, 1}) == "#REF!+A1");
    }

    TEST_CASE("places are read within the sheet alone") {
        CHECK(position_text(read_position("B12").value()) == "B12");
        CHECK(position_text(read_position("XFD1048576").value()) == "XFD1048576");
        CHECK(position_text(read_position("aa7").value()) == "AA7");
        for (const char* written :
             {"", "A", "1", "A0", "XFE1", "A1048577", "A-1", "A+1", "A1 ", "AAAA1", "A4294967297", "1A", "$A$1"}) {
            CHECK_FALSE(read_position(written));
        }
        const auto range = read_range("C4:A1");
        REQUIRE(range);
        CHECK(range->first_row == 1);
        CHECK(range->last_column == 3);
        CHECK_FALSE(read_range("A1:"));
        CHECK_FALSE(read_range("A:B"));
    }
}
