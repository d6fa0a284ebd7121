#include "derive/convert.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "random_report.h"
#include "the_statute.h"

using namespace nianbao;

namespace {

ConvertedReport convert(const Report& report, const Form& from, const Form& to) {
    return convert_report(report, from, to, *read_conversion(embedded_folder("schemas/"), from, to));
}
ConvertedReport to_2021(const Report& report) { return convert(report, form_2019(), form_2021()); }

CellId old_cell(const std::string& path) { return *form_2019().find_cell(path); }
CellId new_cell(const std::string& path) { return *form_2021().find_cell(path); }
const Cell& on_2021(const ConvertedReport& done, const std::string& path) { return done.report.cells[new_cell(path)]; }

const CellFate* fate_of(const ConvertedReport& done, CellId cell) {
    const auto found =
        std::find_if(done.fates.begin(), done.fates.end(), [&](const CellFate& fate) { return fate.from == cell; });
    return found == done.fates.end() ? nullptr : &*found;
}

Report zeros_2019() {
    Report report = empty_report(form_2019());
    for (Cell& cell : report.cells) cell = Amount{};
    return report;
}

/// What says something in `report` stands in the new report as its fate says, and nothing stands there besides.
void check_account(const Report& report, const ConvertedReport& done) {
    std::vector<bool> explained(done.report.cells.size());
    std::vector<Amount> sums(done.report.cells.size());
    std::size_t saying = 0;
    for (std::size_t i = 0; i < report.cells.size(); ++i) {
        const auto cell = static_cast<CellId>(i);
        const bool says = !is_open(report.cells[i]) || report.notes.count(cell) > 0;
        saying += says ? 1 : 0;
        const CellFate* fate = fate_of(done, cell);
        REQUIRE((fate != nullptr) == says);
        if (!fate) continue;
        const bool lost = fate->kind >= CellFate::Kind::homeless;
        CHECK(fate->to.empty() == lost);
        for (const CellId home : fate->to) {
            explained[home] = true;
            if (fate->kind == CellFate::Kind::joined) {
                sums[home] = sums[home] + *number_in(report.cells[i]);
            } else {
                const bool computed = is_open(report.cells[i]) && done.report.cells[home] != report.cells[i];
                if (computed) {  // a total that was left out and has a remark
                    CHECK(std::any_of(done.totals.begin(), done.totals.end(),
                                      [&](const FilledCell& total) { return total.cell == home; }));
                } else {
                    CHECK(done.report.cells[home] == report.cells[i]);
                }
                CHECK(done.report.notes.count(home) == report.notes.count(cell));
            }
        }
    }
    CHECK(done.fates.size() == saying);
    for (const CellFate& fate : done.fates) {
        if (fate.kind == CellFate::Kind::joined)
            CHECK(done.report.cells[fate.to.front()] == Cell(sums[fate.to.front()]));
    }
    for (const FilledCell& total : done.totals) explained[total.cell] = true;
    for (std::size_t i = 0; i < explained.size(); ++i) CHECK((explained[i] || is_open(done.report.cells[i])));
}

}  // namespace

TEST_CASE("every cell of a report is carried or listed, none vanishes and none is made up, in both directions") {
    for (std::uint32_t seed = 0; seed < 200; ++seed) {
        for (const bool onward : {true, false}) {
            const Form& from = onward ? form_2019() : form_2021();
            const Form& to = onward ? form_2021() : form_2019();
            RandomReport random(seed);
            Report report = seed % 2 == 0 ? random.make(from) : random.make_treacherous(from);
            for (Cell& cell : report.cells) {
                const int dice = seed % 4 < 2 ? 9 : random.number(0, 9);
                if (dice == 0) cell = Absent{};
                if (dice == 1) cell = Blank{};
                if (dice == 2) cell = Mark{"/"};
            }
            if (seed % 5 == 0) {
                for (const CellId cell : from.cells_of(1)) report.cells[cell] = Amount{};
            }
            const ConvertedReport done = convert(report, from, to);
            check_account(report, done);
            CHECK(done.report.form == to.id);
            CHECK(done.report.agency == report.agency);
            CHECK(done.report.year == report.year);
            CHECK(done.report.narrative == report.narrative);  // the two editions have the same fields
            CHECK(done.report.others == report.others);
            CHECK((done.lost_texts.empty() && done.lost_items.empty()));
        }
    }
}

TEST_CASE("every cell of the form of 2019, alone in a report, is carried or listed") {
    for (std::size_t i = 0; i < form_2019().cells.size(); ++i) {
        Report report = empty_report(form_2019());
        report.cells[i] = Amount{7, 0};
        const ConvertedReport done = to_2021(report);
        check_account(report, done);
        REQUIRE(done.fates.size() == 1);
        const bool stands = std::find(done.report.cells.begin(), done.report.cells.end(), Cell(Amount{7, 0})) !=
                            done.report.cells.end();
        CHECK(stands == !done.fates.front().to.empty());
    }
}

