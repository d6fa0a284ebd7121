#include "writers/xlsx_annotator.h"

#include <doctest/doctest.h>

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "ooxml/archive.h"
#include "ooxml/package.h"
#include "ooxml/xml_events.h"
#include "writers/package_edits/part_edits.h"
#include "writers/write_error.h"
#include "writers/xlsx_annotator/cell_place.h"

using namespace nianbao;
using namespace nianbao::annotation;

namespace {

using Parts = std::map<std::string, std::string>;

const std::string main_space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const std::string link_space = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

std::string links(const std::vector<std::pair<std::string, std::string>>& type_and_target) {
    std::string text = "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">";
    int id = 0;
    for (const auto& [type, target] : type_and_target) {
        text += "<Relationship Id=\"rId" + std::to_string(++id) + "\" Type=\"" + link_space + "/" + type +
                "\" Target=\"" + target + "\"/>";
    }
    return text + "</Relationships>";
}

std::string sheet(const std::string& rest, const std::string& before = "") {
    return "<worksheet xmlns=\"" + main_space + "\" xmlns:r=\"" + link_space + "\">" + before +
           "<sheetData><row r=\"1\"><c r=\"A1\" s=\"1\"><v>1</v></c></row></sheetData>" + rest + "</worksheet>";
}

/// As Excel writes a small workbook: one sheet, one style more than it needs.
Parts plain_workbook(const std::string& sheet_text) {
    return {{"[Content_Types].xml",
             "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default "
             "Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Override "
             "PartName=\"/xl/workbook.xml\" "
             "ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/></Types>"},
            {"_rels/.rels", links({{"officeDocument", "xl/workbook.xml"}})},
            {"xl/_rels/workbook.xml.rels", links({{"worksheet", "worksheets/sheet1.xml"}, {"styles", "styles.xml"}})},
            {"xl/workbook.xml", "<workbook xmlns=\"" + main_space + "\" xmlns:r=\"" + link_space +
                                    "\"><sheets><sheet name=\"表\" sheetId=\"7\" r:id=\"rId1\"/></sheets></workbook>"},
            {"xl/styles.xml",
             "<styleSheet xmlns=\"" + main_space +
                 "\"><cellXfs count='2'><xf numFmtId=\"0\"/><xf numFmtId=\"1\"/></cellXfs><dxfs count=\"1\"><dxf><font>"
                 "<b/></font></dxf></dxfs><tableStyles count=\"0\"/></styleSheet>"},
            {"xl/worksheets/sheet1.xml", sheet_text}};
}

std::string packed(const Parts& parts) {
    ooxml::ArchiveEditor editor;
    for (const auto& [name, text] : parts) editor.put(name, text);
    return editor.finish();
}

Parts unpacked(const std::string& bytes) {
    const ooxml::Archive archive(bytes);
    Parts parts;
    for (const std::string& name : archive.parts()) parts[name] = archive.read(name);
    return parts;
}

SheetMark mark_at(std::uint32_t row, std::uint16_t column, const std::string& text,
                  Severity severity = Severity::error) {
    return {0, row, column, severity, text};
}

Annotations findings_of(std::vector<SheetMark> marks) {
    Annotations findings;
    for (const SheetMark& mark : marks) findings.rows.push_back({mark.severity, "错误", mark.text, "", "", "t", {}});
    findings.marks = std::move(marks);
    return findings;
}

const Annotations one_finding = findings_of({mark_at(1, 1, "应为2")});

Parts annotated(const Parts& parts, const Annotations& findings = one_finding) {
    return unpacked(annotate_workbook(packed(parts), findings));
}

std::size_t count_of(const std::string& text, const std::string& piece) {
    std::size_t count = 0;
    for (std::size_t at = text.find(piece); at != std::string::npos; at = text.find(piece, at + 1)) ++count;
    return count;
}

bool has(const std::string& text, const std::string& piece) { return text.find(piece) != std::string::npos; }

/// The children of the root, in their order.
std::vector<std::string> order_of(const std::string& text) {
    std::vector<std::string> names;
    for (const Element& element : elements_of(text, "part", 2)) {
        if (element.depth == 2) names.push_back(element.name);
    }
    return names;
}

void check_well_formed(const Parts& parts) {
    for (const auto& part : parts) {
        INFO(part.first);
        ooxml::XmlHandler ignore;
        CHECK_NOTHROW(ooxml::parse_xml(part.second, part.first, ignore));
    }
}

const std::string marks_formula = "N(&quot;nianbao&quot;)=0";

}  // namespace

