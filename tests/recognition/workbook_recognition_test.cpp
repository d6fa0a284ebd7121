// The laws "round trip", "form law" and "one engine" for workbooks, and what a user may do to one without harm.
#include "recognition/workbook_recognition.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <sstream>

#include "checks/checks.h"
#include "composing/compose.h"
#include "derive/blank.h"
#include "forms/schema_files.h"
#include "messages/finding_text.h"
#include "messages/form_workbook_texts.h"
#include "messages/labels.h"
#include "printed_report.h"
#include "random_report.h"
#include "readers/spreadsheet/recalculate.h"
#include "readers/xlsx_reader.h"
#include "the_statute.h"
#include "unicode/utf8.h"
#include "writers/form_workbook_writer.h"
#include "writers/json_report_writer.h"
#include "writers/xlsx_writer.h"

using namespace nianbao;

namespace {

const SourceFiles& the_templates() {
    static const SourceFiles templates = embedded_folder("templates/");
    return templates;
}

Spreadsheet sheets_of(const std::string& bytes) {
    Spreadsheet book = read_spreadsheet(bytes);
    recalculate(book);
    return book;
}

std::string finished(const Report& report, const Form& form) {
    return write_xlsx(compose_document(report, form, the_templates()), form);
}

std::string form_of(const Report& report, const Form& form, const Report* last_year = nullptr) {
    return write_form_workbook(compose_document(report, form, the_templates()), report, form, the_statute(),
                               {last_year, "0"});
}

/// One line of JSON for each place where two reports differ: what a failing test shows.
std::string difference(const Report& a, const Report& b, const Form& form) {
    std::istringstream left(write_json_report(a, form)), right(write_json_report(b, form));
    std::string x, y, result;
    while (std::getline(left, x) && std::getline(right, y)) {
        if (x != y && result.size() < 2000) result += "- " + x.substr(0, 300) + "\n+ " + y.substr(0, 300) + "\n";
    }
    return result;
}

/// Findings without their places: those of the checks.
std::vector<std::string> told(const Report& report, const Form& form) {
    std::vector<std::string> lines;
    for (const Diagnostic& finding : check_report(report, form, the_statute().catalogue, the_statute().agencies)) {
        lines.push_back(finding.code + " " +
                        describe(finding, {the_statute().catalogue, &form, &report}, Language::zh).message);
    }
    return lines;
}

SheetCell* cell_at(Spreadsheet& book, const Provenance& provenance, CellId cell) {
    const auto& place = std::get<SheetPlace>(provenance.cells[cell].place);
    for (SheetCell& each : book.sheets[place.sheet].cells) {
        if (each.row == place.row && each.column == place.column) return &each;
    }
    return nullptr;
}

void set_text(SheetCell& cell, const std::string& text) {
    cell.formula.clear();
    cell.stored.reset();
    cell.value = {SheetValue::Kind::text, text};
}

void set_number(SheetCell& cell, const std::string& text) {
    set_text(cell, text);
    cell.value.kind = SheetValue::Kind::number;
}

CellId cell_of(const Form& form, const char* path) { return *form.find_cell(path); }

Sheet& sheet_named(Spreadsheet& book, const std::string& name) {
    return *std::find_if(book.sheets.begin(), book.sheets.end(),
                         [&](const Sheet& sheet) { return sheet.name == name; });
}

void insert_row(Sheet& sheet, std::uint32_t row) {
    for (SheetCell& cell : sheet.cells) cell.row += cell.row >= row ? 1 : 0;
    for (SheetRange& merge : sheet.merges) {
        merge.first_row += merge.first_row >= row ? 1 : 0;
        merge.last_row += merge.last_row >= row ? 1 : 0;
    }
}

void insert_column(Sheet& sheet, std::uint16_t column) {
    const auto moved = [&](std::uint16_t at) { return static_cast<std::uint16_t>(at + (at >= column ? 1 : 0)); };
    for (SheetCell& cell : sheet.cells) cell.column = moved(cell.column);
    for (SheetRange& merge : sheet.merges) {
        merge.first_column = moved(merge.first_column);
        merge.last_column = moved(merge.last_column);
    }
}

/// A valid report, its form filled in, as sheets.
struct Filled {
    Report report;
    Spreadsheet book;
};

Filled filled_form(std::uint32_t seed = 3) {
    Report report = RandomReport(seed).make(form_2021());
    return {report, sheets_of(form_of(report, form_2021()))};
}

std::vector<std::string> codes(const std::vector<Diagnostic>& findings) {
    std::vector<std::string> result;
    for (const Diagnostic& finding : findings)
        result.push_back(finding.code + (finding.variant.empty() ? "" : "/") + finding.variant);
    return result;
}

}  // namespace

