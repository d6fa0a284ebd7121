// What a table says that was filled in at two places, or over several cells, and how that is told.
#include "recognition/table_recognition.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "composing/compose.h"
#include "derive/blank.h"
#include "forms/schema_files.h"
#include "messages/finding_text.h"
#include "random_report.h"
#include "readers/spreadsheet/recalculate.h"
#include "readers/xlsx_reader.h"
#include "recognition/workbook_recognition.h"
#include "the_statute.h"
#include "writers/form_workbook_writer.h"

using namespace nianbao;

namespace {

Spreadsheet sheets_of(const Report& report, const Report* last_year = nullptr) {
    static const SourceFiles templates = embedded_folder("templates/");
    const Form& form = form_2021();
    Spreadsheet book = read_spreadsheet(
        write_form_workbook(compose_document(report, form, templates), report, form, the_statute(), {last_year, "0"}));
    recalculate(book);
    return book;
}

/// Row and column from 1.
struct At {
    std::uint32_t row{};
    std::uint16_t column{};
};

SheetCell& cell_at(Sheet& sheet, const At& at) {
    const auto before = [](const SheetCell& cell, const At& wanted) {
        return cell.row < wanted.row || (cell.row == wanted.row && cell.column < wanted.column);
    };
    const auto found = std::lower_bound(sheet.cells.begin(), sheet.cells.end(), at, before);
    if (found != sheet.cells.end() && found->row == at.row && found->column == at.column) return *found;
    SheetCell added;
    added.row = at.row;
    added.column = at.column;
    return *sheet.cells.insert(found, added);
}

void put(Sheet& sheet, const At& at, const SheetValue& value) {
    SheetCell& cell = cell_at(sheet, at);
    cell.formula.clear();
    cell.stored.reset();
    cell.value = value;
}

void put(Sheet& sheet, const At& at, const std::string& number) { put(sheet, at, {SheetValue::Kind::number, number}); }

void put_text(Sheet& sheet, const At& at, const std::string& text) { put(sheet, at, {SheetValue::Kind::text, text}); }

std::size_t index_of(const Spreadsheet& book, std::size_t table) {
    const std::string& name = form_2021().tables[table].name.zh;
    const auto found =
        std::find_if(book.sheets.begin(), book.sheets.end(), [&](const Sheet& sheet) { return sheet.name == name; });
    return static_cast<std::size_t>(found - book.sheets.begin());
}

Sheet& table_sheet(Spreadsheet& book, std::size_t table) { return book.sheets[index_of(book, table)]; }

/// Behind the sheets there are.
Sheet& add_copy(Spreadsheet& book, std::size_t table) {
    Sheet copy = table_sheet(book, table);
    copy.name += " (2)";
    book.sheets.push_back(std::move(copy));
    return book.sheets.back();
}

/// What stands in `from` once more, moved; rows or columns beyond `limit` are left where they are.
void paste(Sheet& sheet, std::uint32_t rows, std::uint16_t columns, const At& limit) {
    const std::vector<SheetCell> cells = sheet.cells;
    for (const SheetCell& cell : cells) {
        if (cell.row > limit.row || cell.column > limit.column) continue;
        put(sheet, {cell.row + rows, static_cast<std::uint16_t>(cell.column + columns)}, cell.value);
    }
    const std::vector<SheetRange> merges = sheet.merges;
    for (const SheetRange& merge : merges) {
        if (merge.last_row > limit.row || merge.last_column > limit.column) continue;
        sheet.merges.push_back({merge.first_row + rows, merge.last_row + rows,
                                static_cast<std::uint16_t>(merge.first_column + columns),
                                static_cast<std::uint16_t>(merge.last_column + columns)});
    }
}

std::string text_at(Sheet& sheet, const At& at) { return cell_at(sheet, at).value.text; }

std::vector<std::string> told(const Reading& reading, Language language = Language::zh) {
    std::vector<std::string> lines;
    for (const Diagnostic& note : reading.notes) {
        const FindingContext context{the_statute().catalogue, &form_2021(), &reading.report};
        lines.push_back(note.code + " " + describe(note, context, language).message);
    }
    return lines;
}

using Lines = std::vector<std::string>;

constexpr std::size_t disclosure = 0, requests = 1, disputes = 2;

Report filled() { return RandomReport(3).make(form_2021()); }

CellId cell_of(const char* path) { return *form_2021().find_cell(path); }

/// A number that is not the one that stands there.
std::string other_than(const std::string& number) { return number == "77" ? "78" : "77"; }

}  // namespace