TEST_CASE("edits of a part: at byte offsets, those of one place in their order") {
    PartEdits edits;
    edits.remove(2, 4);
    edits.insert(2, "A");
    edits.insert(2, "B");
    edits.insert(6, "C");
    CHECK(edits.apply("012345") == "01AB45C");
    CHECK(PartEdits().apply("012") == "012");
}

TEST_CASE("edits of a part: elements know where they stand") {
    const std::string text =
        "\xEF\xBB\xBF<?xml version=\"1.0\"?><x:a xmlns:x=\"u\"><x:b c='1' dc=\"2\"/><x:b></x:b></x:a>";
    const std::vector<Element> elements = elements_of(text, "part", 2);
    REQUIRE(elements.size() == 3);
    CHECK(text.substr(elements[1].begin, elements[1].end - elements[1].begin) == "<x:b c='1' dc=\"2\"/>");
    CHECK(elements[1].is_empty_tag());
    CHECK_FALSE(elements[2].is_empty_tag());
    PartEdits edits;
    append_inside(edits, elements[1], "!");
    append_inside(edits, elements[2], "?");
    change_attribute(edits, text, elements[1], "c", "9");
    CHECK(edits.apply(text) ==
          "\xEF\xBB\xBF<?xml version=\"1.0\"?><x:a xmlns:x=\"u\"><x:b c='9' dc=\"2\">!</x:b><x:b>?</x:b></x:a>");
    CHECK(namespace_for(elements[0]) == " xmlns=\"u\"");
}

TEST_CASE("edits of a part: encodings") {
    CHECK(as_utf8("<a/>", "p") == "<a/>");
    CHECK(as_utf8(std::string("\xFF\xFE<\0a\0/\0>\0", 10), "p") == "<a/>");
    CHECK(as_utf8(std::string("\xFE\xFF\0<\0a\x4E\x2D\xD8\x42\xDF\xB7", 12), "p") == "<a中𠮷");
    CHECK(as_utf8("<?xml version='1.0' encoding='utf-8'?><a/>", "p") == "<?xml version='1.0' encoding='utf-8'?><a/>");
    CHECK_THROWS_AS(static_cast<void>(as_utf8("<?xml version='1.0' encoding='GBK'?><a/>", "p")), ooxml::PackageError);
}

