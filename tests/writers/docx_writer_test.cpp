#include "writers/docx_writer.h"

#include <doctest/doctest.h>

#include <clocale>
#include <cstdlib>
#include <ctime>

#include "composing/compose.h"
#include "ooxml/archive.h"
#include "ooxml/xml_events.h"
#include "random_report.h"
#include "templating/template_error.h"
#include "the_statute.h"
#include "writers/document_samples.h"
#include "writers/docx/table_columns.h"
#include "writers/docx/word_table.h"
#include "writers/docx/word_text.h"

using namespace nianbao;

namespace {

const SourceFiles& the_templates() {
    static const SourceFiles templates = embedded_folder("templates/");
    return templates;
}

std::string part_of(const std::string& docx, const std::string& part) { return ooxml::Archive(docx).read(part); }

std::string written(std::vector<DocumentBlock> blocks) {
    return part_of(write_docx(a_document(std::move(blocks)), the_templates()), "word/document.xml");
}

/// The sections of a body, told by a template of the test: `>` begins a page, what ends it stands in brackets.
std::string sections_of(const Document& document) {
    const std::string root = R"(<d xmlns:w="w">)";
    const std::string xml =
        part_of(write_docx(document, {{"docx/word/document.xml",
                                       root + "{{#sections}}{{#starts_page}}&gt;{{/starts_page}}{{blocks}}{{^is_last}}"
                                              "[{{end_properties}}{{end_runs}}]{{/is_last}}{{/sections}}</d>"}}),
                "word/document.xml");
    return xml.substr(root.size(), xml.size() - root.size() - 4);
}

/// What stands in the parts of a package: texts without their tags.
struct Told : ooxml::XmlHandler {
    std::string told;
    void start(const ooxml::XmlTag& tag, const ooxml::XmlAttributes& attributes) override {
        if (tag.name.local == "pStyle") told += std::string(attributes.get("val")) + ":";
        if (tag.name.local == "br") told += "/";
    }
    void end(const ooxml::XmlTag& tag) override {
        if (tag.name.local == "p") told += " ";
        if (tag.name.local == "tbl") told += "# ";
    }
    void text(std::string_view piece) override {
        if (piece.find_first_not_of("\n ") != std::string_view::npos) told += piece;
    }
};
std::string told(const std::string& xml) {
    Told handler;
    ooxml::parse_xml(xml, "test", handler);
    return handler.told;
}

Grid own_page(Grid grid) {
    grid.own_page = true;
    return grid;
}

Grid one_cell(const std::string& text) {
    return a_grid(1, 1, 0, {}, {a_cell(0, 0, 1, 1, GridCell::Role::input, text)});
}

Heading a_heading(int level, const std::string& text) { return {level, a_paragraph(text)}; }

}  // namespace

