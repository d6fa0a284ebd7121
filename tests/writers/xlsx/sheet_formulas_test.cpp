#include "writers/xlsx/sheet_formulas.h"

#include <doctest/doctest.h>

#include "the_statute.h"

using namespace nianbao;

namespace {

constexpr Verdicts verdicts{"平", "不平"};

/// Table three as it stands on its sheet: rows from 8, columns from D.
CellPositions table_three() {
    CellPositions positions;
    const Form& form = form_2021();
    for (const CellId cell : form.cells_of(1)) {
        positions[cell] = {form.cells[cell].row + 7U, form.cells[cell].column + 3U};
    }
    return positions;
}

const Relation& relation_at(const std::string& code, const std::string& path) {
    for (const Relation& relation : form_2021().relations) {
        if (the_statute().catalogue.rules[relation.rule].code == code &&
            form_2021().cells[relation.told_at].path == path) {
            return relation;
        }
    }
    FAIL("no relation " << code << " at " << path);
    return form_2021().relations.front();
}

/// A form of so many cells in a row, and nothing else.
Form row_of_cells(std::size_t count, Unit unit = Unit::count) {
    Form form;
    form.cells.resize(count);
    for (CellInfo& cell : form.cells) cell.unit = unit;
    return form;
}

CellPositions in_row_one(std::size_t count) {
    CellPositions positions;
    for (std::size_t i = 0; i < count; ++i) positions[static_cast<CellId>(i)] = {0, static_cast<std::uint32_t>(i)};
    return positions;
}

Relation relation_of(std::vector<std::pair<int, CellId>> terms, CellId told_at, bool defines = true) {
    Relation relation;
    for (const auto& [sign, cell] : terms) relation.terms.push_back({sign, cell, false});
    relation.told_at = told_at;
    relation.defines = defines;
    return relation;
}

SheetValues::Given given(const char* number) { return {parse_amount(number), false}; }
constexpr SheetValues::Given open{std::nullopt, true};
constexpr SheetValues::Given mark{std::nullopt, false};

}  // namespace

TEST_CASE("cells are named as a spreadsheet names them") {
    CHECK(cell_name({0, 0}) == "A1");
    CHECK(cell_name({7, 3}) == "D8");
    CHECK(cell_name({9, 25}) == "Z10");
    CHECK(cell_name({9, 26}) == "AA10");
    CHECK(cell_name({0, 701}) == "ZZ1");
    CHECK(cell_name({1048575, 16383}) == "XFD1048576");
}

TEST_CASE("totals of table three are sums of ranges that stay empty while a cell is open") {
    const CellPositions positions = table_three();
    CHECK(total_formula(relation_at("t3.row-total", "/requests/received/total"), positions) ==
          R"(IF(COUNT(D8:I8)<6,"",SUM(D8:I8)))");
    CHECK(total_formula(relation_at("t3.results", "/requests/outcomes/total/natural_person"), positions) ==
          R"(IF(COUNT(D10:D30)<21,"",SUM(D10:D30)))");
}

TEST_CASE("checks of table three compare both sides") {
    const CellPositions positions = table_three();
    const Form& form = form_2021();
    CHECK(check_formula(relation_at("t3.balance", "/requests/carried_out/business"), form, positions, verdicts) ==
          R"(IF(COUNT(E8:E9,E31:E32)<4,"",IF(ABS(E8+E9-E31-E32)=0,"平","不平")))");
    CHECK(check_formula(relation_at("t3.row-total", "/requests/received/total"), form, positions, verdicts) ==
          R"(IF(COUNT(D8:J8)<7,"",IF(ABS(SUM(D8:I8)-J8)=0,"平","不平")))");
    CHECK(check_formula(relation_at("t3.results", "/requests/outcomes/total/total"), form, positions, verdicts) ==
          R"(IF(COUNT(J10:J31)<22,"",IF(ABS(SUM(J10:J30)-J31)=0,"平","不平")))");
}

TEST_CASE("money is compared within half a millionth") {
    const Form form = row_of_cells(3, Unit::money);
    const Relation sum = relation_of({{1, 0}, {1, 1}, {-1, 2}}, 2);
    CHECK(check_formula(sum, form, in_row_one(3), verdicts) ==
          R"(IF(COUNT(A1:C1)<3,"",IF(ABS(A1+B1-C1)<0.0000005,"平","不平")))");
    const auto holds = [&](const char* total) {
        const SheetValues values(form, in_row_one(3),
                                 {{CellId{0}, given("0.1")}, {CellId{1}, given("0.2")}, {CellId{2}, given(total)}});
        return values.holds(sum);
    };
    CHECK(holds("0.3") == true);
    CHECK(holds("0.3000004") == true);
    CHECK(holds("0.300001") == false);
}