TEST_CASE("round trip: a finished workbook reads back as the report it was made of, on either form") {
    for (const Form* form : {&form_2021(), &form_2019()}) {
        for (std::uint32_t seed = 0; seed < 12; ++seed) {
            CAPTURE(seed);
            const Report report = RandomReport(seed).make_treacherous(*form);
            const Reading reading = recognise_workbook(sheets_of(finished(report, *form)), the_statute());
            const Report wanted = as_printed(report, *form);
            const Report got = as_printed(reading.report, *form);
            CHECK_MESSAGE(got == wanted, difference(wanted, got, *form));
            CHECK(codes(reading.notes) == std::vector<std::string>{});
            CHECK(told(got, *form) == told(wanted, *form));
        }
    }
}

TEST_CASE("form law: a filled form reads back as the report that was filled in") {
    const Form& form = form_2021();
    for (std::uint32_t seed = 0; seed < 12; ++seed) {
        CAPTURE(seed);
        Report report = RandomReport(seed).make_treacherous(form);
        const Report last_year = RandomReport(seed + 1000).make(form);
        report.officers = Officers{"示例甲", "", "示例乙"};
        report.agency.short_names = {"测试局", "市测试局"};
        report.agency.contact.telephone = "0600-5550100";
        const std::string bytes = form_of(report, form, seed % 2 == 0 ? &last_year : nullptr);
        const Reading reading = recognise_workbook(sheets_of(bytes), the_statute());
        CHECK(reading.report.officers == report.officers);
        CHECK(reading.report.agency == report.agency);
        const Report wanted = as_printed(report, form);
        const Report got = as_printed(reading.report, form);
        CHECK_MESSAGE(got == wanted, difference(wanted, got, form));
        CHECK(codes(reading.notes) == std::vector<std::string>{});
    }
}

TEST_CASE("a blank form reads back blank, and never as 0") {
    const Form& form = form_2021();
    const Report blank = blank_report(form, "示例区水务局", 2025);
    const Report last_year = RandomReport(7).make(form);
    for (const Report* previous : {static_cast<const Report*>(nullptr), &last_year}) {
        const Reading reading = recognise_workbook(sheets_of(form_of(blank, form, previous)), the_statute());
        Report got = reading.report;
        CHECK(got.officers == Officers{});
        got.officers.reset();
        CHECK_MESSAGE(got == blank, difference(blank, got, form));
        CHECK(codes(reading.notes) == std::vector<std::string>{});
    }
}

TEST_CASE("a blank finished table reads back blank") {
    const Form& form = form_2021();
    const Report blank = blank_report(form, "示例区水务局", 2025);
    const std::string bytes =
        write_xlsx(compose_document(blank, form, the_templates(), {.content = "report", .draft = true}), form);
    const Report got = recognise_workbook(sheets_of(bytes), the_statute()).report;
    CHECK(as_printed(got, form) == as_printed(blank, form));
}

TEST_CASE("every cell's place is the cell it stands in") {
    const Form& form = form_2021();
    Filled filled = filled_form();
    const Reading reading = recognise_workbook(filled.book, the_statute());
    for (std::size_t i = 0; i < form.cells.size(); ++i) {
        CAPTURE(form.cells[i].path);
        const SheetCell* cell = cell_at(filled.book, reading.provenance, static_cast<CellId>(i));
        REQUIRE(cell);
        CHECK(parse_amount(cell->value.text) == *number_in(reading.report.cells[i]));
    }
}

TEST_CASE("one engine: the same wrong number gives the same finding, whatever it came in") {
    const Form& form = form_2021();
    for (std::uint32_t seed = 0; seed < 5; ++seed) {
        RandomReport random(seed);
        Report report = random.make(form);
        const auto cell = static_cast<std::size_t>(random.number(0, static_cast<int>(form.cells.size()) - 1));
        report.cells[cell] = Amount{number_in(report.cells[cell])->units + random.number(1, 40), 0};
        CAPTURE(form.cells[cell].path);
        const Reading page = recognise_workbook(sheets_of(finished(report, form)), the_statute());
        const Reading filled = recognise_workbook(sheets_of(form_of(report, form)), the_statute());
        CHECK(told(as_printed(page.report, form), form) == told(as_printed(report, form), form));
        CHECK(told(as_printed(filled.report, form), form) == told(as_printed(report, form), form));
    }
}

