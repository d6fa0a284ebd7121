#include "readers/workbook_samples.h"

#include <algorithm>

#include "ooxml/archive.h"

namespace nianbao {
namespace {

const std::string xml = R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?>)";
const std::string transitional = "http://schemas.openxmlformats.org/";
const std::string main_space = transitional + "spreadsheetml/2006/main";
const std::string link_space = transitional + "officeDocument/2006/relationships";
const std::string content_type = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

std::string content_types() {
    return xml +
           R"(<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">)"
           R"(<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>)"
           R"(<Default Extension="xml" ContentType="application/xml"/>)"
           R"(<Override PartName="/xl/workbook.xml" ContentType=")" +
           content_type + R"(sheet.main+xml"/></Types>)";
}

std::string links(const std::vector<std::vector<std::string>>& targets, const std::string& types = link_space) {
    std::string text = xml + R"(<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">)";
    for (const auto& each : targets) {
        text += "<Relationship Id=\"" + each[0] + "\" Type=\"" + types + "/" + each[1] + "\" Target=\"" + each[2] +
                "\"" + (each.size() > 3 ? " TargetMode=\"" + each[3] + "\"" : "") + "/>";
    }
    return text + "</Relationships>";
}

std::string worksheet(const std::string& content) {
    return xml + "<worksheet xmlns=\"" + main_space + "\" xmlns:r=\"" + link_space + "\">" + content + "</worksheet>";
}

std::string shared_strings(const std::string& items) {
    return xml + "<sst xmlns=\"" + main_space + "\">" + items + "</sst>";
}

std::string workbook(const std::string& sheets, const std::string& properties = "") {
    return xml + "<workbook xmlns=\"" + main_space + "\" xmlns:r=\"" + link_space + "\">" + properties + "<sheets>" +
           sheets + "</sheets></workbook>";
}

void replace_all(std::string& text, const std::string& from, const std::string& to) {
    for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size())) {
        text.replace(at, from.size(), to);
    }
}

// Every imitation holds, on sheet 申请 with the tab 说明 hidden before it: B2 事项, C2 全年, B3 收到, C3 12, B4 办结,
// C4 7.5, B5 合计, C5 =SUM(C3:C4), D3 =C3*2, D4 =C4*2, C6 the day 2025-01-20, B2:B2 … merged A1:D1 with the title in
// A1.

const std::string cell_rows =
    R"(<row r="1"><c r="A1" t="s" s="2"><v>0</v></c></row>)"
    R"(<row r="2"><c r="B2" t="s"><v>1</v></c><c r="C2" t="s"><v>2</v></c></row>)"
    R"(<row r="3"><c r="B3" t="s"><v>3</v></c><c r="C3"><v>12</v></c>)"
    R"(<c r="D3"><f t="shared" ref="D3:D4" si="0">C3*2</f><v>24</v></c></row>)"
    R"(<row r="4"><c r="B4" t="s"><v>4</v></c><c r="C4"><v>7.5</v></c><c r="D4"><f t="shared" si="0"/><v>15</v></c></row>)"
    R"(<row r="5"><c r="B5" t="s"><v>5</v></c><c r="C5"><f>SUM(C3:C4)</f><v>19.5</v></c></row>)"
    R"(<row r="6"><c r="C6" s="1"><v>45677</v></c></row>)";
const std::string merge = R"(<mergeCells count="1"><mergeCell ref="A1:D1"/></mergeCells>)";

std::string styles() {
    return xml + "<styleSheet xmlns=\"" + main_space + "\">" +
           R"(<numFmts count="1"><numFmt numFmtId="176" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/></numFmts>)"
           R"(<fonts count="2"><font><sz val="11"/><name val="宋体"/></font><font><name val="黑体"/></font></fonts>)"
           R"(<cellStyleXfs count="1"><xf numFmtId="14" fontId="1"/></cellStyleXfs>)"
           R"(<cellXfs count="3"><xf numFmtId="0" fontId="0"/><xf numFmtId="176" fontId="0"/><xf numFmtId="0" fontId="1"/></cellXfs>)"
           R"(<dxfs count="1"><dxf><font><name val="楷体"/></font></dxf></dxfs></styleSheet>)";
}

