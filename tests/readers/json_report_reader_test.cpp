#include "readers/json_report_reader.h"

#include <doctest/doctest.h>

#include "random_report.h"
#include "readers/json_source.h"
#include "the_statute.h"
#include "writers/json_report_writer.h"

using namespace nianbao;

namespace {

Reading read(const std::string& json) { return read_json_report(json, the_statute()); }

/// A report of which only `rest` matters.
std::string with(const std::string& rest) {
    return R"({"form": "2021", "agency": {"name": "示例区测试局"}, "year": 2024)" + (rest.empty() ? "" : ", " + rest) +
           "}";
}

Cell cell_in(const Reading& reading, const std::string& path) {
    const auto cell = form_2021().find_cell(path);
    REQUIRE_MESSAGE(cell, path);
    return reading.report.cells[*cell];
}

std::string place_of(const Reading& reading, const std::string& path) {
    const auto place = std::get<TextPlace>(reading.provenance.cells[*form_2021().find_cell(path)].place);
    return std::to_string(place.line) + ":" + std::to_string(place.column);
}

/// Codes, variants and places of what makes a text unreadable.
std::string refusal(const std::string& json) {
    std::string text;
    try {
        static_cast<void>(read(json));
    } catch (const InputError& error) {
        for (const Diagnostic& each : error.diagnostics) {
            const auto* place = std::get_if<TextPlace>(&each.place);
            text += (text.empty() ? "" : "; ") + each.code + (each.variant.empty() ? "" : "/" + each.variant);
            if (place && place->line > 0)
                text += " " + std::to_string(place->line) + ":" + std::to_string(place->column);
            if (each.arguments.count("key") > 0) text += " " + each.arguments.at("key");
            if (each.arguments.count("nearest") > 0 && !each.arguments.at("nearest").empty())
                text += " > " + each.arguments.at("nearest");
        }
    }
    return text;
}

}  // namespace

TEST_CASE("absent, blank, mark and number are kept apart") {
    const Reading reading =
        read(with(R"("disclosure": {"licensing": null, "penalties": "/", "coercion": 12, "fees": 59237.2449})"));
    CHECK(cell_in(reading, "/disclosure/regulations/issued") == Cell(Absent{}));
    CHECK(cell_in(reading, "/disclosure/licensing") == Cell(Blank{}));
    CHECK(cell_in(reading, "/disclosure/penalties") == Cell(Mark{"/"}));
    CHECK(cell_in(reading, "/disclosure/coercion") == Cell(Amount{12, 0}));
    CHECK(cell_in(reading, "/disclosure/fees") == Cell(*parse_amount("59237.2449")));
    CHECK(cell_in(reading, "/disputes/review/total") == Cell(Absent{}));
}

TEST_CASE("numbers are taken from their text; what cannot be held exactly is kept as it was written") {
    const struct {
        std::string written;
        Cell expected;
    } cases[] = {
        {"0.000001", *parse_amount("0.000001")},
        {"0.1234567", *parse_amount("0.1234567")},
        {"-3", Amount{-3, 0}},
        {"1e3", Mark{"1e3"}},
        {"1.0", Amount{1, 0}},
        {std::string(400, '9'), Mark{std::string(400, '9')}},
        {"999999999999999", Amount{999999999999999, 0}},
        {"1000000000000000", Mark{"1000000000000000"}},
        {"\"12件\"", Mark{"12件"}},
        {"\"  \"", Blank{}},
    };
    for (const auto& each : cases) {
        CAPTURE(each.written);
        CHECK(cell_in(read(with("\"disclosure\": {\"fees\": " + each.written + "}")), "/disclosure/fees") ==
              each.expected);
    }
}

