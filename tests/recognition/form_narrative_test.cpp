#include "recognition/form_narrative.h"

#include <doctest/doctest.h>

#include "form_book.h"

using namespace nianbao;

namespace {

const std::string narrative = "文字部分";

using Told = std::vector<std::string>;

const Spreadsheet& numbered_book() {
    static const Spreadsheet book = form_book(numbered_report());
    return book;
}

/// What of the narrative was read otherwise: field by number, and its text.
std::vector<std::string> changed(const Report& report) {
    const Report before = numbered_report();
    std::vector<std::string> result;
    for (std::size_t i = 0; i < before.narrative.size(); ++i) {
        const Paragraphs& text = text_of(report, static_cast<FieldId>(i));
        if (text == *before.narrative[i]) continue;
        std::string line = std::to_string(i) + ":";
        for (const std::string& paragraph : text) line += " " + paragraph;
        result.push_back(line);
    }
    for (const ExtraItem& extra : report.others) result.push_back("others: " + extra.heading);
    return result;
}

std::string heading_told(const char* cell, const char* actual, const char* expected) {
    return std::string("s.heading-text “文字部分”工作表") + cell + " 标题“" + actual + "”与格式规定的“" + expected +
           "”不一致。";
}

std::string unplaced(const char* cell, const char* text) {
    return std::string("i.unplaced “文字部分”工作表") + cell + " 工作表“文字部分”的 " + cell + " 有“" + text +
           "”，不在规定的位置，没有读入。";
}

}  // namespace

TEST_CASE("true workbooks have nothing unplaced and agree with their ledger") {
    for (std::uint32_t seed = 0; seed < 20; ++seed) {
        CAPTURE(seed);
        Report report = RandomReport(seed).make_treacherous(form_2021());
        report.agency.contact.postcode = "100000";
        CHECK(read_told(form_book(report)).told == Told{});
    }
    CHECK(read_told(blank_book()).told == Told{});
}

TEST_CASE("text finds its field though labels were changed, and that is told") {
    struct Change {
        const char *cell, *text;
    };
    struct Case {
        std::vector<Change> changes;
        Told told;
        std::vector<std::string> changed;
    };
    const std::vector<Case> cases{
        {{{"B23", "其他事项"}}, {heading_told("B23", "其他事项", "其他需要报告的事项")}, {}},
        {{{"B4", "引言"}}, {heading_told("B4", "引言", "前言")}, {}},
        {{{"C3", "填写内容"}}, {heading_told("C3", "填写内容", "内容")}, {}},
        {{{"A3", ""}, {"B3", "小项"}}, {heading_told("A3", "未填", "部分"), heading_told("B3", "小项", "项目")}, {}},
        {{{"B6", "主动公开情况"}}, {heading_told("B6", "主动公开情况", "主动公开")}, {}},
        {{{"B6", ""}}, {heading_told("B6", "未填", "主动公开")}, {}},
        {{{"B22", "整改情况"}}, {heading_told("B22", "整改情况", "改进措施")}, {}},
        {{{"A23", "六、其他报告的事项"}}, {heading_told("A23", "六、其他报告的事项", "六、其他需要报告的事项")}, {}},
        {{{"A5", ""}}, {}, {}},
        {{{"B11", "政策解读"}, {"C11", "另加。"}}, {}, {"others: 政策解读"}},
        {{{"C11", "没有标题。"}},
         {"i.unplaced/untitled “文字部分”工作表B11 工作表“文字部分”的 B11 没有写标题，内容“没有标题。”"
          "作为没有标题的小项读入。"},
         {"others: "}},
        {{{"B14", "说明"}, {"B15", "说明"}}, {unplaced("C14", "第7项。"), unplaced("C15", "第8项。")}, {"7:", "8:"}},
        {{{"D5", "写在要求栏里的正文。"}}, {unplaced("D5", "写在要求栏里的正文。")}, {}},
        {{{"F5", "写错列的正文。"}}, {unplaced("F5", "写错列的正文。")}, {}},
        {{{"C24", "写在表下面。"}}, {unplaced("C24", "写在表下面。")}, {}},
        {{{"A26", "附：另有三项。"}}, {unplaced("A26", "附：另有三项。")}, {}},
        {{{"C24", "甲"}, {"C25", "乙"}, {"C26", "丙"}, {"F5", "丁"}},
         {"i.unplaced/several “文字部分”工作表F5 工作表“文字部分”有4处内容不在规定的位置，没有读入："
          "F5（丁）、C24（甲）、C25（乙）、C26（丙）。"},
         {}},
    };
    for (const Case& each : cases) {
        Spreadsheet book = numbered_book();
        for (const Change& change : each.changes) type(book, narrative, change.cell, change.text);
        CAPTURE(each.changes.front().cell);
        CAPTURE(each.changes.front().text);
        const ToldReading got = read_told(book);
        CHECK(got.told == each.told);
        CHECK(changed(got.reading.report) == each.changed);
    }
}