TEST_CASE("a copy of a table with other figures is told with both places, and the table's own are read") {
    const Report report = filled();
    Spreadsheet book = sheets_of(report);
    Sheet& copy = add_copy(book, requests);
    const std::string was = text_at(copy, {6, 4}), other = other_than(was);
    put(copy, {6, 4}, other);
    SUBCASE("a sheet that is seen") {}
    SUBCASE("a hidden sheet") { copy.hidden = true; }
    const Reading reading = recognise_workbook(book, the_statute());
    CHECK(reading.report.cells == report.cells);
    CHECK(told(reading) == Lines{"t.several 申请情况表填了不止一处，有1格的数不相同：“申请情况表”D6（" + was +
                                 "）≠“申请情况表 (2)”D6（" + other + "）。已按每对中的前者读取。"});
    CHECK(told(reading, Language::en) ==
          Lines{"t.several The requests table is filled in at more than one place; cells that differ: 1: "
                "“申请情况表”D6（" +
                was + "）≠“申请情况表 (2)”D6（" + other + "）. The former of each pair was read."});
    CHECK(reading.notes[0].cells == std::vector<CellId>{cell_of("/requests/received/natural_person")});
    CHECK(reading.notes[0].place == Place(SheetPlace{static_cast<std::uint16_t>(index_of(book, requests)), 6, 4}));
}

TEST_CASE("a table is pasted once more on its sheet") {
    struct Case {
        std::size_t table;
        At limit;               ///< the table ends here
        std::uint32_t rows;     ///< the copy is so far below
        std::uint16_t columns;  ///< and so far to the right
        At changed;
        const char *read, *second;
    };
    for (const Case& each : {Case{disclosure, {16, 4}, 20, 0, {9, 2}, "“主动公开情况表”B9", "“主动公开情况表”B29"},
                             Case{disclosure, {16, 4}, 20, 2, {9, 2}, "“主动公开情况表”B9", "“主动公开情况表”D29"},
                             Case{requests, {30, 10}, 40, 0, {30, 8}, "“申请情况表”H30", "“申请情况表”H70"},
                             Case{requests, {30, 10}, 0, 70, {12, 5}, "“申请情况表”E12", "“申请情况表”BW12"},
                             Case{disputes, {6, 15}, 8, 0, {6, 4}, "“复议诉讼情况表”D6", "“复议诉讼情况表”D14"},
                             Case{disputes, {6, 15}, 8, 1, {6, 12}, "“复议诉讼情况表”L6", "“复议诉讼情况表”M14"},
                             Case{disputes, {6, 15}, 0, 60, {6, 1}, "“复议诉讼情况表”A6", "“复议诉讼情况表”BI6"}}) {
        CAPTURE(each.second);
        const Report report = filled();
        Spreadsheet book = sheets_of(report);
        Sheet& sheet = table_sheet(book, each.table);
        paste(sheet, each.rows, each.columns, each.limit);
        CHECK(told(recognise_workbook(book, the_statute())) == Lines{});
        const At at{each.changed.row + each.rows, static_cast<std::uint16_t>(each.changed.column + each.columns)};
        const std::string was = text_at(sheet, at);
        put(sheet, at, other_than(was));
        const Reading reading = recognise_workbook(book, the_statute());
        CHECK(reading.report.cells == report.cells);
        CHECK(told(reading) == Lines{"t.several " + form_2021().tables[each.table].name.zh +
                                     "填了不止一处，有1格的数不相同：" + each.read + "（" + was + "）≠" + each.second +
                                     "（" + other_than(was) + "）。已按每对中的前者读取。"});
    }
}

