#include "narrative/heading_repeat.h"

#include <doctest/doctest.h>

#include "the_statute.h"

using namespace nianbao;

namespace {

/// The text with what repeats the heading in ‹›.
std::string marked(const std::string& text, std::size_t length) {
    return length == 0 ? text : "‹" + text.substr(0, length) + "›" + text.substr(length);
}

std::string of_field(const char* path, const Paragraphs& text) {
    const FieldId field = *form_2021().find_field(path);
    return marked(text.empty() ? "" : text.front(), repeated_heading(form_2021(), field, text));
}

}  // namespace

TEST_CASE("an ordinal is read in the ways it is written") {
    const struct {
        const char* text;
        int value;
        std::size_t length;
    } cases[] = {
        {"（一）主动", 1, 9}, {"(二)", 2, 5},    {"（ 十二 ）公开", 12, 14}, {"1.公开", 1, 2}, {"１．公开", 1, 6},
        {"三、 公开", 3, 7},  {"1.5万件", 0, 0}, {"2024年", 0, 0},           {"一是", 0, 0},   {"（其中）", 0, 0},
        {"", 0, 0},           {"（一", 0, 0},
    };
    for (const auto& each : cases) {
        CAPTURE(each.text);
        CHECK(leading_ordinal(each.text).value == each.value);
        CHECK(leading_ordinal(each.text).length == each.length);
    }
}

TEST_CASE("a sub-item that begins with its own heading") {
    const struct {
        const char* text;
        const char* expected;
    } cases[] = {
        {"主动公开：全年公开386条。", "‹主动公开：›全年公开386条。"},
        {"（一）主动公开。结合实际", "‹（一）主动公开。›结合实际"},
        {"(一) 主动公开情况。结合实际", "‹(一) 主动公开情况。›结合实际"},
        {"1.主动公开情况: 全年", "‹1.主动公开情况: ›全年"},
        {"一、主动公开", "‹一、主动公开›"},
        {"（二）主动公开方面　全年", "‹（二）主动公开方面　›全年"},
        {"政府信息主动公开情况：全年", "‹政府信息主动公开情况：›全年"},
        {"主动公开工作情况。全年", "‹主动公开工作情况。›全年"},
        {"主动公开政府信息386条。", "主动公开政府信息386条。"},
        {"（一）主动公开政府信息 16 条。", "（一）主动公开政府信息 16 条。"},
        {"主动公开 全年", "主动公开 全年"},
        {"主动公开情况良好。", "主动公开情况良好。"},
        {"全年主动公开。", "全年主动公开。"},
        {"（一）加强组织领导。", "（一）加强组织领导。"},
        {"", ""},
    };
    for (const auto& each : cases) {
        CAPTURE(each.text);
        CHECK(of_field("/narrative/overview/proactive_disclosure", {each.text}) == each.expected);
    }
}

TEST_CASE("a section whose body begins with its number or heading again") {
    const char* other = "/narrative/other_matters";
    CHECK(of_field(other, {"六、其他需要报告的事项。无"}) == "‹六、其他需要报告的事项。›无");
    CHECK(of_field(other, {"六、其他需报告事项", "无"}) == "‹六、其他需报告事项›");
    CHECK(of_field(other, {"其他需要报告的事项：无"}) == "‹其他需要报告的事项：›无");
    CHECK(of_field(other, {"六、本年度未收取信息处理费。"}) == "‹六、›本年度未收取信息处理费。");
    CHECK(of_field(other, {"六、 2024年未收取信息处理费。"}) == "‹六、 ›2024年未收取信息处理费。");
    CHECK(of_field(other, {"六项重点任务均已完成。"}) == "六项重点任务均已完成。");
    CHECK(of_field(other, {"五、六月集中办理。"}) == "五、六月集中办理。");
    CHECK(of_field(other, {"无其他需要报告的事项。"}) == "无其他需要报告的事项。");
    CHECK(of_field(other, {}) == "");
    CHECK(of_field("/narrative/overview/introduction", {"一、总体情况", "全年"}) == "‹一、总体情况›");
    CHECK(of_field("/narrative/overview/introduction", {"一、加强领导。", "二、完善制度。"}) == "一、加强领导。");
    CHECK(of_field("/narrative/problems_and_improvements/introduction", {"五、六月完成整改。"}) ==
          "五、六月完成整改。");
    CHECK(of_field("/narrative/preface", {"一、总体情况"}) == "一、总体情况");
    CHECK(of_field("/narrative/notes/requests/after", {"三、收到和处理政府信息公开申请情况"}) ==
          "三、收到和处理政府信息公开申请情况");
}
