#include "unicode/width.h"

#include <doctest/doctest.h>

#include <numeric>

using namespace nianbao;

namespace {

std::string lines(const std::vector<std::string>& wrapped) {
    std::string text;
    for (const std::string& line : wrapped) text += line + "|";
    return text;
}

}  // namespace

TEST_CASE("width is East Asian width, ambiguous characters counting one column") {
    const struct {
        const char* text;
        std::size_t width;
    } cases[] = {
        {"", 0},
        {"abc 12", 6},
        {"中文", 4},
        {"，。（）", 8},
        {"　", 2},
        {"０１", 4},
        {"〇㎡", 4},
        {"“三安全”", 8},
        {"……", 2},
        {"①Ⅰ×", 3},
        {"─│", 2},
        {"𠮷", 2},
        {"e\u0301", 1},
        {"a\u0300\u0301b", 2},
        {"\u00ad", 0},
        {"😀", 2},
        {"👨‍👩‍👧‍👦", 2},
        {"👍🏽", 2},
        {"🇨🇳", 2},
        {"🇨🇳🇨🇳", 4},
        {"❤️", 2},
        {"중국", 4},
        {"＿＿", 4},
    };
    for (const auto& each : cases) {
        CAPTURE(each.text);
        CHECK(display_width(each.text) == each.width);
    }
}

TEST_CASE("lines break between Chinese characters, never inside numbers or words, never before a closing mark") {
    const struct {
        const char* text;
        std::size_t width;
        const char* wrapped;
    } cases[] = {
        {"", 4, "|"},
        {"结果维持", 4, "结果|维持|"},
        {"结果维持", 8, "结果维持|"},
        {"社会公益组织", 5, "社会|公益|组织|"},
        {"123456", 2, "123456|"},
        {"约123456件", 4, "约|123456|件|"},
        {"12.5%以上", 4, "12.5%|以上|"},
        {"公开，公开", 4, "公|开，|公开|"},
        {"公开（区分）处理", 6, "公开|（区|分）处|理|"},
        {"“三安全”", 4, "“三|安|全”|"},
        {"ab cd 中文", 5, "ab cd|中文|"},
        {"ab cd", 2, "ab|cd|"},
        {"２０２４年度", 4, "２０２４|年度|"},
        {"1.属于国家秘密", 6, "1.属于|国家秘|密|"},
        {"👨‍👩‍👧‍👦👨‍👩‍👧‍👦", 2,
         "👨‍👩‍👧‍👦|👨‍👩‍👧‍👦|"},
        {"中  文", 4, "中|文|"},
        {"中文 ", 4, "中文|"},
    };
    for (const auto& each : cases) {
        CAPTURE(each.text);
        CHECK(lines(wrap_text(each.text, each.width)) == each.wrapped);
    }
}

TEST_CASE("even lines are as few as the width allows and of like length") {
    CHECK(lines(wrap_evenly("结果维持", 6)) == "结果|维持|");
    CHECK(lines(wrap_evenly("结果维持", 100)) == "结果维持|");
    CHECK(lines(wrap_evenly("法律服务机构", 8)) == "法律服|务机构|");
    CHECK(lines(wrap_evenly("123456", 2)) == "123456|");
}

TEST_CASE("the widest piece is what no width can break") {
    CHECK(widest_piece("") == 0);
    CHECK(widest_piece("行政复议") == 2);
    CHECK(widest_piece("16（其中修订6件）") == 4);
    CHECK(widest_piece("共123456789012345件") == 15);
    CHECK(widest_piece("59237.2449") == 10);
}

TEST_CASE("wrapping loses nothing but the blanks at a break") {
    const std::string text = "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请 ab 12";
    for (std::size_t width = 1; width < 90; ++width) {
        const auto wrapped = wrap_text(text, width);
        std::string joined = std::accumulate(wrapped.begin(), wrapped.end(), std::string());
        std::string expected = text;
        for (std::string* each : {&joined, &expected}) std::erase(*each, ' ');
        CHECK(joined == expected);
        for (const std::string& line : wrapped) CHECK(display_width(line) <= std::max(width, widest_piece(text)));
    }
}
