#include <doctest/doctest.h>

#include "readers/docx_samples.h"

using namespace nianbao;
using namespace nianbao::docx_xml;

namespace {

std::string item(const std::string& words, int list, int level = 0) {
    return paragraph(words, "<w:numPr><w:ilvl w:val=\"" + std::to_string(level) + "\"/><w:numId w:val=\"" +
                                std::to_string(list) + "\"/></w:numPr>");
}
std::string level(int number, const std::string& format, const std::string& words, const std::string& more = {}) {
    return "<w:lvl w:ilvl=\"" + std::to_string(number) + "\"><w:start w:val=\"1\"/><w:numFmt w:val=\"" + format +
           "\"/><w:lvlText w:val=\"" + words + "\"/>" + more + "</w:lvl>";
}
std::string kind(int id, const std::string& content) {
    return "<w:abstractNum w:abstractNumId=\"" + std::to_string(id) + "\">" + content + "</w:abstractNum>";
}
std::string list(int id, int kind_id, const std::string& overrides = {}) {
    return "<w:num w:numId=\"" + std::to_string(id) + "\"><w:abstractNumId w:val=\"" + std::to_string(kind_id) +
           "\"/>" + overrides + "</w:num>";
}

}  // namespace

TEST_SUITE("readers: documents") {
    TEST_CASE("numbers of lists are text") {
        const std::string numbering =
            kind(0, level(0, "chineseCounting", "%1、") + level(1, "chineseCountingThousand", "（%2）") +
                        level(2, "decimal", "%3.") + level(3, "lowerLetter", "%4)", R"(<w:suff w:val="nothing"/>)")) +
            kind(1, level(0, "upperRoman", "第%1章") + level(1, "decimal", "%1.%2", "<w:isLgl/>") +
                        level(2, "decimalEnclosedCircle", "%3", R"(<w:lvlRestart w:val="1"/>)")) +
            kind(2, level(0, "bullet", "")) + kind(3, "<w:numStyleLink w:val=\"L\"/>") +
            kind(4, "<w:styleLink w:val=\"L\"/>" + level(0, "decimal", "（%1）", "<w:pStyle w:val=\"n\"/>") +
                        level(1, "ideographTraditional", "%2、", "<w:pStyle w:val=\"n2\"/>")) +
            list(1, 0) + list(2, 0, R"(<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>)") +
            list(3, 1) + list(4, 2) + list(5, 3) +
            list(6, 0, "<w:lvlOverride w:ilvl=\"0\">" + level(0, "decimalZero", "%1-") + "</w:lvlOverride>") +
            list(7, 99);
        const std::string styles = style("n", "x", "<w:pPr><w:numPr><w:numId w:val=\"5\"/></w:numPr></w:pPr>") +
                                   style("n2", "y", "<w:basedOn w:val=\"n\"/>") +
                                   style("h", "heading 1", "<w:basedOn w:val=\"n\"/>");
        const auto styled = [](const std::string& id) { return paragraph("甲", "<w:pStyle w:val=\"" + id + "\"/>"); };
        const std::string empty_item = p("<w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr>");
        check_docx(
            {{"levels begin anew below a higher one",
              item("甲", 1) + item("乙", 1, 1) + item("丙", 1, 1) + item("丁", 1) + item("戊", 1, 1) +
                  item("己", 1, 2) + item("庚", 1, 3),
              "¶1 一、甲\n¶2 （一）乙\n¶3 （二）丙\n¶4 二、丁\n¶5 （一）戊\n¶6 1. 己\n¶7 a)庚\n"},
             {"lists of one kind count on; one with a start of its own begins there",
              item("甲", 1) + item("乙", 2) + item("丙", 2) + item("丁", 1),
              "¶1 一、甲\n¶2 五、乙\n¶3 六、丙\n¶4 七、丁\n"},
             {"levels in one number; one that begins anew only behind the first",
              item("甲", 3) + item("乙", 3, 1) + item("丙", 3, 2) + item("丁", 3, 1) + item("戊", 3, 2) +
                  item("己", 3) + item("庚", 3, 2),
              "¶1 第I章甲\n¶2 1.1 乙\n¶3 ①丙\n¶4 1.2 丁\n¶5 ②戊\n¶6 第II章己\n¶7 ①庚\n"},
             {"a level without the one above", item("甲", 3, 1), "¶1 1.1 甲\n"},
             {"bullets", item("甲", 4), "¶1 甲\n"},
             {"by the style, and the level that names it", styled("n") + styled("n2") + styled("n2"),
              "¶1 （1）甲\n¶2 甲、甲\n¶3 乙、甲\n"},
             {"a heading", styled("h"), "#1 ¶1 （1）甲\n"},
             {"a style's list taken away",
              paragraph("甲", R"(<w:pStyle w:val="n"/><w:numPr><w:numId w:val="0"/></w:numPr>)"), "¶1 甲\n"},
             {"a level of its own", item("甲", 6) + item("乙", 6), "¶1 01- 甲\n¶2 02- 乙\n"},
             {"a list of no kind, no list", item("甲", 7) + item("乙", 8) + item("丙", 1, 9), "¶1 甲\n¶2 乙\n¶3 丙\n"},
             {"a number alone in a cell", table(tr("<w:tc>" + empty_item + "</w:tc>" + cell("甲"))),
              "table 1x2: 1,1 一、 | 1,2 甲\n"},
             {"the number stands in front of the first line that has text",
              p("<w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr>" +
                run("<w:br/><w:t>甲</w:t><w:br/><w:t>乙</w:t>")),
              "¶1 一、甲\n¶2 乙\n"}},
            numbering, styles);
    }
}
