#include "readers/spreadsheet/recalculate.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "readers/spreadsheet/formula_reference.h"

using namespace nianbao;

namespace {

using Kind = SheetValue::Kind;

/// As people write a cell: `=1+2`, `TRUE`, `#N/A`, a number, or a text; `'5` is the text 5.
SheetCell cell_of(const std::string& place, const std::string& written) {
    const auto corner = formulas::parse_corner(place).value();
    SheetCell cell;
    cell.row = corner.row;
    cell.column = corner.column;
    if (written.starts_with('=')) {
        cell.formula = written.substr(1);
        cell.stored = SheetValue{Kind::text, "stored"};
    } else if (written == "TRUE" || written == "FALSE") {
        cell.value = {Kind::boolean, written};
    } else if (written.starts_with('#')) {
        cell.value = {Kind::error, written};
    } else if (written.starts_with('\'')) {
        cell.value = {Kind::text, written.substr(1)};
    } else if (written.find_first_not_of("0123456789.-") == std::string::npos && !written.empty()) {
        cell.value = {Kind::number, written};
    } else {
        cell.value = {written.empty() ? Kind::blank : Kind::text, written};
    }
    return cell;
}

using Written = std::vector<std::pair<std::string, std::string>>;

Sheet sheet_of(const std::string& name, const Written& written) {
    Sheet sheet;
    sheet.name = name;
    for (const auto& [place, text] : written) sheet.cells.push_back(cell_of(place, text));
    std::sort(sheet.cells.begin(), sheet.cells.end(), [](const SheetCell& a, const SheetCell& b) {
        return std::pair{a.row, a.column} < std::pair{b.row, b.column};
    });
    return sheet;
}

Spreadsheet book_of(const Written& written) {
    Spreadsheet book;
    book.sheets.push_back(sheet_of("表", written));
    return book;
}

const SheetCell& at(const Spreadsheet& book, const std::string& place, std::size_t sheet = 0) {
    const auto corner = formulas::parse_corner(place).value();
    const SheetCell* const found = book.sheets[sheet].find(corner.row, corner.column);
    REQUIRE(found != nullptr);
    return *found;
}

constexpr auto kept = "(kept)";

/// What the cell shows; texts in quotes, so that "5" and 5 differ.
std::string shown(const SheetCell& cell) {
    if (!cell.recomputed) return cell.value == cell.stored ? kept : "(lost)";
    return cell.value.kind == Kind::text ? '"' + cell.value.text + '"' : cell.value.text;
}

/// A1:A5 numbers, B1:B5 of all kinds, a ledger below.
const Written ground{
    {"A1", "1"},    {"A2", "2.5"}, {"A3", "-3"},  {"A4", "40"},   {"A5", "0.1"},    {"B1", "文字"},
    {"B2", "TRUE"}, {"B3", "'7"},  {"B4", ""},    {"B5", "#N/A"}, {"D1", "=\"\""},  {"D2", "=A1"},
    {"D3", "=D9"},  {"A11", "甲"}, {"B11", "是"}, {"C11", "3"},   {"A12", "乙"},    {"B12", "否"},
    {"C12", "4"},   {"A13", "甲"}, {"B13", "否"}, {"C13", "5"},   {"A14", "ABC甲"}, {"B14", "是"},
    {"A15", "'5"},  {"A16", "5"},  {"A17", "50"}, {"A18", "a*b"}, {"A19", "TRUE"},  {"C19", "9"},
};

std::string result_of(const std::string& formula, std::vector<Sheet> more = {}) {
    Written written = ground;
    written.emplace_back("Z1", "=" + formula);
    Spreadsheet book = book_of(written);
    for (Sheet& sheet : more) book.sheets.push_back(std::move(sheet));
    recalculate(book);
    return shown(at(book, "Z1"));
}

struct Case {
    std::string formula, shows;
};

void check_all(const std::vector<Case>& cases) {
    for (const Case& each : cases) {
        INFO(each.formula);
        CHECK(result_of(each.formula) == each.shows);
    }
}

}  // namespace

