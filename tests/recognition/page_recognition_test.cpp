#include "recognition/page_recognition.h"

#include <doctest/doctest.h>

#include "readers/text_reader.h"
#include "the_statute.h"

using namespace nianbao;

namespace {

Reading read_lines(const std::string& text) { return recognise_page(read_text_page(text), the_statute()); }

/// The cells below a path, in the order of the form; `_` where one is open.
std::string cells_below(const Reading& reading, const std::string& path) {
    const Form& form = *the_statute().find_form(reading.report.form);
    std::string shown;
    for (std::size_t i = 0; i < form.cells.size(); ++i) {
        if (!form.cells[i].path.starts_with(path + "/") && form.cells[i].path != path) continue;
        const Amount* number = number_in(reading.report.cells[i]);
        shown += (shown.empty() ? "" : " ") + (number ? to_string(*number) : std::string("_"));
    }
    return shown;
}

std::string text_at(const Reading& reading, const std::string& path) {
    const auto field = the_statute().find_form(reading.report.form)->find_field(path);
    std::string text;
    for (const std::string& paragraph : text_of(reading.report, *field)) text += (text.empty() ? "" : "\n") + paragraph;
    return text;
}

/// What was told, with what distinguishes it: `s.heading-text/missing 一、总体情况`.
std::vector<std::string> told(const Reading& reading) {
    std::vector<std::string> codes;
    for (const Diagnostic& note : reading.notes) {
        codes.push_back(std::string(note.code) + (note.variant.empty() ? "" : "/") + std::string(note.variant));
        if (note.expected) codes.back() += " " + *note.expected;
        if (!note.excerpt.empty()) codes.back() += " " + note.excerpt;
    }
    return codes;
}

const std::string title = "示例区水务局2024年政府信息公开工作年度报告\n\n";
const std::string disclosure = "二、主动公开政府信息情况\n\n";

}  // namespace

TEST_CASE("a page: labels and numbers run together in the table without sums") {
    const Reading reading = read_lines(
        title + disclosure +
        "第二十条第（一）项信息内容本年制发件数本年废止件数现行有效件数规章000行政规范性文件8541第二十条第（五）项信息"
        "内容"
        "本年处理决定数量行政许可1069第二十条第（六）项信息内容本年处理决定数量行政处罚48行政强制9第二十条第（八）项"
        "信息内容本年收费金额（单位：万元）行政事业性收费316.2\n");
    CHECK(cells_below(reading, "/disclosure") == "0 0 0 _ _ _ 1069 48 9 316.2");
    CHECK(told(reading) == std::vector<std::string>{"t.repaired/several", "t.unread 8541"});
}

TEST_CASE("a page: digits are not cut where no 0 is written as one") {
    const std::string row = "行政规范性文件 3 8 54\n";
    CHECK(cells_below(read_lines(title + disclosure + "规章111\n" + row), "/disclosure/regulations") == "_ _ _");
    CHECK(cells_below(read_lines(title + disclosure + "规章000\n" + row), "/disclosure/regulations") == "0 0 0");
}

TEST_CASE("a page: digits of the requests table are cut by rows and columns, what both leave open stays open") {
    const std::string head = title + "三、收到和处理政府信息公开申请情况\n\n";
    const auto table = [&](const std::string& first, const std::string& second) {
        std::string text =
            head + "一、本年新收政府信息公开申请数量" + first + "二、上年结转政府信息公开申请数量" + second;
        text += "三、本年度办理结果（一）予以公开222000024";
        text += "（二）部分公开（区分处理的，只计这一情形，不计其他情形）0000000";
        for (const char* label :
             {"（三）不予公开1.属于国家秘密", "2.其他法律行政法规禁止公开", "3.危及“三安全一稳定”",
              "4.保护第三方合法权益", "5.属于三类内部事务信息", "6.属于四类过程性信息", "7.属于行政执法案卷",
              "8.属于行政查询事项", "（四）无法提供1.本机关不掌握相关政府信息", "2.没有现成信息需要另行制作",
              "3.补正后申请内容仍不明确", "（五）不予处理1.信访举报投诉类申请", "2.重复申请", "3.要求提供公开出版物",
              "4.无正当理由大量反复申请", "5.要求行政机关确认或重新出具已获取信息",
              "（六）其他处理1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请",
              "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请", "3.其他"})
            text += std::string(label) + "0000000";
        return text + "（七）总计22 2 0 0 0 0 24四、结转下年度继续办理0000000\n";
    };
    // 2 22 0 0 0 0 24 would do for the row, not for the columns.
    const Reading one = read_lines(table("22 2000024", "0000000"));
    CHECK(cells_below(one, "/requests/received") == "22 2 0 0 0 0 24");
    CHECK(cells_below(one, "/requests/outcomes/granted") == "22 2 0 0 0 0 24");
    CHECK(cells_below(one, "/requests/carried_out") == "0 0 0 0 0 0 0");
    CHECK(told(one) == std::vector<std::string>{"t.repaired/several"});
    // 1 11 and 11 1, or the other way round: nobody can tell.
    const Reading two = read_lines(table("111000012", "111000012"));
    CHECK(cells_below(two, "/requests/received") == "11 1 0 0 0 0 12");
    // The columns do not balance: only what could not be cut otherwise is read.
    const Reading broken = read_lines(table("222000024", "1000001"));
    CHECK(cells_below(broken, "/requests/received") == "_ _ _ _ _ _ _");
    CHECK(cells_below(broken, "/requests/carried_in") == "1 0 0 0 0 0 1");
}

