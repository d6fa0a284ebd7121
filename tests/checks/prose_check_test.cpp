// Lists, percentages, fees, years, citations and names of units, in the sample report: what is found, what stays quiet.
#include <doctest/doctest.h>

#include "checks/checks.h"
#include "forms/rule_examples.h"
#include "readers/json_report_reader.h"
#include "the_statute.h"

using namespace nianbao;

namespace {

std::string quoted(const std::string& text) { return "\"" + text + "\""; }

std::string found(const SampleChanges& changes) {
    const std::string sample(embedded_files().at("schemas/samples/2021.json"));
    const Report report = read_json_report(changed_sample(sample, changes), the_statute()).report;
    std::string text;
    for (const Diagnostic& finding :
         check_report(report, form_2021(), the_statute().catalogue, the_statute().agencies)) {
        if (!finding.code.starts_with("n.")) continue;
        text += (text.empty() ? "" : "; ") + finding.code + (finding.variant.empty() ? "" : "/" + finding.variant) +
                " " + finding.excerpt;
        if (finding.actual && finding.expected)
            text += " " + *finding.actual + " > " + *finding.expected;
        else if (finding.expected)
            text += " > " + *finding.expected;
    }
    return text;
}

std::string found_in(const std::string& path, const std::string& text) { return found({{path, quoted(text)}}); }

struct Case {
    std::string text, findings;
};

void check_all(const std::string& path, const std::vector<Case>& cases) {
    for (const Case& each : cases) {
        CAPTURE(each.text);
        CHECK(found_in(path, each.text) == each.findings);
    }
}

}  // namespace

TEST_CASE("lists behind 其中 and in brackets") {
    check_all("/narrative/overview/platforms",
              {
                  {"发布信息386条，其中网站241条、新媒体133条、公报12条。", ""},
                  {"发布信息386条，其中网站241条、新媒体133条、公报10条。",
                   "n.breakdown 386条，其中网站241条、新媒体133条、公报10条 384 > 386"},
                  {"发布信息386条（网站241条，新媒体133条，公报22条）。",
                   "n.breakdown 386条（网站241条，新媒体133条，公报22条 396 > 386"},
                  {"发布信息386条，其中网站241条。", ""},
                  {"发布信息386条，其中网站100条、新媒体33条。", ""},
                  {"发布信息386条，其中网站241条、新媒体133条等。", ""},
                  {"发布信息386条，其中网站400条。", "n.breakdown 386条，其中网站400条 400 > 386"},
                  {"培训5次，其中集中培训2次、参训61人次。", ""},
                  {"发布信息386条，其中网站241条、新媒体145条，政策类100条、动态类286条。", ""},
                  {"发布信息约386条，其中网站241条、新媒体133条、公报10条。", ""},
              });
}

TEST_CASE("percentages, with the rounding of the digits shown") {
    check_all("/narrative/overview/platforms",
              {
                  {"发布信息386条，其中网站241条，占62.4%。", ""},
                  {"发布信息386条，其中网站241条，占62%。", ""},
                  {"发布信息386条，其中网站241条，占64.2%。", "n.percent 241条，占64.2% 64.2% > 62.4%"},
                  {"发布信息386条，比上年增长9.7%。", ""},
                  {"发布信息386条，比上年的352条增加34条，增长9.7%。", ""},
                  {"发布信息386条，比上年的352条增加34条，增长7.9%。", "n.percent 34条，增长7.9% 7.9% > 9.7%"},
                  {"网站信息占百分之六十二点四。", ""},
              });
}

TEST_CASE("fees of section six beside the table") {
    check_all("/narrative/other_matters",
              {
                  {"本年度收取政府信息公开信息处理费400元。", ""},
                  {"本年度收取政府信息公开信息处理费三万元。", ""},
                  {"本年度收取政府信息公开信息处理费4万元。", "n.fee-table 本年度收取政府信息公开信息处理费4万元"},
                  {"信息处理费收费标准为每件100000元，本年度未收取。", ""},
              });
}

TEST_CASE("years beside a verb") {
    check_all("/narrative/overview/platforms",
              {
                  {"2023年，我局优化专栏6个。", "n.stale-year 2023年，我局优化专栏6个"},
                  {"我局2023年共发布信息352条。", "n.stale-year 2023年共发布信息352条"},
                  {"截至2023年12月31日，账号累计发布信息640条。", "n.stale-year 2023年12月31日，账号累计发布信息640条"},
                  {"2025年，我局优化专栏6个。", "n.future-year 2025年，我局优化专栏6个"},
                  {"公开2023年度部门决算。", ""},
                  {"2023年度部门决算已公开。", ""},
                  {"2023年发布信息352条，2024年发布386条。", ""},
                  {"自2019年5月15日起施行。", ""},
                  {"较2023年增加34条。", ""},
                  {"2023年以来，持续优化专栏。", ""},
                  {"修订2023年印发的制度。", ""},
                  {"按照《2023年政务公开工作要点》开展工作。", ""},
              });
    CHECK(found_in("/narrative/problems_and_improvements/introduction",
                   "2023年，我局公开不够及时的问题已整改。2025年将继续推进。")
              .empty());
}

TEST_CASE("citations") {
    check_all("/narrative/overview/introduction",
              {
                  {"按照国办函〔2020〕109号执行。", ""},
                  {"按照国办涵〔2020〕109号执行。", "n.citation 国办涵〔2020〕109号 > 国办函〔2020〕109号"},
                  {"按照示政办[2024]6号执行。", "n.citation/brackets 示政办[2024]6号 > 示政办〔2024〕6号"},
                  {"按照国办函2020 109号执行。", ""},
                  {"按照《政府信息公开处理费管理办法》执行。",
                   "n.citation 《政府信息公开处理费管理办法》 > 《政府信息公开信息处理费管理办法》"},
                  {"按照《关于印发〈政府信息公开信息处理费管理办法〉的通知》执行。", ""},
                  {"按照《示例省政府信息公开信息处理费实施办法》执行。", ""},
                  {"按照《条例》（国务院令第492号）执行。", ""},
                  {"按照《政府信息公开条例》（国务院令第492号）执行。", "n.citation 国务院令第492号 > 国务院令第711号"},
                  {"按照《政府信息公开条例》（国务院第711号令）执行。", ""},
                  {"（2024）豫0423行初12号判决已履行。", ""},
              });
    CHECK(found_in("/narrative/preface", "根据国办公开办函〔2019〕60号编制。") ==
          "n.citation/edition 国办公开办函〔2019〕60号 > 国办公开办函〔2021〕30号");
    CHECK(found_in("/narrative/preface", "国办公开办函〔2019〕60号已由国办公开办函〔2021〕30号替代。").empty());
}

TEST_CASE("another unit's name where the report speaks of itself") {
    check_all("/narrative/overview/introduction",
              {
                  {"示例区商务局认真贯彻落实《条例》。",
                   "n.foreign-unit 示例区商务局认真贯彻落实 示例区商务局 > 示例区工业和信息化局"},
                  {"2024年示例区商务局认真贯彻落实《条例》。",
                   "n.foreign-unit 示例区商务局认真贯彻落实 示例区商务局 > 示例区工业和信息化局"},
                  {"区工信局认真贯彻落实《条例》。", ""},
                  {"示例区工业和信息化局认真贯彻落实《条例》。", ""},
                  {"会同区商务局开展培训。", ""},
                  {"示例区人民政府高度重视政务公开。", ""},
              });
}
