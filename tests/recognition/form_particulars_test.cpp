#include "recognition/form_particulars.h"

#include <doctest/doctest.h>

#include "form_book.h"

using namespace nianbao;

namespace {

const std::string particulars = "基本信息";

using Told = std::vector<std::string>;

}  // namespace

TEST_CASE("a value counts in the column 填写 alone, and other text is told where that is open") {
    struct Case {
        const char *cell, *text;
        Told told;
    };
    const std::vector<Case> cases{
        {"D14",
         "请小王补",
         {"i.unplaced “基本信息”工作表D14 工作表“基本信息”的 D14 有“请小王补”，不在规定的位置，没有读入。"}},
        {"C15",
         "办公室有",
         {"i.unplaced “基本信息”工作表C15 工作表“基本信息”的 C15 有“办公室有”，不在规定的位置，没有读入。"}},
        {"C11", "没有就空着", {}},
        {"C21", "无", {"i.unplaced “基本信息”工作表C21 工作表“基本信息”的 C21 有“无”，不在规定的位置，没有读入。"}},
        {"D3", "旁注", {}},
    };
    const Report before = read_told(blank_book()).reading.report;
    for (const Case& each : cases) {
        CAPTURE(each.cell);
        Spreadsheet book = blank_book();
        type(book, particulars, each.cell, each.text);
        const ToldReading got = read_told(book);
        CHECK(got.told == each.told);
        CHECK(got.reading.report == before);
    }
}

TEST_CASE("without heads a value stands right beside its label") {
    Spreadsheet book = blank_book();
    for (const char* head : {"A2", "B2", "C2"}) type(book, particulars, head, "");
    type(book, particulars, "B15", "0600-5550100");
    type(book, particulars, "D14", "100000");
    const ToldReading got = read_told(book);
    CHECK(got.reading.report.agency.contact.telephone == "0600-5550100");
    CHECK(got.reading.report.agency.contact.postcode.empty());
    CHECK(got.told ==
          Told{"i.unplaced “基本信息”工作表D14 工作表“基本信息”的 D14 有“100000”，不在规定的位置，没有读入。"});
}

TEST_CASE("a year is read with its word, and what is none is told with its cell") {
    struct Case {
        const char* written;
        int year;
        Told told;
    };
    const std::vector<Case> cases{
        {"2025年", 2025, {}},
        {"2025年度", 2025, {}},
        {"２０２４ 年度", 2024, {}},
        {"2024", 2024, {}},
        {"去年", 0, {"i.type/year “基本信息”工作表B4 工作表“基本信息”的 B4：“报告年度”填的是“去年”，不是年度。"}},
        {"2025年1月",
         0,
         {"i.type/year “基本信息”工作表B4 工作表“基本信息”的 B4：“报告年度”填的是“2025年1月”，不是年度。"}},
        {"20250", 0, {"i.limit/year “基本信息”工作表B4 年度不能是20250；应在2008–2100之间。"}},
        {"", 0, {"i.type/missing “基本信息”工作表B4 缺少“报告年度”。"}},
    };
    for (const Case& each : cases) {
        CAPTURE(each.written);
        Spreadsheet book = blank_book();
        type(book, particulars, "B4", each.written);
        const ToldReading got = read_told(book);
        CHECK(got.reading.report.year == each.year);
        CHECK(got.told == each.told);
    }
}

TEST_CASE("a formula among the particulars is worked out or left open") {
    Spreadsheet book = blank_book();
    SUBCASE("an error for a name is none") {
        type_formula(book, particulars, "B3", "Z!A1", SheetValue{SheetValue::Kind::error, "#REF!"});
        CHECK(
            read_told(book).told ==
            Told{"i.type/formula-error “基本信息”工作表B3 工作表“基本信息”的 B3 显示的是错误值“#REF!”，按未填读取。"});
    }
    SUBCASE("what cannot be worked out is open") {
        type_formula(book, particulars, "B15", "LET(a,1,a)", SheetValue{SheetValue::Kind::text, "0600"});
        const ToldReading got = read_told(book);
        CHECK(got.reading.report.agency.contact.telephone.empty());
        CHECK(got.told ==
              Told{"i.type/formula-unknown “基本信息”工作表B15 工作表“基本信息”的 B15 是公式，这里不能计算，"
                   "按未填读取；文件里存的结果“0600”没有采用。"});
    }
    SUBCASE("an older result is told") {
        type_formula(book, particulars, "B4", "2020+4", SheetValue{SheetValue::Kind::number, "2025"});
        const ToldReading got = read_told(book);
        CHECK(got.reading.report.year == 2024);
        CHECK(got.told ==
              Told{"i.type/formula-stale “基本信息”工作表B4 工作表“基本信息”的 B4 是公式，文件里存的结果是“2025”，"
                   "重新计算为“2024”；按“2024”读取。"});
    }
}

TEST_CASE("hidden particulars are read, and what comes from the file's properties is told") {
    Spreadsheet book = blank_book();
    type(book, particulars, "B3", "示例区林业局");
    SUBCASE("hidden") {
        sheet_of(book, particulars).hidden = true;
        const ToldReading got = read_told(book);
        CHECK(got.reading.report.agency.name == "示例区林业局");
        CHECK(got.told == Told{});
    }
    SUBCASE("deleted") {
        std::erase_if(book.sheets, [](const Sheet& sheet) { return sheet.name == particulars; });
        const ToldReading got = read_told(book);
        CHECK(got.reading.report.agency.name == "示例区水务局");
        CHECK(std::count(got.told.begin(), got.told.end(),
                         "i.unplaced/no-particulars  工作簿里没有“基本信息”工作表，单位名称“示例区水务局”"
                         "和年度2025取自文件属性。") == 1);
    }
}

TEST_CASE("a copy of the particulars is told where it says something else") {
    Spreadsheet book = blank_book();
    copy_sheet(book, particulars, "基本信息 (2)");
    CHECK(read_told(book).told == Told{});
    type(book, particulars, "B15", "0600-5550100");
    CHECK(read_told(book).told == Told{});  // the copy is the blank one
    type(book, "基本信息 (2)", "B3", "示例区林业局");
    const ToldReading got = read_told(book);
    CHECK(got.reading.report.agency.name == "示例区水务局");
    CHECK(got.told == Told{"i.unplaced/copy “基本信息 (2)”工作表A1 工作表“基本信息 (2)”与“基本信息”是同一种表，"
                           "内容却不同；只读了“基本信息”。"});
}