TEST_CASE("a row or column with the labels of another is told where its figure differs") {
    struct Case {
        std::size_t table;
        At label, repeated;  ///< a label of the form, and where it stands once more
        At value, second;
        const char *read, *other;
    };
    for (const Case& each :
         {Case{disclosure, {9, 1}, {18, 1}, {9, 2}, {18, 2}, "“主动公开情况表”B9", "“主动公开情况表”B18"},
          Case{disclosure, {4, 2}, {4, 9}, {5, 2}, {5, 9}, "“主动公开情况表”B5", "“主动公开情况表”I5"},
          Case{disclosure, {8, 2}, {8, 2}, {9, 2}, {9, 3}, "“主动公开情况表”B9", "“主动公开情况表”C9"},
          Case{requests, {6, 1}, {37, 1}, {6, 4}, {37, 4}, "“申请情况表”D6", "“申请情况表”D37"}}) {
        CAPTURE(each.other);
        const Report report = filled();
        Spreadsheet book = sheets_of(report);
        Sheet& sheet = table_sheet(book, each.table);
        const std::string was = text_at(sheet, each.value);
        put_text(sheet, each.repeated, text_at(sheet, each.label));
        put_text(sheet, each.second, "见附件");
        CHECK(told(recognise_workbook(book, the_statute())) == Lines{});
        put(sheet, each.second, was);
        CHECK(told(recognise_workbook(book, the_statute())) == Lines{});
        put(sheet, each.second, other_than(was));
        const Reading reading = recognise_workbook(book, the_statute());
        CHECK(reading.report.cells == report.cells);
        CHECK(told(reading) == Lines{"t.several " + form_2021().tables[each.table].name.zh +
                                     "填了不止一处，有1格的数不相同：" + each.read + "（" + was + "）≠" + each.other +
                                     "（" + other_than(was) + "）。已按每对中的前者读取。"});
    }
}

TEST_CASE("copies that say nothing else are no matter") {
    const Report report = filled();
    const Report last_year = RandomReport(8).make(form_2021());
    Spreadsheet book = sheets_of(report, &last_year);
    const Spreadsheet blank = sheets_of(blank_report(form_2021(), "示例区水务局", 2025));
    for (const std::size_t table : {disclosure, requests, disputes}) {
        Sheet empty = blank.sheets[index_of(blank, table)];
        empty.name += "（空表）";
        book.sheets.push_back(std::move(empty));
        add_copy(book, table);
    }
    const Reading reading = recognise_workbook(book, the_statute());
    CHECK(reading.report.cells == report.cells);
    CHECK(told(reading) == Lines{});
}

TEST_CASE("of a blank table and a filled copy the copy is read") {
    const Report report = filled();
    Spreadsheet book = sheets_of(report);
    const Spreadsheet blank = sheets_of(blank_report(form_2021(), "示例区水务局", 2025));
    for (const std::size_t table : {disclosure, requests, disputes}) {
        add_copy(book, table);
        table_sheet(book, table).cells = blank.sheets[index_of(blank, table)].cells;
    }
    SUBCASE("that is seen") {
        const Reading reading = recognise_workbook(book, the_statute());
        CHECK(reading.report.cells == report.cells);
        CHECK(told(reading) == Lines{});
    }
    SUBCASE("that is hidden is told alone") {
        for (std::size_t i = book.sheets.size() - 3; i < book.sheets.size(); ++i) book.sheets[i].hidden = true;
        const Reading reading = recognise_workbook(book, the_statute());
        for (const Cell& cell : reading.report.cells) CHECK(cell == Cell(Blank{}));
        REQUIRE(told(reading).size() == 3);
        CHECK(told(reading)[2].starts_with(
            "t.several 复议诉讼情况表填了不止一处，有15格的数不相同：“复议诉讼情况表”A6≠“复议诉讼情况表 (2)”A6（"));
    }
}

TEST_CASE("a merged cell is one value: it is read for the first of the cells it covers") {
    Spreadsheet book = sheets_of(filled());
    Sheet& sheet = table_sheet(book, disputes);
    put(sheet, {6, 1}, "1");
    for (std::uint16_t column = 2; column <= 4; ++column) put(sheet, {6, column}, SheetValue{});
    SUBCASE("what it covers is empty") {}
    SUBCASE("what it covers still holds something") { put(sheet, {6, 3}, "9"); }
    sheet.merges.push_back({6, 6, 1, 4});
    const Reading reading = recognise_workbook(book, the_statute());
    const std::vector<CellId> cells = form_2021().cells_of(disputes);
    CHECK(reading.report.cells[cells[0]] == Cell(Amount{1, 0}));
    for (const std::size_t i : {1U, 2U, 3U}) CHECK(reading.report.cells[cells[i]] == Cell(Blank{}));
    CHECK(number_in(reading.report.cells[cells[4]]));
    CHECK(told(reading) == Lines{});
}
