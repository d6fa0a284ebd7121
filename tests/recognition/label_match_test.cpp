#include "recognition/label_match.h"

#include <doctest/doctest.h>

using namespace nianbao;

TEST_CASE("labels are the same whatever blanks and widths they are written in") {
    const LabelPattern label("（二）部分公开（区分处理的，只计这一情形，不计其他情形）", {"部分公开"});
    for (const char* text : {"(二)部分公开（区分处理的,只计这一情形，不计其他情形)",
                             "（二） 部分公开\n（区分处理的，只计这一情形，不计其他情形）：", "部 分 公 开"}) {
        CAPTURE(text);
        CHECK(label.is(label_key(text)));
    }
    CHECK_FALSE(label.is(label_key("（一）予以公开")));
}

TEST_CASE("a slip in a long label is near, another short word is not") {
    CHECK(LabelPattern("本年废止件数", {}).is_near(label_key("本年度止件数")));
    CHECK(LabelPattern("1.属于国家秘密", {}).is_near(label_key("属于国家秘密")));
    CHECK_FALSE(LabelPattern("总计", {}).is_near(label_key("合计")));
    CHECK_FALSE(LabelPattern("自然人", {}).is_near(label_key("上年·自然人")));
    CHECK_FALSE(LabelPattern("结果维持", {}).is_near(label_key("其他结果")));
    const LabelPattern twelve("一二三四五六七八九十甲乙", {});  // three slips
    for (const char* text : {"二三四五六七八九十甲乙", "一二三四五六七八九十甲乙丙丁戊", "一三二四五六七八九十乙",
                             "四五六七八九十甲乙", "丙一二三丁四五六七八九戊十甲乙"}) {
        CAPTURE(text);
        CHECK(twelve.is_near(label_key(text)));
    }
    for (const char* text : {"二一四三六五八七十九甲乙", "五六七八九十甲乙", "一二三四五六七八九十甲乙丙丁戊己",
                             "丙丁戊己五六七八九十甲乙", "甲乙一二三四五六七八九十"}) {
        CAPTURE(text);
        CHECK_FALSE(twelve.is_near(label_key(text)));
    }
}
