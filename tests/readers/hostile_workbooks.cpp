#include <cstdint>
#include <string>
#include <vector>

#include "ooxml/raw_archive.h"
#include "readers/workbook_samples.h"

namespace nianbao {
namespace {

constexpr std::size_t mebibyte = 1U << 20U;
const std::string sheet_part = "xl/worksheets/sheet1.xml";

std::string repeated(std::size_t times, const std::string& piece) {
    std::string text;
    text.reserve(times * piece.size());
    for (std::size_t i = 0; i < times; ++i) text += piece;
    return text;
}

std::string number(std::size_t value) { return std::to_string(value); }

std::string sound() {
    return small_workbook(sheet_data(R"(<row r="1"><c r="A1" t="s"><v>0</v></c></row>)")).packed(true);
}

/// With this inside `<worksheet>`.
std::string with_sheet(const std::string& content) { return small_workbook(content).packed(); }
std::string with_cells(const std::string& cells) { return with_sheet(sheet_data("<row r=\"1\">" + cells + "</row>")); }

std::vector<RawEntry> stored_entries(const WorkbookParts& parts) {
    std::vector<RawEntry> entries;
    for (const auto& [name, content] : parts.parts) entries.push_back(stored_entry(name, content));
    return entries;
}
std::vector<RawEntry> sound_entries() { return stored_entries(small_workbook(sheet_data(""))); }

/// The entry with the sheet.
RawEntry& sheet_of(std::vector<RawEntry>& entries) {
    for (RawEntry& entry : entries) {
        if (entry.name == sheet_part) return entry;
    }
    return entries.front();
}

template <typename Change>
std::string with_entries(const Change& change) {
    std::vector<RawEntry> entries = sound_entries();
    change(entries);
    return raw_archive(entries);
}

template <typename Change>
std::string with_parts(const Change& change) {
    WorkbookParts parts = small_workbook(sheet_data(R"(<row r="1"><c r="A1"><v>1</v></c></row>)"));
    change(parts);
    return parts.packed();
}

std::string replaced(std::string text, const std::string& from, const std::string& to) {
    const std::size_t at = text.find(from);
    return at == std::string::npos ? text : text.replace(at, from.size(), to);
}

void change_links(WorkbookParts& parts, const std::string& from, const std::string& to) {
    std::string& links = parts["xl/_rels/workbook.xml.rels"];
    links = replaced(links, from, to);
}

/// `each(n)` for n from 0.
template <typename Each>
std::string joined(std::size_t count, const Each& each) {
    std::string text;
    for (std::size_t i = 0; i < count; ++i) text += each(i);
    return text;
}

/// Cells A1, A2, …, with this inside.
std::string column_of(std::size_t count, const std::string& attributes, const std::string& content) {
    return sheet_data(joined(count, [&](std::size_t i) {
        return "<row r=\"" + number(i + 1) + "\"><c r=\"A" + number(i + 1) + "\"" + attributes + ">" + content +
               "</c></row>";
    }));
}

std::string many_entries(std::size_t count, int told) {
    std::vector<RawEntry> entries = sound_entries();
    for (std::size_t i = 0; i < count; ++i) entries.push_back(stored_entry("x" + number(i), ""));
    return raw_archive(entries, told);
}

std::string little_endian(std::uint64_t value) {
    std::string bytes;
    for (unsigned i = 0; i < 8; ++i) bytes += static_cast<char>(value >> 8U * i & 0xFFU);
    return bytes;
}

/// A 64-bit end record that tells of 2^40 entries.
std::string billions_of_entries() {
    std::string archive = raw_archive(sound_entries());
    const std::size_t end = archive.rfind("PK\5\6");
    const std::uint64_t entries = std::uint64_t{1} << 40U;
    const std::string record = "PK\6\6" + little_endian(44) + std::string(12, '\0') + little_endian(entries) +
                               little_endian(entries) + little_endian(1'000) + little_endian(0);
    const std::string locator = "PK\6\7" + std::string(4, '\0') + little_endian(end) + std::string("\1\0\0\0", 4);
    return archive.insert(end, record + locator);
}

std::string other_package(const std::string& main, const std::string& type) {
    WorkbookParts parts;
    parts["[Content_Types].xml"] =
        "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Override PartName=\"/" + main +
        "\" ContentType=\"application/vnd." + type + "\"/></Types>";
    parts["_rels/.rels"] =
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"a\" "
        "Type=\"http://x/officeDocument\" Target=\"" +
        main + "\"/></Relationships>";
    parts[main] =
        "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body/></w:document>";
    return parts.packed();
}

/// The container of old Office files, as far as its names of streams.
std::string old_office(const std::string& stream) {
    std::string bytes("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8);
    bytes += std::string(1'016, '\0');
    for (const char c : stream) bytes += std::string(1, c) + '\0';
    return bytes + std::string(64, '\0');
}

/// A sheet that unpacks to 60 MiB and has nothing in it.
std::string empty_rows() {
    std::string rows;
    for (std::size_t i = 1; rows.size() < 60 * mebibyte && i <= 1'048'576; ++i) {
        rows += "<row r=\"" + number(i) + "\" spans=\"1:16\" s=\"1\" customFormat=\"1\" ht=\"14.25\"/>";
    }
    return with_sheet(sheet_data(rows));
}

/// As much as is let through: every limit nearly reached, in a file that is nearly too large itself.
std::string heaviest() {
    constexpr std::size_t cells = 49'990;
    WorkbookParts parts = small_workbook(sheet_data(joined(cells, [](std::size_t i) {
        const std::string row = number(i + 1);
        return "<row r=\"" + row + "\"><c r=\"A" + row + "\" t=\"s\"><f>SUM(B" + row + ":CC1)&amp;\"\"</f><v>" +
               number(i) + "</v></c></row>";
    })));
    parts["xl/sharedStrings.xml"] =
        "<sst xmlns=\"x\">" +
        joined(cells, [](std::size_t i) { return "<si><t>text no. " + number(i) + repeated(10, ".") + "</t></si>"; }) +
        "</sst>";
    std::vector<RawEntry> entries;
    for (const auto& [name, content] : parts.parts) entries.push_back(stored_entry(name, content));
    std::size_t size = raw_archive(entries).size();
    entries.push_back(stored_entry("xl/media/image1.png", std::string(8 * mebibyte - size - 1'000, 'x')));
    return raw_archive(entries);
}

/// As many texts as are let through, each in the shared strings, as a formula's result and as its stored result.
std::string heaviest_texts() {
    constexpr std::size_t cells = 100, length = 40'000;
    WorkbookParts parts = small_workbook(sheet_data(joined(cells, [](std::size_t i) {
        return "<row r=\"" + number(i + 1) + "\"><c t=\"s\"><f>A1</f><v>" + number(i) + "</v></c></row>";
    })));
    parts["xl/sharedStrings.xml"] =
        "<sst xmlns=\"x\">" + repeated(200, "<si><t>" + std::string(length, 'x') + "</t></si>") + "</sst>";
    return parts.packed(true);
}

std::string different_names() {
    return with_sheet(joined(400'000, [](std::size_t i) { return "<a" + number(i * 7'919) + "/>"; }));
}

std::string text_of_no_pattern(std::size_t size) {
    std::string text;
    std::uint32_t state = 1;
    while (text.size() < size) {
        state = state * 1'664'525U + 1'013'904'223U;
        text += static_cast<char>('a' + (state >> 24U) % 26);
    }
    return text;
}

std::vector<SampleWorkbook> wrong_archives() {
    return {
        {"zero-bytes.xlsx", "i.not-a-report", "empty", [] { return std::string(); }},
        {"bomb-of-1.5-gib.xlsx", "i.limit", "part",
         [] {
             return with_entries(
                 [](auto& all) { sheet_of(all) = zeros_entry(sheet_part, 1'536 * mebibyte, 1'536U << 20U); });
         }},
        {"bomb-in-forty-parts.xlsx", "i.limit", "unpacked",
         [] {
             return with_entries([](auto& all) {
                 for (int i = 0; i < 40; ++i)
                     all.push_back(zeros_entry("x" + std::to_string(i), 3 * mebibyte + mebibyte / 2, 7U << 19U));
             });
         }},
        {"bomb-that-lies.xlsx", "i.syntax", "part-damaged",
         [] {
             return with_entries([](auto& all) { sheet_of(all) = zeros_entry(sheet_part, 300 * mebibyte, 1'000); });
         }},
        {"bomb-of-blanks.xlsx", "i.limit", "ratio", [] { return with_sheet(std::string(32 * mebibyte, ' ')); }},
        {"too-large.xlsx", "i.limit", "size",
         [] {
             return with_entries([](auto& all) { all.push_back(stored_entry("x", std::string(9 * mebibyte, 'x'))); });
         }},
        {"truncated.xlsx", "i.syntax", "archive", [] { return sound().substr(0, sound().size() * 6 / 10); }},
        {"end-missing.xlsx", "i.syntax", "archive", [] { return sound().substr(0, sound().size() - 10); }},
        {"wrong-size.xlsx", "i.syntax", "archive",
         [] { return with_entries([](auto& all) { sheet_of(all).local_size += 5; }); }},
        {"wrong-size-twice.xlsx", "i.syntax", "part-damaged",
         [] { return with_entries([](auto& all) { sheet_of(all).size = sheet_of(all).local_size -= 5; }); }},
        {"wrong-sum.xlsx", "i.syntax", "part-damaged",
         [] { return with_entries([](auto& all) { sheet_of(all).crc ^= 1U; }); }},
        {"unknown-packing.xlsx", "i.syntax", "part-damaged",
         [] { return with_entries([](auto& all) { sheet_of(all).method = 12; }); }},
        {"locked-entry.xlsx", "i.not-a-report", "locked-archive",
         [] { return with_entries([](auto& all) { sheet_of(all).flags = 1; }); }},
        {"entry-twice.xlsx", "i.duplicate-key", "part",
         [] { return with_entries([](auto& all) { all.push_back(sheet_of(all)); }); }},
        {"entry-twice-by-case.xlsx", "i.duplicate-key", "part",
         [] {
             return with_entries([](auto& all) { all.push_back(stored_entry("XL/WorkSheets/Sheet1.XML", "<a/>")); });
         }},
        {"entry-twice-by-slash.xlsx", "i.duplicate-key", "part",
         [] {
             return with_entries([](auto& all) { all.push_back(stored_entry("xl\\worksheets/sheet1.xml", "<a/>")); });
         }},
        {"many-entries.xlsx", "i.limit", "entries", [] { return many_entries(5'000, -1); }},
        {"many-entries-untold.xlsx", "i.limit", "entries", [] { return many_entries(70'000, 6); }},
        {"billions-of-entries.xlsx", "i.limit", "entries", billions_of_entries},
    };
}

std::vector<SampleWorkbook> other_files() {
    return {
        {"password.xlsx", "i.not-a-report", "password", [] { return old_office("EncryptedPackage"); }},
        {"old.xls", "i.not-a-report", "xls", [] { return old_office("Workbook"); }},
        {"older.xls", "i.not-a-report", "xls", [] { return old_office("Book"); }},
        {"old.doc", "i.not-a-report", "doc", [] { return old_office("WordDocument"); }},
        {"web-page.xls", "i.not-a-report", "web-page",
         [] {
             return std::string("\xEF\xBB\xBF\r\n<HTML xmlns:x=\"urn:schemas-microsoft-com:office:excel\"><table>");
         }},
        {"xml-of-2003.xls", "i.not-a-report", "xml-workbook",
         [] {
             return std::string(
                 "<?xml version=\"1.0\"?><?mso-application progid=\"Excel.Sheet\"?><Workbook "
                 "xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\"/>");
         }},
        {"comma-separated.xlsx", "i.not-a-report", "not-a-workbook",
         [] { return std::string("事项,全年\n收到,12\n"); }},
        {"page.pdf", "i.not-a-report", "pdf-file", [] { return std::string("%PDF-1.4\n"); }},
        {"letter.docx", "i.not-a-report", "docx",
         [] {
             return other_package("word/document.xml",
                                  "openxmlformats-officedocument.wordprocessingml.document.main+xml");
         }},
        {"slides.pptx", "i.not-a-report", "pptx",
         [] {
             return other_package("ppt/x.xml", "openxmlformats-officedocument.presentationml.presentation.main+xml");
         }},
        {"binary.xlsb", "i.not-a-report", "xlsb",
         [] { return other_package("xl/workbook.bin", "ms-excel.sheet.binary.macroEnabled.main"); }},
        {"sheet.ods", "i.not-a-report", "open-document",
         [] { return raw_archive({stored_entry("mimetype", "application/vnd.oasis.opendocument.spreadsheet")}); }},
        {"plain.zip", "i.not-a-report", "plain-zip", [] { return raw_archive({stored_entry("年报.json", "{}")}); }},
        {"no-sheets.xlsx", "i.not-a-report", "no-sheets",
         [] {
             return with_parts([](WorkbookParts& parts) {
                 parts["xl/workbook.xml"] = replaced(parts["xl/workbook.xml"], "<sheet ", "<other ");
             });
         }},
    };
}

std::vector<SampleWorkbook> wrong_packages() {
    return {
        {"entity-bomb.xlsx", "i.syntax", "doctype",
         [] {
             return with_parts([](WorkbookParts& parts) {
                 parts[sheet_part] = "<!DOCTYPE a [<!ENTITY a \"" + std::string(1'000, 'a') + "\"><!ENTITY b \"" +
                                     repeated(1'000, "&a;") + "\">]><worksheet>&b;</worksheet>";
             });
         }},
        {"outer-entity.xlsx", "i.syntax", "doctype",
         [] {
             return with_parts([](WorkbookParts& parts) {
                 parts["xl/sharedStrings.xml"] =
                     "<!DOCTYPE a SYSTEM \"file:///etc/passwd\"><sst><si><t>&a;</t></si></sst>";
             });
         }},
        {"broken-xml.xlsx", "i.syntax", "part-xml", [] { return with_sheet("<sheetData><row></sheetData>"); }},
        {"broken-text.xlsx", "i.syntax", "part-xml", [] { return with_sheet("\xC0\x80\xFF"); }},
        {"deep.xlsx", "i.limit", "part-depth", [] { return with_sheet(repeated(100'000, "<a>")); }},
        {"huge-attribute.xlsx", "i.limit", "part-markup",
         [] { return with_sheet("<a b=\"" + text_of_no_pattern(8 * mebibyte) + "\"/>"); }},
        {"different-names.xlsx", "i.limit", "part-markup", different_names},
        {"outside.xlsx", "i.syntax", "outside",
         [] {
             return with_parts(
                 [](auto& parts) { change_links(parts, "worksheets/sheet1.xml", "../../../etc/passwd"); });
         }},
        {"by-url.xlsx", "i.syntax", "outside",
         [] {
             return with_parts([](auto& parts) { change_links(parts, "worksheets/sheet1.xml", "file:///etc/passwd"); });
         }},
        {"external.xlsx", "i.syntax", "missing-sheet",
         [] {
             return with_parts([](auto& parts) {
                 change_links(parts, "Target=\"worksheets/sheet1.xml\"",
                              "TargetMode=\"External\" Target=\"/etc/passwd\"");
             });
         }},
        {"loop.xlsx", "i.syntax", "part-root",
         [] { return with_parts([](auto& parts) { change_links(parts, "worksheets/sheet1.xml", "workbook.xml"); }); }},
        {"links-of-links.xlsx", "i.syntax", "part-root",
         [] {
             return with_parts(
                 [](auto& parts) { change_links(parts, "worksheets/sheet1.xml", "_rels/workbook.xml.rels"); });
         }},
        {"sheet-missing.xlsx", "i.syntax", "missing-sheet",
         [] { return with_parts([](auto& parts) { change_links(parts, "sheet1.xml", "sheet9.xml"); }); }},
        {"texts-missing.xlsx", "i.syntax", "missing-part",
         [] { return with_parts([](auto& parts) { change_links(parts, "sharedStrings.xml", "texts.xml"); }); }},
        {"one-part-for-all-sheets.xlsx", "i.duplicate-key", "sheet-part",
         [] {
             return with_parts([](WorkbookParts& parts) {
                 parts["xl/workbook.xml"] = replaced(parts["xl/workbook.xml"], "</sheets>",
                                                     repeated(200, R"(<sheet name="x" r:id="rId1"/>)") + "</sheets>");
             });
         }},
        {"many-sheets.xlsx", "i.limit", "sheets",
         [] {
             return with_parts([](WorkbookParts& parts) {
                 parts["xl/workbook.xml"] = replaced(parts["xl/workbook.xml"], "</sheets>",
                                                     repeated(300, R"(<sheet name="x" r:id="rId1"/>)") + "</sheets>");
             });
         }},
        {"many-links.xlsx", "i.limit", "part-markup",
         [] {
             return with_parts([](auto& parts) {
                 change_links(parts, "</Relationships>",
                              repeated(80'000, R"(<Relationship Id="x" Type="a/b" Target="c"/>)") + "</Relationships>");
             });
         }},
    };
}

std::vector<SampleWorkbook> wrong_sheets() {
    return {
        {"row-4294967295.xlsx", "i.syntax", "cell-reference",
         [] { return with_sheet(sheet_data(R"(<row r="4294967295"><c r="A4294967295"><v>1</v></c></row>)")); }},
        {"row-past-the-last.xlsx", "i.syntax", "cell-reference",
         [] { return with_sheet(sheet_data(R"(<row r="1048576"/><row><c><v>1</v></c></row>)")); }},
        {"column-zzzzzz.xlsx", "i.syntax", "cell-reference",
         [] { return with_cells(R"(<c r="ZZZZZZ9"><v>1</v></c>)"); }},
        {"column-past-the-last.xlsx", "i.syntax", "cell-reference",
         [] { return with_cells(R"(<c r="XFD1"/><c><v>1</v></c>)"); }},
        {"merge-nowhere.xlsx", "i.syntax", "cell-reference",
         [] { return with_sheet(sheet_data("") + R"(<mergeCells><mergeCell ref="A0:B2"/></mergeCells>)"); }},
        {"merge-of-the-sheet.xlsx", "", "",
         [] { return with_sheet(sheet_data("") + R"(<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>)"); }},
        {"many-merges.xlsx", "i.limit", "merges",
         [] {
             return with_sheet(sheet_data("") + "<mergeCells>" +
                               joined(20'000,
                                      [](std::size_t i) {
                                          return "<mergeCell ref=\"A" + number(2 * i + 1) + ":A" + number(2 * i + 2) +
                                                 "\"/>";
                                      }) +
                               "</mergeCells>");
         }},
        {"cell-twice.xlsx", "i.duplicate-key", "cell",
         [] { return with_cells(R"(<c r="B1"><v>1</v></c><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c>)"); }},
        {"no-such-text.xlsx", "i.syntax", "cell-string", [] { return with_cells(R"(<c r="C1" t="s"><v>2</v></c>)"); }},
        {"text-number-minus-1.xlsx", "i.syntax", "cell-string", [] { return with_cells(R"(<c t="s"><v>-1</v></c>)"); }},
        {"not-a-number.xlsx", "i.syntax", "cell-number", [] { return with_cells(R"(<c><v>NaN</v></c>)"); }},
        {"infinite.xlsx", "i.syntax", "cell-number", [] { return with_cells(R"(<c><v>1E999</v></c>)"); }},
        {"formula-of-nothing.xlsx", "i.syntax", "cell-formula",
         [] { return with_cells(R"(<c><f t="shared" si="7"/><v>1</v></c>)"); }},
        {"many-cells.xlsx", "i.limit", "cells", [] { return with_sheet(column_of(100'000, "", "<v>1</v>")); }},
        {"long-text.xlsx", "i.limit", "cell",
         [] {
             return with_cells("<c t=\"inlineStr\"><is><t>" + text_of_no_pattern(3 * mebibyte / 2) + "</t></is></c>");
         }},
        {"long-shared-text.xlsx", "i.limit", "shared-text",
         [] {
             return with_parts([](WorkbookParts& parts) {
                 parts["xl/sharedStrings.xml"] =
                     "<sst><si><t>" + text_of_no_pattern(3 * mebibyte / 2) + "</t></si></sst>";
             });
         }},
        {"text-bomb.xlsx", "i.limit", "cell-text",
         [] {
             WorkbookParts parts = small_workbook(column_of(49'000, " t=\"s\"", "<v>0</v>"));
             parts["xl/sharedStrings.xml"] = "<sst><si><t>" + std::string(32'767, 'x') + "</t></si></sst>";
             return parts.packed();
         }},
        {"formula-bomb.xlsx", "i.limit", "cell-text",
         [] {
             const std::string first =
                 "<row r=\"1\"><c r=\"B1\"><f t=\"shared\" si=\"0\">" + repeated(2'000, "A1+") + "A1</f></c></row>";
             std::string rows = first + joined(49'000, [](std::size_t i) {
                                    return "<row r=\"" + number(i + 2) + "\"><c><f t=\"shared\" si=\"0\"/></c></row>";
                                });
             return with_sheet(sheet_data(rows));
         }},
        {"empty-rows-of-60-mib.xlsx", "", "", empty_rows},
        {"heaviest.xlsx", "", "", heaviest},
        {"heaviest-texts.xlsx", "", "", heaviest_texts},
    };
}

}  // namespace

std::vector<SampleWorkbook> hostile_workbooks() {
    std::vector<SampleWorkbook> all;
    for (const auto& group : {wrong_archives(), other_files(), wrong_packages(), wrong_sheets()}) {
        all.insert(all.end(), group.begin(), group.end());
    }
    return all;
}

}  // namespace nianbao
