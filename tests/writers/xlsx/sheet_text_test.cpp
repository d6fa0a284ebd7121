#include "writers/xlsx/sheet_text.h"

#include <doctest/doctest.h>

using namespace nianbao::xlsx;

namespace {

std::string repeated(std::string_view text, std::size_t times) {
    std::string result;
    for (std::size_t i = 0; i < times; ++i) result += text;
    return result;
}

}  // namespace

TEST_CASE("what XML forbids does not reach a cell") {
    CHECK(cell_text("甲\x01\x1F乙\x7F\tb\nc\r") == "甲乙\tb\nc");
    CHECK(cell_text("a\xEF\xBF\xBE\xEF\xBF\xBF"
                    "b") == "ab");
    CHECK(cell_text("a\xFF\xC0"
                    "b") == "a\uFFFD\uFFFDb");
    CHECK(cell_text("=1+1") == "=1+1");
}

TEST_CASE("what a spreadsheet would decode is escaped") {
    CHECK(cell_text("_x0041_") == "_x005F_x0041_");
    CHECK(cell_text("a_x000D_x0041_") == "a_x005F_x000D_x005F_x0041_");
    CHECK(cell_text("_x41_ _x0041 _xGGGG_") == "_x41_ _x0041 _xGGGG_");
}

TEST_CASE("texts are cut by UTF-16 units, never inside a character") {
    CHECK(utf16_length("字𠮷a") == 4);
    CHECK(limited("字𠮷a", 4) == "字𠮷a");
    CHECK(limited("字𠮷ab", 4) == "字𠮷…");
    CHECK(limited("字𠮷ab", 3) == "字…");
}

TEST_CASE("names of sheets are such as Excel accepts") {
    std::set<std::string> taken;
    CHECK(sheet_name("申请情况表", "附表", taken) == "申请情况表");
    CHECK(sheet_name("申请情况表", "附表", taken) == "申请情况表(2)");
    CHECK(sheet_name("a/b:c*[d]?\\'e'", "附表", taken) == "a_b_c__d____e_");
    CHECK(sheet_name("  \t ", "附表", taken) == "附表");
    CHECK(sheet_name("History", "附表", taken) == "附表(2)");
    CHECK(sheet_name("ABC", "附表", taken) == "ABC");
    CHECK(sheet_name("abc", "附表", taken) == "abc(2)");
    const std::string longest = sheet_name(repeated("𠮷", 40), "附表", taken);
    CHECK(utf16_length(longest) <= max_sheet_name_units);
    CHECK(utf16_length(sheet_name(repeated("𠮷", 40), "附表", taken)) <= max_sheet_name_units);
}

TEST_CASE("a header holds one line and no codes") {
    CHECK(header_text("甲&P&G\n乙") == "甲＆P＆G 乙");
    CHECK(utf16_length(header_text(repeated("长", 500))) == 100);
}
