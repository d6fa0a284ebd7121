#include "readers/xlsx_reader.h"

#include <doctest/doctest.h>

#include "forms/statute.h"
#include "messages/finding_text.h"
#include "readers/workbook_samples.h"
#include "the_statute.h"

using namespace nianbao;
using Kind = SheetValue::Kind;

namespace {

Sheet only_sheet(const std::string& content) { return read_spreadsheet(small_workbook(content).packed()).sheets.at(0); }
Sheet sheet_of_rows(const std::string& rows) { return only_sheet(sheet_data(rows)); }
SheetCell only_cell(const std::string& cell) {
    const Sheet sheet = sheet_of_rows("<row r=\"1\">" + cell + "</row>");
    REQUIRE(sheet.cells.size() == 1);
    return sheet.cells.front();
}

/// The findings that the bytes are refused with.
std::vector<Diagnostic> refusal_of(const std::string& bytes) {
    try {
        (void)read_spreadsheet(bytes);
    } catch (const InputError& error) {
        return error.diagnostics;
    }
    return {};
}

const SheetCell& cell_at(const Sheet& sheet, std::uint32_t row, std::uint16_t column) {
    const SheetCell* found = sheet.find(row, column);
    REQUIRE(found);
    return *found;
}

void check_imitation(const Spreadsheet& book) {
    REQUIRE(book.sheets.size() == 2);
    CHECK(book.sheets[0].name == "说明");
    CHECK(book.sheets[0].hidden);
    CHECK(book.sheets[0].cells.empty());
    const Sheet& sheet = book.sheets[1];
    CHECK(sheet.name == "申请");
    CHECK_FALSE(sheet.hidden);
    CHECK(sheet.cells.size() == 12);
    CHECK(cell_at(sheet, 1, 1).value == SheetValue{Kind::text, "申请情况"});
    CHECK(cell_at(sheet, 1, 1).font == "黑体");
    CHECK(cell_at(sheet, 2, 3).value == SheetValue{Kind::text, "全年"});
    CHECK(cell_at(sheet, 2, 3).font == "宋体");
    CHECK(cell_at(sheet, 3, 3).value == SheetValue{Kind::number, "12"});
    CHECK(cell_at(sheet, 4, 3).value == SheetValue{Kind::number, "7.5"});
    CHECK(cell_at(sheet, 5, 2).value == SheetValue{Kind::text, "合计"});
    CHECK(cell_at(sheet, 3, 4).formula == "C3*2");
    CHECK(cell_at(sheet, 4, 4).formula == "C4*2");
    CHECK(cell_at(sheet, 5, 3).formula == "SUM(C3:C4)");
    CHECK_FALSE(cell_at(sheet, 5, 3).recomputed);
    CHECK(cell_at(sheet, 6, 3).is_date);
    CHECK(date_of_serial(book, cell_at(sheet, 6, 3).value.text) == "2025-01-20");
    CHECK_FALSE(cell_at(sheet, 3, 3).is_date);
    REQUIRE(sheet.merges.size() == 1);
    CHECK(sheet.merges[0].last_column == 4);
}

}  // namespace