TEST_CASE("formulas: operators and what binds more tightly") {
    check_all({
        {"1+2*3", "7"},
        {"(1+2)*3", "9"},
        {" 10 - 4\n- 3 ", "3"},
        {"2^3^2", "64"},
        {"-2^2", "4"},
        {"0-2^2", "-4"},
        {"2^-1", "0.5"},
        {"--\"3\"", "3"},
        {"+A3", "-3"},
        {"50%", "0.5"},
        {"200*5%%", "0.1"},
        {"8/4/2", "1"},
        {"1&2&\"三\"", "\"12三\""},
        {"1+1&1+1", "\"22\""},
        {"1&2=\"12\"", "TRUE"},
        {"1<2", "TRUE"},
        {"2<=1", "FALSE"},
        {"2>1", "TRUE"},
        {"1>=1", "TRUE"},
        {"1<>1", "FALSE"},
        {"1=1=TRUE", "TRUE"},
        {"0.1+0.2=0.3", "TRUE"},
        {"0.1+0.2-0.3", "0"},
        {"0.1*3", "0.3"},
        {"1/3", "0.333333333333333"},
        {"1E3+1e-2+1E+1", "1010.01"},
        {"24252.311082-0.000001", "24252.311081"},
        {"999999999999999-999999999999998", "1"},
        {"0^0", "#NUM!"},
        {"0^-1", "#DIV/0!"},
        {"(-8)^0.5", "#NUM!"},
        {"1/0", "#DIV/0!"},
        {"1E200*1E200", "#NUM!"},
        {"-0", "0"},
    });
}

TEST_CASE("formulas: kinds of values beside one another") {
    check_all({
        {"A1+C1", "1"},
        {"C1", "0"},
        {"C1&\"\"", ""},
        {"C1=0", "TRUE"},
        {"C1=\"\"", "TRUE"},
        {"C1=FALSE", "TRUE"},
        {"B3+1", "8"},
        {"B1+1", "#VALUE!"},
        {"B2+1", "2"},
        {"B5+1", "#N/A"},
        {"-B1", "#VALUE!"},
        {"\"\"+1", "#VALUE!"},
        {"D1+1", "#VALUE!"},
        {"D1=\"\"", "TRUE"},
        {"\" 1,234.5 \"*1", "1234.5"},
        {"\"12件\"+1", "#VALUE!"},
        {"\"5%\"+0", "0.05"},
        {"\"a\"=\"A\"", "TRUE"},
        {"\"甲\"=\"乙\"", "FALSE"},
        {"\"甲\"<>\"乙\"", "TRUE"},
        {"\"a\"<\"B\"", "TRUE"},
        {"9<\"1\"", "TRUE"},
        {"\"z\"<TRUE", "TRUE"},
        {"5=\"5\"", "FALSE"},
        {"TRUE&1", "\"TRUE1\""},
        {"0.5&\"\"", "\"0.5\""},
        {"TRUE", "TRUE"},
        {"true()", "TRUE"},
        {"FALSE()", "FALSE"},
        {"\"说\"\"好\"\"\"", "\"说\"好\"\""},
        {"#REF!+1", "#REF!"},
        {"SUM(#REF!)", "#REF!"},
        {"B4", "0"},
        {"B2", "TRUE"},
    });
}

TEST_CASE("formulas: references") {
    check_all({
        {"$A$1+A$2+$A3", "0.5"},
        {"a1", "1"},
        {"SUM($A$1:A4)", "40.5"},
        {"SUM(A4:A1)", "40.5"},
        {"SUM(A1:A1048576)", "95.6"},
        {"SUM(C:C)", "21"},
        {"COUNT($A:$C)", "11"},
        {"SUM(2:3)", "0.5"},
        {"SUM(A1,A2,3)", "6.5"},
        {"SUM(表!A1:A2)", "3.5"},
        {"'表'!A1", "1"},
        {"SUM(IF(A1=1,A1:A2,A3:A4))", "3.5"},
        {"D2+1", "2"},
    });
    Sheet plain = sheet_of("Data", {{"A1", "7"}, {"A2", "=A1*2"}});
    Sheet spaced = sheet_of("带空格 的'表", {{"B2", "8"}});
    CHECK(result_of("data!A1+Data!$A$2", {plain}) == "21");
    CHECK(result_of("SUM(Data!A:A)", {plain}) == "21");
    CHECK(result_of("'带空格 的''表'!B2", {plain, spaced}) == "8");
    CHECK(result_of("Data!#REF!", {plain}) == "#REF!");
}

