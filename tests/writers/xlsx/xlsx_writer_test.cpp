#include "writers/xlsx_writer.h"

#include <doctest/doctest.h>

#include <clocale>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <string>

#include "writers/sample_workbooks.h"

using namespace nianbao;

namespace {

std::size_t open_files() {
    const std::filesystem::directory_iterator files("/proc/self/fd");
    return static_cast<std::size_t>(std::distance(begin(files), end(files)));
}

/// Sets the zone for a while.
class Zone {
public:
    explicit Zone(const char* name) {
        setenv("TZ", name, 1);
        tzset();
    }
    ~Zone() {
        unsetenv("TZ");
        tzset();
    }
    Zone(const Zone&) = delete;
    Zone& operator=(const Zone&) = delete;
};

Document of_blocks(std::vector<DocumentBlock> blocks) {
    Document document;
    document.title = "示例";
    document.year = 2024;
    document.blocks = std::move(blocks);
    return document;
}

GridCell covering(std::uint16_t row, std::uint16_t column, std::uint16_t rows, std::uint16_t columns) {
    GridCell cell;
    cell.row = row;
    cell.column = column;
    cell.rows = rows;
    cell.columns = columns;
    return cell;
}

bool is_zip(const std::string& bytes) { return bytes.starts_with("PK\x03\x04"); }

}  // namespace

TEST_CASE("the same document gives the same bytes in every zone and locale") {
    Report report = sample_report("2021");
    report.cells[*form_2021().find_cell("/disclosure/fees")] = amount("24252.311082");
    const Document document = sample_document(report);
    const std::string bytes = write_xlsx(document, form_2021());
    CHECK(is_zip(bytes));
    CHECK(write_xlsx(document, form_2021()) == bytes);
    {
        const Zone zone("Pacific/Kiritimati");
        CHECK(write_xlsx(document, form_2021()) == bytes);
    }
    for (const char* locale : {"de_DE.UTF-8", "de_DE.utf8", "fr_FR.UTF-8", "zh_CN.UTF-8"}) {
        if (!std::setlocale(LC_ALL, locale)) continue;
        CHECK_MESSAGE(write_xlsx(document, form_2021()) == bytes, locale);
        CHECK(std::setlocale(LC_ALL, nullptr) == std::string(locale));
    }
    std::setlocale(LC_ALL, "C");
}

TEST_CASE("writing leaves no file open") {
    const Document document = sample_document(sample_report("2021"));
    static_cast<void>(write_xlsx(document, form_2021()));
    const std::size_t before = open_files();
    for (int i = 0; i < 3; ++i) static_cast<void>(write_xlsx(document, form_2021()));
    CHECK(open_files() == before);
}

TEST_CASE("an empty document is a workbook too") {
    CHECK(is_zip(write_xlsx({}, form_2021())));
    CHECK(is_zip(write_xlsx(of_blocks({Grid{}}), form_2021())));
    CHECK(is_zip(write_xlsx(of_blocks({Heading{}, Paragraph{}, Heading{}}), form_2021())));
}

TEST_CASE("grids that contradict themselves are still written") {
    Grid grid;
    grid.rows = 2;
    grid.columns = 2;
    grid.cells = {covering(0, 0, 2, 2), covering(1, 1, 1, 1), covering(0, 1, 9, 9), covering(7, 7, 1, 1)};
    grid.cells[1].shows = CellId{65535};
    grid.bands = {{1, 1, 1}};
    CHECK(is_zip(write_xlsx(of_blocks({grid, grid}), form_2021())));
    grid.table = "requests";
    for (GridCell& cell : grid.cells) cell.shows = CellId{0};
    CHECK(is_zip(write_xlsx(of_blocks({grid, grid}), form_2021())));
}

TEST_CASE("what no sheet can hold is told") {
    Grid grid;
    grid.rows = 1;
    grid.columns = 20000;
    CHECK_THROWS_AS(static_cast<void>(write_xlsx(of_blocks({grid}), form_2021())), WriteError);
    grid.rows = grid.columns = 65535;
    CHECK_THROWS_AS(static_cast<void>(write_xlsx(of_blocks({grid}), form_2021())), WriteError);
    const std::size_t before = open_files();
    CHECK_THROWS_AS(static_cast<void>(write_xlsx(of_blocks({grid}), form_2021())), WriteError);
    CHECK(open_files() == before);
}

TEST_CASE("emphasis may be anywhere in a paragraph") {
    for (const auto& [first, second] : {std::pair{"", "_x0041_"}, {"\x01", "b"}, {"a", ""}, {"", ""}, {"a", "b"}}) {
        Paragraph paragraph = text_paragraph(first);
        paragraph.runs.front().strong = true;
        paragraph.runs.push_back({second, false, std::nullopt});
        CHECK(is_zip(write_xlsx(of_blocks({paragraph}), form_2021())));
    }
}

TEST_CASE("what an agency writes cannot break the workbook") {
    for (const std::string& text :
         {std::string("=1+1"), std::string("&L&\"x\"&G<a>\"'&amp;"), std::string("a\xFF\x00z", 4),
          std::string("_x0000_\x01\r\n"), std::string(70000, 'x'), std::string("https://x/?a=1#b"),
          std::string("{=SUM(A1)}"), std::string("　 "), std::string("\"&P\"&[Picture]")}) {
        Report report = sample_report("2021");
        report.agency.name = text;
        for (auto& field : report.narrative) field = Paragraphs{text, text};
        report.cells[0] = Mark{text};
        report.notes[1] = text;
        Document document = sample_document(report, {.draft = true});
        document.title = text;
        document.blocks.push_back(Heading{1, text_paragraph(text)});
        CHECK(is_zip(write_xlsx(document, form_2021())));
    }
}
