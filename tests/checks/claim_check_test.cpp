// Words against tables: the wording of a finding, its place, and a long report with everything true and with ten slips.
#include <doctest/doctest.h>

#include <algorithm>

#include "checks/checks.h"
#include "forms/rule_examples.h"
#include "messages/finding_text.h"
#include "readers/json_report_reader.h"
#include "the_statute.h"
#include "unicode/utf8.h"

using namespace nianbao;

namespace {

const std::string overview = "/narrative/overview";

std::string quoted(const std::string& text) { return "\"" + text + "\""; }

Report report_with(SampleChanges changes) {
    const std::string sample(embedded_files().at("schemas/samples/2021.json"));
    return read_json_report(changed_sample(sample, changes), the_statute()).report;
}

std::vector<Diagnostic> word_findings(const Report& report) {
    auto all = check_report(report, form_2021(), the_statute().catalogue, the_statute().agencies);
    std::erase_if(all, [](const Diagnostic& finding) { return !finding.code.starts_with("n."); });
    return all;
}

/// Code, place in characters, sentence.
std::vector<std::string> told(const Report& report) {
    std::vector<std::string> told;
    for (const Diagnostic& finding : word_findings(report)) {
        const FindingText text = describe(finding, {the_statute().catalogue, &form_2021(), &report}, Language::zh);
        told.push_back(finding.code + (finding.variant.empty() ? "" : "/" + finding.variant) + " " + text.message);
    }
    return told;
}

std::vector<std::string> told_of(const std::string& sentence) {
    return told(report_with({{overview, quoted(sentence)}}));
}

using Told = std::vector<std::string>;

}  // namespace

TEST_CASE("a number that no reading fits is told with what the table has") {
    CHECK(
        told_of("2024年，我局共收到政府信息公开申请50件。") ==
        Told{
            "n.received 第一部分写“收到政府信息公开申请50件”，申请情况表本年新收51件、加上年结转56件，均与正文不符。"});
    CHECK(told_of("收到政府信息公开申请51件，上年结转4件。") ==
          Told{"n.carried 第一部分写“上年结转4件”，申请情况表“上年结转”总计为5件。"});
    CHECK(told_of("办结政府信息公开申请52件，其中予以公开22件。") ==
          Told{"n.outcome 第一部分写“予以公开22件”，申请情况表予以公开20件、加部分公开25件，与正文不符。"});
    CHECK(told_of("予以公开、部分公开合计24件。") ==
          Told{"n.outcome 第一部分写“予以公开、部分公开合计24件”，申请情况表予以公开、部分公开合计25件，与正文不符。"});
    CHECK(told_of("全年未收到政府信息公开申请。") ==
          Told{"n.none-but 第一部分写“未收到政府信息公开申请”，申请情况表“本年新收”总计为51件。"});
    CHECK(told_of("全年无政府信息公开行政复议。") ==
          Told{"n.none-but/disputes 第一部分写“无政府信息公开行政复议”，复议诉讼情况表“行政复议·总计”为5件。"});
    CHECK(told_of("作出行政处罚决定9件。") ==
          Told{"n.actions 第一部分写“行政处罚决定9件”，主动公开情况表“行政处罚”为8件。"});
    CHECK(told(report_with({{"/disclosure/coercion", "0"}, {overview, quoted("作出行政强制决定1件。")}})) ==
          Told{"n.some-but 第一部分写“行政强制决定1件”，主动公开情况表“行政强制”为0。"});
}

TEST_CASE("a finding stands at its phrase, with the numbers of both sides") {
    const std::string text = "２０２４年，我局依法办理申请。全年收到政府信息公开申请 50 件。";
    const auto findings = word_findings(report_with({{overview, quoted(text)}}));
    REQUIRE(findings.size() == 1);
    const Diagnostic& finding = findings.front();
    CHECK(finding.at == Address{Address::Kind::field, *form_2021().find_field("/narrative/overview/introduction"), 0,
                                static_cast<std::uint32_t>(text.find("收到")),
                                static_cast<std::uint32_t>(text.find("。", text.find("50")))});
    CHECK(finding.severity == Severity::warning);
    CHECK(finding.excerpt == "收到政府信息公开申请 50 件");
    CHECK(finding.expected == "51");
    CHECK(finding.actual == "50");
    REQUIRE(finding.parts.size() == 1);
    CHECK(finding.parts.front().cell == *form_2021().find_cell("/requests/received/total"));
}

TEST_CASE("severity: only none beside some requests is an error") {
    const auto severity_of = [](const std::string& sentence) {
        const auto findings = word_findings(report_with({{overview, quoted(sentence)}}));
        return findings.size() == 1 ? findings.front().severity : Severity::off;
    };
    CHECK(severity_of("全年未收到政府信息公开申请。") == Severity::error);
    CHECK(severity_of("收到政府信息公开申请0件。") == Severity::error);
    CHECK(severity_of("未发生政府信息公开行政诉讼。") == Severity::warning);
    CHECK(severity_of("收到政府信息公开申请3件。") == Severity::warning);
}