TEST_CASE("formulas: statistics pass over what is no number in a range") {
    check_all({
        {"SUM(A1:A5)", "40.6"},
        {"SUM(A1:B4)", "40.5"},
        {"SUM(B1:B5)", "#N/A"},
        {"SUM(D1:D2)", "1"},
        {"SUM(\"3\",TRUE)", "4"},
        {"SUM(\"三\")", "#VALUE!"},
        {"SUM(0.1,0.2,-0.3)", "0"},
        {"COUNT(A1:B5)", "5"},
        {"COUNT(\"3\",TRUE,\"三\",A1)", "3"},
        {"COUNT(D1:D2)", "1"},
        {"COUNTA(A1:B5)", "9"},
        {"COUNTA(D1)", "1"},
        {"COUNTBLANK(B1:B5)", "1"},
        {"COUNTBLANK(D1:D2)", "1"},
        {"COUNTBLANK(F1:H10)", "30"},
        {"COUNTBLANK(F:F)", "1048576"},
        {"MIN(A1:A5)", "-3"},
        {"MAX(A1:A5)", "40"},
        {"MAX(F1:F5)", "0"},
        {"AVERAGE(A1:A2)", "1.75"},
        {"AVERAGE(F1:F5)", "#DIV/0!"},
    });
}

TEST_CASE("formulas: decisions look at one branch only") {
    check_all({
        {"IF(1,2,3)", "2"},
        {"IF(0,2,3)", "3"},
        {"IF(0,2)", "FALSE"},
        {"IF(0,2,)", "0"},
        {"IF(1,,3)", "0"},
        {"IF(TRUE,1,1/0)", "1"},
        {"IF(B5,1,2)", "#N/A"},
        {"IF(B1,1,2)", "#VALUE!"},
        {"IF(C1,1,2)", "2"},
        {"IF(1,\"\",2)", ""},
        {"IF(1,IF(0,1,IF(1,5,6)),2)", "5"},
        {"IFERROR(1/0,\"无\")", "\"无\""},
        {"IFERROR(A1,1/0)", "1"},
        {"IFERROR(B5,)", "0"},
        {"AND(TRUE,1)", "TRUE"},
        {"AND(1,0)", "FALSE"},
        {"AND(A1:A4)", "TRUE"},
        {"OR(0,C1)", "FALSE"},
        {"OR(0,A1)", "TRUE"},
        {"AND(B1)", "#VALUE!"},
        {"OR(B5,TRUE)", "#N/A"},
        {"NOT(0)", "TRUE"},
        {"_xlfn.IFERROR(1/0,3)", "3"},
    });
}

TEST_CASE("formulas: numbers and texts") {
    check_all({
        {"ABS(A3)", "3"},
        {"ROUND(2.675,2)", "2.68"},
        {"ROUND(-2.5,0)", "-3"},
        {"ROUND(1234.5,-2)", "1200"},
        {"ROUND(0.0004,3)", "0"},
        {"ROUND(9.99,1)", "10"},
        {"ROUND(0.6,0)", "1"},
        {"ROUND(60,-2)", "100"},
        {"INT(-1.5)", "-2"},
        {"INT(0.1*3*10)", "3"},
        {"LEN(\"文字\")", "2"},
        {"LEN(\"𠮷a\")", "3"},
        {"LEN(A2)", "3"},
        {"LEN(C1)", "0"},
        {"LEN(D1)", "0"},
        {"TRIM(\"  a  b \")", "\"a b\""},
        {"VALUE(\"12.50\")", "12.5"},
        {"VALUE(\"x\")", "#VALUE!"},
        {"N(B1)", "0"},
        {"N(B2)", "1"},
        {"N(\"nianbao\")=0", "TRUE"},
        {"ISNUMBER(A1)", "TRUE"},
        {"ISNUMBER(B3)", "FALSE"},
        {"ISBLANK(C1)", "TRUE"},
        {"ISBLANK(D1)", "FALSE"},
        {"ISERROR(B5)", "TRUE"},
        {"ISTEXT(B1)", "TRUE"},
        {"CONCATENATE(A1,\"件\",C1)", "\"1件\""},
    });
}