TEST_CASE("without its heads the narrative is found by its titles") {
    Spreadsheet book = numbered_book();
    for (const char* head : {"A3", "B3", "C3", "D3", "E3"}) type(book, narrative, head, "");
    const ToldReading got = read_told(book);
    CHECK(changed(got.reading.report) == std::vector<std::string>{});
    CHECK(got.told == Told{});
}

TEST_CASE("what no text is shows as such") {
    Spreadsheet book = numbered_book();
    SUBCASE("a date") {
        type_number(book, narrative, "C5", "45659", true);
        const ToldReading got = read_told(book);
        CHECK(changed(got.reading.report) == std::vector<std::string>{"1: 2025年1月2日"});
        CHECK(got.told == Told{});
    }
    SUBCASE("an error") {
        type_formula(book, narrative, "C5", "1/0", std::nullopt);
        const ToldReading got = read_told(book);
        CHECK(changed(got.reading.report) == std::vector<std::string>{"1:"});
        CHECK(
            got.told ==
            Told{
                "i.type/formula-error “文字部分”工作表C5 工作表“文字部分”的 C5 显示的是错误值“#DIV/0!”，按未填读取。"});
    }
    SUBCASE("a formula that cannot be worked out") {
        type_formula(book, narrative, "C5", "LET(a,1,a)", std::nullopt);
        const ToldReading got = read_told(book);
        CHECK(changed(got.reading.report) == std::vector<std::string>{"1:"});
        CHECK(got.told == Told{"i.type/formula-open “文字部分”工作表C5 工作表“文字部分”的 C5 是公式，这里不能计算，"
                               "文件里也没有存结果，按未填读取。"});
    }
    SUBCASE("an older result") {
        type_formula(book, narrative, "C5", "\"新的\"&\"文字\"", SheetValue{SheetValue::Kind::text, "旧的文字"});
        const ToldReading got = read_told(book);
        CHECK(changed(got.reading.report) == std::vector<std::string>{"1: 新的文字"});
        CHECK(got.told == Told{"i.type/formula-stale “文字部分”工作表C5 工作表“文字部分”的 C5 是公式，文件里存的结果是"
                               "“旧的文字”，重新计算为“新的文字”；按“新的文字”读取。"});
    }
}

TEST_CASE("a copy of the narrative is told where it says something else") {
    Spreadsheet book = numbered_book();
    copy_sheet(book, narrative, "文字部分 (2)");
    CHECK(read_told(book).told == Told{});
    for (int row = 4; row < 24; ++row) type(book, "文字部分 (2)", "C" + std::to_string(row), "");
    CHECK(read_told(book).told == Told{});
    type(book, "文字部分 (2)", "C5", "另一个版本。");
    const ToldReading got = read_told(book);
    CHECK(changed(got.reading.report) == std::vector<std::string>{});
    CHECK(got.told == Told{"i.unplaced/copy “文字部分 (2)”工作表A1 工作表“文字部分 (2)”与“文字部分”是同一种表，"
                           "内容却不同；只读了“文字部分”。"});
}
