#include "narrative/paragraphs.h"

#include <doctest/doctest.h>

using namespace nianbao;

TEST_CASE("line breaks end paragraphs, outer blanks go, empty paragraphs go") {
    const auto paragraphs = [](std::string_view text) {
        Paragraphs all;
        append_paragraphs(text, all);
        return all;
    };
    CHECK(paragraphs("　　甲。\n\n　乙。　\r\n丙") == Paragraphs{"甲。", "乙。", "丙"});
    CHECK(paragraphs("甲\r乙\xE2\x80\xA8丙\xE2\x80\xA9丁") == Paragraphs{"甲", "乙", "丙", "丁"});
    CHECK(paragraphs(" \n　\n").empty());
    CHECK(paragraphs("中 间 的 空格 留着") == Paragraphs{"中 间 的 空格 留着"});
}

TEST_CASE("control characters are found, tabs and line breaks are none") {
    CHECK_FALSE(find_control("甲\t乙\n丙\r"));
    CHECK(find_control("甲\x01乙") == 1);
    CHECK(find_control("甲\x7f") == 0x7f);
    CHECK(find_control("\xC2\x85") == 0x85);
}