TEST_CASE("formulas: criteria") {
    check_all({
        {"COUNTIF(A11:A19,\"甲\")", "2"},
        {"COUNTIF(A11:A19,\"=甲\")", "2"},
        {"COUNTIF(A11:A19,\"<>甲\")", "7"},
        {"COUNTIF(A11:A19,5)", "2"},
        {"COUNTIF(A11:A19,\"5\")", "2"},
        {"COUNTIF(A11:A19,\">=5\")", "2"},
        {"COUNTIF(A11:A19,\"<50\")", "1"},
        {"COUNTIF(A11:A19,\"*甲\")", "3"},
        {"COUNTIF(A11:A19,\"abc?\")", "1"},
        {"COUNTIF(A11:A19,\"?\")", "4"},
        {"COUNTIF(A11:A19,\"a~*b\")", "1"},
        {"COUNTIF(A11:A19,\"*\")", "6"},
        {"COUNTIF(A11:A19,TRUE)", "1"},
        {"COUNTIF(A11:A19,A11)", "2"},
        {"COUNTIF(A1:A5,\">\"&A1)", "2"},
        {"COUNTIF(C11:C19,\"\")", "5"},
        {"COUNTIF(C11:C19,\"=\")", "5"},
        {"COUNTIF(C11:C19,\"<>\")", "4"},
        {"COUNTIF(D1:D2,\"\")", "1"},
        {"COUNTIF(D1:D2,\"=\")", "0"},
        {"COUNTIF(D1:D2,\"<>\")", "2"},
        {"COUNTIF(F:F,\"\")", "1048576"},
        {"COUNTIF(A1:A5,\"<=2.5\")", "4"},
        {"COUNTIFS(A11:A19,\"甲\",B11:B19,\"是\")", "1"},
        {"COUNTIFS(A11:A19,\"<>甲\",B11:B19,\"<>是\")", "6"},
        {"COUNTIFS(A:A,\"甲\",B:B,\"否\",C:C,\">=5\")", "1"},
        {"COUNTIFS(A11:A19,\"甲\",B11:B18,\"是\")", "#VALUE!"},
        {"COUNTIFS(A11:A12,\"甲\",C12:C13,4)", "1"},
        {"SUMIF(A11:A19,\"甲\",C11:C19)", "8"},
        {"SUMIF(A11:A19,\"甲\",C11)", "8"},
        {"SUMIF(A1:A5,\">0\")", "43.6"},
        {"SUMIFS(C11:C19,A11:A19,\"甲\",B11:B19,\"否\")", "5"},
        {"SUMIFS(C11:C19,A11:A19,\"<>甲\")", "13"},
    });
}

TEST_CASE("formulas: what is not known keeps the stored result") {
    const std::vector<std::string> unknown{"1+",
                                           "(1",
                                           "1)",
                                           "FOO(1)",
                                           "名称",
                                           "SUM(",
                                           "SUM(A1:A2",
                                           "A1:A2",
                                           "A1:A2+1",
                                           "{1,2}",
                                           "[1]Sheet1!A1",
                                           "'[x.xlsx]表'!A1",
                                           "没有!A1",
                                           "A1048577",
                                           "XFE1",
                                           "A0",
                                           "A1 A2",
                                           "SUM((A1,A2))",
                                           "\"没完",
                                           "'没完",
                                           "#FOO!",
                                           "Table1[列]",
                                           "A1#",
                                           "@A1",
                                           "LEN(A1:A2)",
                                           "ABS()",
                                           "ABS(1,2)",
                                           "IF()",
                                           "IF(1)",
                                           "IF(1,2,3,4)",
                                           "TODAY()",
                                           "\"2024-1-5\"+1",
                                           "\"2024年1月5日\"+1",
                                           "\"１２\"+1",
                                           "\"甲\"<\"乙\"",
                                           "COUNTIF(A11:A12,\">甲\")",
                                           "A:A1",
                                           "A:A",
                                           "SUM(A1:INDEX(A1:A9,2))",
                                           "表:表!A1",
                                           "1E15&\"\"",
                                           "SUM(A1:B2:C3)",
                                           "D3+FOO()",
                                           "2024年",
                                           "\xFF"};
    for (const std::string& formula : unknown) {
        INFO(formula);
        Written written = ground;
        written.emplace_back("Z1", "=" + formula);
        Spreadsheet book = book_of(written);
        recalculate(book);
        CHECK(shown(at(book, "Z1")) == kept);
    }
}

