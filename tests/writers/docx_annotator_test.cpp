#include "writers/docx_annotator.h"

#include <doctest/doctest.h>

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "ooxml/archive.h"
#include "ooxml/xml_events.h"
#include "readers/docx_reader.h"
#include "readers/docx_samples.h"
#include "writers/docx_annotator/phrase_match.h"
#include "writers/write_error.h"

using namespace nianbao;
using namespace nianbao::docx_xml;

namespace {

using Parts = std::map<std::string, std::string>;

Parts unpacked(const std::string& bytes) {
    const ooxml::Archive archive(bytes);
    Parts parts;
    for (const std::string& name : archive.parts()) parts[name] = archive.read(name);
    return parts;
}

std::string packed(const Parts& parts) {
    ooxml::ArchiveEditor editor;
    for (const auto& [name, text] : parts) editor.put(name, text);
    return editor.finish();
}

std::string annotated(const std::string& bytes, const std::vector<WordMark>& marks) {
    const std::string bare = without_own_comments(bytes);
    return annotate_document(bare, word_sources(bare), marks);
}

void replace_all(std::string& text, const std::string& old, const std::string& now) {
    for (std::size_t at = text.find(old); at != std::string::npos; at = text.find(old, at + now.size()))
        text.replace(at, old.size(), now);
}

bool has(const std::string& text, const std::string& piece) { return text.find(piece) != std::string::npos; }

/// What is inside the root, `[1 … 1]` for the anchors of a comment and `…T`, `…R`, `…O` for what is said of the runs
/// that were made for them.
std::string shown(const std::string& part) {
    const std::size_t begin = part.find("<w:body>") + 8;
    std::string body = part.substr(begin, part.find("</w:body>") - begin);
    for (const char* id : {"1", "2", "3"}) {
        const std::string number = std::string(" w:id=\"") + id + "\"/>";
        replace_all(body, "<w:commentRangeStart" + number, std::string("[") + id);
        for (const char* session : {"", " w:rsidR=\"006E6203\""}) {
            replace_all(body,
                        "<w:commentRangeEnd" + number + "<w:r" + session + "><w:commentReference" + number + "</w:r>",
                        std::string(id) + "]" + (*session ? "O" : ""));
        }
    }
    replace_all(body, " w:rsidR=\"006E6201\"", "…T");
    replace_all(body, " w:rsidR=\"006E6202\"", "…R");
    return body;
}

/// Nothing but a place: all of it.
WordMark at(const Place& place, const std::string& words = {}, const std::string& phrase = {}) {
    const std::size_t begin = words.find(phrase);
    return {place, words, begin, begin + phrase.size(), "意见"};
}
WordMark at_paragraph(std::uint32_t number, const std::string& words = {}, const std::string& phrase = {}) {
    return at(ParagraphPlace{number}, words, phrase.empty() ? words : phrase);
}
WordMark at_cell(std::uint16_t table, std::uint16_t row, std::uint16_t column) {
    return at(GridPlace{table, row, column});
}

struct AnchorCase {
    const char* name;
    std::string body;
    std::vector<WordMark> marks;
    std::string expected;
};

void check_anchors(const std::vector<AnchorCase>& cases) {
    for (const AnchorCase& each : cases) {
        CAPTURE(std::string(each.name));
        const std::string before = docx_of({each.body});
        const std::string after = annotated(before, each.marks);
        CHECK(shown(unpacked(after).at("word/document.xml")) == each.expected);
        CHECK(told(read_docx(after)) == told(read_docx(before)));
        CHECK(unpacked(without_own_comments(after)) == unpacked(before));
        CHECK(annotated(after, each.marks) == after);
        for (const auto& part : unpacked(after)) {
            ooxml::XmlHandler ignore;
            CHECK_NOTHROW(ooxml::parse_xml(part.second, part.first, ignore));
        }
    }
}

const std::string bold = "<w:rPr><w:b/></w:rPr>";
std::string strong(const std::string& words) { return run(bold + "<w:t>" + words + "</w:t>"); }
std::string field(const std::string& type) { return run("<w:fldChar w:fldCharType=\"" + type + "\"/>"); }
std::string around(const std::string& name, const std::string& content) {
    return "<w:" + name + ">" + content + "</w:" + name + ">";
}

}  // namespace

