#include "readers/docx_reader.h"

#include <doctest/doctest.h>

#include "forms/statute.h"
#include "messages/finding_text.h"
#include "readers/docx_samples.h"
#include "readers/workbook_samples.h"
#include "readers/xlsx_reader.h"
#include "the_statute.h"

using namespace nianbao;
using namespace nianbao::docx_xml;

namespace {

std::string field(const std::string& type) { return run("<w:fldChar w:fldCharType=\"" + type + "\"/>"); }
const std::string picture = run("<w:drawing><pic:pic/></w:drawing>");

/// Code and variant of the finding that the bytes are refused with.
std::string refusal_of(const std::string& bytes) {
    try {
        (void)read_docx(bytes);
    } catch (const InputError& error) {
        REQUIRE(error.diagnostics.size() == 1);
        const Diagnostic& found = error.diagnostics.front();
        for (const Language language : {Language::zh, Language::en}) {
            const FindingText words = describe(found, {the_statute().catalogue, nullptr, nullptr}, language);
            CHECK(words.message.find('{') == std::string::npos);
            CHECK(words.message.find("“”") == std::string::npos);
            CHECK_FALSE(words.hint.empty());
        }
        return found.code + " " + found.variant;
    }
    return "read";
}

std::string repeated(const std::string& piece, std::size_t times) {
    std::string all;
    for (std::size_t i = 0; i < times; ++i) all += piece;
    return all;
}

}  // namespace