TEST_CASE("a page: numbers of the disputes table run together, or broken within their cells") {
    const std::string head = "四、政府信息公开行政复议、行政诉讼情况\n\n";
    const std::string columns = "结果维持结果纠正其他结果尚未审结总计";
    const std::string labels = "行政复议行政诉讼" + columns + "未经复议直接起诉复议后起诉" + columns + columns;
    CHECK(cells_below(read_lines(title + head + labels + "000004201722217\n"), "/disputes") ==
          "0 0 0 0 0 4 2 0 1 7 2 2 2 1 7");
    const std::string below = "\n2 0 1 0 1 1 0 0 1 2 3 1 0 0 1\n    0   2             1     4\n";
    const Reading broken = read_lines(title + head + labels + below);
    CHECK(cells_below(broken, "/disputes") == "2 0 10 0 12 1 0 0 1 2 3 11 0 0 14");
    CHECK(told(broken) == std::vector<std::string>{"t.repaired/several"});
    // 10 1 1 0 12, 1 10 1 0 12, 1 1 10 0 12
    const Reading open =
        read_lines(title + disclosure + "行政许可 | 5 |\n" + head + labels + "\n1 1 1 0 1 0 0 0 0 0 0 0 0 0 0\n0 2\n");
    CHECK(cells_below(open, "/disputes") == "_ _ _ _ _ _ _ _ _ _ _ _ _ _ _");
    CHECK(told(open) == std::vector<std::string>{"t.unread 1 1 1 0 1 0 0 0 0 0 0 0 0 0 0 0 2"});
}

TEST_CASE("a page: a row without its label has its place from the order, where a cell for the label is seen") {
    const auto regulations = [&](const std::string& rows) {
        return cells_below(
            read_lines(title + disclosure + "信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |\n" + rows),
            "/disclosure/regulations");
    };
    CHECK(regulations(" | 0 | 0 | 2 |\n行政规范性文件 | 1 | 5 | 20 |\n") == "0 0 2");
    CHECK(regulations("0 | 0 | 2\n行政规范性文件 | 1 | 5 | 20 |\n") == "_ _ _");
    CHECK(regulations(" | 0 | 2 |\n行政规范性文件 | 1 | 5 | 20 |\n") == "_ _ _");
    CHECK(regulations(" | 0 | 0 | 2 |\n行政许可 | 5 |\n") == "_ _ _");
}

TEST_CASE("a page: cells with nothing in them are broken lines between bars") {
    const std::string head = title + "三、收到和处理政府信息公开申请情况\n\n一、本年新收政府信息公开申请数量 | ";
    const std::string behind = "二、上年结转政府信息公开申请数量 | 1 | 1 |\n|\n|\n|\n| 2 |\n";
    const Reading reading = read_lines(head + "27 | 12 | 1 |\n| 3 | 1 | 44 |\n" + behind);
    CHECK(cells_below(reading, "/requests/received") == "27 12 1 _ 3 1 44");
    CHECK(cells_below(reading, "/requests/carried_in") == "1 1 _ _ _ _ 2");
    // Not where the sum then fails.
    CHECK(cells_below(read_lines(head + "27 | 12 | 1 |\n| 3 | 1 | 45 |\n" + behind), "/requests/received") ==
          "_ _ _ _ _ _ _");
}

TEST_CASE("a page: headings with a slip, and items whose section has lost its heading") {
    const std::string table = "第二十条第（一）项\n规章 | 0 | 0 | 2 |\n行政规范性文件 | 1 | 5 | 20 |\n\n";
    const Reading slip = read_lines(title + "一、总体情况\n\n全年平稳。\n\n二、主动公开政府信息的情况\n\n" + table);
    CHECK(text_at(slip, "/narrative/overview/introduction") == "全年平稳。");
    CHECK(told(slip).front() == "s.heading-text 二、主动公开政府信息情况");
    const Reading missing =
        read_lines(title + "（一）主动公开\n\n公开十条。\n\n（二）依申请公开。未收到申请。\n\n" + disclosure + table +
                   "（一）存在的主要问题\n\n更新不及时。\n\n六、其他需要报告的事项\n\n无。\n");
    CHECK(text_at(missing, "/narrative/overview/proactive_disclosure") == "公开十条。");
    CHECK(text_at(missing, "/narrative/overview/disclosure_on_request") == "未收到申请。");
    CHECK(text_at(missing, "/narrative/problems_and_improvements/problems") == "更新不及时。");
    CHECK(text_at(missing, "/narrative/other_matters") == "无。");
    CHECK(text_at(missing, "/narrative/preface").empty());
    CHECK(told(missing) == std::vector<std::string>{"s.heading-text/missing 一、总体情况",
                                                    "s.heading-text/missing 五、存在的主要问题及改进情况"});
}

TEST_CASE("a page: traditional characters are read as the form's, and kept as they are") {
    const Reading reading = read_lines(
        "示例縣農業科學院2023年政府信息公開工作年度報告\n\n一、總體情況\n\n（一）主動公開。公開三條。\n\n二、主動公開政"
        "府信息情況\n\n"
        "規章 | 0 | 0 | 2 |\n規範性檔案 | 1 | 5 | 20 |\n");
    CHECK(reading.report.agency.name == "示例縣農業科學院");
    CHECK(reading.report.year == 2023);
    CHECK(reading.report.title == "示例縣農業科學院2023年政府信息公開工作年度報告");
    CHECK(text_at(reading, "/narrative/overview/proactive_disclosure") == "公開三條。");
    CHECK(cells_below(reading, "/disclosure/normative_documents") == "1 5 20");
}
