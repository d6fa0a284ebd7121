#include "unicode/utf8.h"

#include <doctest/doctest.h>

using namespace nianbao;

TEST_CASE("UTF-8 is told from what only looks like it") {
    CHECK_FALSE(first_invalid_byte("年报𠮷😀"));
    CHECK(first_invalid_byte("年\xff") == 3);
    CHECK(first_invalid_byte("\xC0\x80") == 0);          // overlong
    CHECK(first_invalid_byte("\xED\xA0\x80") == 0);      // surrogate
    CHECK(first_invalid_byte("\xF4\x90\x80\x80") == 0);  // above U+10FFFF
    CHECK(first_invalid_byte("a\xE5\xB9") == 1);         // cut off
}

TEST_CASE("text is counted, cut and trimmed by characters") {
    CHECK(count_code_points("年报𠮷") == 3);
    CHECK(shortened("政府信息公开", 4) == "政府信息…");
    CHECK(shortened("政府", 4) == "政府");
    CHECK(trimmed("　 \t年 报\xE2\x80\x8B\n") == "年 报");
    CHECK(trimmed("　").empty());
}

TEST_CASE("what would steer a terminal is made visible") {
    CHECK(made_visible("红\x1b[31m") == "红<U+001B>[31m");
    CHECK(made_visible("甲\n乙") == "甲<U+000A>乙");
    CHECK(made_visible("\xE2\x80\xAE反") == "<U+202E>反");
    CHECK(made_visible("\xff") == "\xEF\xBF\xBD");
}

TEST_CASE("every code point that is appended is read back") {
    for (const char32_t code : {U'a', U'é', U'年', U'𠮷', char32_t{0x10FFFF}}) {
        std::string text;
        append_code_point(text, code);
        std::size_t at = 0;
        CHECK(next_code_point(text, at) == code);
        CHECK(at == text.size());
    }
}