TEST_SUITE("writers: Word documents") {
    TEST_CASE("paragraphs are runs that say they are Chinese") {
        struct Case {
            std::string name;
            Paragraph paragraph;
            std::string xml;
        };
        const std::string chinese = R"(<w:rFonts w:hint="eastAsia"/>)";
        const auto run = [&](const std::string& properties, const std::string& content) {
            return "<w:r><w:rPr>" + properties + "</w:rPr>" + content + "</w:r>";
        };
        const auto text = [](const std::string& words) { return R"(<w:t xml:space="preserve">)" + words + "</w:t>"; };
        for (const Case& each : {
                 Case{"plain", a_paragraph("主动公开"), run(chinese, text("主动公开"))},
                 Case{"markup is text", a_paragraph("<b>&amp;\"'"), run(chinese, text("&lt;b&gt;&amp;amp;&quot;'"))},
                 Case{"blanks stay", a_paragraph(" 　a "), run(chinese, text(" 　a "))},
                 Case{"tabs", a_paragraph("\ta\tb"), run(chinese, "<w:tab/>" + text("a") + "<w:tab/>" + text("b"))},
                 Case{"lines", a_paragraph("甲\n乙"), run(chinese, text("甲 乙"))},
                 Case{"what XML forbids", a_paragraph("a\x01\x7F\xEF\xBF\xBE\xE2\x80\xAE"),
                      run(chinese, text("a\uFFFD\uFFFD\uFFFD\uFFFD"))},
                 Case{"strong",
                      {{Run{"强", true, std::nullopt}, Run{"弱"}}, {}, {}},
                      run(chinese + "<w:b/><w:bCs/>", text("强")) + run(chinese, text("弱"))},
                 Case{"pieces of a kind", {{Run{"甲"}, Run{"乙"}}, {}, {}}, run(chinese, text("甲乙"))},
                 Case{"changes",
                      {{Run{"删", false, std::nullopt, Run::Change::removed},
                        Run{"增", true, std::nullopt, Run::Change::added}},
                       {},
                       {}},
                      run(R"(<w:rStyle w:val="Removed"/>)" + chinese, text("删")) +
                          run(R"(<w:rStyle w:val="Added"/>)" + chinese + "<w:b/><w:bCs/>", text("增"))},
                 Case{"nothing", a_paragraph(""), ""},
             }) {
            CAPTURE(each.name);
            CHECK(docx::word_runs(each.paragraph) == each.xml);
        }
        CHECK(docx::word_paragraph("BodyText", "<r/>", "<w:keepNext/>") ==
              R"(<w:p><w:pPr><w:pStyle w:val="BodyText"/><w:keepNext/></w:pPr><r/></w:p>)");
    }

    TEST_CASE("every block has its style") {
        CHECK(told(written({a_heading(1, "题"), a_heading(2, "一、节"), a_heading(3, "（一）项"), a_heading(5, "1."),
                            a_paragraph("文"), a_paragraph("说明", Paragraph::Role::guidance),
                            a_paragraph("＿＿", Paragraph::Role::open), a_paragraph("提示", Paragraph::Role::notice),
                            Chart{}})) ==
              "Title:题 Heading2:一、节 Heading3:（一）项 Heading4:1. BodyText:文 Guidance:说明 OpenPlace:＿＿ "
              "Notice:提示 ");
    }

    TEST_CASE("a long title is broken behind the agency") {
        struct Case {
            const char *agency, *title, *told;
        };
        for (const Case& each : {
                 Case{"示例局", "示例局2024年年报", "Title:示例局2024年年报 "},
                 Case{"示例市人民政府", "示例市人民政府2024年政府信息公开工作年度报告",
                      "Title:示例市人民政府/2024年政府信息公开工作年度报告 "},
                 Case{"示例市人民政府", "二〇二四年示例市人民政府政府信息公开工作年度报告",
                      "Title:二〇二四年示例市人民政府政府信息公开工作年度报告 "},
                 Case{"", "示例市人民政府2024年政府信息公开工作年度报告",
                      "Title:示例市人民政府2024年政府信息公开工作年度报告 "},
             }) {
            Document document = a_document({a_heading(1, each.title)});
            document.agency = each.agency;
            CHECK(told(part_of(write_docx(document, the_templates()), "word/document.xml")) == each.told);
        }
    }

    TEST_CASE("a table that begins a page takes what stands above it along") {
        struct Case {
            std::string name;
            std::vector<DocumentBlock> blocks;
            std::string told;
        };
        const Heading title = a_heading(1, "题"), second = a_heading(2, "二"), third = a_heading(2, "三");
        const Paragraph text = a_paragraph("文");
        for (const Case& each : {
                 Case{"in the middle",
                      {title, second, text, third, text, own_page(one_cell("1")), text},
                      ">Title:题 Heading2:二 [BodyText:文]>Heading2:三 BodyText:文 TableValue:1 # [SectionEnd:]"
                      "BodyText:文 "},
                 Case{"behind another table",
                      {second, one_cell("2"), third, own_page(one_cell("1"))},
                      ">Heading2:二 TableValue:2 # [SectionEnd:]>Heading2:三 TableValue:1 # SectionEnd: "},
                 Case{"first of all",
                      {third, own_page(one_cell("1")), text},
                      ">Heading2:三 TableValue:1 # [SectionEnd:]BodyText:文 "},
                 Case{"without a heading",
                      {text, own_page(one_cell("1")), text},
                      ">BodyText:文 TableValue:1 # [SectionEnd:]BodyText:文 "},
                 Case{"tables beside each other stay apart",
                      {one_cell("1"), one_cell("2"), text},
                      ">TableValue:1 # SectionEnd: TableValue:2 # BodyText:文 "},
                 Case{"a table at the end", {one_cell("1")}, ">TableValue:1 # SectionEnd: "},
                 Case{"nothing", {}, ">"},
                 Case{"a table without places", {Grid{}, text}, ">BodyText:文 "},
             }) {
            CAPTURE(each.name);
            CHECK(told(R"(<d xmlns:w="w">)" + sections_of(a_document(each.blocks)) + "</d>") == each.told);
        }
    }

    TEST_CASE("a table with every merge written") {
        const auto cell = [](int width, const std::string& merge, const std::string& style, const std::string& text,
                             bool keeps = false) {
            return "<w:tc><w:tcPr><w:tcW w:w=\"" + std::to_string(width) + "\" w:type=\"dxa\"/>" + merge +
                   "<w:vAlign w:val=\"center\"/></w:tcPr><w:p><w:pPr><w:pStyle w:val=\"" + style + "\"/>" +
                   (keeps ? "<w:keepNext/>" : "") + "</w:pPr>" +
                   (text.empty() ? "" : docx::word_runs(a_paragraph(text))) + "</w:p></w:tc>";
        };
        const std::string restart = R"(<w:vMerge w:val="restart"/>)", on = R"(<w:vMerge w:val="continue"/>)";
        const auto span = [](int columns) { return "<w:gridSpan w:val=\"" + std::to_string(columns) + "\"/>"; };
        const std::string head = "<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>";
        const std::string row = "<w:tr><w:trPr><w:cantSplit/></w:trPr>", end = "</w:tr>\n";
        Grid grid = nested_grid();
        grid.widths = {1, 2, 1, 1, 1};
        const std::string v = "TableValue", h = "TableHead", s = "TableSide";
        CHECK(docx::word_table(grid) ==
              R"(<w:tbl><w:tblPr><w:tblStyle w:val="ReportTable"/><w:tblW w:w="8844" w:type="dxa"/>)"
              R"(<w:jc w:val="center"/><w:tblLayout w:type="fixed"/><w:tblLook w:val="0000"/></w:tblPr><w:tblGrid>)"
              R"(<w:gridCol w:w="1474"/><w:gridCol w:w="2948"/><w:gridCol w:w="1474"/><w:gridCol w:w="1474"/>)"
              R"(<w:gridCol w:w="1474"/></w:tblGrid>)"
              "\n" +
                  head + cell(4422, span(2) + restart, h, "角", true) + cell(4422, span(3), h, "申请人", true) + end +
                  head + cell(4422, span(2) + on, v, "", true) + cell(1474, "", h, "甲", true) +
                  cell(1474, "", h, "乙", true) + cell(1474, "", h, "计", true) + end + row +
                  cell(4422, span(2), s, "一、新收") + cell(1474, "", v, "1") + cell(1474, "", v, "2") +
                  cell(1474, "", v, "3") + end + row + cell(1474, restart, s, "二、结果") +
                  cell(2948, "", s, "1.公开") + cell(1474, "", v, "4") + cell(1474, "", v, "5") +
                  cell(1474, "", v, "9") + end + row + cell(1474, on, v, "") + cell(2948, "", s, "2.其他") +
                  cell(1474, "", v, "6") + cell(1474, "", v, "7") + cell(1474, "", v, "13") + end + "</w:tbl>");
    }

    TEST_CASE("one head is repeated, bands with heads of their own are kept together") {
        const auto count = [](const std::string& text, const std::string& part) {
            std::size_t found = 0;
            for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++found;
            return found;
        };
        const std::string one = docx::word_table(grouped_grid()), several = docx::word_table(banded_grid());
        CHECK(count(one, "<w:tblHeader/>") == 3);
        CHECK(count(one, "<w:cantSplit/>") == 4);
        CHECK(count(several, "<w:tblHeader/>") == 0);
        CHECK(count(several, "<w:cantSplit/>") == 6);
        CHECK(count(several, "<w:keepNext/>") == 7);  // the cells of all rows but the last of each band
    }

    TEST_CASE("columns are as wide as published, and no number is broken") {
        using docx::table_columns;
        using docx::Twips;
        const auto row = [](std::vector<std::string> texts, std::vector<std::uint16_t> widths) {
            Grid grid = a_grid(1, static_cast<int>(texts.size()), 0, {}, {});
            for (std::size_t c = 0; c < texts.size(); ++c)
                grid.cells.push_back(a_cell(0, static_cast<int>(c), 1, 1, GridCell::Role::input, texts[c]));
            grid.widths = std::move(widths);
            return grid;
        };
        using Widths = std::vector<Twips>;
        CHECK(table_columns(row({"1", "2", "3"}, {}), 1000, 100, 20) == Widths{333, 333, 334});
        CHECK(table_columns(row({"1", "2", "3"}, {1, 2, 2}), 1000, 100, 20) == Widths{200, 400, 400});
        CHECK(table_columns(row({"1", "2"}, {1, 2, 2}), 1000, 100, 20) == Widths{500, 500});
        CHECK(table_columns(row({"123456", "2", "3"}, {1, 2, 2}), 1000, 100, 20) == Widths{366, 317, 317});
        CHECK(table_columns(row({"123456", "123456"}, {1, 3}), 500, 100, 20) == Widths{125, 375});  // no room anywhere
        for (const Form* form : {&form_2021(), &form_2019()}) {
            const Document document = compose_document(RandomReport(5).make(*form), *form, the_templates());
            for (const DocumentBlock& block : document.blocks) {
                const auto* grid = std::get_if<Grid>(&block);
                if (!grid) continue;
                CHECK(grid->widths.size() == grid->columns);
                Twips all = 0;
                for (const Twips width : table_columns(*grid, docx::text_width, 180, 56)) all += width;
                CHECK(all == docx::text_width);
                CHECK(grid->own_page == (grid->table == form->tables[1].id));
            }
        }
    }

    TEST_CASE("what a document says of itself") {
        Document document = a_document({a_heading(2, "一、<节>"), a_paragraph("说明", Paragraph::Role::guidance),
                                        a_paragraph("说明", Paragraph::Role::guidance)});
        document.title = "甲&乙";
        document.agency = "示例局";
        document.year = 2024;
        document.properties = {{"kind", "department"}, {"published", "2025-01-20"}};
        const std::string docx = write_docx(document, the_templates());
        CHECK(part_of(docx, "docProps/core.xml").find("<dc:title>甲&amp;乙</dc:title>") != std::string::npos);
        CHECK(part_of(docx, "docProps/core.xml").find("<dc:creator>示例局</dc:creator>") != std::string::npos);
        CHECK(part_of(docx, "docProps/core.xml").find(">2025-01-01T00:00:00Z<") != std::string::npos);
        const std::string custom = part_of(docx, "docProps/custom.xml");
        CHECK(custom.find("  <property fmtid=\"{D5CDD505-2E9C-101B-9397-08002B2CF9AE}\" pid=\"2\" "
                          "name=\"nianbao.kind\"><vt:lpwstr>department</vt:lpwstr></property>\n") != std::string::npos);
        CHECK(custom.find("pid=\"3\" name=\"nianbao.own_lines\"><vt:lpwstr>16d86fec</vt:lpwstr>") != std::string::npos);
        CHECK(custom.find("pid=\"4\" name=\"nianbao.published\"><vt:lpwstr>2025-01-20</vt:lpwstr>") !=
              std::string::npos);
        CHECK(custom.find("pid=\"5\" name=\"nianbao.sections\"><vt:lpwstr>1</vt:lpwstr>") != std::string::npos);
        document.properties.clear();
        CHECK(part_of(write_docx(document, the_templates()), "docProps/custom.xml").find("nianbao") ==
              std::string::npos);
    }

    TEST_CASE("a draft says so at the head of every page and not in its text") {
        Document document = a_document({a_paragraph("草稿：未定", Paragraph::Role::notice), a_paragraph("文")});
        document.draft = true;
        const std::string docx = write_docx(document, the_templates());
        CHECK(told(part_of(docx, "word/document.xml")) == "BodyText:文 ");
        CHECK(told(part_of(docx, "word/header.xml")) == "Header:草稿：未定 ");
        document.draft = false;
        CHECK(told(part_of(write_docx(document, the_templates()), "word/header.xml")) == "Header: ");
    }

    TEST_CASE("the page of GB/T 9704, Chinese fonts in every style of text") {
        const std::string docx = write_docx(a_document({}), the_templates());
        const std::string main = part_of(docx, "word/document.xml");
        for (const char* wanted :
             {R"(<w:pgSz w:w="11906" w:h="16838"/>)",
              R"(<w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1588")", R"(w:linePitch="579")",
              R"(<w:footerReference w:type="default" r:id="rId5"/><w:footerReference w:type="even" r:id="rId6"/>)"}) {
            CHECK(main.find(wanted) != std::string::npos);
        }
        CHECK(part_of(docx, "word/settings.xml").find("<w:evenAndOddHeaders/>") != std::string::npos);
        const std::string styles = part_of(docx, "word/styles.xml");
        CHECK(styles.find("Theme") == std::string::npos);
        for (std::size_t at = styles.find("<w:style w:type=\"paragraph\""); at != std::string::npos;
             at = styles.find("<w:style w:type=\"paragraph\"", at + 1)) {
            const std::string style = styles.substr(at, styles.find("</w:style>", at) - at);
            CAPTURE(style);
            CHECK(style.find("w:eastAsia=") != std::string::npos);
        }
    }

    TEST_CASE("the files of the templates are the parts, in any order of their own") {
        SourceFiles templates = the_templates();
        templates["docx/word/media/logo.png"] = "\x89PNG {{not a tag";
        templates["docx/README.md"] = "{{nothing}}";
        const std::string docx = write_docx(a_document({}), templates);
        CHECK(ooxml::Archive(docx).parts() ==
              std::vector<std::string>{"[Content_Types].xml", "word/document.xml", "_rels/.rels", "docProps/app.xml",
                                       "docProps/core.xml", "docProps/custom.xml", "word/_rels/document.xml.rels",
                                       "word/fontTable.xml", "word/footer-even.xml", "word/footer-odd.xml",
                                       "word/header.xml", "word/media/logo.png", "word/settings.xml",
                                       "word/styles.xml"});
        CHECK(part_of(docx, "word/media/logo.png") == "\x89PNG {{not a tag");
    }

    TEST_CASE("a template that comes to no sound XML is named") {
        SourceFiles templates = the_templates();
        templates["docx/word/header.xml"] = "<a>\n<b>{{title}}</a>";
        try {
            (void)write_docx(a_document({}), templates);
            FAIL("written all the same");
        } catch (const TemplateError& error) {
            CHECK(error.place.file == "docx/word/header.xml");
            CHECK(error.message.zh == "按此模板生成的XML第2行有误（mismatched tag）");
        }
        templates["docx/word/header.xml"] = "<a>{{titel}}</a>";
        CHECK_THROWS_AS((void)write_docx(a_document({}), templates), TemplateError);
    }

    TEST_CASE("the same document gives the same bytes in every time zone and locale") {
        const Document document = compose_document(RandomReport(3).make(form_2021()), form_2021(), the_templates());
        const std::string once = write_docx(document, the_templates());
        for (const char* zone : {"UTC", "Asia/Shanghai", "America/New_York"}) {
            setenv("TZ", zone, 1);
            tzset();
            for (const char* locale : {"C", "C.UTF-8", "de_DE.UTF-8"}) {
                std::setlocale(LC_ALL, locale);
                CHECK(write_docx(document, the_templates()) == once);
            }
        }
        std::setlocale(LC_ALL, "C");
        unsetenv("TZ");
        tzset();
    }
}