TEST_SUITE("readers: documents") {
    TEST_CASE("what stands in a paragraph") {
        const std::string mixed = run("<w:rPr><w:b/></w:rPr><w:t xml:space=\"preserve\">甲 </w:t><w:t> 乙\n</w:t>");
        check_docx({
            {"runs are joined, blanks kept on request", p(mixed + text("丙")), "¶1 **甲 乙**丙\n"},
            {"bold is a switch", p(run(R"(<w:rPr><w:b w:val="0"/></w:rPr><w:t>甲</w:t>)")), "¶1 甲\n"},
            {"tabs, hyphens, breaks",
             p(run("<w:t>一</w:t><w:tab/><w:t>1</w:t><w:noBreakHyphen/><w:t>2</w:t><w:br/><w:t>二</w:t><w:cr/>")),
             "¶1 一\t1-2\n¶2 二\n"},
            {"tab stops are no tabs", p("<w:pPr><w:tabs><w:tab w:val=\"left\"/></w:tabs></w:pPr>" + text("甲")),
             "¶1 甲\n"},
            {"a page break in front", p(run(R"(<w:br w:type="page"/><w:t>甲</w:t>)")), "¶1 甲\n"},
            {"empty paragraphs do not count", p("") + p(text(" ")) + p(text("甲")), "¶1 甲\n"},
            {"symbols",
             p(run(
                 R"(<w:sym w:font="Wingdings" w:char="F0FE"/><w:sym w:font="x" w:char="2460"/><w:sym w:font="x" w:char="F041"/>)")),
             "¶1 ☑①\n"},
            {"hidden text", p(run("<w:rPr><w:vanish/></w:rPr><w:t>甲</w:t>") + text("乙")), "¶1 乙\n"},
            {"a formula behind hidden text",
             p(run("<w:rPr><w:vanish/></w:rPr><w:t>甲</w:t>") + "<m:oMath><m:r><m:t>乙</m:t></m:r></m:oMath>"),
             "¶1 乙\n"},
            {"bold goes on behind a character with its reading",
             p(run("<w:rPr><w:b/></w:rPr><w:ruby><w:rubyBase>" + text("甲") + "</w:rubyBase></w:ruby><w:t>乙</w:t>")),
             "¶1 甲**乙**\n"},
            {"what is looked through",
             p("<w:hyperlink>" + text("甲") + "</w:hyperlink><w:smartTag>" + text("乙") + "</w:smartTag>" +
               "<w:fldSimple w:instr=\"PAGE\">" + text("丙") +
               "</w:fldSimple><m:oMath><m:r><m:t>丁</m:t></m:r></m:oMath>"),
             "¶1 甲乙丙丁\n"},
            {"what is left out",
             p(text("甲") + run("<w:footnoteReference w:id=\"1\"/><w:commentReference w:id=\"1\"/>") +
               "<w:ruby><w:rt>" + text("jia") + "</w:rt><w:rubyBase>" + text("乙") + "</w:rubyBase></w:ruby>"),
             "¶1 甲乙\n"},
            {"a prompt of a control",
             "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>" + p(text("单击此处")) +
                 "</w:sdtContent></w:sdt>" + "<w:sdt><w:sdtPr/><w:sdtContent>" + p(text("甲")) +
                 "</w:sdtContent></w:sdt>",
             "¶1 甲\n"},
        });
    }

    TEST_CASE("fields show their results") {
        const std::string code = run("<w:instrText>PAGE</w:instrText>");
        check_docx({
            {"a result", p(field("begin") + code + field("separate") + text("3") + field("end") + text("页")),
             "¶1 3页\n"},
            {"one in the instruction of another",
             p(field("begin") + code + field("begin") + code + field("separate") + text("隐") + field("end") +
               field("separate") + text("显") + field("end")),
             "¶1 显\n"},
            {"without a result", p(field("begin") + code + field("end") + text("甲")), "¶1 甲\n"},
            {"a result over paragraphs",
             p(field("begin") + code + field("separate") + text("甲")) + p(text("乙") + field("end")),
             "¶1 甲\n¶2 乙\n"},
            {"without an end", p(field("begin") + text("隐")) + p(text("甲")), "¶1 甲\n"},
        });
    }

    TEST_CASE("headings are known by level or style") {
        const std::string styles =
            style("1", "heading 1", "<w:pPr><w:outlineLvl w:val=\"0\"/></w:pPr>") +
            style("a1", "章", "<w:basedOn w:val=\"1\"/>") + style("a2", "正文样式", "<w:basedOn w:val=\"a2\"/>") +
            style("a3", "标题 3") + style("t", "Title") +
            style("a4", "不是标题", "<w:basedOn w:val=\"1\"/><w:pPr><w:outlineLvl w:val=\"9\"/></w:pPr>") +
            style("c", "强", "<w:rPr><w:b/></w:rPr>", "character");
        const auto styled = [](const std::string& id) { return paragraph("甲", "<w:pStyle w:val=\"" + id + "\"/>"); };
        check_docx(
            {{"by the style", styled("1"), "#1 ¶1 甲\n"},
             {"by what it is based on", styled("a1"), "#1 ¶1 甲\n"},
             {"styles in a circle", styled("a2"), "¶1 甲\n"},
             {"by a Chinese name", styled("a3"), "#3 ¶1 甲\n"},
             {"a title", styled("t"), "#1 ¶1 甲\n"},
             {"body text by its level", styled("a4"), "¶1 甲\n"},
             {"by its own level", paragraph("甲", "<w:outlineLvl w:val=\"1\"/>"), "#2 ¶1 甲\n"},
             {"body text by its own level", paragraph("甲", R"(<w:pStyle w:val="1"/><w:outlineLvl w:val="9"/>)"),
              "¶1 甲\n"},
             {"by the name of a style that is not there", styled("Heading2"), "#2 ¶1 甲\n"},
             {"strong by its style", p(run(R"(<w:rPr><w:rStyle w:val="c"/></w:rPr><w:t>甲</w:t>)")), "¶1 **甲**\n"},
             {"a title is one line on however many it is set",
              p(R"(<w:pPr><w:pStyle w:val="t"/></w:pPr>)" + text("甲局") + run("<w:br/>") + text("2024年") +
                run("<w:br/>") + text(" ")),
              "#1 ¶1 甲局2024年\n"},
             {"no other heading is",
              p(R"(<w:pPr><w:pStyle w:val="t"/></w:pPr>)" + text("甲")) +
                  p(R"(<w:pPr><w:pStyle w:val="1"/></w:pPr>)" + text("乙") + run("<w:br/>") + text("丙")),
              "#1 ¶1 甲\n#1 ¶2 乙\n#1 ¶3 丙\n"},
             {"in a cell it is text", table(tr("<w:tc>" + styled("1") + "</w:tc>" + cell("乙"))),
              "table 1x2: 1,1 甲 | 1,2 乙\n"}},
            {}, styles);
    }

    TEST_CASE("text boxes stand once, behind what holds them") {
        const std::string inner = p(text("框"));
        const std::string modern = "<w:drawing><wps:wsp><wps:txbx>" + box(inner) + "</wps:txbx></wps:wsp></w:drawing>";
        const std::string old = "<w:pict><v:shape><v:textbox>" + box(inner) + "</v:textbox></v:shape></w:pict>";
        const auto either = [](const std::string& first, const std::string& second) {
            return "<mc:AlternateContent><mc:Choice Requires=\"wps\">" + first + "</mc:Choice><mc:Fallback>" + second +
                   "</mc:Fallback></mc:AlternateContent>";
        };
        check_docx({
            {"either way of writing it", p(text("前") + run(either(modern, old)) + text("后")) + p(text("末")),
             "¶1 前后\n¶2 框\n¶3 末\n"},
            {"the fallback, where there is nothing in the choice", p(run(either("<w:drawing/>", old))), "¶1 框\n"},
            {"the old way alone", p(run(old)), "¶1 框\n"},
            {"with a table in it",
             p(text("前") + run("<w:pict>" + box(table(tr(cell("甲") + cell("乙")))) + "</w:pict>")),
             "¶1 前\ntable 1x2: 1,1 甲 | 1,2 乙\n"},
            {"in a cell", table(tr("<w:tc>" + p(text("甲") + run(old)) + "</w:tc>" + cell("乙"))),
             "table 1x2: 1,1 甲 / 框 | 1,2 乙\n"},
            {"bold goes on behind it", p(run("<w:rPr><w:b/></w:rPr>" + old + "<w:t>后</w:t>")), "¶1 **后**\n¶2 框\n"},
        });
    }

    TEST_CASE("pictures and objects have places") {
        const std::string object = run("<w:object><v:shape><v:imagedata/></v:shape></w:object>");
        check_docx({
            {"alone between paragraphs", p(text("前")) + p(picture) + p(text("后")), "¶1 前\n¶3 后\npicture ¶2\n"},
            {"in a paragraph, several", p(text("前") + picture + object), "¶1 前\npicture ¶1\n"},
            {"in a cell", table(tr("<w:tc>" + p(object) + "</w:tc>" + cell("乙"))),
             "table 1x2: 1,1 | 1,2 乙\npicture table 1 1,1\n"},
            {"a document inside", p(text("前")) + "<w:altChunk/>", "¶1 前\npicture ¶2\n"},
        });
    }

    TEST_CASE("any namespace of the format is read, strict too") {
        const std::string strict =
            R"(<x:document xmlns:x="http://purl.oclc.org/ooxml/wordprocessingml/main"><x:body><x:p><x:r><x:t>甲</x:t></x:r></x:p></x:body></x:document>)";
        CHECK(told(read_docx(docx_with_part(strict, document_type))) == "¶1 甲\n");
        for (const char* type : {"application/vnd.ms-word.document.macroEnabled.main+xml",
                                 "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml"}) {
            CHECK(told(read_docx(docx_with_part(strict, type))) == "¶1 甲\n");
        }
    }

    TEST_CASE("what is no document is refused with one finding") {
        const std::string letter = docx_of({p(text("甲"))});
        const std::string sheet = small_workbook(sheet_data("")).packed();
        const std::string w = R"(<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">)";
        const auto with = [](const std::string& part) { return refusal_of(docx_with_part(part, document_type)); };
        CHECK(refusal_of(letter) == "read");
        CHECK(refusal_of("") == "i.not-a-report empty");
        CHECK(refusal_of("文字") == "i.not-a-report not-a-document");
        CHECK(refusal_of(sheet) == "i.not-a-report not-a-document");
        CHECK(refusal_of("\xD0\xCF\x11\xE0") == "i.not-a-report old-office");
        CHECK(refusal_of(letter.substr(0, letter.size() / 2)) == "i.syntax archive");
        CHECK(with(w + "<w:p>") == "i.syntax part-xml");
        CHECK(with("<w:glossaryDocument xmlns:w=\"x\"/>") == "i.syntax part-root");
        CHECK(with("<!DOCTYPE x>" + w + "</w:document>") == "i.syntax doctype");
        CHECK(with(w + repeated("<w:p>", 300) + repeated("</w:p>", 300) + "</w:document>") == "i.limit part-depth");
    }

    TEST_CASE("limits") {
        const std::string mega(max_document_paragraph, 'a');
        const std::string wide = cell("", R"(<w:gridSpan w:val="9999"/>)");
        const auto of = [](const std::string& body) { return refusal_of(docx_of({body})); };
        CHECK(of(p(text(mega))) == "read");
        CHECK(of(p(text(mega) + text("b"))) == "i.limit paragraph");
        CHECK(of(p(text(mega + "b"))) == "i.limit paragraph");
        CHECK(of(repeated(p(text(mega)), 9)) == "i.limit document-text");
        CHECK(of(repeated("<w:p/>", max_document_blocks)) == "read");
        CHECK(of(repeated("<w:p/>", max_document_blocks + 1)) == "i.limit blocks");
        CHECK(of(p(run(repeated("<w:br/>", max_document_blocks)))) == "i.limit blocks");
        CHECK(of(table(repeated("<w:tr/>", max_document_blocks))) == "i.limit blocks");
        CHECK(of(table(tr(repeated(wide, 61)))) == "i.limit grid");
        CHECK(refusal_of(docx_of({p(""), repeated("<w:abstractNum/>", max_document_definitions + 1)})) ==
              "i.limit definitions");
        std::string many;
        for (std::size_t i = 0; i <= max_document_definitions; ++i) many += style(std::to_string(i), "x");
        CHECK(refusal_of(docx_of({p(""), {}, many})) == "i.limit definitions");
    }

    TEST_CASE("a file is for one reader alone") {
        const std::string letter = docx_of({p(text("甲"))});
        const std::string sheet = small_workbook(sheet_data("")).packed();
        CHECK(looks_like_docx(letter));
        CHECK_FALSE(looks_like_workbook(letter));
        CHECK(looks_like_docx(letter.substr(0, letter.size() - 9)));
        CHECK_FALSE(looks_like_workbook(letter.substr(0, letter.size() - 9)));
        for (const std::string& other : {sheet, std::string("PK\3\4"), std::string("\xD0\xCF\x11\xE0")}) {
            CHECK_FALSE(looks_like_docx(other));
            CHECK(looks_like_workbook(other));
        }
        for (const std::string& other :
             {std::string(), std::string("文字"), std::string("%PDF-1.4"), std::string("{}")}) {
            CHECK_FALSE(looks_like_docx(other));
            CHECK_FALSE(looks_like_workbook(other));
        }
        for (const SampleWorkbook& sample : hostile_workbooks()) {
            CAPTURE(sample.name);
            const std::string bytes = sample.bytes();
            CHECK_FALSE((looks_like_docx(bytes) && looks_like_workbook(bytes)));
        }
    }
}