TEST_CASE("an open cell may hold what the text says") {
    const SampleChanges open{{"/requests/received/total", "null"},
                             {"/requests/received/business", "null"},
                             {overview, quoted("收到政府信息公开申请60件，上年结转5件。")}};
    CHECK(told(report_with(open)).empty());
    SampleChanges less = open;
    less[overview] = quoted("收到政府信息公开申请40件，上年结转5件。");
    CHECK(told(report_with(less)).size() == 1);
}

TEST_CASE("withdrawn requests are taken off where the text says how many") {
    CHECK(told_of("收到政府信息公开申请49件，另有2件主动撤回。").empty());
    CHECK(told_of("主动撤回4件，办理申请47件。").empty());
}

TEST_CASE("section five speaks of this year only where it says so") {
    const std::string path = "/narrative/problems_and_improvements";
    const std::string rest = "一是公开不够及时，二是解读形式单一。改进：一是每月自查，二是丰富解读。";
    CHECK(told(report_with({{path, quoted("收到政府信息公开申请42件，答复不够规范。" + rest)}})).empty());
    CHECK(
        told(report_with({{path, quoted("本年度收到政府信息公开申请42件，答复压力大。" + rest)}})) ==
        Told{
            "n.received 第五部分写“收到政府信息公开申请42件”，申请情况表本年新收51件、加上年结转56件，均与正文不符。"});
}

TEST_CASE("true sentences stay quiet") {
    for (const std::string sentence : {
             "公开上一年度部门决算和本年度部门预算，发布上一年度《政府信息公开工作年度报告》。",
             "公开上一年度人大代表建议办理总体情况，办理代表建议12件。",
             "新收政府信息公开申请51件，较上年增加42件；上年结转5件。",
             "《条例》2019年5月15日起施行。",
             "主动公开行政处罚0宗，公示行政处罚信息35条，行政执法信息3条。",
             "公开信息386条，同比下降78.43%。",
             "上年收到申请：网上105件、快递17件，合计122件。",
             "受理政府信息公开申请56件（含结转5件）。",
             "主动撤回4件，办理27件的情形系2022年。",
             "同意公开20件、部分予以公开5件、不同意公开12件，告知获取方式8件。",
             "2024年全区行政机关收到政府信息公开申请1805件，我局51件。",
         }) {
        CAPTURE(sentence);
        CHECK(told_of(sentence) == Told{});
    }
}