TEST_SUITE("readers: workbooks") {
    TEST_CASE("what is known of several programs reads the same") {
        for (const SampleWorkbook& sample : imitated_workbooks()) {
            CAPTURE(sample.name);
            check_imitation(read_spreadsheet(sample.bytes()));
        }
    }

    TEST_CASE("a formula has the stored result, or none") {
        for (const SampleWorkbook& sample : imitated_workbooks()) {
            CAPTURE(sample.name);
            const Spreadsheet book = read_spreadsheet(sample.bytes());
            const SheetCell& sum = cell_at(book.sheets[1], 5, 3);
            if (sample.name == "imitates-openpyxl.xlsx") {
                CHECK_FALSE(sum.stored);
                CHECK(sum.value == SheetValue{});
            } else {
                CHECK(sum.stored == SheetValue{Kind::number, "19.5"});
                CHECK(sum.value == *sum.stored);
            }
        }
    }

    TEST_CASE("every kind of cell has its value") {
        CHECK(only_cell(R"(<c t="s"><v>1</v></c>)").value == SheetValue{Kind::text, "乙"});
        CHECK(only_cell(R"(<c t="str"><v>甲_x0041_</v></c>)").value == SheetValue{Kind::text, "甲A"});
        CHECK(only_cell(R"(<c t="b"><v>1</v></c>)").value == SheetValue{Kind::boolean, "TRUE"});
        CHECK(only_cell(R"(<c t="b"><v>false</v></c>)").value == SheetValue{Kind::boolean, "FALSE"});
        CHECK(only_cell(R"(<c t="e"><v>#DIV/0!</v></c>)").value == SheetValue{Kind::error, "#DIV/0!"});
        CHECK(only_cell(R"(<c t="n"><v>-3.0</v></c>)").value == SheetValue{Kind::number, "-3"});
        CHECK(only_cell(R"(<c t="inlineStr"><is><r><t>一</t></r><rPh><t>x</t></rPh><r><t> </t></r></is></c>)").value ==
              SheetValue{Kind::text, "一 "});
        const SheetCell date = only_cell(R"(<c t="d"><v>2025-01-20T00:00:00</v></c>)");
        CHECK(date.value == SheetValue{Kind::text, "2025-01-20"});
        CHECK(date.is_date);
    }

    TEST_CASE("cells with nothing in them are left out") {
        CHECK(sheet_of_rows(
                  R"(<row><c r="A1" s="3"/><c t="s"/><c><v/></c><c t="inlineStr"><is><t/></is></c><c><f/></c></row>)")
                  .cells.empty());
    }

    TEST_CASE("an empty result of a formula is a result") {
        const SheetCell shown = only_cell(R"(<c t="str"><f>""</f><v></v></c>)");
        CHECK(shown.stored == SheetValue{});
        CHECK_FALSE(only_cell("<c><f>A2</f><v></v></c>").stored);
    }

    TEST_CASE("array formulas keep their text, tables of data have only values") {
        CHECK(only_cell(R"(<c><f t="array" ref="A1:A2">B1:B2*2</f><v>4</v></c>)").formula == "B1:B2*2");
        const SheetCell table = only_cell(R"(<c><f t="dataTable" ref="A1" r1="B1"/><v>4</v></c>)");
        CHECK(table.formula.empty());
        CHECK(table.value == SheetValue{Kind::number, "4"});
    }

    TEST_CASE("cells out of order are put into order") {
        const Sheet sheet = sheet_of_rows(
            R"(<row r="2"><c r="B2"><v>4</v></c><c r="A2"><v>3</v></c></row><row r="1"><c><v>1</v></c></row>)");
        REQUIRE(sheet.cells.size() == 3);
        CHECK(sheet.cells[0].value.text == "1");
        CHECK(sheet.cells[1].value.text == "3");
        CHECK(sheet.cells[2].value.text == "4");
    }

    TEST_CASE("properties and the start of dates are read") {
        WorkbookParts parts = small_workbook(sheet_data(""));
        std::string& links = parts["_rels/.rels"];
        links.replace(links.find("</Relationships>"), 0,
                      R"(<Relationship Id="c" Type="x/core-properties" Target="docProps/core.xml"/>)"
                      R"(<Relationship Id="d" Type="x/custom-properties" Target="docProps/custom.xml"/>)");
        parts["docProps/core.xml"] =
            R"(<p:coreProperties xmlns:p="p" xmlns:dc="dc"><dc:title>年报</dc:title><dc:creator>某局</dc:creator><dc:x>y</dc:x></p:coreProperties>)";
        parts["docProps/custom.xml"] =
            R"(<Properties xmlns:vt="vt"><property name="nianbao-form" pid="2"><vt:lpwstr>2021</vt:lpwstr></property></Properties>)";
        std::string& workbook = parts["xl/workbook.xml"];
        workbook.replace(workbook.find("<sheets>"), 0, R"(<workbookPr date1904="1"/>)");
        const Spreadsheet book = read_spreadsheet(parts.packed());
        CHECK(book.properties ==
              std::map<std::string, std::string>{{"title", "年报"}, {"creator", "某局"}, {"nianbao-form", "2021"}});
        CHECK(book.dates_from_1904);
    }

    TEST_CASE("a finding about a cell has its place") {
        const auto found =
            refusal_of(small_workbook(sheet_data(R"(<row r="3"><c r="B3"><v>x</v></c></row>)")).packed());
        REQUIRE(found.size() == 1);
        CHECK(found[0].place == Place{SheetPlace{0, 3, 2}});
        CHECK(found[0].arguments.at("sheet") == "表一");
        CHECK(found[0].arguments.at("cell") == "B3");
    }

    TEST_CASE("hostile workbooks are refused with one finding") {
        for (const SampleWorkbook& sample : hostile_workbooks()) {
            CAPTURE(sample.name);
            const auto found = refusal_of(sample.bytes());
            if (sample.code.empty()) {
                CHECK(found.empty());
                continue;
            }
            REQUIRE(found.size() == 1);
            CHECK(found[0].code == sample.code);
            CHECK(found[0].variant == sample.variant);
            const Rule* rule = the_statute().catalogue.find(sample.code);
            REQUIRE(rule);
            CHECK(rule->messages.count(sample.variant) == 1);
            for (const Language language : {Language::zh, Language::en}) {
                const FindingText told = describe(found[0], {the_statute().catalogue, nullptr, nullptr}, language);
                CHECK(told.message.find('{') == std::string::npos);
                CHECK_FALSE(told.hint.empty());
            }
        }
    }

    TEST_CASE("what is meant to be a workbook is known by its beginning") {
        for (const char* bytes : {"PK\3\4", "\xD0\xCF\x11\xE0", "<html>", "\r\n<!DOCTYPE HTML><p>"})
            CHECK(looks_like_workbook(bytes));
        for (const char* bytes : {"", "{}", "[1]", "%PDF-1.4", "<", "文字", "<?xml version=\"1.0\"?><a/>"}) {
            CHECK_FALSE(looks_like_workbook(bytes));
        }
    }
}
