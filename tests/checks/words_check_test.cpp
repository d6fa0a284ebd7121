// Checks on words, in the sample report: what must be found, and the true sentences that must stay quiet.
#include <doctest/doctest.h>

#include "checks/checks.h"
#include "forms/rule_examples.h"
#include "readers/json_report_reader.h"
#include "the_statute.h"

using namespace nianbao;

namespace {

std::string findings_with(const SampleChanges& changes) {
    const std::string sample(embedded_files().at("schemas/samples/2021.json"));
    const Reading reading = read_json_report(changed_sample(sample, changes), the_statute());
    std::string text;
    for (const Diagnostic& finding :
         check_report(reading.report, form_2021(), the_statute().catalogue, the_statute().agencies)) {
        text += (text.empty() ? "" : "; ") + finding.code + (finding.variant.empty() ? "" : "/" + finding.variant);
        if (!finding.excerpt.empty())
            text += " " + finding.excerpt;
        else if (finding.actual)
            text += " " + *finding.actual + " > " + finding.expected.value_or("");
    }
    return text;
}

std::string quoted(const std::string& text) { return "\"" + text + "\""; }

struct Case {
    std::string text, findings;
};

}  // namespace

TEST_CASE("titles") {
    for (const Case& each : std::vector<Case>{
             {"示例区工业和信息化局2024年政府信息公开工作年度报告", ""},
             {"2024年示例区工业和信息化局政府信息公开工作年度报告", ""},
             {"示例区工业和信息化局 2024 年政府信息公开工作年度报告", ""},
             {"示例区工业和信息化局２０２４年政府信息公开工作年度报告", ""},
             {"示例区工业和信息化局2023年政府信息公开工作年度报告", "s.title-year 2023 > 2024"},
             {"示例区教育局2024年政府信息公开工作年度报告", "s.title-unit 示例区教育局 > 示例区工业和信息化局"},
             {"示例区工业和信息化局2024年政府信息公开年度报告",
              "s.title 示例区工业和信息化局2024年政府信息公开年度报告 > "
              "示例区工业和信息化局2024年政府信息公开工作年度报告"},
         }) {
        CAPTURE(each.text);
        CHECK(findings_with({{"/title", quoted(each.text)}}) == each.findings);
    }
}

TEST_CASE("placeholders are found, and what merely looks like one is left alone") {
    for (const Case& each : std::vector<Case>{
             {"本年度未收取政府信息公开信息处理费，共××元。", "n.placeholder 共××元"},
             {"本年度收取政府信息公开信息处理费＿＿＿＿元。",
              "n.placeholder 本年度收取政府信息公开信息处理费＿＿＿＿元"},
             {"信息处理费〔上年16条，请填本年数〕。", "n.placeholder 信息处理费〔上年16条，请填本年数〕"},
             {"本年度未收取政府信息公开信息处理费。TODO", "n.placeholder TODO"},
             {"未收取信息处理费。详见http://www.example/xxgk/nb_2024.html。", ""},
             {"未收取信息处理费。办理X光机许可1件、5G基站备案3件。", ""},
             {"未收取信息处理费。印发《关于……的通知》（示工信〔2024〕3号）。", ""},
             {"未收取信息处理费。详见http://www.example/XX/2024/index.html?id=XX。", ""},
             {"未收取信息处理费。公众可在线申请（请填写《信息公开申请表》）。", ""},
             {"未收取信息处理费。按【政务公开】栏目要求更新。", ""},
         }) {
        CAPTURE(each.text);
        CHECK(findings_with({{"/narrative/other_matters", quoted(each.text)}}) == each.findings);
    }
}

TEST_CASE("the period is found in its sentence, other dates are left alone") {
    for (const Case& each : std::vector<Case>{
             {"统计期限为2024年1月1日至12月31日。联系电话：0600-5550123。", ""},
             {"统计期限自2024年1月1日起至2024年12月31日止。联系电话：0600-5550123。", ""},
             {"统计期限为2024年1月1日至12月31日。2024年3月1日至5月31日开展专项清理。联系电话：0600-5550123。", ""},
             {"统计期限为2023年1月1日至12月31日。联系电话：0600-5550123。", "s.period 2023年1月1日至12月31日"},
             {"统计期限为2024年1月1日至12月31止。联系电话：0600-5550123。", "s.period/malformed 2024年1月1日至12月31"},
             {"统计期限为2024年度。联系电话：0600-5550123。", ""},
             {"统计期限从2024年1月1日起，到2024年12月31日止。联系电话：0600-5550123。", ""},
             {"统计期限为2024年1月1日0时至2024年12月31日24时。联系电话：0600-5550123。", ""},
             {"统计期限为2024年度（1月1日—12月31日）。联系电话：0600-5550123。", ""},
             {"统计期限自2024年1月1日（含）至同年12月31日（含）。联系电话：0600-5550123。", ""},
         }) {
        CAPTURE(each.text);
        CHECK(findings_with({{"/narrative/preface", quoted(each.text)}}) == each.findings);
    }
}

TEST_CASE("section five speaks of problems and of measures, in whatever words") {
    const std::string path = "/narrative/problems_and_improvements";
    for (const Case& each : std::vector<Case>{
             {"一是公开不够及时，二是解读形式单一。改进：一是每月自查，二是丰富解读。", ""},
             {"公开的时效有待提高，我们将继续压实责任。", ""},
             {"统一是基础，唯一是标准，存在更新不及时的问题，下一步逐项整改。", ""},
             {"一是公开不够及时，二是解读形式单一。下一步，一是每月自查。", "s.problems-paired 1 > 2"},
             {"无。", "s.problems/short 无。"},
             {"本年度政府信息公开工作进展顺利，各项任务按期完成，群众满意。", "s.problems-both/problems"},
         }) {
        CAPTURE(each.text);
        CHECK(findings_with({{path, quoted(each.text)}}) == each.findings);
    }
}

TEST_CASE("a report of a government speaks of assessment, evaluation and accountability") {
    const SampleChanges township{{"/agency/kind", "\"township\""}, {"/agency/level", "\"township\""}};
    SampleChanges silent = township;
    silent["/narrative/overview/oversight"] = quoted("明确专人负责，组织业务培训2次。");
    CHECK(findings_with(silent) == "s.overview-gov");
    SampleChanges says = township;
    says["/narrative/overview/oversight"] = quoted("纳入年度考核，开展社会评议1次，未发生责任追究情形。");
    CHECK(findings_with(says) == "");
}