namespace {

/// A report's overview of over 1,500 characters in which every number agrees with the sample's tables.
const std::vector<std::pair<std::string, std::string>>& true_overview() {
    static const std::vector<std::pair<std::string, std::string>> fields{
        {"introduction",
         "2024年，示例区工业和信息化局坚持以习近平新时代中国特色社会主义思想为指导，全面贯彻党的二十大和二十届二中、三"
         "中全会精神，认真落实《中华人民共和国政府"
         "信息公开条例》（国务院令第711号），紧紧围绕全区制造业高质量发展大局，坚持以公开为常态、不公开为例外，不断健全"
         "制度、拓宽渠道、强化监督，"
         "政府信息公开的质量和实效进一步提升，较好保障了企业和群众的知情权、参与权、表达权和监督权。全年召开专题会议3次"
         "，研究解决问题7个，局主要负责人"
         "亲自部署，分管负责人每季度调度1次。"},
        {"proactive_disclosure",
         "一是突出重点领域。全年主动公开政府信息386条，其中通过门户网站公开241条、通过政务新媒体公开133条、通过政府公报"
         "公开12条，较2023年的352条增加34条，增长9.7%"
         "。公开2023年度部门决算和2024年度部门预算，发布2023年度政府信息公开工作年度报告，公开2024年重点工作任务清单5项"
         "。二是强化政策解读。围绕设备更新、"
         "技术改造、专精特新培育等惠企政策，发布政策解读材料9篇，其中图解4篇、视频2篇、文字3篇，召开惠企政策说明会4场，"
         "参会企业两百余家，回应企业关切27次，"
         "群众满意率达99.2%"
         "。三是规范行政执法公示。全年作出行政许可决定126件、行政处罚决定8件、行政强制决定1件，公示行政许可信息130条、"
         "行政处罚信息35条，"
         "按时公示率100%"
         "。四是办理人大代表建议6件、政协提案9件，全部按期办结，答复意见公开15件；受理12345热线转办件83件，办结82件，1"
         "件正在办理。"},
        {"disclosure_on_request",
         "健全登记、审核、答复、归档全流程机制，对申请内容不明确的，在7个工作日内一次性告知补正；对需要征求第三方意见的"
         "，在15个工作日内征求意见。全年新收"
         "政府信息公开申请五十一件，同比增加9件，其中自然人41件、法人或其他组织10件（商业企业6件、社会公益组织1件、法律"
         "服务机构3件）；上年结转5件。全年办结52件，其中予以公开20件、"
         "部分公开5件、不予公开12件、无法提供8件、不予处理5件、其他处理2件；4件结转至2025年继续办理。予以公开和部分公开"
         "合计25件，占办结总数的48.1%；无法提供的8件中，本机关不掌握相关政府信息6件、"
         "没有现成信息需要另行制作1件、补正后申请内容仍不明确1件。全年因政府信息公开被申请行政复议5件，其中结果维持2件"
         "、结果纠正1件、其他结果1件、尚未审结1件；被提起行政诉讼2件，均为复议后起诉，"
         "未发生未经复议直接起诉的情形。上年收到申请42件、办结40件，相关数据已在2023年度报告中公布。"},
        {"information_management",
         "坚持“谁起草、谁审核，先审查、后公开”，拟公开信息逐条履行审核和保密审查程序，动态调整主动公开目录，删除失效信"
         "息21条。严格落实行政规范性文件制发、备案和清理要求，"
         "全年制发行政规范性文件3件，废止2件，现行有效17件，均已统一公开并标注有效性；未制发规章。公开规范性文件及解读1"
         "2条。"},
        {"platforms",
         "优化门户网站政府信息公开专栏，调整栏目6个，新增栏目2个，修复错链15个；规范运行政务新媒体账号2个，发布信息1,"
         "204条，阅读量约3.6万次。在区政务服务中心设置查阅点1处，"
         "接待查阅43人次，发放资料约300份。"},
        {"oversight",
         "明确主要负责人为政府信息公开工作第一责任人，办公室配备专兼职人员3名。全年开展业务培训2次、参训61人次，每季度"
         "组织自查，发现的11个问题均已纠正。政府信息公开工作纳入科室年度考核，"
         "权重为5%"
         "，接受社会评议1次，收到评议意见8条，全年未发生责任追究情形，未发生失泄密事件。加强对下属2家事业单位的指导，"
         "帮助其公开财政、招标等信息46条，办理其收到的咨询7件；配合区政府办公室完成全区政务公开评估，全区各部门共收到政"
         "府信息公开申请1,805件的汇总工作由区政府办公室承担。"},
    };
    return fields;
}

SampleChanges with_true_overview(const std::vector<std::pair<std::string, std::string>>& slips = {}) {
    SampleChanges changes;
    std::size_t characters = 0;
    for (const auto& [field, sentence] : true_overview()) {
        std::string text = sentence;
        for (const auto& slip : slips) {
            const auto at = text.find(slip.first);
            if (at != std::string::npos) text.replace(at, slip.first.size(), slip.second);
        }
        characters += count_code_points(text);
        changes[overview + "/" + field] = quoted(text);
    }
    REQUIRE(characters > 1500);
    changes["/narrative/other_matters"] = quoted(
        "按照《政府信息公开信息处理费管理办法》（国办函〔2020〕109号），向1名申请人发出收费通知1件，收取政府信息公开信"
        "息处理费400元，已全额上缴国库。");
    return changes;
}

}  // namespace

TEST_CASE("a true report of 1,500 characters has no finding on words") {
    CHECK(told(report_with(with_true_overview())) == Told{});
}

TEST_CASE("ten contradictions planted in it are all found at their phrase") {
    const std::vector<std::pair<std::string, std::string>> slips{
        {"申请五十一件", "申请五十三件"},
        {"自然人41件、法人或其他组织10件", "自然人39件、法人或其他组织10件"},
        {"上年结转5件", "上年结转6件"},
        {"不予公开12件", "不予公开13件"},
        {"4件结转至2025年", "3件结转至2025年"},
        {"占办结总数的48.1%", "占办结总数的46.1%"},
        {"被提起行政诉讼2件", "被提起行政诉讼3件"},
        {"废止2件，现行有效17件", "废止2件，现行有效18件"},
        {"行政处罚决定8件", "行政处罚决定18件"},
        {"公报公开12条", "公报公开21条"},
    };
    const std::vector<std::pair<std::string, std::string>> expected{
        {"n.breakdown", "386条，其中通过门户网站公开241条、通过政务新媒体公开133条、通过政府公报公开21条"},
        {"n.actions", "行政处罚决定18件"},
        {"n.received", "新收政府信息公开申请五十三件"},
        {"n.applicant", "自然人39件"},
        {"n.carried", "上年结转6件"},
        {"n.outcome", "不予公开13件"},
        {"n.next", "3件结转至2025年"},
        {"n.percent", "25件，占办结总数的46.1%"},
        {"n.review", "行政诉讼3件"},
        {"n.norm-count", "现行有效18件"},
    };
    const Report report = report_with(with_true_overview(slips));
    const auto findings = word_findings(report);
    for (const auto& each : expected) {
        CAPTURE(each.first);
        const bool found = std::any_of(findings.begin(), findings.end(), [&](const Diagnostic& finding) {
            return finding.code == each.first && finding.excerpt.find(each.second) != std::string::npos;
        });
        CHECK(found);
    }
    INFO("told: ", [&] {
        std::string all;
        for (const Diagnostic& finding : findings) all += finding.code + " " + finding.excerpt + "\n";
        return all;
    }());
    CHECK(findings.size() == expected.size());
}
