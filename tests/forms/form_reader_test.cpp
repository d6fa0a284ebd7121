#include "forms/form_reader.h"

#include <doctest/doctest.h>

#include <set>

#include "the_statute.h"

using namespace nianbao;

namespace {

std::string labels(const Line& line) {
    std::string text;
    for (const Axis* axis : line.path) text += (text.empty() ? "" : "/") + axis->label.zh;
    return text;
}

}  // namespace

TEST_CASE("the forms have the cells of the statute") {
    CHECK(form_2021().cells.size() == 200);
    CHECK(form_2021().cells_of(0).size() == 10);
    CHECK(form_2021().cells_of(1).size() == 175);
    CHECK(form_2021().cells_of(2).size() == 15);
    CHECK(form_2019().cells.size() == 22 + 161 + 15);
    std::set<std::string> paths;
    for (const CellInfo& cell : form_2021().cells) paths.insert(cell.path);
    CHECK(paths.size() == 200);
}

TEST_CASE("a cell knows its row, its column, its unit and whether it is a total") {
    const Form& form = form_2021();
    const auto fees = *form.find_cell("/disclosure/fees");
    CHECK(form.cells[fees].unit == Unit::money);
    CHECK(labels(form.column_of(fees)) == "本年收费金额（单位：万元）");
    const auto confirmation = *form.find_cell("/requests/outcomes/not_handled/confirmation/charity");
    CHECK(labels(form.row_of(confirmation)) ==
          "三、本年度办理结果/（五）不予处理/5.要求行政机关确认或重新出具已获取信息");
    CHECK(labels(form.column_of(confirmation)) == "申请人情况/法人或其他组织/社会公益组织");
    CHECK_FALSE(form.cells[confirmation].derived);
    CHECK(form.cells[*form.find_cell("/requests/outcomes/total/business")].derived);
    CHECK(form.cells[*form.find_cell("/disputes/direct_litigation/total")].derived);
    CHECK(form_2019().cells[*form_2019().find_cell("/disclosure/fees/change")].unit == Unit::change);
    CHECK(form_2019().cells[*form_2019().find_cell("/disclosure/procurement/amount")].unit == Unit::money);
}

TEST_CASE("a ledger names the rows of its table that it counts into") {
    const Form& form = form_2021();
    REQUIRE(form.ledger);
    CHECK(form.tables[form.ledger->table].id == "requests");
    const std::vector<Line>& rows = form.rows[form.ledger->table].front();
    CHECK(rows[form.ledger->received].leaf().id == "received");
    CHECK(rows[form.ledger->carried_in].leaf().id == "carried_in");
    CHECK(rows[form.ledger->carried_out].leaf().id == "carried_out");
    CHECK(form.ledger->outcomes.size() == rows.size() - 3);
    CHECK_FALSE(form_2019().ledger);
}

TEST_CASE("every rule says in both languages what it is, why it may be quoted and what to do") {
    for (const Rule& rule : the_statute().catalogue.rules) {
        CAPTURE(rule.code);
        for (const Text* text : {&rule.statement, &rule.hint, &rule.basis.source, &rule.wrong, &rule.right}) {
            CHECK_FALSE(text->zh.empty());
            CHECK_FALSE(text->en.empty());
        }
        for (const auto& [variant, message] : rule.messages) {
            CHECK_FALSE(message.zh.empty());
            CHECK_FALSE(message.en.empty());
        }
        const bool says_stated = rule.basis.kind == BasisKind::stated;
        CHECK(says_stated == (rule.code == "t3.balance"));
    }
}

TEST_CASE("a table has as many widths as columns") {
    const auto with_widths = [](const std::string& widths) {
        std::string json(embedded_files().at("schemas/forms/2021.json"));
        const std::string own = "[1, 1, 1, 1]";
        json.replace(json.find(own), own.size(), widths);
        return read_form(json, "forms/x.json");
    };
    CHECK(with_widths("[2, 1, 1, 1]").tables[0].widths == std::vector<std::uint16_t>{2, 1, 1, 1});
    for (const char* wrong : {"[1, 1, 1]", "[1, 0, 1, 1]"}) {
        CHECK_THROWS_WITH_AS(static_cast<void>(with_widths(wrong)),
                             "forms/x.json: table disclosure needs 4 widths, each above 0", DefinitionError);
    }
}

TEST_CASE("a definition that is wrong is told with its file") {
    CHECK_THROWS_AS(static_cast<void>(read_form("{", "forms/x.json")), DefinitionError);
    CHECK_THROWS_WITH_AS(static_cast<void>(read_form(R"({"id": "x", "years": {}, "tables": [], "fields": [],
        "sections": [{"id": "a", "heading": "甲", "table": "nowhere"}]})",
                                                     "forms/x.json")),
                         "forms/x.json: unknown table nowhere", DefinitionError);
}
