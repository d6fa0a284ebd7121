#include <doctest/doctest.h>

#include "forms/statute.h"
#include "messages/finding_text.h"
#include "readers/docx_reader.h"
#include "readers/docx_samples.h"
#include "the_statute.h"

using namespace nianbao;
using namespace nianbao::docx_xml;

namespace {

std::string by(const std::string& element, const std::string& who, const std::string& content) {
    return "<w:" + element + " w:author=\"" + who + "\" w:date=\"d\">" + content + "</w:" + element + ">";
}

}  // namespace

TEST_SUITE("readers: documents") {
    TEST_CASE("tracked changes are accepted and counted") {
        const std::string gone = by("del", "甲", run("<w:delText>旧</w:delText>"));
        const std::string added = by("ins", "甲", text("新"));
        const auto marked = [](const std::string& element, const std::string& content) {
            return p("<w:pPr><w:rPr>" + by(element, "甲", "") + "</w:rPr></w:pPr>" + content);
        };
        check_docx({
            {"added and removed", p(text("前") + gone + added + text("后")),
             "¶1 前新后\nnote s.revisions count=2 ¶1\n"},
            {"one change in several pieces",
             p(text("前") + added + added) + marked("ins", added) + p(added + text("后")),
             "¶1 前新新\n¶2 新\n¶3 新后\nnote s.revisions count=1 ¶1\n"},
            {"several authors", p(added + by("ins", "乙", text("又")) + text("后") + added),
             "¶1 新又后新\nnote s.revisions count=3 ¶1\n"},
            {"moved text", p(by("moveFrom", "甲", text("移")) + text("前")) + p(by("moveTo", "甲", text("移"))),
             "¶1 前\n¶2 移\nnote s.revisions count=2 ¶1\n"},
            {"a deleted end joins two, and the second says what they are",
             marked("del", text("前")) + paragraph("后", "<w:outlineLvl w:val=\"0\"/>"),
             "#1 ¶1 前后\nnote s.revisions count=1 ¶1\n"},
            {"a paragraph deleted whole", marked("del", gone) + p(text("后")), "¶1 后\nnote s.revisions count=1 ¶1\n"},
            {"a deleted end before a table and at the end of a cell",
             marked("del", text("前")) + table(tr("<w:tc>" + marked("del", text("甲")) + "</w:tc>" + cell("乙"))),
             "¶1 前\ntable 1x2: 1,1 甲 | 1,2 乙\nnote s.revisions count=2 ¶1\n"},
            {"a deleted row",
             table(tr("<w:trPr>" + by("del", "甲", "") + "</w:trPr>" + cell("旧") + cell("旧")) +
                   tr("<w:trPr>" + by("ins", "甲", "") + "</w:trPr>" + cell("甲") + cell("乙"))),
             "table 1x2: 1,1 甲 | 1,2 乙\nnote s.revisions count=2 nowhere\n"},
            {"a deleted cell", table(tr(cell("甲") + cell("旧", by("cellDel", "甲", "")) + cell("乙"))),
             "table 1x2: 1,1 甲 | 1,2 乙\nnote s.revisions count=1 nowhere\n"},
            {"changes of properties are none",
             p(R"(<w:pPr><w:pPrChange w:author="甲"><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:pPrChange></w:pPr>)" +
               text("甲")),
             "¶1 甲\n"},
        });
    }

    TEST_CASE("the note on tracked changes reads well") {
        const Page page = read_docx(docx_of({p("<w:ins>" + text("甲") + "</w:ins>")}));
        REQUIRE(page.notes.size() == 1);
        CHECK(page.notes[0].severity == Severity::warning);
        CHECK(describe(page.notes[0], {the_statute().catalogue, nullptr, nullptr}, Language::zh).message ==
              "稿中有未接受的修订1处，已按全部接受后的文字读取。");
    }
}