TEST_CASE("formulas: what needs a cell that is not worked out is not worked out") {
    Spreadsheet book = book_of({{"A1", "=FOO()"},
                                {"A2", "=A1+1"},
                                {"A3", "=SUM(A1:A2)"},
                                {"A4", "=IF(TRUE,1,A2)"},
                                {"A5", "=IFERROR(A1,0)"},
                                {"A6", "=COUNTIF(A1:A2,1)"},
                                {"A7", "=A4+1"}});
    book.sheets[0].cells[0].stored.reset();
    recalculate(book);
    CHECK_FALSE(at(book, "A1").recomputed);
    CHECK(at(book, "A1").value == SheetValue{});
    for (const char* place : {"A2", "A3", "A5", "A6"}) CHECK(shown(at(book, place)) == kept);
    CHECK(shown(at(book, "A4")) == "1");
    CHECK(shown(at(book, "A7")) == "2");
}

TEST_CASE("formulas: circles keep what is stored") {
    Spreadsheet book = book_of({{"A1", "=A1"},
                                {"B1", "=B2"},
                                {"B2", "=B3+1"},
                                {"B3", "=B1"},
                                {"C1", "=B1+1"},
                                {"D1", "=SUM(D1:D9)"},
                                {"E1", "=IF(FALSE,E1,4)"},
                                {"F1", "=1+1"}});
    recalculate(book);
    for (const char* place : {"A1", "B1", "B2", "B3", "C1", "D1"}) CHECK(shown(at(book, place)) == kept);
    CHECK(shown(at(book, "E1")) == "4");
    CHECK(shown(at(book, "F1")) == "2");
}

TEST_CASE("formulas: worked out twice is worked out once") {
    Spreadsheet book = book_of({{"A1", "=1+1"}, {"A2", "=FOO()"}});
    recalculate(book);
    book.sheets[0].cells[0].formula = "FOO()";
    recalculate(book);
    CHECK(shown(at(book, "A1")) == kept);
}

TEST_CASE("formulas: a chain may be as long as the sheet") {
    Written written{{"A1", "1"}};
    for (int row = 2; row <= 60'000; ++row) {
        written.emplace_back("A" + std::to_string(row), "=A" + std::to_string(row - 1) + "+1");
    }
    std::reverse(written.begin(), written.end());
    Spreadsheet book = book_of(written);
    std::reverse(book.sheets[0].cells.begin(), book.sheets[0].cells.end());  // each before what it needs
    recalculate(book);
    std::reverse(book.sheets[0].cells.begin(), book.sheets[0].cells.end());
    CHECK(shown(at(book, "A60000")) == "60000");
}