TEST_CASE("rows and columns put in by the user do no harm") {
    const Form& form = form_2021();
    const Filled as_filled = filled_form();
    for (std::size_t table = 0; table < form.tables.size(); ++table) {
        const std::string name = form.tables[table].name.zh;
        for (const std::uint32_t at : {1U, 3U, 4U, 5U, 6U, 9U, 17U, 30U}) {
            CAPTURE(name);
            CAPTURE(at);
            Filled filled = as_filled;
            insert_row(sheet_named(filled.book, name), at);
            if (at < 25) insert_column(sheet_named(filled.book, name), static_cast<std::uint16_t>(at));
            CHECK(recognise_workbook(filled.book, the_statute()).report.cells == filled.report.cells);
        }
    }
    for (const std::string_view name : {form_workbook_texts::particulars_sheet, form_workbook_texts::narrative_sheet}) {
        for (const std::uint32_t at : {1U, 2U, 3U, 4U, 5U, 11U, 21U}) {
            CAPTURE(name);
            CAPTURE(at);
            Filled filled = as_filled;
            const Report before = recognise_workbook(filled.book, the_statute()).report;
            insert_row(sheet_named(filled.book, std::string(name)), at);
            if (at < 6) insert_column(sheet_named(filled.book, std::string(name)), static_cast<std::uint16_t>(at));
            const Report after = recognise_workbook(filled.book, the_statute()).report;
            CHECK_MESSAGE(after == before, difference(before, after, form));
        }
    }
}

TEST_CASE("sheets may be renamed and moved") {
    Filled filled = filled_form();
    std::reverse(filled.book.sheets.begin(), filled.book.sheets.end());
    int number = 0;
    for (Sheet& sheet : filled.book.sheets) sheet.name = "表" + std::to_string(++number);
    const Report got = recognise_workbook(filled.book, the_statute()).report;
    CHECK(got.cells == filled.report.cells);
    CHECK(got.year == filled.report.year);
}

TEST_CASE("numbers in other writings are read and told") {
    const Form& form = form_2021();
    const CellId cell = cell_of(form, "/requests/received/natural_person");
    struct Case {
        const char *written, *read;
        std::vector<std::string> notes;
    };
    const std::vector<Case> cases{
        {"41", "41", {"t.repaired"}},       {"４１", "41", {"t.repaired"}}, {"1,204", "1204", {"t.repaired"}},
        {"1，204", "1204", {"t.repaired"}}, {"51件", "51", {"t.repaired"}}, {" 5 件次 ", "5", {"t.repaired"}},
        {"0", "0", {"t.repaired"}},         {"-3", "-3", {"t.repaired"}},
    };
    for (const Case& each : cases) {
        CAPTURE(each.written);
        Filled filled = filled_form();
        const Provenance provenance = recognise_workbook(filled.book, the_statute()).provenance;
        set_text(*cell_at(filled.book, provenance, cell), each.written);
        const Reading reading = recognise_workbook(filled.book, the_statute());
        REQUIRE(number_in(reading.report.cells[cell]));
        CHECK(to_string(*number_in(reading.report.cells[cell])) == each.read);
        CHECK(codes(reading.notes) == each.notes);
        CHECK(reading.provenance.cells[cell].how == Origin::How::repaired);
        const FindingContext context{the_statute().catalogue, &form, &reading.report};
        CHECK(describe(reading.notes[0], context, Language::zh).message ==
              "申请情况表“一、本年新收政府信息公开申请数量”行“自然人”列原填“" + trimmed(each.written) + "”，读作" +
                  each.read + "。");
    }
}