WorkbookParts imitation() {
    WorkbookParts parts;
    parts["[Content_Types].xml"] = content_types();
    parts["_rels/.rels"] = links({{"rId1", "officeDocument", "xl/workbook.xml"}});
    parts["xl/workbook.xml"] = workbook(R"(<sheet name="说明" sheetId="1" state="hidden" r:id="rId1"/>)"
                                        R"(<sheet name="申请" sheetId="2" r:id="rId2"/>)");
    parts["xl/_rels/workbook.xml.rels"] = links({{"rId1", "worksheet", "worksheets/sheet1.xml"},
                                                 {"rId2", "worksheet", "worksheets/sheet2.xml"},
                                                 {"rId3", "styles", "styles.xml"},
                                                 {"rId4", "sharedStrings", "sharedStrings.xml"}});
    parts["xl/worksheets/sheet1.xml"] = worksheet("<sheetData/>");
    parts["xl/worksheets/sheet2.xml"] = worksheet("<sheetData>" + cell_rows + "</sheetData>" + merge);
    parts["xl/styles.xml"] = styles();
    parts["xl/sharedStrings.xml"] = shared_strings(
        "<si><t>申请情况</t></si><si><t>事项</t></si><si><t>全年</t></si><si><t>收到</t></si><si><t>办结</t></"
        "si><si><t>合计</t></si>");
    return parts;
}

/// Phonetics, rich text, `t="str"`, a theme font, an extension list with cells of its own, a chart's tab.
std::string imitates_excel() {
    WorkbookParts parts = imitation();
    parts["xl/sharedStrings.xml"] = shared_strings(
        R"(<si><r><rPr><rFont val="宋体"/></rPr><t>申请</t></r><r><t xml:space="preserve">情况</t></r>)"
        R"(<rPh sb="0" eb="2"><t>シンセイ</t></rPh><phoneticPr fontId="1" type="noConversion"/></si>)"
        "<si><t>事项</t></si><si><t>_x5168_年</t></si><si><t>收到</t></si><si><t>办结</t></si><si><t>合计</t></si>");
    std::string& sheet = parts["xl/worksheets/sheet2.xml"];
    replace_all(sheet, R"(<c r="B5" t="s"><v>5</v></c>)", R"(<c r="B5" t="str"><f>"合"&amp;"计"</f><v>合计</v></c>)");
    replace_all(
        sheet, "</worksheet>",
        R"(<extLst><ext uri="x"><x14:c xmlns:x14="urn:x" r="A9"><x14:v>1</x14:v></x14:c></ext></extLst></worksheet>)");
    replace_all(parts["xl/workbook.xml"], "</sheets>", R"(<sheet name="图" sheetId="9" r:id="rId9"/></sheets>)");
    replace_all(parts["xl/_rels/workbook.xml.rels"], "</Relationships>",
                "<Relationship Id=\"rId9\" Type=\"" + link_space +
                    "/chartsheet\" Target=\"chartsheets/sheet1.xml\"/></Relationships>");
    return parts.packed();
}

