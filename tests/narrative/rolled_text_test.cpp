#include "narrative/rolled_text.h"

#include <doctest/doctest.h>

#include "the_statute.h"

using namespace nianbao;

namespace {

const RollMarks marks{"〔{was}〕", "〔{was}日期〕", "〔{was}年份〕"};

std::string rolled(const std::string& text) {
    return roll_text(text, 2024, the_statute().drafting.figures, marks).text;
}

}  // namespace

TEST_CASE("rolled text: every figure of last year gives way to a mark") {
    struct Case {
        const char *text, *rolled;
    };
    const Case cases[]{
        {"全年公开信息386条。", "全年公开信息〔386条〕。"},
        {"公开1,204 件，占61.5%", "公开〔1,204 件〕，占〔61.5%〕"},
        {"访问量1846万次", "访问量〔1846万次〕"},
        {"收取３２元", "收取〔３２元〕"},
        {"举办培训两次，参训一百二十八人次", "举办培训〔两次〕，参训〔一百二十八人次〕"},
        {"共三千五百二十五件", "共〔三千五百二十五件〕"},
        {"2024年3月5日印发", "〔2024年3月5日日期〕印发"},
        {"6月开展专项检查", "〔6月日期〕开展专项检查"},
        {"较2023年增长2成", "较〔2023年年份〕增长〔2〕成"},
        {"2025年将继续推进", "〔2025年年份〕将继续推进"},
        {"在全市2024年考核中", "在全市〔2024年年份〕考核中"},
    };
    for (const Case& each : cases) {
        CAPTURE(each.text);
        CHECK(rolled(each.text) == each.rolled);
    }
}

TEST_CASE("rolled text: the report's own year moves on") {
    CHECK(rolled("2024年，我局认真贯彻") == "2025年，我局认真贯彻");
    CHECK(rolled("示例区水务局2024年政府信息公开工作年度报告") == "示例区水务局2025年政府信息公开工作年度报告");
    CHECK(rolled("统计期限为2024年1月1日至12月31日。") == "统计期限为2025年1月1日至12月31日。");
    CHECK(rolled("自2024年1月1日起至2024年12月31日止") == "自2025年1月1日起至2025年12月31日止");
    CHECK(roll_text("2024年，公开12条。", 2024, the_statute().drafting.figures, marks).years == 1);
    CHECK(roll_text("2024年，公开12条。", 2024, the_statute().drafting.figures, marks).figures == 1);
}

TEST_CASE("rolled text: numbers that are no figures of the year stay") {
    for (const char* text :
         {"根据《条例》第四十九条、第五十条的规定", "国办公开办函〔2021〕30号文件", "《示例区2024年政务公开工作要点》",
          "地址：示例区清泉路9号；邮编：990100；电话：0600-5550179", "https://www.shiliqu.example/2024/6.html",
          "5G基站", "一是完善机制；二是加强培训", "自2019年5月15日起施行", "20个工作日内答复", "第2号令",
          "每年1月31日前公布", "一件事一次办", "从三个方面推进", "3.其他", "三级审核"}) {
        CAPTURE(text);
        CHECK(rolled(text) == text);
    }
}

TEST_CASE("rolled text: any bytes come through") {
    for (const std::string& text :
         {std::string("2"), std::string("《12"), std::string("\xff\xfe 3件"), std::string("〔2024"),
          std::string("电话"), std::string("99999999999999999999件"), std::string("1月1")}) {
        CHECK_NOTHROW(static_cast<void>(rolled(text)));
    }
}