TEST_CASE("what may be meant in two ways stays as it was written") {
    const Form& form = form_2021();
    const CellId cell = cell_of(form, "/requests/received/natural_person");
    for (const char* written : {"/", "—", "无", "约50", "50余", "三", "1,20", "12,34", "3-5", "#REF!", "51万元", "二〇",
                                "12 13", "12\n13", "1 2 3", "12（百件）", "12（15）"}) {
        CAPTURE(written);
        Filled filled = filled_form();
        const Provenance provenance = recognise_workbook(filled.book, the_statute()).provenance;
        set_text(*cell_at(filled.book, provenance, cell), written);
        const Reading reading = recognise_workbook(filled.book, the_statute());
        CHECK(reading.report.cells[cell] == Cell(Mark{written}));
        CHECK(codes(reading.notes) == std::vector<std::string>{});
    }
}

TEST_CASE("a number that shows as a date is not taken for a count") {
    const CellId cell = cell_of(form_2021(), "/requests/received/natural_person");
    Filled filled = filled_form();
    const Provenance provenance = recognise_workbook(filled.book, the_statute()).provenance;
    SheetCell& typed = *cell_at(filled.book, provenance, cell);
    set_number(typed, "45662");
    typed.is_date = true;
    CHECK(recognise_workbook(filled.book, the_statute()).report.cells[cell] == Cell(Mark{"2025-01-05"}));
    const std::vector<std::pair<const char*, const char*>> times{{"0.142361111111111", "3:25"},
                                                                 {"0.142372685185185", "3:25:01"},
                                                                 {"0.999999", "24:00"},
                                                                 {"12", "12"},
                                                                 {"0", "0"}};
    for (const auto& each : times) {
        CAPTURE(each.first);
        typed.value.text = each.first;
        CHECK(recognise_workbook(filled.book, the_statute()).report.cells[cell] == Cell(Mark{each.second}));
    }
}

TEST_CASE("a remark behind a number becomes its note") {
    const CellId cell = cell_of(form_2021(), "/disclosure/normative_documents/in_force");
    Filled filled = filled_form();
    const Provenance provenance = recognise_workbook(filled.book, the_statute()).provenance;
    set_text(*cell_at(filled.book, provenance, cell), "16（其中修订6件）");
    const Reading reading = recognise_workbook(filled.book, the_statute());
    CHECK(reading.report.cells[cell] == Cell(Amount{16, 0}));
    CHECK(reading.report.notes.at(cell) == "其中修订6件");
    CHECK(codes(reading.notes) == std::vector<std::string>{"t.repaired/note"});
}

TEST_CASE("the stored result of a formula is distrusted") {
    const Form& form = form_2021();
    const CellId total = cell_of(form, "/requests/received/total");
    Filled filled = filled_form();
    const Provenance provenance = recognise_workbook(filled.book, the_statute()).provenance;
    SheetCell& cell = *cell_at(filled.book, provenance, total);
    REQUIRE(!cell.formula.empty());
    SUBCASE("another number") {
        cell.stored = SheetValue{SheetValue::Kind::number, "7"};
        const Reading reading = recognise_workbook(filled.book, the_statute());
        CHECK(reading.report.cells[total] == filled.report.cells[total]);
        CHECK(codes(reading.notes) == std::vector<std::string>{"t.formula"});
        CHECK(reading.notes[0].actual == "7");
        CHECK(reading.notes[0].place == provenance.cells[total].place);
    }
    SUBCASE("none at all") {
        cell.stored.reset();
        CHECK(codes(recognise_workbook(filled.book, the_statute()).notes) == std::vector<std::string>{});
    }
    SUBCASE("a formula that cannot be worked out") {
        cell.formula = "WEBSERVICE(\"x\")";
        cell.recomputed = false;
        const Reading reading = recognise_workbook(filled.book, the_statute());
        CHECK(reading.report.cells[total] == filled.report.cells[total]);
        CHECK(codes(reading.notes) == std::vector<std::string>{"t.formula/unknown"});
    }
    SUBCASE("and has no result") {
        cell.formula = "WEBSERVICE(\"x\")";
        cell.recomputed = false;
        cell.value = {};
        cell.stored.reset();
        const Reading reading = recognise_workbook(filled.book, the_statute());
        CHECK(reading.report.cells[total] == Cell(Blank{}));
        CHECK(codes(reading.notes) == std::vector<std::string>{"t.formula/open"});
    }
}

