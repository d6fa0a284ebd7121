#include "narrative/rolled_text.h"

#include <doctest/doctest.h>

#include "the_statute.h"

using namespace nianbao;

namespace {

const RollMarks marks{"〔{was}〕", "〔{was}日期〕", "〔{was}年份〕", "〔{was}？〕"};

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

TEST_CASE("rolled text: a claim that there was none is a figure in words, and marked") {
    struct Case {
        const char *text, *rolled;
    };
    const Case cases[]{
        {"本年度未收到政府信息公开申请。", "本年度〔未收到？〕政府信息公开申请。"},
        {"2024年我局没有收到依申请公开事项", "2025年我局〔没有收到？〕依申请公开事项"},
        {"全年未接到信息公开申请", "全年〔未接到？〕信息公开申请"},
        {"未收到要求我局公开信息的申请", "〔未收到？〕要求我局公开信息的申请"},
        {"没有发生因政府信息公开引起的行政复议、行政诉讼。", "〔没有发生？〕因政府信息公开引起的行政复议、行政诉讼。"},
        {"也未出现因政府信息公开工作而被申请行政复议的情况", "也〔未出现？〕因政府信息公开工作而被申请行政复议的情况"},
        {"行政复议、行政诉讼均未发生", "行政复议、行政诉讼均〔未发生？〕"},
        {"全年未发生责任追究情形", "全年〔未发生？〕责任追究情形"},
        {"未发生因违反《条例》规定需要给予处分的情形", "〔未发生？〕因违反《条例》规定需要给予处分的情形"},
        {"一是没有发生投诉举报", "一是〔没有发生？〕投诉举报"},
        {"未制发规章", "〔未制发？〕规章"},
        {"全年未出台行政规范性文件", "全年〔未出台？〕行政规范性文件"},
        {"无行政诉讼案件", "〔无？〕行政诉讼案件"},
        {"无上年结转和结转下年度的申请", "〔无？〕上年结转和结转下年度的申请"},
        {"无因政府信息公开引发的行政复议", "〔无？〕因政府信息公开引发的行政复议"},
        {"无收费情况", "〔无？〕收费情况"},
        {"本机关无行政事业性收费", "本机关〔无？〕行政事业性收费"},
        {"未收取信息处理费", "〔未收取？〕信息处理费"},
        {"本年度没有产生政府信息公开处理费", "本年度〔没有产生？〕政府信息公开处理费"},
        {"办理申请均未收费", "办理申请均〔未收费？〕"},
        {"未产生费用", "〔未产生？〕费用"},
        {"没有行政复议、行政诉讼", "〔没有？〕行政复议、行政诉讼"},
        {"没有被申请行政复议", "〔没有被？〕申请行政复议"},
        {"未被提起行政诉讼", "〔未被？〕提起行政诉讼"},
        {"未因政府信息公开被申请行政复议", "〔未？〕因政府信息公开被申请行政复议"},
        {"不存在政府信息公开诉讼", "〔不存在？〕政府信息公开诉讼"},
        {"新收申请数量为零", "新收申请数量〔为零？〕"},
        {"保持零投诉、零诉讼", "保持〔零？〕投诉、〔零？〕诉讼"},
        {"行政诉讼情况：无。", "行政诉讼情况：〔无？〕。"},
        {"公开工作中没有此类情形", "公开工作中〔没有？〕此类情形"},
        {"未召开新闻发布会，未开展社会评议", "〔未召开？〕新闻发布会，〔未开展？〕社会评议"},
        {"全年无逾期答复", "全年〔无？〕逾期答复"},
    };
    for (const Case& each : cases) {
        CAPTURE(each.text);
        CHECK(rolled(each.text) == each.rolled);
    }
}

TEST_CASE("rolled text: a negation that is no claim about counts stays") {
    for (const char* text : {"没有规矩不成方圆",
                             "政务公开没有止境",
                             "信息公开永无止境",
                             "完成网站无障碍改造",
                             "未经批准不得对外发布",
                             "申请人无正当理由逾期不补正的，视为放弃申请",
                             "无正当理由大量反复申请的，要求说明理由",
                             "坚持以公开为常态、不公开为例外",
                             "逐件核查未公开内容",
                             "逐件核查未公开规范性文件",
                             "推行无纸化办公",
                             "逐项核对有没有遗漏的申请",
                             "核对有无重复申请",
                             "公开专栏从无到有",
                             "对未收到答复的申请人主动联系",
                             "对没有收到申请的单位同样开展检查",
                             "逾期未收到补正材料的，视为放弃",
                             "申请人未收到申请答复的，可以来电查询",
                             "没有现成信息需要另行制作的申请不予提供",
                             "未经复议直接起诉的案件由法规科承办",
                             "无论申请内容繁简，均按期答复",
                             "无需申请即可查阅",
                             "无条件受理投诉",
                             "尚未审结的案件继续跟踪",
                             "没有收费依据的项目一律取消",
                             "凡未收到申请的单位也要报送统计表",
                             "如未收到申请回执请来电",
                             "通报全年未收到申请的单位",
                             "未制定公开指南的单位限期补齐",
                             "收费标准未发生变化的栏目不作调整",
                             "不存在“应公开未公开”",
                             "未按时答复申请的，予以通报",
                             "未成年人信息不予公开",
                             "本机关无行政处罚权、无行政许可职权",
                             "实现政策咨询零距离",
                             "无其他需要报告的事项",
                             "《示例区没有收到申请时的统计办法》",
                             "是否未收到申请由专人核对"}) {
        CAPTURE(text);
        CHECK(rolled(text) == text);
    }
}

TEST_CASE("rolled text: a long clause full of negations comes through") {
    for (const std::string& piece :
         {std::string("未收到"), std::string("没有因政府信息公开"), std::string("申请的未收到")}) {
        std::string text;
        for (int i = 0; i < 20000; ++i) text += piece;
        CHECK(rolled(text).size() >= text.size());
    }
}

TEST_CASE("rolled text: any bytes come through") {
    for (const std::string& text :
         {std::string("2"), std::string("《12"), std::string("\xff\xfe 3件"), std::string("〔2024"),
          std::string("电话"), std::string("99999999999999999999件"), std::string("1月1")}) {
        CHECK_NOTHROW(static_cast<void>(rolled(text)));
    }
}