TEST_CASE("0 or null for a whole row, group or table stands for each of its cells") {
    const Reading reading =
        read(with(R"("requests": {"received": 0, "outcomes": {"refused": 0, "unavailable": null}}, "disputes": 0)"));
    CHECK(cell_in(reading, "/requests/received/charity") == Cell(Amount{}));
    CHECK(cell_in(reading, "/requests/outcomes/refused/state_secret/total") == Cell(Amount{}));
    CHECK(cell_in(reading, "/requests/outcomes/unavailable/not_held/other") == Cell(Blank{}));
    CHECK(cell_in(reading, "/requests/outcomes/granted/other") == Cell(Absent{}));
    CHECK(cell_in(reading, "/disputes/direct_litigation/pending") == Cell(Amount{}));
}

TEST_CASE("every value has its line and column, in characters") {
    const Reading reading = read(
        "{\"form\": \"2021\", \"year\": 2024, // 注释：示例\n"
        " \"agency\": {\"name\": \"示例区测试局\"}, /* 多\n行 */ \"disclosure\": {\n"
        "   \"licensing\": /* 许可 */ 12, \"penalties\": {\"value\": 3, \"note\": \"其中简易2件\"}\n } }");
    CHECK(place_of(reading, "/disclosure/licensing") == "4:26");
    CHECK(place_of(reading, "/disclosure/penalties") == "4:53");
    CHECK(place_of(reading, "/disclosure/coercion") == "3:6");
    CHECK(std::get<TextPlace>(reading.provenance.identity[static_cast<std::size_t>(Identity::name)].place) ==
          TextPlace{2, 21});
    CHECK(reading.report.notes.at(*form_2021().find_cell("/disclosure/penalties")) == "其中简易2件");
}

TEST_CASE("what stands beside a cell of last year is looked at and not kept") {
    const auto beside = [](const std::string& last_year) {
        return read(with("\"disclosure\": {\"licensing\": {\"value\": null, \"last_year\": " + last_year + "}}"));
    };
    const Report without = read(with(R"("disclosure": {"licensing": null})")).report;
    for (const char* last_year : {"16", "0", "-3.5", "null", "\"/\"", "\"\"", "1e3"}) {
        CAPTURE(last_year);
        CHECK(beside(last_year).report == without);
    }
    CHECK(read(with(R"("disclosure": {"licensing": {"last_year": 16}})")).report == read(with("")).report);
    CHECK(read(with(R"("disclosure": {"licensing": {"last_year": 16, "note": "注", "value": 3}})")).report ==
          read(with(R"("disclosure": {"licensing": {"value": 3, "note": "注"}})")).report);
}

TEST_CASE("narrative is brought into its canonical form") {
    const Reading reading =
        read(with(R"("narrative": {"preface": "　第一段。\r\n\n  第二段。 \n", "overview": "总的情况",
        "problems_and_improvements": {"problems": ["一是甲。\n二是乙。", ""]}, "other_matters": null})"));
    const auto text = [&](const std::string& path) { return reading.report.narrative[*form_2021().find_field(path)]; };
    CHECK(text("/narrative/preface") == Paragraphs{"第一段。", "第二段。"});
    CHECK(text("/narrative/overview/introduction") == Paragraphs{"总的情况"});
    CHECK(text("/narrative/problems_and_improvements/problems") == Paragraphs{"一是甲。", "二是乙。"});
    CHECK(text("/narrative/other_matters") == Paragraphs{});
    CHECK_FALSE(text("/narrative/overview/oversight").has_value());
}