/// No spaces around anything, `s` before `r`, row heights, a namespace of its own, numbers with trailing noise of
/// binary.
std::string imitates_wps() {
    WorkbookParts parts = imitation();
    std::string& sheet = parts["xl/worksheets/sheet2.xml"];
    replace_all(sheet, "<row ",
                R"(<row xmlns:w="http://www.wps.cn/officeDocument/2013/wpsCustomData" spans="1:4" customFormat="1" )");
    replace_all(sheet, "<v>7.5</v>", "<v>7.5000000000000009</v>");
    replace_all(sheet, "<v>12</v>", "<v>1.2E1</v>");
    return parts.packed();
}

/// Absolute targets, texts inline, formulas without values.
std::string imitates_openpyxl() {
    WorkbookParts parts = imitation();
    parts["_rels/.rels"] = links({{"rId1", "officeDocument", "/xl/workbook.xml"}});
    for (const char* name : {"worksheets/", "styles.xml", "sharedStrings.xml"}) {
        replace_all(parts["xl/_rels/workbook.xml.rels"], std::string("Target=\"") + name,
                    std::string("Target=\"/xl/") + name);
    }
    std::string& sheet = parts["xl/worksheets/sheet2.xml"];
    replace_all(sheet, R"(<c r="B3" t="s"><v>3</v></c>)", R"(<c r="B3" t="inlineStr"><is><t>收到</t></is></c>)");
    replace_all(sheet, "<v>24</v>", "<v/>");
    replace_all(sheet, "<v>15</v>", "");
    replace_all(sheet, "<v>19.5</v>", "<v></v>");
    return parts.packed();
}

std::string strict() {
    WorkbookParts parts = imitation();
    for (auto& [name, content] : parts.parts) {
        replace_all(content, main_space, "http://purl.oclc.org/ooxml/spreadsheetml/main");
        replace_all(content, link_space, "http://purl.oclc.org/ooxml/officeDocument/relationships");
    }
    return parts.packed();
}

std::string prefixed() {
    WorkbookParts parts = imitation();
    for (const char* name : {"xl/workbook.xml", "xl/worksheets/sheet2.xml", "xl/styles.xml", "xl/sharedStrings.xml"}) {
        std::string& content = parts[name];
        replace_all(content, "xmlns=", "xmlns:x=");
        replace_all(content, "<", "<x:");
        replace_all(content, "<x:/", "</x:");
        replace_all(content, "<x:?", "<?");
    }
    return parts.packed();
}

/// Sheet and texts in UTF-16, the workbook with a byte order mark.
std::string utf16() {
    WorkbookParts parts = imitation();
    for (const char* name : {"xl/worksheets/sheet2.xml", "xl/sharedStrings.xml"}) {
        std::string& content = parts[name];
        replace_all(content, "UTF-8", "UTF-16");
        std::string wide = "\xFF\xFE";
        for (std::size_t at = 0; at < content.size();) {  // of three UTF-8 bytes at most
            const auto byte = static_cast<unsigned char>(content[at]);
            const std::size_t length = byte < 0x80 ? 1 : byte < 0xE0 ? 2 : 3;
            unsigned code = length == 1 ? byte : byte & (length == 2 ? 0x1FU : 0x0FU);
            for (std::size_t i = 1; i < length; ++i)
                code = code << 6U | (static_cast<unsigned char>(content[at + i]) & 0x3FU);
            wide += static_cast<char>(code & 0xFFU);
            wide += static_cast<char>(code >> 8U);
            at += length;
        }
        content = wide;
    }
    parts["xl/workbook.xml"].insert(0, "\xEF\xBB\xBF");
    return parts.packed();
}

std::string backslashes() {
    WorkbookParts parts = imitation();
    for (auto& [name, content] : parts.parts) {
        replace_all(name, "/", "\\");
        replace_all(name, "sheet", "Sheet");
    }
    replace_all(parts["xl\\_rels\\workbook.xml.rels"], "worksheets/", "worksheets\\");
    return parts.packed();
}

/// Neither rows nor cells say where they are.
std::string without_places() {
    WorkbookParts parts = imitation();
    std::string& sheet = parts["xl/worksheets/sheet2.xml"];
    replace_all(sheet, R"(<c r="C6")", R"(<c/><c/><c)");
    for (const char* place : {"A1", "C2", "C3", "D3", "C4", "D4", "C5"})
        replace_all(sheet, std::string(" r=\"") + place + "\"", "");
    for (const char* place : {"B2", "B3", "B4", "B5"})
        replace_all(sheet, std::string("<c r=\"") + place + "\"", "<c/><c");
    for (const char* row : {"2", "3", "5", "6"}) replace_all(sheet, std::string("<row r=\"") + row + "\"", "<row");
    return parts.packed();
}

std::string line_ends() {
    WorkbookParts parts = imitation();
    for (const char* tag : {"<c ", "</c>", "<row", "</row>", "<sheetData", "<mergeCell "}) {
        replace_all(parts["xl/worksheets/sheet2.xml"], tag, std::string("\r\n\t") + tag);
    }
    replace_all(parts["xl/sharedStrings.xml"], "<si>", "\r\n  <si>");
    return parts.packed(true);
}

}  // namespace

std::string& WorkbookParts::operator[](const std::string& name) {
    const auto found = std::find_if(parts.begin(), parts.end(), [&](const auto& part) { return part.first == name; });
    if (found != parts.end()) return found->second;
    return parts.emplace_back(name, std::string()).second;
}

std::string WorkbookParts::packed(bool stored) const {
    ooxml::ArchiveEditor archive;
    using Packing = ooxml::ArchiveEditor::Packing;
    for (const auto& [name, content] : parts) archive.put(name, content, stored ? Packing::stored : Packing::deflated);
    return archive.finish();
}

std::string sheet_data(const std::string& rows) { return "<sheetData>" + rows + "</sheetData>"; }

WorkbookParts small_workbook(const std::string& sheet_content) {
    WorkbookParts parts;
    parts["[Content_Types].xml"] = content_types();
    parts["_rels/.rels"] = links({{"rId1", "officeDocument", "xl/workbook.xml"}});
    parts["xl/workbook.xml"] = workbook(R"(<sheet name="表一" sheetId="1" r:id="rId1"/>)");
    parts["xl/_rels/workbook.xml.rels"] =
        links({{"rId1", "worksheet", "worksheets/sheet1.xml"}, {"rId2", "sharedStrings", "sharedStrings.xml"}});
    parts["xl/worksheets/sheet1.xml"] = worksheet(sheet_content);
    parts["xl/sharedStrings.xml"] = shared_strings("<si><t>甲</t></si><si><t>乙</t></si>");
    return parts;
}

std::vector<SampleWorkbook> imitated_workbooks() {
    return {{"imitates-excel.xlsx", "", "", imitates_excel},
            {"imitates-wps.xlsx", "", "", imitates_wps},
            {"imitates-openpyxl.xlsx", "", "", imitates_openpyxl},
            {"strict.xlsx", "", "", strict},
            {"prefixed.xlsx", "", "", prefixed},
            {"utf-16.xlsx", "", "", utf16},
            {"backslashes.xlsx", "", "", backslashes},
            {"without-places.xlsx", "", "", without_places},
            {"line-ends.xlsx", "", "", line_ends}};
}

}  // namespace nianbao