TEST_CASE("signs, gaps, repeated cells and constants have their place in a formula") {
    const Form form = row_of_cells(8);
    const CellPositions positions = in_row_one(8);
    SUBCASE("the told cell on the adding side") {
        CHECK(total_formula(relation_of({{1, 3}, {-1, 0}, {-1, 1}}, 3), positions) == R"(IF(COUNT(A1:B1)<2,"",A1+B1))");
    }
    SUBCASE("what is taken away") {
        CHECK(total_formula(relation_of({{1, 0}, {-1, 1}, {-1, 3}}, 3), positions) == R"(IF(COUNT(A1:B1)<2,"",A1-B1))");
        CHECK(total_formula(relation_of({{-1, 0}, {-1, 1}, {-1, 3}}, 3), positions) ==
              R"(IF(COUNT(A1:B1)<2,"",-A1-B1))");
    }
    SUBCASE("a gap") {
        const Relation sum = relation_of({{1, 0}, {1, 1}, {1, 2}, {1, 4}, {1, 6}, {-1, 7}}, 7);
        CHECK(total_formula(sum, positions) == R"(IF(COUNT(A1:C1,E1,G1)<5,"",SUM(A1:C1,E1,G1)))");
    }
    SUBCASE("a cell that counts twice, one that cancels out, a constant") {
        Relation sum = relation_of({{1, 0}, {1, 0}, {1, 1}, {-1, 1}, {-1, 2}}, 2);
        sum.constant = Amount{-5, 0};
        CHECK(total_formula(sum, positions) == R"(IF(COUNT(A1)<1,"",2*A1-5))");
        CHECK(check_formula(sum, form, positions, verdicts) ==
              R"(IF(COUNT(A1,C1)<2,"",IF(ABS(2*A1-C1-5)=0,"平","不平")))");
    }
    SUBCASE("quotation marks in a verdict") {
        CHECK(check_formula(relation_of({{1, 0}, {-1, 1}}, 1), form, positions, {"a\"b", "c"}) ==
              R"(IF(COUNT(A1:B1)<2,"",IF(ABS(A1-B1)=0,"a""b","c")))");
    }
}

TEST_CASE("last year's cells and cells elsewhere keep a relation off the sheet") {
    Relation relation = relation_of({{1, 0}, {-1, 1}}, 1);
    CHECK(is_on_sheet(relation, in_row_one(2)));
    CHECK_FALSE(is_on_sheet(relation, in_row_one(1)));
    relation.terms[0].last_year = true;
    CHECK_FALSE(is_on_sheet(relation, in_row_one(2)));
}

TEST_CASE("a spreadsheet keeps fifteen digits") {
    CHECK(is_sheet_number(*parse_amount("0")));
    CHECK(is_sheet_number(*parse_amount("-24252.311082")));
    CHECK(is_sheet_number(*parse_amount("999999999999999")));
    CHECK(is_sheet_number(*parse_amount("0.000000000000000001")));
    CHECK(is_sheet_number(Amount{9'007'199'254'740'000, 0}));
    CHECK_FALSE(is_sheet_number(Amount{9'007'199'254'740'993, 0}));
    CHECK_FALSE(is_sheet_number(*parse_amount("999999999999999.1")));
    CHECK_FALSE(is_sheet_number(*parse_amount("0.1234567890123456")));
}

TEST_CASE("a total is a formula where it is open or right, and stays as given where it is wrong") {
    Form form = row_of_cells(3);
    form.relations.push_back(relation_of({{1, 0}, {1, 1}, {-1, 2}}, 2));
    const auto total = [&](SheetValues::Given part, SheetValues::Given told) {
        return SheetValues(form, in_row_one(3), {{CellId{0}, given("4")}, {CellId{1}, part}, {CellId{2}, told}}).of(2);
    };
    const auto is = [&](const SheetValue& value, std::optional<Amount> number, bool formula) {
        CHECK(value.number == number);
        CHECK((value.formula != nullptr) == formula);
    };
    is(total(given("3"), given("7")), Amount{7, 0}, true);
    is(total(given("3"), given("8")), Amount{8, 0}, false);
    is(total(given("3"), open), Amount{7, 0}, true);
    is(total(open, open), std::nullopt, true);
    is(total(open, given("7")), Amount{7, 0}, false);
    is(total(mark, open), std::nullopt, true);
    is(total(given("3"), mark), std::nullopt, false);
}

TEST_CASE("a total with two sums takes the one that it agrees with") {
    Form form = row_of_cells(4);
    form.relations.push_back(relation_of({{1, 0}, {-1, 3}}, 3));
    form.relations.push_back(relation_of({{1, 1}, {1, 2}, {-1, 3}}, 3));
    const auto total = [&](SheetValues::Given first, SheetValues::Given told) {
        return SheetValues(form, in_row_one(4),
                           {{CellId{0}, first}, {CellId{1}, given("2")}, {CellId{2}, given("3")}, {CellId{3}, told}})
            .of(3);
    };
    CHECK(total(given("5"), given("5")).formula == &form.relations[0]);
    CHECK(total(given("6"), given("5")).formula == &form.relations[1]);
    CHECK(total(given("6"), given("9")).formula == nullptr);
    CHECK(total(open, open).formula == &form.relations[1]);
    CHECK(total(open, open).number == Amount{5, 0});
}

TEST_CASE("totals are made of totals, but never of themselves") {
    Form form = row_of_cells(3);
    form.relations.push_back(relation_of({{1, 0}, {-1, 1}}, 1));
    form.relations.push_back(relation_of({{1, 1}, {-1, 2}}, 2));
    SUBCASE("a chain") {
        const SheetValues values(form, in_row_one(3), {{CellId{0}, given("4")}, {CellId{1}, open}, {CellId{2}, open}});
        CHECK(values.of(2).number == Amount{4, 0});
        CHECK(values.holds(form.relations[1]) == true);
    }
    SUBCASE("a circle") {
        form.relations.push_back(relation_of({{1, 2}, {-1, 0}}, 0));
        const SheetValues values(form, in_row_one(3), {{CellId{0}, open}, {CellId{1}, open}, {CellId{2}, open}});
        int formulas = 0;
        for (CellId cell = 0; cell < 3; ++cell) formulas += values.of(cell).formula ? 1 : 0;
        CHECK(formulas == 2);
        CHECK_FALSE(values.holds(form.relations[0]).has_value());
    }
}