TEST_CASE("what cannot be read is refused with its place and the way out") {
    const std::string deep(200000, '[');
    const struct {
        std::string json, refusal;
    } cases[] = {
        {"", "i.not-a-report/empty"},
        {" \n ", "i.not-a-report/empty"},
        {"[]", "i.not-a-report/top 1:1"},
        {"{}", "i.not-a-report/no-form 1:1"},
        {R"({"form": "2030"})", "i.not-a-report/unknown-form 1:10"},
        {"{\"form\": \"2021\",", "i.syntax/ended 1:17"},
        {"{\"form\" \"2021\"}", "i.syntax 1:9"},
        {"{\"form\": “2021”}", "i.syntax 1:10"},
        {"{\n  \"form\": \"2021\"\n  \"year\": 2024}", "i.syntax 3:3"},
        {deep, "i.limit/depth 1:65"},
        {with("\"year\": 2024"), "i.duplicate-key 1:62 year"},
        {with("\"disclosure\": {\"licencing\": 1}"), "i.unknown-key/nearest 1:77 licencing > licensing"},
        {with("\"requests\": {\"zzzzzzzzzz\": 1}"), "i.unknown-key 1:75 zzzzzzzzzz"},
        {with("\"requests\": 5"), "i.type/zero 1:74 requests"},
        {with("\"requests\": \"无\""), "i.type/cells 1:74 requests"},
        {with("\"disclosure\": {\"licensing\": true}"), "i.type/cell 1:90 licensing"},
        {with("\"disclosure\": {\"licensing\": {\"last_year\": [1]}}"), "i.type/cell 1:104 last_year"},
        {with("\"disclosure\": {\"licensing\": {\"last_year\": \"a\\u0001\"}}"), "i.type/control 1:104 last_year"},
        {with("\"disclosure\": {\"licensing\": {\"lastyear\": 1}}"), "i.unknown-key/nearest 1:91 lastyear > last_year"},
        {with("\"disclosure\": {\"last_year\": 1}"), "i.unknown-key 1:77 last_year"},
        {with("\"published\": \"2025-02-30\""), "i.type/date 1:75 published"},
        {with("\"narrative\": {\"preface\": 3}"), "i.type/paragraphs 1:87 preface"},
        {with("\"narrative\": {\"preface\": \"a\\u0001b\"}"), "i.encoding/control 1:87"},
        {R"({"form": "2021", "agency": {"name": "示例局"}, "year": 20240})", "i.limit/year 1:53"},
        {R"({"form": "2021", "agency": {"name": "示例局"}, "year": "2024"})", "i.type/number 1:53 year"},
        {R"({"form": "2021", "agency": {"name": "", "kind": "bureau"}, "year": 2024})",
         "i.type/choice 1:49 kind; i.type/missing 1:28 agency.name"},
        {R"({"form": "2021"})", "i.type/missing 1:1 agency; i.type/missing 1:1 year"},
    };
    for (const auto& each : cases) {
        CAPTURE(each.json.substr(0, 120));
        CHECK(refusal(each.json) == each.refusal);
    }
    CHECK(refusal(std::string("{\"form\": \"2021\"}\0garbage", 24)) == "i.encoding/nul 1:17");
    CHECK(refusal("{\"a\": \"" + std::string(max_json_bytes, 'a') + "\"}") == "i.limit/size 1:1");
}

TEST_CASE("a report that is written is read back the same") {
    for (const Form* form : {&form_2021(), &form_2019()}) {
        for (std::uint32_t seed = 0; seed < 200; ++seed) {
            RandomReport random(seed);
            Report report = random.make(*form);
            report.agency.kind = "department";
            report.agency.contact.telephone = "0000-0000000";
            report.title = seed % 3 == 0 ? "另题" : "";
            for (int i = 0; i < 20; ++i) {
                const auto cell = static_cast<std::size_t>(random.number(0, static_cast<int>(report.cells.size()) - 1));
                const Cell others[] = {Absent{}, Blank{}, Mark{"—"}, Mark{"12（其中修订6件）"}};
                report.cells[cell] = others[random.number(0, 3)];
                if (random.number(0, 3) == 0)
                    report.notes[static_cast<CellId>(cell)] = "备注“" + std::to_string(i) + "”";
            }
            // A group that is there at all makes its field for plain text be there.
            const Reading reading = read(write_json_report(report, *form));
            CAPTURE(seed);
            for (const FieldId field : {*form->find_field("/narrative/overview/introduction"),
                                        *form->find_field("/narrative/problems_and_improvements/introduction")}) {
                if (!report.narrative[field]) report.narrative[field] = reading.report.narrative[field];
            }
            CHECK(reading.report == report);
            CHECK(write_json_report(reading.report, *form) == write_json_report(report, *form));
            const Report last = RandomReport(seed + 1000).make(*form);
            CHECK(read(write_json_report(report, *form, last.cells)).report == report);
        }
    }
}
