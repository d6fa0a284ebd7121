// Law "round trip" for Word documents: what we write comes back whole, narrative, cells and what properties hold; also
// behind what other offices and people make of the file.
#include <doctest/doctest.h>

#include <functional>
#include <regex>

#include "composing/compose.h"
#include "derive/blank.h"
#include "ooxml/archive.h"
#include "readers/docx_reader.h"
#include "recognition/page_recognition.h"
#include "the_statute.h"
#include "unicode/utf8.h"
#include "whole_report.h"
#include "writers/docx_writer.h"

using namespace nianbao;

namespace {

const SourceFiles& the_templates() {
    static const SourceFiles templates = embedded_folder("templates/");
    return templates;
}

std::string docx_of(const Report& report, const Form& form, const ComposeOptions& options = {}) {
    return write_docx(compose_document(report, form, the_templates(), options), the_templates());
}

Report read_back(const std::string& docx) { return recognise_page(read_docx(docx), the_statute()).report; }

using Change = std::function<std::string(std::string)>;

std::string changed(const std::string& docx, const std::string& part, const Change& change) {
    ooxml::ArchiveEditor editor(docx);
    editor.put(part, change(ooxml::Archive(docx).read(part)));
    return editor.finish();
}

std::string in_body(const std::string& docx, const Change& change) {
    return changed(docx, "word/document.xml", change);
}

std::string replaced(std::string text, const std::string& from, const std::string& to) {
    for (auto at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
        text.replace(at, from.size(), to);
    return text;
}

/// Each text in two runs.
std::string cut_behind_first_signs(const std::string& xml) {
    const std::string tag = R"(<w:t xml:space="preserve">)";
    std::string made;
    std::size_t done = 0;
    for (auto at = xml.find(tag); at != std::string::npos; at = xml.find(tag, done)) {
        std::size_t behind = at + tag.size();
        if (xml[behind] == '&') {
            behind = xml.find(';', behind) + 1;
        } else {
            static_cast<void>(next_code_point(xml, behind));
        }
        made += xml.substr(done, behind - done) + "</w:t></w:r><w:r>" + tag;
        done = behind;
    }
    return made + xml.substr(done);
}

/// The numbers in the empty cells of tables, one after another; not in those that a merge goes on in.
std::string filled_in(std::string xml, const std::vector<std::string>& numbers) {
    std::size_t next = 0;
    for (auto cell = xml.find("<w:tc>"); cell != std::string::npos; cell = xml.find("<w:tc>", cell + 1)) {
        const std::string content = xml.substr(cell, xml.find("</w:tc>", cell) - cell);
        if (content.find("TableValue") == std::string::npos || content.find("continue") != std::string::npos) continue;
        xml.insert(cell + content.find("</w:p>"), "<w:r><w:t>" + numbers.at(next++) + "</w:t></w:r>");
    }
    CHECK(next == numbers.size());
    return xml;
}

}  // namespace

TEST_SUITE("round trip: Word documents") {
    TEST_CASE("they come back whole") {
        for (std::uint32_t seed = 1; seed <= 60; ++seed) {
            for (const Form* form : {&form_2021(), &form_2019()}) {
                CAPTURE(seed);
                const Report report = full_report(seed, *form, seed > 30);
                check_same(read_back(docx_of(report, *form)), as_printed(report, *form), *form);
            }
        }
    }

    TEST_CASE("other ways of writing the same are read the same") {
        const std::vector<std::pair<std::string, Change>> ways{
            {"no grid of a table",
             [](const std::string& xml) {
                 return std::regex_replace(xml, std::regex("<w:tblGrid>.*?</w:tblGrid>"), "");
             }},
            {"a merge that goes on says so by being there",
             [](const std::string& xml) { return replaced(xml, R"(<w:vMerge w:val="continue"/>)", "<w:vMerge/>"); }},
            {"text cut over runs", [](const std::string& xml) { return cut_behind_first_signs(xml); }},
            {"attributes of Word 2010",
             [](const std::string& xml) {
                 const std::string declared = replaced(
                     xml, "<w:document ",
                     "<w:document xmlns:w14=\"http://schemas.microsoft.com/office/word/2010/wordml\" "
                     "xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\" mc:Ignorable=\"w14\" ");
                 return replaced(replaced(declared, "<w:p>", "<w:p w14:paraId=\"00A1B2C3\" w14:textId=\"77777777\">"),
                                 "<w:tr>", "<w:tr w14:paraId=\"00A1B2C4\">");
             }},
            {"marks of proofing and places",
             [](const std::string& xml) {
                 return replaced(xml, "<w:r>",
                                 "<w:bookmarkStart w:id=\"0\" w:name=\"_GoBack\"/><w:bookmarkEnd w:id=\"0\"/>"
                                 "<w:proofErr w:type=\"spellStart\"/><w:r w:rsidR=\"00AB12CD\">");
             }},
        };
        for (std::uint32_t seed = 1; seed <= 6; ++seed) {
            const Report report = full_report(seed, form_2021());
            const std::string docx = docx_of(report, form_2021());
            for (const auto& way : ways) {
                CAPTURE(seed);
                CAPTURE(way.first);
                const std::string other = in_body(docx, way.second);
                CHECK(ooxml::Archive(other).read("word/document.xml") !=
                      ooxml::Archive(docx).read("word/document.xml"));
                check_same(read_back(other), as_printed(report, form_2021()), form_2021());
            }
        }
    }

    TEST_CASE("last year's file with another title is not what its properties say") {
        const Report report = full_report(1, form_2021());
        const std::string year = std::to_string(report.year), next = std::to_string(report.year + 1);
        const std::string docx = in_body(docx_of(report, form_2021()), [&](const std::string& xml) {
            return replaced(xml, year + "年政府信息公开", next + "年政府信息公开");
        });
        const Report found = read_back(docx);
        CHECK(found.year == report.year + 1);
        CHECK(found.agency.name == report.agency.name);
        CHECK(found.published.empty());
        CHECK(found.document_number.empty());
        CHECK(found.agency.kind.empty());
    }

    TEST_CASE("a title broken over two lines is one title, with another year in it too") {
        Report report = full_report(1, form_2021());
        report.agency.name = "示例省示例市示例区市场监督管理局";
        std::string docx = docx_of(report, form_2021());
        CHECK(ooxml::Archive(docx).read("word/document.xml").find("<w:br/>") != std::string::npos);
        CHECK(read_back(docx).agency.name == report.agency.name);
        const std::string year = std::to_string(report.year);
        docx = in_body(docx, [&](const std::string& xml) { return replaced(xml, year + "年政府", "2030年政府"); });
        CHECK(read_back(docx).agency.name == report.agency.name);
        CHECK(read_back(docx).year == 2030);
    }

    TEST_CASE("a file whose headings were flattened is read as any other") {
        Report report = full_report(2, form_2021());
        for (auto& text : report.narrative) text = Paragraphs{"全年主动公开信息12条。"};
        report.others.clear();
        const std::string docx = in_body(docx_of(report, form_2021()), [](const std::string& xml) {
            return replaced(replaced(xml, "\"Heading2\"", "\"BodyText\""), "\"Heading3\"", "\"BodyText\"");
        });
        CHECK(read_docx(docx).kind == Page::Kind::document);
        const Report found = read_back(docx);
        CHECK(found.narrative == as_printed(report, form_2021()).narrative);
        CHECK(found.published == report.published);
    }

    TEST_CASE("a blank form: advice is no text, what is written over it is") {
        const Report blank = blank_report(form_2021(), "示例区测试局", 2024);
        const std::string docx = docx_of(blank, form_2021(), {.content = "blank_paper", .empty_cells = true});
        const auto places = [&](const std::string& bytes) {
            std::vector<std::string> written;
            const Report report = read_back(bytes);
            for (std::size_t i = 0; i < report.narrative.size(); ++i) {
                if (const auto& text = report.narrative[i]; text && !text->empty())
                    written.push_back(form_2021().fields[i].path + ": " + text->back());
            }
            return written;
        };
        const std::string preface =
            "/narrative/preface: "
            "根据《中华人民共和国政府信息公开条例》第五十条和国办公开办函〔2021〕30号的要求，编制2024"
            "年政府信息公开工作年度报告。所列数据的统计期限为2024年1月1日至12月31日。本报告电子版可在＿＿查阅、下载。对"
            "报告"
            "有疑问的，请与示例区测试局联系（地址：＿＿；邮编：＿＿；电话：＿＿）。";
        CHECK(places(docx) == std::vector<std::string>{preface});
        for (const Cell& cell : read_back(docx).cells) CHECK(std::holds_alternative<Blank>(cell));

        const std::string filled = in_body(docx, [](std::string xml) {
            const auto write = [&xml](const std::string& behind, const std::string& from, const std::string& to) {
                const auto at = xml.find(from, xml.find(behind));
                REQUIRE(at != std::string::npos);
                xml.replace(at, from.size(), to);
            };
            write("一、总体情况", "＿＿＿＿＿＿＿＿", "全年平稳。");                        // over an open place
            write("（一）主动公开", "填写说明：写明主动公开政府信息的条数", "公开了12条");  // over a line of advice
            return xml;
        });
        CHECK(places(filled) ==
              std::vector<std::string>{preface, "/narrative/overview/introduction: 全年平稳。",
                                       "/narrative/overview/proactive_disclosure: "
                                       "公开了12条、渠道、重点领域和政策解读、回应关切情况，数字须为本"
                                       "年度数字。"});
    }

    TEST_CASE("form law: the blank form filled in is an input") {
        for (std::uint32_t seed = 1; seed <= 8; ++seed) {
            CAPTURE(seed);
            Report report = RandomReport(seed).make(form_2021());
            report.year = 2024;
            Report blank = blank_report(form_2021(), report.agency.name, report.year);
            std::string docx = docx_of(blank, form_2021(), {.content = "blank_paper", .empty_cells = true});
            std::vector<std::string> numbers;
            for (const Cell& cell : report.cells) numbers.push_back(to_string(*number_in(cell)));
            docx = in_body(docx, [&](const std::string& xml) { return filled_in(xml, numbers); });
            CHECK(read_back(docx).cells == report.cells);
        }
    }
}