TEST_CASE("what means the same is moved, what means something else stays open and is listed") {
    Report report = zeros_2019();
    report.cells[old_cell("/disclosure/normative_documents/made")] = Amount{6, 0};
    report.notes[old_cell("/disclosure/normative_documents/made")] = "其中修订2件";
    report.cells[old_cell("/disclosure/normative_documents/published_in_total")] = Amount{38, 0};
    report.cells[old_cell("/disclosure/licensing/decisions")] = Mark{"412件"};
    const ConvertedReport done = to_2021(report);
    CHECK(on_2021(done, "/disclosure/normative_documents/issued") == Cell(Amount{6, 0}));
    CHECK(done.report.notes.at(new_cell("/disclosure/normative_documents/issued")) == "其中修订2件");
    CHECK(on_2021(done, "/disclosure/licensing") == Cell(Mark{"412件"}));
    std::vector<std::string> open;
    for (const CellId cell : done.open) open.push_back(form_2021().cells[cell].path);
    CHECK(open == std::vector<std::string>{"/disclosure/regulations/repealed", "/disclosure/regulations/in_force",
                                           "/disclosure/normative_documents/repealed",
                                           "/disclosure/normative_documents/in_force", "/disclosure/fees"});
    for (const std::string& path : open) CHECK(on_2021(done, path) == Cell(Blank{}));
    CHECK(fate_of(done, old_cell("/disclosure/normative_documents/published_in_total"))->kind ==
          CellFate::Kind::homeless);
}

TEST_CASE("a row that is divided is 0 in each part where it is 0 throughout, and else stays open") {
    const std::string row = "/requests/outcomes/other";
    Report report = zeros_2019();
    report.cells[old_cell(row + "/total")] = Absent{};  // a total may be left out
    for (const char* part : {"/correction_overdue", "/fee_overdue", "/other"}) {
        const ConvertedReport done = to_2021(report);
        CHECK(on_2021(done, row + part + "/natural_person") == Cell(Amount{}));
        CHECK(on_2021(done, row + part + "/total") == Cell(Amount{}));
        for (const Cell& other : {Cell(Amount{1, 0}), Cell(Blank{}), Cell(Mark{"/"})}) {
            Report changed = report;
            changed.cells[old_cell(row + "/charity")] = other;
            const ConvertedReport undone = to_2021(changed);
            check_account(changed, undone);
            for (const char* column : {"/natural_person", "/charity", "/total"})
                CHECK(is_open(on_2021(undone, row + part + column)));
            CHECK(fate_of(undone, old_cell(row + "/natural_person"))->kind == CellFate::Kind::undivided);
        }
        Report noted = report;
        noted.notes[old_cell(row + "/charity")] = "说明";
        CHECK(is_open(on_2021(to_2021(noted), row + part + "/natural_person")));
    }
}

TEST_CASE("on the way back parts are added, where all are numbers without a remark") {
    const std::string row = "/requests/outcomes/other";
    Report report = empty_report(form_2021());
    const CellId first = new_cell(row + "/correction_overdue/charity");
    report.cells[first] = Amount{1, 0};
    report.cells[new_cell(row + "/fee_overdue/charity")] = Amount{2, 0};
    report.cells[new_cell(row + "/other/charity")] = Amount{4, 0};
    const CellId whole = old_cell(row + "/charity");
    CHECK(convert(report, form_2021(), form_2019()).report.cells[whole] == Cell(Amount{7, 0}));
    for (const Cell& other : {Cell(Blank{}), Cell(Mark{"/"}), Cell(Amount{999'999'999'999'999, 0})}) {
        Report changed = report;
        changed.cells[first] = other;
        const ConvertedReport done = convert(changed, form_2021(), form_2019());
        CHECK(done.report.cells[whole] == Cell(Blank{}));
        CHECK(fate_of(done, new_cell(row + "/other/charity"))->kind == CellFate::Kind::unjoined);
        CHECK(std::count(done.open.begin(), done.open.end(), whole) == 1);
    }
    report.notes[first] = "说明";
    CHECK(convert(report, form_2021(), form_2019()).report.cells[whole] == Cell(Blank{}));
}

TEST_CASE("a total that was given is carried, right or wrong; one that was left out is computed") {
    Report report = zeros_2019();
    report.cells[old_cell("/disputes/review/total")] = Amount{5, 0};
    report.cells[old_cell("/requests/received/total")] = Absent{};
    const ConvertedReport done = to_2021(report);
    CHECK(on_2021(done, "/disputes/review/total") == Cell(Amount{5, 0}));
    CHECK(on_2021(done, "/requests/received/total") == Cell(Amount{}));
}

TEST_CASE("texts and items for which a form has no place are listed") {
    // A form of its own that takes fewer texts and no items.
    Statute statute = load_statute(embedded_folder("schemas/"));
    Form& less =
        *std::find_if(statute.forms.begin(), statute.forms.end(), [](const Form& f) { return f.id == "2021"; });
    const std::string gone = less.fields.back().path;
    less.fields.pop_back();
    Report report = empty_report(form_2019());
    for (auto& text : report.narrative) text = Paragraphs{"一段"};
    report.others = {{"培训", {"一段"}, "platforms"}};
    ConvertedReport done = convert(report, form_2019(), less);
    REQUIRE(done.lost_texts.size() == 1);
    CHECK(form_2019().fields[done.lost_texts.front()].path == gone);
    CHECK(done.report.others == report.others);
    std::erase_if(less.fields, [](const Field& field) { return field.path.ends_with("/platforms"); });
    done = convert(report, form_2019(), less);
    CHECK(done.report.others.front().after.empty());
    for (Section& section : less.sections) section.extra_items = false;
    done = convert(report, form_2019(), less);
    CHECK(done.report.others.empty());
    CHECK(done.lost_items == report.others);
}