TEST_CASE("where many cells were read otherwise each kind is told apart") {
    const Form& form = form_2021();
    const std::vector<CellId> cells = form.cells_of(1);
    Filled filled = filled_form();
    const Provenance provenance = recognise_workbook(filled.book, the_statute()).provenance;
    const auto at = [&](std::size_t i) -> SheetCell& { return *cell_at(filled.book, provenance, cells[i]); };
    const auto told_now = [&] {
        const Reading reading = recognise_workbook(filled.book, the_statute());
        const FindingContext context{the_statute().catalogue, &form, &reading.report};
        std::vector<std::string> lines;
        for (const Diagnostic& note : reading.notes)
            lines.push_back(note.code + " " + describe(note, context, Language::zh).message);
        return lines;
    };
    const auto not_recomputed = [&](std::size_t i, const SheetValue& stored) {
        set_text(at(i), "");
        at(i).formula = "WEBSERVICE(\"x\")";
        at(i).value = stored;
        if (stored.kind != SheetValue::Kind::blank) at(i).stored = stored;
    };
    SUBCASE("formulas that are not worked out, with a result in the file") {
        for (const std::size_t i : {0U, 1U, 2U}) not_recomputed(i, {SheetValue::Kind::number, "9"});
        not_recomputed(3, {SheetValue::Kind::error, "#N/A"});
        CHECK(told_now() == std::vector<std::string>{
                                "t.formula 申请情况表有4格的公式不能复核，按文件里存的结果读取：D6（9）、E6（9）、"
                                "F6（9）、G6（#N/A）。"});
    }
    SUBCASE("and without") {
        for (const std::size_t i : {0U, 1U, 2U, 3U}) not_recomputed(i, {});
        CHECK(told_now() == std::vector<std::string>{
                                "t.formula 申请情况表有4格的公式不能计算，文件里也没有存结果，按未填读取：D6、E6、F6、"
                                "G6。"});
    }
    SUBCASE("beside others that are") {
        for (const std::size_t i : {0U, 1U, 2U, 3U}) not_recomputed(i, {SheetValue::Kind::number, "9"});
        set_number(at(7), "5");
        at(7).formula = "2+3";
        at(7).recomputed = true;
        at(7).stored = SheetValue{SheetValue::Kind::number, "4"};
        CHECK(told_now() == std::vector<std::string>{
                                "t.formula 申请情况表“二、上年结转政府信息公开申请数量”行“自然人”列的公式，文件里存的"
                                "结果是4，重新计算为5；按5读取。",
                                "t.formula 申请情况表有4格的公式不能复核，按文件里存的结果读取：D6（9）、E6（9）、"
                                "F6（9）、G6（9）。"});
    }
    SUBCASE("numbers with a remark and without") {
        for (const std::size_t i : {0U, 1U, 2U, 3U}) set_text(at(i), "5件");
        for (const std::size_t i : {7U, 8U, 9U, 10U}) set_text(at(i), "6（含补报）");
        CHECK(told_now() ==
              std::vector<std::string>{
                  "t.repaired 申请情况表有4格的数不是直接填的数字，已按数读取：D6（5件→5）、E6（5件→5）、"
                  "F6（5件→5）、G6（5件→5）。",
                  "t.repaired 申请情况表有4格在数的后面带有说明，已按数读取，其余作为说明：D7（6（含补报）→6）、"
                  "E7（6（含补报）→6）、F7（6（含补报）→6）、G7（6（含补报）→6）。"});
    }
}