TEST_SUITE("writers: annotated documents") {
    TEST_CASE("a phrase is covered exactly, runs are cut where it begins and ends") {
        const std::string sessions = "<w:r w:rsidRPr=\"00B1\" w:rsidR=\"00A1\">";
        check_anchors({
            {"within a run",
             p(strong("甲乙丙")),
             {at_paragraph(1, "甲乙丙", "乙")},
             p(run(bold + "<w:t>甲</w:t>") + "[1<w:r…T>" + bold + "<w:t>乙</w:t></w:r>1]<w:r…T>" + bold +
               "<w:t>丙</w:t></w:r>")},
            {"a run and no more",
             p(text("甲") + strong("乙") + text("丙")),
             {at_paragraph(1, "甲乙丙", "乙")},
             p(text("甲") + "[1" + strong("乙") + "1]" + text("丙"))},
            {"over runs",
             p(text("甲乙") + strong("丙") + text("丁戊")),
             {at_paragraph(1, "甲乙丙丁戊", "乙丙丁")},
             p(text("甲") + "[1<w:r…T><w:t>乙</w:t></w:r>" + strong("丙") + text("丁") +
               "1]<w:r…T><w:t>戊</w:t></w:r>")},
            {"what the run said of its sessions comes back",
             p(sessions + "<w:t>甲乙</w:t></w:r>"),
             {at_paragraph(1, "甲乙", "甲")},
             p("[1" + sessions + "<w:t>甲</w:t></w:r>1]<w:r…T><w:t>乙</w:t></w:r>")},
            {"between the children of a run",
             p(run("<w:t>甲</w:t><w:tab/><w:t>乙</w:t>")),
             {at_paragraph(1, "甲\t乙", "乙")},
             p(run("<w:t>甲</w:t><w:tab/>") + "[1<w:r…R><w:t>乙</w:t></w:r>1]")},
            {"as it is written",
             p(text("&lt;甲&amp;&#20057;丙")),
             {at_paragraph(1, "<甲&乙丙", "乙")},
             p(text("&lt;甲&amp;") + "[1<w:r…T><w:t>&#20057;</w:t></w:r>1]<w:r…T><w:t>丙</w:t></w:r>")},
            {"one in another, one behind the other",
             p(text("甲乙丙丁")),
             {at_paragraph(1, "甲乙丙丁", "甲乙丙"), at_paragraph(1, "甲乙丙丁", "乙"),
              at_paragraph(1, "甲乙丙丁", "丁")},
             p("[1" + text("甲") +
               "[2<w:r…T><w:t>乙</w:t></w:r>2]<w:r…T><w:t>丙</w:t></w:r>1][3<w:r…T><w:t>丁</w:t></w:r>3]")},
            {"the second of two",
             p(text("无甲无乙")),
             {{ParagraphPlace{1}, "无甲无乙", 6, 9, "意见"}},
             p(text("无甲") + "[1<w:r…T><w:t>无</w:t></w:r>1]<w:r…T><w:t>乙</w:t></w:r>")},
            {"that is not there", p(text("甲乙")), {at_paragraph(1, "丙丁", "丁")}, p("[1" + text("甲乙") + "1]")},
        });
    }

    TEST_CASE("blanks are those of the file") {
        const auto kept = [](const std::string& words) {
            return "<w:t xml:space=\"preserve\">" + words + "</w:t></w:r>";
        };
        check_anchors({
            {"dropped around a text", p(text(" a b ")), {at_paragraph(1, "a b", "b")}, p("[1" + text(" a b ") + "1]")},
            {"between words",
             p(text("a b c")),
             {at_paragraph(1, "a b c", "b")},
             p(text("a") + "[1<w:r…T>" + kept(" b") + "1]<w:r…T>" + kept(" c"))},
            {"kept on request",
             p("<w:r>" + kept(" a b")),
             {at_paragraph(1, "a b", "b")},
             p("<w:r>" + kept(" a ") + "[1<w:r…T>" + kept("b") + "1]")},
            {"others than were read",
             p(text("甲　乙") + text(" 丙丁")),
             {at_paragraph(1, "甲 乙丙丁", "乙丙")},
             p(text("甲　") + "[1<w:r…T><w:t>乙</w:t></w:r>" + text(" 丙") + "1]<w:r…T><w:t>丁</w:t></w:r>")},
            {"a text that is not only one",
             p(text("甲<![CDATA[乙]]>丙")),
             {at_paragraph(1, "甲乙丙", "乙")},
             p("[1" + text("甲<![CDATA[乙]]>丙") + "1]")},
        });
    }

    TEST_CASE("what runs stand in") {
        const std::string plain_control = "<w:sdtPr><w:text/></w:sdtPr>";
        const std::string change =
            run("<w:rPr><w:b/><w:rPrChange w:id=\"7\" w:author=\"王工\"/></w:rPr><w:t>甲乙</w:t>");
        check_anchors({
            {"a link",
             p(text("甲") + around("hyperlink", text("乙丙")) + text("丁")),
             {at_paragraph(1, "甲乙丙丁", "丙丁")},
             p(text("甲") + around("hyperlink", text("乙") + "[1<w:r…T><w:t>丙</w:t></w:r>") + text("丁") + "1]")},
            {"an insertion, a deletion in between",
             p(text("甲") + around("ins", text("乙")) + around("del", run("<w:delText>无</w:delText>")) + text("丙丁")),
             {at_paragraph(1, "甲乙丙丁", "乙丙")},
             p(text("甲") + around("ins", "[1" + text("乙")) + around("del", run("<w:delText>无</w:delText>")) +
               text("丙") + "1]<w:r…T><w:t>丁</w:t></w:r>")},
            {"moved text",
             p(around("moveFrom", text("甲乙")) + text("丙") + around("moveTo", text("甲乙"))),
             {at_paragraph(1, "丙甲乙", "乙")},
             p(around("moveFrom", text("甲乙")) + text("丙") +
               around("moveTo", text("甲") + "[1<w:r…T><w:t>乙</w:t></w:r>1]"))},
            {"a smart tag",
             p(around("smartTag", text("甲乙"))),
             {at_paragraph(1, "甲乙", "乙")},
             p(around("smartTag", text("甲") + "[1<w:r…T><w:t>乙</w:t></w:r>1]"))},
            {"a simple field is whole",
             p(text("甲") + around("fldSimple", text("乙丙"))),
             {at_paragraph(1, "甲乙丙", "丙")},
             p(text("甲") + "[1" + around("fldSimple", text("乙丙")) + "1]")},
            {"the result of a field",
             p(field("begin") + field("separate") + text("甲乙") + field("end") + text("丙")),
             {at_paragraph(1, "甲乙丙", "乙")},
             p(field("begin") + field("separate") + text("甲") + "[1<w:r…T><w:t>乙</w:t></w:r>1]" + field("end") +
               text("丙"))},
            {"a control of text alone is whole",
             p(text("甲") + around("sdt", plain_control + around("sdtContent", text("乙丙")))),
             {at_paragraph(1, "甲乙丙", "丙")},
             p(text("甲") + "[1" + around("sdt", plain_control + around("sdtContent", text("乙丙"))) + "1]")},
            {"any other control",
             p(text("甲") + around("sdt", around("sdtContent", text("乙丙")))),
             {at_paragraph(1, "甲乙丙", "丙")},
             p(text("甲") + around("sdt", around("sdtContent", text("乙") + "[1<w:r…T><w:t>丙</w:t></w:r>1]")))},
            {"a run whose format was changed is whole",
             p(text("丙") + change),
             {at_paragraph(1, "丙甲乙", "乙")},
             p(text("丙") + "[1" + change + "1]")},
            {"a formula",
             p(text("甲") + "<m:oMath><m:r><m:t>乙</m:t></m:r></m:oMath>"),
             {at_paragraph(1, "甲乙", "乙")},
             p(text("甲") + "[1<m:oMath><m:r><m:t>乙</m:t></m:r></m:oMath>1]")},
        });
    }

    TEST_CASE("paragraphs") {
        const std::string style = "<w:pPr><w:jc w:val=\"center\"/></w:pPr>";
        const std::string deleted = "<w:pPr><w:rPr><w:del w:author=\"王工\"/></w:rPr></w:pPr>";
        const std::string boxed = "<mc:AlternateContent><mc:Choice Requires=\"wps\">" + box(p(text("甲乙"))) +
                                  "</mc:Choice><mc:Fallback>" + box(p(text("甲乙"))) +
                                  "</mc:Fallback></mc:AlternateContent>";
        check_anchors({
            {"all of one",
             p(text("甲")) + p(style + around("ins", text("乙"))),
             {at_paragraph(2)},
             p(text("甲")) + p(style + "[1" + around("ins", text("乙")) + "1]")},
            {"a line of one",
             p(run("<w:t>甲</w:t><w:br/><w:t>乙</w:t><w:br/><w:t>丙</w:t>")),
             {at_paragraph(2)},
             p(run("<w:t>甲</w:t><w:br/>") + "[1<w:r…R><w:t>乙</w:t></w:r>1]<w:r…R><w:br/><w:t>丙</w:t></w:r>")},
            {"two that are one",
             p(deleted + text("甲")) + p(text("乙丙")),
             {at_paragraph(1, "甲乙丙", "甲乙")},
             p(deleted + "[1" + text("甲")) + p(text("乙") + "1]<w:r…T><w:t>丙</w:t></w:r>")},
            {"in a text box: what holds it",
             p(text("丙")) + p(run(boxed)),
             {at_paragraph(2, "甲乙", "乙")},
             p(text("丙")) + p("[1" + run(boxed) + "1]")},
            {"a picture",
             p(text("甲")) + p(run("<w:drawing><pic:pic/></w:drawing>")),
             {at_paragraph(2)},
             p(text("甲")) + p("[1" + run("<w:drawing><pic:pic/></w:drawing>") + "1]")},
            {"no place: the first",
             "<w:p/>" + p(text("甲")) + p(text("乙")),
             {at({}), at_paragraph(9), at_cell(1, 1, 1)},
             "<w:p/>" + p("[1[2[3" + text("甲") + "1]2]3]") + p(text("乙"))},
            {"no place and no text", "<w:p/><w:p/>", {at({}), at({})}, p("[11]O[22]O") + "<w:p/>"},
            {"no place and an open tag", p(""), {at({})}, p("[11]")},
        });
    }

    TEST_CASE("cells") {
        const auto tc = [](const std::string& content) { return "<w:tc>" + content + "</w:tc>"; };
        const std::string merged = "<w:tcPr><w:vMerge/></w:tcPr>",
                          first = "<w:tcPr><w:vMerge w:val=\"restart\"/></w:tcPr>";
        const std::string row = tr(tc(p(text("甲"))) + tc(p(text("1"))));
        check_anchors({
            {"a number",
             table(row + tr(cell("乙") + tc(p(text("2"))))),
             {at_cell(1, 2, 2)},
             table(row + tr(cell("乙") + tc(p("[1" + text("2") + "1]"))))},
            {"an empty one",
             table(row + tr(cell("乙") + tc("<w:p/>"))),
             {at_cell(1, 2, 2)},
             table(row + tr(cell("乙") + tc(p("[11]O"))))},
            {"an empty one with properties",
             table(row + tr(cell("乙") + tc("<w:p w:a=\"1\"><w:pPr/></w:p>"))),
             {at_cell(1, 2, 2)},
             table(row + tr(cell("乙") + tc("<w:p w:a=\"1\"><w:pPr/>[11]</w:p>")))},
            {"the first paragraph with words",
             table(row + tr(cell("乙") + tc(p("") + p(text("2")) + p(text("3"))))),
             {at_cell(1, 2, 2)},
             table(row + tr(cell("乙") + tc(p("") + p("[1" + text("2") + "1]") + p(text("3")))))},
            {"the rest of a merged one",
             table(tr(tc(first + p(text("甲"))) + cell("1")) + tr(tc(merged + p("")) + cell("2"))),
             {at_cell(1, 2, 1)},
             table(tr(tc(first + p("[1" + text("甲") + "1]")) + cell("1")) + tr(tc(merged + p("")) + cell("2")))},
            {"a table in a cell",
             table(row + tr(cell("乙") + tc(table(tr(tc(p(text("2"))))) + "<w:p/>"))),
             {at_cell(1, 2, 2)},
             table(row + tr(cell("乙") + tc(table(tr(tc(p("[1" + text("2") + "1]")))) + "<w:p/>")))},
            {"a phrase",
             table(row + tr(tc(p(text("乙丙"))) + cell("2"))),
             {at(GridPlace{1, 2, 1}, "乙丙", "丙")},
             table(row + tr(tc(p(text("乙") + "[1<w:r…T><w:t>丙</w:t></w:r>1]")) + cell("2")))},
            {"a control that is a cell",
             table(row + tr(cell("乙") + around("sdt", around("sdtContent", tc(p(text("2"))))))),
             {at_cell(1, 2, 2)},
             table(row + tr(cell("乙") + around("sdt", around("sdtContent", tc(p("[1" + text("2") + "1]"))))))},
        });
    }

    TEST_CASE("the text of a comment") {
        const std::string bytes = docx_of({p(text("甲"))});
        Parts parts = unpacked(annotated(bytes, {{ParagraphPlace{1}, {}, 0, 0, "【须修改】<甲>\n改"}}));
        const std::string& comments = parts.at("word/comments.xml");
        CHECK(
            has(comments,
                "<w:comment w:id=\"1\" w:author=\"nianbao\" w:date=\"1980-01-01T00:00:00Z\" w:initials=\"NB\"><w:p>"));
        CHECK(has(comments, ">【须修改】&lt;甲&gt;</w:t></w:r></w:p><w:p>"));
        CHECK(has(comments, ">改</w:t></w:r></w:p></w:comment></w:comments>"));
        CHECK(has(parts.at("[Content_Types].xml"), "PartName=\"/word/comments.xml\""));
        CHECK(has(parts.at("word/_rels/document.xml.rels"), "Target=\"/word/comments.xml\""));
        CHECK(annotated(bytes, {}) == bytes);
    }

    TEST_CASE("a comment is as old as the document") {
        const auto date_in = [](const std::string& properties) {
            Parts parts = unpacked(docx_of({p(text("甲"))}));
            std::string& links = parts.at("_rels/.rels");
            links.insert(links.find("</Rel"),
                         "<Relationship Id=\"c\" Type=\"x/core-properties\" Target=\"core.xml\"/>");
            parts["core.xml"] = properties;
            const std::string comments = unpacked(annotated(packed(parts), {at_paragraph(1)})).at("word/comments.xml");
            const std::size_t begin = comments.find("w:date=\"") + 8;
            return comments.substr(begin, comments.find('"', begin) - begin);
        };
        CHECK(date_in("<c><modified>2025-01-02T03:04:05Z</modified><created>2024-01-01T00:00:00Z</created></c>") ==
              "2025-01-02T03:04:05Z");
        CHECK(date_in("<c><created>2024-01-01T00:00:00Z</created><modified>2025</modified></c>") ==
              "2024-01-01T00:00:00Z");
        CHECK(date_in("<c><created>\"/>") == "1980-01-01T00:00:00Z");
    }

    TEST_CASE("comments of others stay") {
        const std::string word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
        const std::string theirs = "<w:comment w:id=\"4\" w:author=\"王工\"><w:p/></w:comment>";
        const std::string anchors = "<w:commentRangeStart w:id=\"4\"/>" + text("甲") +
                                    "<w:commentRangeEnd w:id=\"4\"/>" + run("<w:commentReference w:id=\"4\"/>");
        Parts parts = unpacked(docx_of({p(anchors + text("乙丙")), {}, style("a", "甲")}));
        parts["word/comments.xml"] = "<w:comments xmlns:w=\"" + word + "\">" + theirs + "</w:comments>";
        std::string& links = parts.at("word/_rels/document.xml.rels");
        links.insert(links.find("</Rel"), "<Relationship Id=\"c\" Type=\"x/comments\" Target=\"comments.xml\"/>");
        const std::string before = packed(parts);
        const std::string after = annotated(before, {at_paragraph(1, "甲乙丙", "乙")});
        const Parts marked = unpacked(after);
        CHECK(has(marked.at("word/comments.xml"), ">" + theirs + "<w:comment w:id=\"5\" w:author=\"nianbao\""));
        CHECK(has(marked.at("word/document.xml"), anchors + "<w:commentRangeStart w:id=\"5\"/>" + text("乙")));
        CHECK(marked.at("word/_rels/document.xml.rels") == links);
        CHECK(unpacked(without_own_comments(after)) == parts);
    }

    TEST_CASE("what later versions of Word say of ours goes with them") {
        Parts parts = unpacked(docx_of({p(text("甲")), {}, style("a", "甲")}));
        parts = unpacked(annotated(packed(parts), {at_paragraph(1)}));
        std::string& comments = parts.at("word/comments.xml");
        comments.insert(comments.find("<w:p>") + 4, " xmlns:w14=\"w14\" w14:paraId=\"0A\"");
        comments.insert(
            comments.find("</w:comments>"),
            "<w:comment w:id=\"8\" w:author=\"王工\"><w:p xmlns:w14=\"w14\" w14:paraId=\"0B\"/></w:comment>");
        std::string& links = parts.at("word/_rels/document.xml.rels");
        for (const std::string name : {"commentsExtended", "commentsIds", "commentsExtensible"}) {
            links.insert(links.find("</Rel"),
                         "<Relationship Id=\"" + name + "\" Type=\"x/" + name + "\" Target=\"" + name + ".xml\"/>");
        }
        parts["word/commentsExtended.xml"] =
            "<e:x xmlns:e=\"e\"><e:commentEx e:paraId=\"0A\"/><e:commentEx e:paraId=\"0B\" e:paraIdParent=\"0A\" "
            "e:done=\"0\"/></e:x>";
        parts["word/commentsIds.xml"] =
            "<i:x xmlns:i=\"i\"><i:commentId i:paraId=\"0A\" i:durableId=\"1A\"/><i:commentId i:paraId=\"0B\" "
            "i:durableId=\"1B\"/></i:x>";
        parts["word/commentsExtensible.xml"] =
            "<d:x xmlns:d=\"d\"><d:e d:durableId=\"1A\"/><d:e d:durableId=\"1B\"/></d:x>";
        const Parts bare = unpacked(without_own_comments(packed(parts)));
        CHECK(bare.at("word/commentsExtended.xml") ==
              "<e:x xmlns:e=\"e\"><e:commentEx e:paraId=\"0B\" e:done=\"0\"/></e:x>");
        CHECK(bare.at("word/commentsIds.xml") ==
              "<i:x xmlns:i=\"i\"><i:commentId i:paraId=\"0B\" i:durableId=\"1B\"/></i:x>");
        CHECK(bare.at("word/commentsExtensible.xml") == "<d:x xmlns:d=\"d\"><d:e d:durableId=\"1B\"/></d:x>");
        CHECK(has(bare.at("word/comments.xml"), "<w:comment w:id=\"8\""));
        CHECK_FALSE(has(bare.at("word/comments.xml"), "nianbao"));
    }

    TEST_CASE("runs that others have changed since stay apart") {
        const std::string before = docx_of({p(text("甲乙"))});
        Parts parts = unpacked(annotated(before, {at_paragraph(1, "甲乙", "乙")}));
        std::string& body = parts.at("word/document.xml");
        body.insert(body.find("<w:t>乙"), bold);
        CHECK(shown(unpacked(without_own_comments(packed(parts))).at("word/document.xml")) ==
              p(text("甲") + "<w:r…T>" + bold + "<w:t>乙</w:t></w:r>"));
    }

    TEST_CASE("strict files, other prefixes, other places and encodings") {
        const std::string strict = "http://purl.oclc.org/ooxml/wordprocessingml/main";
        const std::string body = "<p><pPr/><r><rPr><b/></rPr><t>甲乙</t></r></p>";
        const auto document = [&](const std::string& prefix) {
            std::string text = "<document><body>" + body + "</body></document>";
            if (!prefix.empty()) {
                replace_all(text, "<", "<" + prefix + ":");
                replace_all(text, "<" + prefix + ":/", "</" + prefix + ":");
            }
            return text.insert(text.find('>'), " xmlns" + (prefix.empty() ? "" : ":" + prefix) + "=\"" + strict + "\"");
        };
        for (const std::string prefix : {"", "x"}) {
            INFO(prefix);
            Parts parts = unpacked(docx_with_part(document(prefix), document_type));
            parts["文档/正文.xml"] = parts.extract("word/document.xml").mapped();
            replace_all(parts.at("[Content_Types].xml"), "word/document.xml", "文档/正文.xml");
            replace_all(parts.at("_rels/.rels"), "word/document.xml", "文档/正文.xml");
            const std::string after = annotated(packed(parts), {at_paragraph(1, "甲乙", "乙")});
            const Parts marked = unpacked(after);
            CHECK(has(marked.at("文档/comments.xml"), "xmlns:w=\"" + strict + "\""));
            CHECK(has(marked.at("文档/_rels/正文.xml.rels"),
                      "http://purl.oclc.org/ooxml/officeDocument/relationships/comments"));
            CHECK(told(read_docx(after)) == "¶1 **甲乙**\n");
            const std::string w = prefix.empty() ? "w:" : "x:";
            CHECK(has(marked.at("文档/正文.xml"), w + "id=\"1\"/>"));
            CHECK(has(marked.at("文档/正文.xml"), w + "rsidR=\"006E6201\""));
            CHECK(unpacked(without_own_comments(after)) == parts);
        }
        std::string wide = "\xFF\xFE";
        std::string narrow = document("x");
        replace_all(narrow, "甲", "a");
        replace_all(narrow, "乙", "b");
        for (const char c : narrow) wide += std::string{c, '\0'};
        const Parts parts = unpacked(annotated(docx_with_part(wide, document_type), {at_paragraph(1, "ab", "b")}));
        CHECK(has(parts.at("word/document.xml"), "<x:t>a</x:t></x:r><x:commentRangeStart x:id=\"1\"/>"));
    }

    TEST_CASE("what is no document is refused") {
        CHECK_THROWS_AS(static_cast<void>(without_own_comments("PK")), WriteError);
        CHECK_THROWS_AS(static_cast<void>(annotate_document(docx_of({""}), {}, {at({})})), WriteError);
    }

    TEST_CASE("sources that are of another file do no harm") {
        WordSources sources;
        sources.sources = {{99, "甲", {{77, 3}}}, {2, "乙", {{3, 9}}}};
        sources.paragraphs = {{0, 0, 3}, {1, 0, 3}, {9, 0, 3}, {0, 3, 99}};
        sources.cells = {{{1, 1, 1}, 98, {{0, 0, 3}}}};
        const std::string bytes = docx_of({p(text("甲"))});
        std::vector<WordMark> marks{at_cell(1, 1, 1)};
        for (std::uint32_t number = 0; number < 6; ++number) marks.push_back(at_paragraph(number, "甲", "甲"));
        CHECK(unpacked(without_own_comments(annotate_document(bytes, sources, marks))) == unpacked(bytes));
    }

    TEST_CASE("phrases are found by the words around them") {
        using word_annotation::find_phrase;
        using word_annotation::Stretch;
        CHECK(find_phrase("一、甲乙", "甲乙", {3, 6}) == Stretch{9, 12});
        CHECK(find_phrase("甲 乙", "一、甲乙", {6, 12}) == Stretch{0, 7});  // the number is none of the file's text
        CHECK(find_phrase("1件，计1件", "共1件，计1件", {3, 4}) == Stretch{0, 1});
        CHECK(find_phrase("甲乙", "丙", {0, 3}) == std::nullopt);
        CHECK(find_phrase("甲乙", "甲乙", {3, 3}) == std::nullopt);
        CHECK(find_phrase("", "", {0, 9}) == std::nullopt);
    }
}
