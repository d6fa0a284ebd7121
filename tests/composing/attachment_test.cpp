// A table as an attachment of its own: its title, the table, and the mark that the report's own list gives it.
#include <doctest/doctest.h>

#include "composing/attachment_mark.h"
#include "composing/compose.h"
#include "random_report.h"
#include "the_statute.h"

using namespace nianbao;

namespace {

const SourceFiles& the_templates() {
    static const SourceFiles templates = embedded_folder("templates/");
    return templates;
}

Report with_text(const Paragraphs& text) {
    Report report = RandomReport(1).make(form_2021());
    for (auto& field : report.narrative) field.reset();
    report.others.clear();
    report.narrative.back() = text;
    return report;
}

/// The marks of the three tables.
std::vector<std::string> marks(const Paragraphs& text) {
    std::vector<std::string> found;
    for (std::size_t table = 0; table < 3; ++table)
        found.push_back(attachment_mark(with_text(text), form_2021(), table, "附件"));
    return found;
}

using Marks = std::vector<std::string>;

}  // namespace

TEST_CASE("a table is marked as the report lists it") {
    const std::string one = form_2021().tables[0].attachment.zh, two = form_2021().tables[1].attachment.zh,
                      three = form_2021().tables[2].attachment.zh;
    CHECK(marks({"无其他需要报告的事项。"}) == Marks{"", "", ""});
    CHECK(marks({one + "见上。", "1." + two}) == Marks{"", "", ""});
    CHECK(marks({"附件：1." + one, "2." + two, "3. " + three}) == Marks{"附件1", "附件2", "附件3"});
    CHECK(marks({"附件：", "1．" + three, "2．" + one + "表", "其他。", "3." + two}) == Marks{"附件2", "", "附件1"});
    CHECK(marks({"各项数据详见附件2《" + two + "》。"}) == Marks{"", "附件2", ""});
    CHECK(marks({"附件：" + one}) == Marks{"附件", "", ""});
    CHECK(marks({"附件12：" + three}) == Marks{"", "", "附件12"});
}

TEST_CASE("an attachment is its title and its table, and its mark where it has one") {
    for (const Form* form : {&form_2021(), &form_2019()}) {
        Report report = RandomReport(7).make(*form);
        for (std::size_t table = 0; table < form->tables.size(); ++table) {
            const Document document =
                compose_document(report, *form, the_templates(), {.content = "attachment", .table = table});
            const std::string title =
                report.agency.name + std::to_string(report.year) + "年" + form->tables[table].attachment.zh;
            CHECK(document.title == title);
            REQUIRE(document.blocks.size() == 2);
            CHECK(plain_text(std::get<Heading>(document.blocks[0]).text) == title);
            CHECK(std::get<Grid>(document.blocks[1]).table == form->tables[table].id);
        }
    }
    const Report listed = with_text({"附件：1." + form_2021().tables[0].attachment.zh});
    const Document marked =
        compose_document(listed, form_2021(), the_templates(), {.content = "attachment", .draft = true, .table = 0});
    REQUIRE(marked.blocks.size() == 4);
    CHECK(std::get<Paragraph>(marked.blocks[0]).role == Paragraph::Role::notice);
    CHECK(plain_text(std::get<Paragraph>(marked.blocks[1])) == "附件1");
}