TEST_CASE("无 is a statement of 0, and a figure beside it a conflict") {
    const Form& form = form_2021();
    const std::string label = form.tables[2].name.zh + std::string(form_workbook_texts::has_data_suffix);
    const auto choose = [&](Spreadsheet& book, const char* choice) {
        Sheet& sheet = sheet_named(book, std::string(form_workbook_texts::particulars_sheet));
        for (std::size_t i = 0; i < sheet.cells.size(); ++i) {
            if (sheet.cells[i].value.text != label) continue;
            SheetCell value = sheet.cells[i];
            ++value.column;
            set_text(value, choice);
            if (i + 1 < sheet.cells.size() && sheet.cells[i + 1].row == value.row &&
                sheet.cells[i + 1].column == value.column) {
                sheet.cells[i + 1] = value;
            } else {
                sheet.cells.insert(sheet.cells.begin() + static_cast<std::ptrdiff_t>(i) + 1, value);
            }
            return;
        }
        FAIL("no such row");
    };
    Spreadsheet book = sheets_of(form_of(blank_report(form, "示例区水务局", 2025), form));
    choose(book, "无");
    SUBCASE("nothing filled in") {
        recalculate(book);
        for (SheetCell& cell : sheet_named(book, form.tables[2].name.zh).cells) {
            if (!cell.formula.empty()) cell.stored.reset();  // as saved by a program that keeps no results
        }
        const Reading reading = recognise_workbook(book, the_statute());
        for (const CellId cell : form.cells_of(2)) CHECK(reading.report.cells[cell] == Cell(Amount{}));
        CHECK(reading.report.cells[0] == Cell(Blank{}));
        CHECK(codes(reading.notes) == std::vector<std::string>{});
    }
    SUBCASE("its formulas cleared") {
        for (SheetCell& cell : sheet_named(book, form.tables[2].name.zh).cells) {
            if (!cell.formula.empty()) set_text(cell, "");
        }
        const Reading reading = recognise_workbook(book, the_statute());
        for (const CellId cell : form.cells_of(2)) CHECK(reading.report.cells[cell] == Cell(Amount{}));
    }
    SUBCASE("a figure all the same") {
        const Provenance provenance = recognise_workbook(book, the_statute()).provenance;
        set_number(*cell_at(book, provenance, form.cells_of(2).front()), "3");
        recalculate(book);
        const Reading reading = recognise_workbook(book, the_statute());
        const std::vector<std::string> all = codes(reading.notes);
        CHECK(std::find(all.begin(), all.end(), "t.stated-none") != all.end());
        CHECK(reading.report.cells[form.cells_of(2).front()] == Cell(Amount{3, 0}));
    }
}

TEST_CASE("a slip in a label is told, and the row is found") {
    const Form& form = form_2021();
    Filled filled = filled_form();
    Sheet& sheet = sheet_named(filled.book, form.tables[0].name.zh);
    const std::string wanted = form.columns[0][0][1].leaf().label.zh;
    const auto head = std::find_if(sheet.cells.begin(), sheet.cells.end(),
                                   [&](const SheetCell& cell) { return cell.value.text == wanted; });
    REQUIRE(head != sheet.cells.end());
    head->value.text.erase(3 * 3, 3);  // one character left out
    const Reading reading = recognise_workbook(filled.book, the_statute());
    CHECK(reading.report.cells == filled.report.cells);
    REQUIRE(codes(reading.notes) == std::vector<std::string>{"t.label"});
    CHECK(reading.notes[0].actual == head->value.text);
    CHECK(reading.notes[0].expected == wanted);
}

TEST_CASE("what is no report, or does not say whose, is refused with the place") {
    const auto refused = [](const Spreadsheet& book) {
        try {
            static_cast<void>(recognise_workbook(book, the_statute()));
        } catch (const InputError& error) {
            return codes(error.diagnostics);
        }
        return std::vector<std::string>{"read"};
    };
    CHECK(refused({}) == std::vector<std::string>{"i.not-a-report/no-tables"});
    Spreadsheet other;
    other.sheets.push_back(
        {"工资表", false, {{1, 1, {SheetValue::Kind::text, "姓名"}}, {1, 2, {SheetValue::Kind::text, "其他"}}}, {}});
    CHECK(refused(other) == std::vector<std::string>{"i.not-a-report/no-tables"});

    const Spreadsheet blank = sheets_of(form_of(blank_report(form_2021(), "示例区水务局", 2025), form_2021()));
    const auto with = [&](const std::string& old, const SheetValue& value) {
        Spreadsheet book = blank;
        for (SheetCell& cell : sheet_named(book, std::string(form_workbook_texts::particulars_sheet)).cells) {
            if (cell.value.text == old) cell.value = value;
        }
        return refused(book);
    };
    CHECK(with("示例区水务局", {}) == std::vector<std::string>{"i.type/missing"});
    CHECK(with("2025", {}) == std::vector<std::string>{"i.type/missing"});
    CHECK(with("2025", {SheetValue::Kind::text, "２０２５年"}) == std::vector<std::string>{"read"});
    CHECK(with("2025", {SheetValue::Kind::text, "去年"}) == std::vector<std::string>{"i.type/year"});
    CHECK(with("2025", {SheetValue::Kind::number, "20250"}) == std::vector<std::string>{"i.limit/year"});
}
