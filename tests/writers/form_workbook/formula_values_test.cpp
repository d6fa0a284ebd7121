#include "writers/form_workbook/formula_values.h"

#include <doctest/doctest.h>

#include "writers/write_error.h"

using namespace nianbao;

namespace {

Amount whole(std::int64_t number) { return {number, 0}; }

/// Column A holds 1, 2, 甲, nothing, a blank cell, a formula that shows nothing, -3; the other sheet has 7 in A1.
class Sheets {
public:
    Sheets() : workbook_({"示例", "示例", 2024}), book_(workbook_), sheet_(book_.add_sheet("一")) {
        const std::vector<xlsx::CellContent> cells{whole(1),         whole(2),         std::string("甲"),
                                                   std::monostate{}, std::monostate{}, xlsx::Formula{"\"\"", {}},
                                                   whole(-3)};
        for (std::uint32_t row = 0; row < cells.size(); ++row) {
            if (row != 3) sheet_.put({row, 0}, cells[row], {});
        }
        book_.add_sheet("二").put({0, 0}, whole(7), {});
    }

    std::variant<std::string, Amount> operator()(const std::string& formula) {
        sheet_.put({99, 0}, xlsx::Formula{formula, {}}, {});
        return FormulaValues(book_).shown_in("一", {99, 0});
    }

private:
    xlsx::Workbook workbook_;
    DraftBook book_;
    DraftSheet& sheet_;
};

std::variant<std::string, Amount> text(const char* words) { return std::string(words); }
std::variant<std::string, Amount> number(std::int64_t figure) { return whole(figure); }

}  // namespace

TEST_CASE("formulas have the value that a spreadsheet gives them") {
    Sheets value;
    CHECK(value("1+2*3-4") == number(3));
    CHECK(value("-(1-3)") == number(2));
    CHECK(value("SUM(A1:A7)") == number(0));
    CHECK(value("SUM(A1,A2,5)") == number(8));
    CHECK(value("COUNT(A1:A7)") == number(3));
    CHECK(value("COUNTBLANK(A1:A7)") == number(3));
    CHECK(value("COUNTIFS(A1:A7,2)") == number(1));
    CHECK(value("COUNTIFS(A1:A7,0)") == number(0));
    CHECK(value("COUNTIFS(A1:A7,\"甲\")") == number(1));
    CHECK(value("COUNTIFS(A1:A7,\"\")") == number(3));
    CHECK(value("COUNTIFS(A1:A7,\"<0\")") == number(1));
    CHECK(value("COUNTIFS(A1:A2,1,A2:A3,2)") == number(1));
    CHECK(value("COUNTIFS(A1:A2,1,A2:A3,\"甲\")") == number(0));
    CHECK(value("LEN(\"甲𠮷\"\"\")") == number(4));
    CHECK(value("ABS(A7)") == number(3));
    CHECK(value("'二'!$A$1+SUM('二'!A1:A9)") == number(14));
}

TEST_CASE("texts, truth and empty cells compare as in a spreadsheet") {
    Sheets value;
    CHECK(value("IF(A5=\"\",\"空\",\"满\")") == text("空"));
    CHECK(value("IF(A5=0,\"空\",\"满\")") == text("空"));
    CHECK(value("IF(A6=\"\",\"空\",\"满\")") == text("空"));
    CHECK(value("IF(A6=0,\"空\",\"满\")") == text("满"));
    CHECK(value("IF(A3<>1,\"异\",\"同\")") == text("异"));
    CHECK(value("IF(AND(1<2,2<=2,3>2,3>=3,NOT(1=2)),\"对\",\"错\")") == text("对"));
    CHECK(value("IF(OR(1>2,2<>2),\"对\",\"错\")") == text("错"));
    CHECK(value("(1<>2)+(1=1)") == number(2));
    CHECK(value("\"还有\"&(1+2)&\"处\"&A5") == text("还有3处"));
    CHECK(value("A4") == number(0));
}

TEST_CASE("only the branch that is taken is looked at") {
    Sheets value;
    CHECK(value("IF(COUNT(A3)<1,\"\",A3+1)") == text(""));
    CHECK_THROWS_AS(static_cast<void>(value("A3+1")), WriteError);
    CHECK_THROWS_AS(static_cast<void>(value("A6+1")), WriteError);
}

TEST_CASE("what is no formula of ours is refused") {
    Sheets value;
    for (const char* formula :
         {"", "1+", "SUM(A1", "VLOOKUP(A1)", "A1:A2", "\"a", "1 + 1", "A0", "A100+1", "'三'!A1", "1=1"})
        CHECK_THROWS_AS_MESSAGE(static_cast<void>(value(formula)), WriteError, formula);
}
