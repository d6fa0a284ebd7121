#include "recognition/form_ledger.h"

#include <doctest/doctest.h>

#include "form_book.h"

using namespace nianbao;

namespace {

const std::string ledger = "申请台账", requests = "申请情况表";

using Told = std::vector<std::string>;

/// Requests of natural persons from line 4 on, granted.
Spreadsheet book_with(std::uint32_t lines) {
    Spreadsheet book = blank_book();
    Sheet& sheet = sheet_of(book, ledger);
    std::vector<SheetCell> cells;
    for (const SheetCell& cell : sheet.cells) {
        if (cell.row <= 3 || cell.row >= 4 + lines) cells.push_back(cell);
    }
    for (std::uint32_t i = 0; i < lines; ++i) {
        const auto add = [&](std::uint16_t column, SheetValue::Kind kind, const std::string& text) {
            SheetCell cell;
            cell.row = 4 + i;
            cell.column = column;
            cell.value = {kind, text};
            cells.push_back(cell);
        };
        add(1, SheetValue::Kind::number, std::to_string(i + 1));
        add(3, SheetValue::Kind::text, "自然人");
        add(4, SheetValue::Kind::text, "否");
        add(5, SheetValue::Kind::text, "（一）予以公开");
    }
    std::stable_sort(cells.begin(), cells.end(), [](const SheetCell& a, const SheetCell& b) {
        return std::tuple{a.row, a.column} < std::tuple{b.row, b.column};
    });
    sheet.cells = std::move(cells);
    return book;
}

std::string received(const Reading& reading) {
    const Amount* number = number_in(reading.report.cells[*form_2021().find_cell("/requests/received/natural_person")]);
    return number ? to_string(*number) : "";
}

}  // namespace

TEST_CASE("a ledger that counts into the table has nothing to tell") {
    const ToldReading got = read_told(book_with(12));
    CHECK(received(got.reading) == "12");
    CHECK(got.told == Told{});
    CHECK(read_told(book_with(1000)).told == Told{});
}

TEST_CASE("a line that cannot be counted is told, what stands there too") {
    struct Case {
        const char *cell, *text;
        Told told;
    };
    const std::vector<Case> cases{
        {"C5",
         "个人",
         {"t.ledger/line “申请台账”工作表C5 申请台账第5行的“申请人类型”是“个人”，不是列表中的一项，"
          "不能确定怎样计入申请情况表。"}},
        {"C5",
         "",
         {"t.ledger/line-open “申请台账”工作表C5 申请台账第5行没有选“申请人类型”，不能确定怎样计入申请情况表。"}},
        {"D5",
         "√",
         {"t.ledger/line “申请台账”工作表D5 申请台账第5行的“是否上年结转”是“√”，不是列表中的一项，"
          "不能确定怎样计入申请情况表。"}},
        {"E5",
         "予以公开",
         {"t.ledger/line “申请台账”工作表E5 申请台账第5行的“办理结果”是“予以公开”，不是列表中的一项，"
          "不能确定怎样计入申请情况表。"}},
        {"D5", "", {}},
        {"D5", "是", {}},
        {"E5", "", {}},
        {"G5", "催办", {}},
        {"C5",
         "自然人 ",
         {"t.ledger “申请情况表”工作表D6 "
          "申请情况表“一、本年新收政府信息公开申请数量”行“自然人”列为11，按申请台账计数为12；"
          "按11读取。",
          "t.ledger “申请情况表”工作表D8 申请情况表“（一）予以公开”行“自然人”列为11，按申请台账计数为12；按11读取。"}},
        {"E5",
         "(一)予以公开",
         {"t.ledger “申请情况表”工作表D8 申请情况表“（一）予以公开”行“自然人”列为11，按申请台账计数为12；按11读取。"}},
    };
    for (const Case& each : cases) {
        CAPTURE(each.cell);
        CAPTURE(each.text);
        Spreadsheet book = book_with(12);
        type(book, ledger, each.cell, each.text);
        const Told told = read_told(book).told;
        CHECK(told == each.told);
    }
}

TEST_CASE("many lines that cannot be counted are told together") {
    Spreadsheet book = book_with(12);
    for (const char* cell : {"C5", "C6", "C7"}) type(book, ledger, cell, "个人");
    type(book, ledger, "D8", "√");
    CHECK(read_told(book).told ==
          Told{"t.ledger/lines “申请台账”工作表C5 申请台账有4处没有选或者不是列表中的一项，不能确定怎样计入申请情况表："
               "C5（个人）、C6（个人）、C7（个人）、D8（√）。"});
}

TEST_CASE("figures typed over those of the ledger are told, and read") {
    Spreadsheet book = book_with(12);
    type_number(book, requests, "D6", "10");
    SUBCASE("one") {
        const ToldReading got = read_told(book);
        CHECK(received(got.reading) == "10");
        CHECK(got.told ==
              Told{"t.ledger “申请情况表”工作表D6 申请情况表“一、本年新收政府信息公开申请数量”行“自然人”列为10，"
                   "按申请台账计数为12；按10读取。"});
    }
    SUBCASE("several") {
        for (const char* cell : {"E6", "F6", "G6"}) type_number(book, requests, cell, "1");
        CHECK(read_told(book).told ==
              Told{"t.ledger/several “申请情况表”工作表D6 申请情况表有4格与申请台账的计数不一致（表中／台账）："
                   "D6（10／12）、E6（1／0）、F6（1／0）、G6（1／0）；按表中的数读取。"});
    }
    SUBCASE("where a line is not clear, any number that it allows") {
        type(book, ledger, "C5", "个人");
        type(book, ledger, "C6", "个人");
        type_number(book, requests, "D6", "11");
        const ToldReading got = read_told(book);
        CHECK(got.told.size() == 2);  // the lines alone
        type_number(book, requests, "D6", "13");
        CHECK(read_told(book).told.back() ==
              "t.ledger “申请情况表”工作表D6 申请情况表“一、本年新收政府信息公开申请数量”行“自然人”列为13，"
              "按申请台账计数为10–12；按13读取。");
    }
}

TEST_CASE("lines that the formulas do not reach are told, until the table has them") {
    Spreadsheet book = book_with(1002);
    const ToldReading got = read_told(book);
    CHECK(received(got.reading) == "1000");
    CHECK(got.told == Told{"t.ledger/many “申请台账”工作表C1004 申请台账第1003行以下还有2件，超出自动计数的范围，"
                           "没有计入申请情况表。"});
    type_number(book, requests, "D6", "1002");
    type_number(book, requests, "D8", "1002");
    CHECK(read_told(book).told == Told{});
}

TEST_CASE("a ledger beside the statement that nothing happened is told") {
    Spreadsheet book = book_with(12);
    type(book, "基本信息", "B21", "无");
    const ToldReading got = read_told(book);
    CHECK(received(got.reading) == "0");
    CHECK(got.told == Told{"t.ledger/none “基本信息”工作表B21 “申请情况表有无数据”选了“无”，申请台账却登记了12件；"
                           "申请情况表各格按0读取，台账没有计入。"});
}

TEST_CASE("the ledger is found by its heads, wherever they stand") {
    Spreadsheet book = book_with(12);
    Sheet& sheet = sheet_of(book, ledger);
    sheet.name = "台账";
    type(book, "台账", "C3", "申请人类别");
    type(book, "台账", "A3", "");
    type(book, "台账", "C5", "个人");
    CHECK(read_told(book).told.back() ==
          "t.ledger/line “台账”工作表C5 "
          "申请台账第5行的“申请人类型”是“个人”，不是列表中的一项，不能确定怎样计入申请情况表。");
}