TEST_CASE("places of cells") {
    CHECK(name_of({8, 4}) == "D8");
    CHECK(name_of({1'048'576, 16'384}) == "XFD1048576");
    CHECK(parse_place("xfd1048576") == CellPlace{1'048'576, 16'384});
    for (const char* wrong :
         {"", "A", "1", "A0", "XFE1", "A1048577", "A1B", "$A$1", "A99999999999999999999", "AAAAAAAAA1"}) {
        INFO(wrong);
        CHECK_FALSE(parse_place(wrong));
    }
    CHECK(list_of({{5, 2}, {3, 2}, {4, 2}, {1, 1}, {7, 2}}) == "A1 B3:B5 B7");
}

TEST_CASE("annotating: what is new stands where the schema wants it") {
    const Parts parts = annotated(plain_workbook(
        sheet("<sheetProtection sheet=\"1\"/><mergeCells count=\"1\"><mergeCell ref=\"B2:C3\"/></mergeCells>"
              "<conditionalFormatting sqref=\"A1\"><cfRule type=\"expression\" dxfId=\"0\" priority=\"4\"><formula>A1"
              "</formula></cfRule></conditionalFormatting><dataValidations count=\"0\"/><pageMargins left=\"1\"/>"
              "<drawing r:id=\"rId9\"/><tableParts count=\"0\"/><extLst/>")));
    const std::vector<std::string> wanted{
        "sheetData",       "sheetProtection", "mergeCells", "conditionalFormatting", "conditionalFormatting",
        "dataValidations", "pageMargins",     "drawing",    "legacyDrawing",         "tableParts",
        "extLst"};
    CHECK(order_of(parts.at("xl/worksheets/sheet1.xml")) == wanted);
    CHECK(has(parts.at("xl/worksheets/sheet1.xml"), "priority=\"5\"><formula>" + marks_formula));
    CHECK(has(parts.at("xl/styles.xml"), "<dxfs count=\"6\"><dxf><font><b/></font></dxf><dxf>"));
    CHECK(has(parts.at("xl/styles.xml"), "<cellXfs count='3'>"));
    CHECK(has(parts.at("xl/workbook.xml"), "name=\"检查意见\" sheetId=\"8\""));
    CHECK(has(parts.at("[Content_Types].xml"), "Extension=\"vml\""));
    CHECK(has(parts.at("xl/comments1.xml"), "【nianbao】应为2"));
    check_well_formed(parts);
}

TEST_CASE("annotating: a sheet without anything behind its cells, controls behind it, and an empty one") {
    CHECK(order_of(annotated(plain_workbook(sheet(""))).at("xl/worksheets/sheet1.xml")) ==
          std::vector<std::string>{"sheetData", "conditionalFormatting", "legacyDrawing"});
    const std::string controls =
        "<mc:AlternateContent xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\"/>";
    CHECK(order_of(annotated(plain_workbook(sheet(controls))).at("xl/worksheets/sheet1.xml")) ==
          std::vector<std::string>{"sheetData", "conditionalFormatting", "legacyDrawing", "AlternateContent"});
    const std::string empty = "<worksheet xmlns=\"" + main_space + "\"/>";
    const Parts parts = annotated(plain_workbook(empty), {});
    CHECK(parts.at("xl/worksheets/sheet1.xml") == empty);
    check_well_formed(annotated(plain_workbook(empty)));
}

TEST_CASE("annotating: twice is once, and nothing found takes all away") {
    const std::string before = packed(plain_workbook(sheet("<pageMargins/>")));
    const std::string once = annotate_workbook(before, one_finding);
    CHECK(annotate_workbook(before, one_finding) == once);
    CHECK(annotate_workbook(once, one_finding) == once);
    const Parts clean = unpacked(annotate_workbook(once, {}));
    CHECK(count_of(clean.at("xl/worksheets/sheet1.xml"), "conditionalFormatting") == 0);
    CHECK(count_of(clean.at("xl/comments1.xml"), "<comment ") == 0);
    CHECK(count_of(clean.at("xl/drawings/vmlDrawing1.vml"), "<v:shape ") == 0);
    CHECK(has(clean.at("xl/worksheets/sheet2.xml"), "未发现问题"));
    CHECK(clean.count("xl/worksheets/sheet3.xml") == 0);
}

TEST_CASE("annotating: several marks of a cell are one comment in the colour of the worst") {
    const Parts parts = annotated(plain_workbook(sheet("<mergeCells><mergeCell ref=\"B2:C3\"/></mergeCells>")),
                                  findings_of({mark_at(2, 2, "一", Severity::info),
                                               mark_at(3, 3, "二", Severity::error),
                                               mark_at(1, 1, "三", Severity::warning),
                                               {9, 1, 1, Severity::error, "别处"}}));
    const std::string& comments = parts.at("xl/comments1.xml");
    CHECK(count_of(comments, "<comment ") == 2);
    CHECK(has(comments, "【nianbao】一\n二"));  // C3 is covered by B2
    const std::string& marked = parts.at("xl/worksheets/sheet1.xml");
    CHECK(has(marked, "sqref=\"B2\"><cfRule type=\"expression\" dxfId=\"1\""));
    CHECK(has(marked, "sqref=\"A1\"><cfRule type=\"expression\" dxfId=\"2\""));
    CHECK(count_of(marked, marks_formula) == 2);
}

TEST_CASE("annotating: prefixes and byte order marks") {
    Parts parts = plain_workbook("\xEF\xBB\xBF<?xml version=\"1.0\" encoding=\"utf-8\"?><x:worksheet xmlns:x=\"" +
                                 main_space + "\"><x:sheetData/><x:pageMargins left=\"1\"/></x:worksheet>");
    parts["xl/workbook.xml"] =
        "\xEF\xBB\xBF<x:workbook xmlns:x=\"" + main_space + "\" xmlns:rel=\"" + link_space +
        "\"><x:sheets><x:sheet name=\"表\" sheetId=\"1\" rel:id=\"rId1\"/></x:sheets></x:workbook>";
    parts["xl/styles.xml"] = "<x:styleSheet xmlns:x=\"" + main_space +
                             "\"><x:cellXfs count=\"1\"><x:xf/></x:cellXfs><x:dxfs count=\"0\"/></x:styleSheet>";
    parts["xl/_rels/workbook.xml.rels"] =
        "<p:Relationships xmlns:p=\"http://schemas.openxmlformats.org/package/2006/relationships\"><p:Relationship "
        "Id=\"rId1\" Type=\"" +
        link_space + "/worksheet\" Target=\"worksheets/sheet1.xml\"/><p:Relationship Id=\"rId2\" Type=\"" + link_space +
        "/styles\" Target=\"styles.xml\"/></p:Relationships>";
    const Parts after = annotated(parts);
    check_well_formed(after);
    for (const auto& name : {"xl/worksheets/sheet1.xml", "xl/workbook.xml", "xl/styles.xml"}) {
        for (const Element& element : elements_of(after.at(name), name, 3)) CHECK(element.space == main_space);
    }
    CHECK(has(after.at("xl/styles.xml"), "<x:dxfs count=\"5\"><dxf xmlns="));
    CHECK(after.at("xl/worksheets/sheet1.xml").starts_with("\xEF\xBB\xBF<?xml"));
    CHECK(annotate_workbook(packed(after), one_finding) == packed(after));
    CHECK(ooxml::Package(packed(after)).relationships("xl/workbook.xml").size() == 3);
}

TEST_CASE("annotating: a sheet in UTF-16 is written in UTF-8") {
    const std::string text = "<?xml version=\"1.0\" encoding=\"UTF-16\"?>" + sheet("<pageMargins/>");
    std::string wide = "\xFF\xFE";
    for (const char c : text) wide += std::string{c, '\0'};
    const Parts parts = annotated(plain_workbook(wide));
    CHECK(parts.at("xl/worksheets/sheet1.xml").starts_with("<?xml version=\"1.0\" encoding=\"UTF-8\"?><worksheet"));
    CHECK(has(parts.at("xl/worksheets/sheet1.xml"), marks_formula));
    CHECK(annotated(plain_workbook(wide), {}).at("xl/worksheets/sheet1.xml") == wide);
}

TEST_CASE("annotating: strict files stay strict") {
    const std::string strict_main = "http://purl.oclc.org/ooxml/spreadsheetml/main";
    const std::string strict_links = "http://purl.oclc.org/ooxml/officeDocument/relationships";
    Parts parts = plain_workbook(sheet(""));
    for (auto& [name, text] : parts) {
        for (std::size_t at = text.find(main_space); at != std::string::npos; at = text.find(main_space))
            text.replace(at, main_space.size(), strict_main);
        for (std::size_t at = text.find(link_space); at != std::string::npos; at = text.find(link_space))
            text.replace(at, link_space.size(), strict_links);
    }
    for (const auto& part : annotated(parts)) {
        INFO(part.first);
        CHECK_FALSE(has(part.second, main_space));
        CHECK_FALSE(has(part.second, link_space));
    }
}

TEST_CASE("annotating: a workbook without styles, or without formats for conditions") {
    Parts parts = plain_workbook(sheet(""));
    parts["xl/styles.xml"] =
        "<styleSheet xmlns=\"" + main_space + "\"><cellXfs><xf/></cellXfs><cellStyles/><colors/></styleSheet>";
    CHECK(order_of(annotated(parts).at("xl/styles.xml")) ==
          std::vector<std::string>{"cellXfs", "cellStyles", "dxfs", "colors"});
    parts.erase("xl/styles.xml");
    parts["xl/_rels/workbook.xml.rels"] = links({{"worksheet", "worksheets/sheet1.xml"}});
    const Parts after = annotated(parts);
    CHECK(has(after.at("xl/styles1.xml"), "<dxfs count=\"5\">"));
    CHECK(has(after.at("[Content_Types].xml"), "/xl/styles1.xml"));
}

namespace {

/// With a comment of the user's at A1 and at B2, as Excel keeps them.
Parts commented_workbook(const std::string& comment_text, const std::string& drawing_rest = "") {
    Parts parts = plain_workbook(sheet("<legacyDrawing r:id=\"rId2\"/>"));
    parts["xl/worksheets/_rels/sheet1.xml.rels"] =
        links({{"comments", "../comments1.xml"}, {"vmlDrawing", "../drawings/vmlDrawing1.vml"}});
    parts["xl/comments1.xml"] =
        "<comments xmlns=\"" + main_space +
        "\"><authors><author>tc={1}</author><author>王工</author></authors><commentList><comment "
        "ref=\"A1\" authorId=\"1\"><text>" +
        comment_text +
        "</text></comment><comment ref=\"B2\" authorId=\"0\"><text><t>[Threaded comment]</t></text>"
        "</comment></commentList></comments>";
    std::string drawing =
        "<xml xmlns:v=\"urn:schemas-microsoft-com:vml\" xmlns:o=\"urn:schemas-microsoft-com:office:office\" "
        "xmlns:x=\"urn:schemas-microsoft-com:office:excel\"><o:shapelayout v:ext=\"edit\"><o:idmap v:ext=\"edit\" "
        "data=\"1\"/></o:shapelayout><v:shapetype id=\"_x0000_t202\"/>";
    for (const char* place : {"<x:Row>0</x:Row><x:Column>0</x:Column>", "<x:Row>1</x:Row><x:Column>1</x:Column>"}) {
        drawing += "<v:shape id=\"_x0000_s1025\"><x:ClientData ObjectType=\"Note\">" + std::string(place) +
                   "</x:ClientData></v:shape>";
    }
    parts["xl/drawings/vmlDrawing1.vml"] = drawing + drawing_rest + "</xml>";
    return parts;
}

}  // namespace

TEST_CASE("annotating: the user's comments stay, ours follow in them") {
    const Annotations findings = findings_of({mark_at(1, 1, "应为2"), mark_at(3, 3, "空着")});
    const std::string runs = "<r><t>王工:</t></r><r><t xml:space=\"preserve\">\n待查</t></r>";
    for (const std::string& text : {runs, std::string("<t>待查</t>"), std::string()}) {
        INFO(text);
        const Parts before = commented_workbook(text);
        const Parts after = annotated(before, findings);
        const std::string& comments = after.at("xl/comments1.xml");
        CHECK(count_of(comments, "<comment ") == 3);
        CHECK(has(comments, "\n【nianbao】应为2"));
        CHECK(has(comments, "<author>王工</author><author>nianbao</author>"));
        CHECK(has(comments, "ref=\"C3\" authorId=\"2\""));
        CHECK(count_of(after.at("xl/drawings/vmlDrawing1.vml"), "<v:shape ") == 3);
        CHECK(has(after.at("xl/drawings/vmlDrawing1.vml"), "_x0000_s1026"));
        CHECK(annotated(after, findings) == after);
        const Parts clean = annotated(after, {});
        CHECK(has(clean.at("xl/comments1.xml"), "<text>" + text + "</text>"));
        CHECK(clean.at("xl/drawings/vmlDrawing1.vml") == before.at("xl/drawings/vmlDrawing1.vml"));
        check_well_formed(after);
    }
}

TEST_CASE("annotating: our sign is found in whatever pieces an office has made of it") {
    const auto cleaned = [](const std::string& text) {
        return annotated(commented_workbook(text), {}).at("xl/comments1.xml");
    };
    CHECK(has(cleaned("<r><t>待查\n【</t></r><r><t>nianbao</t></r><r><t>】应为2</t></r>"),
              "<text><r><t>待查</t></r></text>"));
    CHECK(has(cleaned("<t>待查&#10;【nianbao】应为2</t>"), "<text><t>待查</t></text>"));
    CHECK(
        has(cleaned("<r><t>待查</t></r><r><t>\n【nian</t></r><r><t>bao】</t></r>"), "<text><r><t>待查</t></r></text>"));
    const std::string whole = cleaned("<r><t>【</t></r><r><t>nianbao】应为2</t></r>");  // ours, its author lost
    CHECK(count_of(whole, "<comment ") == 1);
}

TEST_CASE("annotating: drawings of controls that are no XML") {
    const Parts before =
        commented_workbook("<t>待查</t>", "<v:shape id=\"_x0000_s1030\"><div>开关<br></div></v:shape>");
    const Parts after = annotated(before, findings_of({mark_at(3, 3, "空着")}));
    const std::string& drawing = after.at("xl/drawings/vmlDrawing1.vml");
    CHECK(has(drawing, "<br></div></v:shape><v:shape id=\"_x0000_s1031\""));
    CHECK(drawing.ends_with("</v:shape></xml>"));
    CHECK(annotated(after, findings_of({mark_at(3, 3, "空着")})) == after);
    CHECK(annotated(after, {}).at("xl/drawings/vmlDrawing1.vml") == before.at("xl/drawings/vmlDrawing1.vml"));
}

TEST_CASE("annotating: a drawing that leads nowhere, and comments without a drawing") {
    Parts parts = plain_workbook(sheet("<legacyDrawing r:id=\"rId5\"/>"));
    const Parts after = annotated(parts);
    CHECK(has(after.at("xl/worksheets/_rels/sheet1.xml.rels"), "Id=\"rId5\""));
    CHECK(count_of(after.at("xl/worksheets/sheet1.xml"), "<legacyDrawing ") == 1);
    parts = commented_workbook("<t>待查</t>");
    parts["xl/worksheets/sheet1.xml"] = sheet("");
    parts.erase("xl/drawings/vmlDrawing1.vml");
    parts["xl/worksheets/_rels/sheet1.xml.rels"] = links({{"comments", "../comments1.xml"}});
    CHECK(count_of(annotated(parts, findings_of({mark_at(3, 3, "空着")})).at("xl/drawings/vmlDrawing1.vml"),
                   "<v:shape ") == 1);
}

TEST_CASE("annotating: a sheet of the user's with our sheet's name") {
    Parts parts = plain_workbook(sheet(""));
    std::string& book = parts["xl/workbook.xml"];
    book.replace(book.find("表"), std::string("表").size(), "检查意见");
    const Parts after = annotated(parts);
    CHECK(has(after.at("xl/workbook.xml"), "name=\"检查意见(2)\""));
    CHECK(annotated(after) == after);
}

TEST_CASE("annotating: conditional formats that an office has joined are taken apart") {
    const std::string ours =
        "<cfRule type=\"expression\" priority=\"2\"><formula>N(\"nianbao\") = 0</formula></cfRule>";
    const std::string users = "<cfRule type=\"expression\" priority=\"1\"><formula>A1=\"nianbao\"</formula></cfRule>";
    const std::string joined =
        sheet("<conditionalFormatting sqref=\"A1\">" + users + ours + "</conditionalFormatting>");
    CHECK(annotated(plain_workbook(joined), {}).at("xl/worksheets/sheet1.xml") ==
          sheet("<conditionalFormatting sqref=\"A1\">" + users + "</conditionalFormatting>"));
}

TEST_CASE("annotating: texts of every kind") {
    std::string lines, wide;
    for (int i = 0; i < 200; ++i) lines += "第" + std::to_string(i) + "行\n", wide += "宽";
    const std::string nasty = std::string("a\x01<&>\"'\xFF") + "_x0041_" + std::string(40'000, 'x');
    const Parts parts = annotated(
        plain_workbook(sheet("")),
        findings_of({mark_at(1, 1, lines), mark_at(1, 16'384, wide), mark_at(1'048'576, 1, nasty), mark_at(2, 1, "")}));
    check_well_formed(parts);
    CHECK(has(parts.at("xl/comments1.xml"), "_x005F_x0041_"));
}

TEST_CASE("annotating: no workbook") {
    CHECK_THROWS_AS(static_cast<void>(annotate_workbook("", {})), WriteError);
    CHECK_THROWS_AS(static_cast<void>(annotate_workbook("PK no zip", {})), WriteError);
    CHECK_THROWS_AS(static_cast<void>(annotate_workbook(packed({{"a.txt", "a"}}), {})), WriteError);
    CHECK_THROWS_AS(static_cast<void>(annotate_workbook(packed(plain_workbook("<worksheet>")), {})), WriteError);
}