TEST_CASE("formulas: depth and length have a limit") {
    const auto nested = [](std::size_t depth) { return std::string(depth, '(') + "1" + std::string(depth, ')'); };
    CHECK(result_of(nested(64)) == "1");
    CHECK(result_of(nested(65)) == kept);
    CHECK(result_of(nested(4'000)) == kept);
    CHECK(result_of(std::string(8'000, '-') + "1") == "1");
    std::string sum = "1", power = "1";
    for (int i = 0; i < 4'000; ++i) sum += "+1", power += "^1";
    CHECK(result_of(sum) == "4001");
    CHECK(result_of(power) == "1");
    CHECK(result_of("1" + std::string(9'000, ' ')) == kept);
    std::string wide = "SUM(1";
    for (int i = 0; i < 300; ++i) wide += ",1";
    CHECK(result_of(wide + ")") == kept);
}

TEST_CASE("formulas: hostile workbooks end soon") {
    SUBCASE("every cell sums its whole column") {
        Written written;
        for (int row = 1; row <= 20'000; ++row) written.emplace_back("A" + std::to_string(row), "=SUM(A:A,B:B)");
        for (int row = 1; row <= 20'000; ++row) written.emplace_back("B" + std::to_string(row), "=SUM(C:C)");
        Spreadsheet book = book_of(written);
        recalculate(book);
        CHECK_FALSE(at(book, "A1").recomputed);
    }
    SUBCASE("texts that double") {
        Written written{{"A1", "甲乙丙丁"}};
        for (int row = 2; row <= 5'000; ++row) {
            const std::string above = "A" + std::to_string(row - 1);
            written.emplace_back("A" + std::to_string(row), row < 12 ? "=" + above + "&" + above : "=" + above);
        }
        Spreadsheet book = book_of(written);
        recalculate(book);
        CHECK(at(book, "A11").recomputed);
        CHECK_FALSE(at(book, "A5000").recomputed);
    }
    SUBCASE("patterns that match nothing") {
        Written written{{"A1", std::string(30'000, 'a')}, {"B1", "*a*a*a*a*a*a*b"}};
        for (int row = 2; row <= 2'000; ++row) {
            written.emplace_back("A" + std::to_string(row), std::string(1'000, 'a'));
            written.emplace_back("C" + std::to_string(row), "=COUNTIF(A:A,B1)");
        }
        Spreadsheet book = book_of(written);
        recalculate(book);
        CHECK_FALSE(at(book, "C2000").recomputed);
    }
}

TEST_CASE("formulas: totals and checks of our own workbooks") {
    Written written{{"J8", "=IF(COUNT(D8:I8)<6,\"\",SUM(D8:I8))"},
                    {"K8", "=IF(COUNT(D8:J8)<7,\"\",IF(ABS(SUM(D8:I8)-J8)=0,\"平\",\"不平\"))"},
                    {"L8", "=IF(COUNT(D8:E8)<2,\"\",IF(ABS(D8-E8)<0.0000005,\"平\",\"不平\"))"}};
    for (const char* place : {"D8", "E8", "F8", "G8", "H8"}) written.emplace_back(place, "24252.311082");
    Spreadsheet book = book_of(written);
    recalculate(book);
    CHECK(at(book, "J8").value == SheetValue{});
    CHECK(at(book, "J8").recomputed);
    CHECK(at(book, "K8").value == SheetValue{});

    written.emplace_back("I8", "0.3");
    book = book_of(written);
    recalculate(book);
    CHECK(shown(at(book, "J8")) == "121261.85541");
    CHECK(shown(at(book, "K8")) == "\"平\"");
    CHECK(shown(at(book, "L8")) == "\"平\"");

    written[0].second = "121261.8554";
    book = book_of(written);
    recalculate(book);
    CHECK(shown(at(book, "K8")) == "\"不平\"");
}

TEST_CASE("formulas: a ledger of a thousand requests counted into a table") {
    Spreadsheet book;
    book.sheets.push_back(sheet_of("申请台账", {}));
    const std::vector<std::string> kinds{"自然人", "商业企业", "科研机构"},
        results{"予以公开", "不予公开", "其他处理", ""};
    for (std::uint32_t row = 2; row <= 1'001; ++row) {
        const std::string number = std::to_string(row);
        for (const SheetCell& cell : {cell_of("A" + number, number), cell_of("B" + number, kinds[row % 3]),
                                      cell_of("C" + number, results[row % 4])}) {
            book.sheets[0].cells.push_back(cell);
        }
    }
    Written written;
    for (std::uint32_t row = 1; row <= 175; ++row) {
        written.emplace_back("A" + std::to_string(row),
                             "=COUNTIFS(申请台账!$B$2:$B$1001,\"自然人\",申请台账!$C$2:$C$1001,\"予以公开\")");
        written.emplace_back("B" + std::to_string(row), "=COUNTIFS(申请台账!$B:$B,\"自然人\",申请台账!$C:$C,\"\")");
    }
    book.sheets.push_back(sheet_of("申请情况表", written));
    recalculate(book);
    CHECK(shown(at(book, "A175", 1)) == "83");
    CHECK(shown(at(book, "B175", 1)) == "84");
}
