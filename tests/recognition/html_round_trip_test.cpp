// Law "round trip" for web pages and for the fragments that sites put into theirs: what we write comes back whole,
// narrative, cells and what properties hold; also behind what editors, sites and people make of it.
#include <doctest/doctest.h>

#include <functional>
#include <regex>

#include "composing/compose.h"
#include "derive/blank.h"
#include "readers/html_reader.h"
#include "recognition/page_recognition.h"
#include "the_statute.h"
#include "whole_report.h"
#include "writers/html_writer.h"

using namespace nianbao;

namespace {

const SourceFiles& the_templates() {
    static const SourceFiles templates = embedded_folder("templates/");
    return templates;
}

std::string html_of(const Report& report, const Form& form, bool fragment = false, const ComposeOptions& options = {}) {
    return write_html(compose_document(report, form, the_templates(), options), the_templates(),
                      {.fragment = fragment});
}

Report read_back(const std::string& html) { return recognise_page(read_html(html), the_statute()).report; }

std::string replaced(std::string text, const std::string& from, const std::string& to) {
    for (auto at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
        text.replace(at, from.size(), to);
    return text;
}

/// In the page of a site, with what such pages have around an article.
std::string on_a_site(const std::string& fragment) {
    return "<!DOCTYPE html>\n<html><head><meta charset=\"utf-8\"><title>示例区人民政府门户网站</title></head>\n<body>"
           "<header><p>示例区人民政府</p></header>\n<ul><li>首页</li><li>政务公开</li></ul>\n<h1>政务公开</"
           "h1>\n<main>\n" +
           fragment +
           "<p>打印本页　关闭窗口</p>\n</main>\n<footer><p>版权所有：示例区人民政府</p></footer></body></html>\n";
}

/// Without any attribute: what is left when an editor takes all of them away but for spans of cells.
std::string without_attributes(const std::string& html) {
    return std::regex_replace(html, std::regex(R"re( (?!colspan|rowspan)[a-z][a-z_-]*="[^"]*")re"), "");
}

/// A report whose words are not mistaken for anything on any page.
Report plain_report(std::uint32_t seed) {
    Report report = full_report(seed, form_2021());
    report.title.clear();
    int number = 0;
    for (auto& text : report.narrative) text = Paragraphs{"全年主动公开信息" + std::to_string(++number) + "条。"};
    report.others = {{"基层公开", {"设置公开栏12处。"}, "platforms"}};
    return report;
}

void check_same_words(const Report& found, const Report& wanted) {
    for (std::size_t i = 0; i < wanted.narrative.size(); ++i) {
        CAPTURE(form_2021().fields[i].path);
        CHECK(joined(found, static_cast<FieldId>(i)) == joined(wanted, static_cast<FieldId>(i)));
    }
}

std::vector<std::string> written_places(const Report& report) {
    std::vector<std::string> written;
    for (std::size_t i = 0; i < report.narrative.size(); ++i) {
        const auto& text = report.narrative[i];
        if (text && !text->empty())
            written.push_back(form_2021().fields[i].path + ": " + joined(report, static_cast<FieldId>(i)));
    }
    return written;
}

/// The numbers in the empty cells of tables, one after another.
std::string filled_in(std::string html, const std::vector<std::string>& numbers) {
    std::size_t next = 0;
    const std::regex empty(R"re(<td[^>]* headers="[^"]*"[^>]*></td>)re");
    for (std::smatch match; std::regex_search(html, match, empty);) {
        const auto end = static_cast<std::size_t>(match.position() + match.length());
        html.insert(end - 5, numbers.at(next++));
    }
    CHECK(next == numbers.size());
    return html;
}

}  // namespace

TEST_SUITE("round trip: web pages") {
    TEST_CASE("pages and fragments come back whole") {
        for (std::uint32_t seed = 1; seed <= 60; ++seed) {
            for (const Form* form : {&form_2021(), &form_2019()}) {
                CAPTURE(seed);
                const Report report = full_report(seed, *form, seed > 30);
                const Report wanted = as_printed(report, *form);
                check_same(read_back(html_of(report, *form)), wanted, *form);
                const std::string fragment = html_of(report, *form, true);
                check_same(read_back(fragment), wanted, *form);
                check_same(read_back(on_a_site(fragment)), wanted, *form);
            }
        }
    }

    TEST_CASE("drafts come back as open as they were, without the program's own words") {
        for (const bool fragment : {false, true}) {
            CAPTURE(fragment);
            Report report = empty_report(form_2021());
            report.agency.name = "示例区测试局";
            report.year = 2024;
            const std::string html = html_of(report, form_2021(), fragment, {.draft = true});
            CHECK(html.find("草稿") != std::string::npos);
            CHECK(html.find("＿＿＿＿＿＿＿＿") != std::string::npos);
            const Report found = read_back(html);
            CHECK(written_places(found).empty());
            for (const Cell& cell : found.cells) CHECK(std::holds_alternative<Blank>(cell));
        }
    }

    TEST_CASE("other ways of writing the same are read the same") {
        using Change = std::function<std::string(const std::string&)>;
        const auto around = [](const std::string& html, const std::string& begin, const std::string& end) {
            const std::string opened = std::regex_replace(html, std::regex("(<(p|h[1-6])[^>]*>)"), "$1" + begin);
            return std::regex_replace(opened, std::regex("(</(p|h[1-6])>)"), end + "$1");
        };
        const std::vector<std::pair<std::string, Change>> ways{
            {"no classes and styles",
             [](const std::string& html) {
                 return std::regex_replace(html, std::regex(R"re( (class|style|id|headers)="[^"]*")re"), "");
             }},
            {"text in spans", [&](const std::string& html) { return around(html, "<span lang=\"zh\">", "</span>"); }},
            {"lines end as on Windows", [](const std::string& html) { return replaced(html, "\n", "\r\n"); }},
            {"blocks in a box", [](const std::string& html) { return replaced(html, "<h3", "</div><div><h3"); }},
            {"no bodies of tables",
             [](const std::string& html) { return std::regex_replace(html, std::regex("</?t(body|head)[^>]*>"), ""); }},
        };
        for (std::uint32_t seed = 1; seed <= 6; ++seed) {
            const Report report = full_report(seed, form_2021());
            for (const bool fragment : {false, true}) {
                const std::string html = html_of(report, form_2021(), fragment);
                for (const auto& way : ways) {
                    CAPTURE(seed);
                    CAPTURE(fragment);
                    CAPTURE(way.first);
                    const std::string other = way.second(html);
                    CHECK(other != html);
                    check_same(read_back(other), as_printed(report, form_2021()), form_2021());
                }
            }
        }
    }

    TEST_CASE("what people write beside our paragraphs is not lost") {
        const Report report = plain_report(1);
        const std::string paragraph = "全年主动公开信息2条。";
        const struct {
            const char *from, *to, *becomes;
        } cases[] = {
            {"2条。</p>", "2条。<br>又公开3条。</p>", "全年主动公开信息2条。¶又公开3条。¶"},
            {"2条。</p>", "2条。</p><div>又公开3条。</div>", "全年主动公开信息2条。¶又公开3条。¶"},
            {"2条。</p>", "2条。</p>又公开3条。", "全年主动公开信息2条。¶又公开3条。¶"},
            {"2条。</p>", "2条。</p><ul><li>又公开3条。</li></ul>", "全年主动公开信息2条。¶又公开3条。¶"},
            {"2条。</p>", "2条。\n      </p>", "全年主动公开信息2条。¶"},
            {"2条。</p>", "2条。<span style=\"display:none\">x</span></p>", "全年主动公开信息2条。¶"},
        };
        for (const bool fragment : {false, true}) {
            const std::string html = html_of(report, form_2021(), fragment);
            for (const auto& each : cases) {
                CAPTURE(fragment);
                CAPTURE(each.to);
                const Report found = read_back(replaced(html, each.from, each.to));
                CHECK(joined(found, 1) == each.becomes);
                CHECK(found.cells == report.cells);
                CHECK(found.published == report.published);
            }
        }
    }

    TEST_CASE("a cell with more than one line keeps what stands in it") {
        const Report report = plain_report(1);
        std::string html = html_of(report, form_2021());
        const auto cell = html.find("<td", html.find("<th", html.find("<table")));
        const auto begin = html.find('>', cell) + 1;
        html.replace(begin, html.find("</td>", begin) - begin, "<p>12</p>");
        Report found = read_back(html);
        CHECK(found.cells[0] == Cell(Amount{12, 0}));
        html.replace(html.find("<p>12</p>"), 9, "1<div>2</div>");
        found = read_back(html);
        CHECK_FALSE(found.cells[0] == Cell(Amount{1, 0}));
    }

    TEST_CASE("last year's page with another title is not what its properties say") {
        const Report report = full_report(1, form_2021());
        const std::string year = std::to_string(report.year), next = std::to_string(report.year + 1);
        for (const bool fragment : {false, true}) {
            const std::string html = html_of(report, form_2021(), fragment);
            const Report found =
                read_back(std::regex_replace(html, std::regex("(<h1[^>]*>[^<]*)" + year), "$01" + next));
            CHECK(found.year == report.year + 1);
            CHECK(found.agency.name == report.agency.name);
            CHECK(found.published.empty());
            CHECK(found.document_number.empty());
            CHECK(found.agency.kind.empty());
        }
    }

    TEST_CASE("a page whose headings were flattened, or that an editor took all marks from, is read as any other") {
        Report report = plain_report(2);
        const std::string bare = on_a_site(without_attributes(html_of(report, form_2021(), true)));
        const Report with_own_item = as_printed(report, form_2021());
        report.others.clear();
        const Report wanted = as_printed(report, form_2021());
        const std::string html = html_of(report, form_2021());
        const std::string flat = std::regex_replace(html, std::regex("<(/?)h[23][^>]*>"), "<$1p>");
        CHECK(read_html(flat).kind == Page::Kind::document);
        check_same_words(read_back(flat), wanted);
        CHECK(read_back(flat).published == report.published);
        CHECK(bare.find("nianbao") == std::string::npos);
        const Page page = read_html(bare);
        CHECK(page.kind == Page::Kind::document);
        const Reading found = recognise_page(page, the_statute());
        CHECK(found.report.agency.name == report.agency.name);
        CHECK(found.report.year == report.year);
        check_same_words(found.report, with_own_item);
        CHECK(found.report.others == with_own_item.others);
        CHECK(found.report.cells == report.cells);
    }

    TEST_CASE("two articles of ours on one page are not read as one of them") {
        const std::string fragment = html_of(plain_report(1), form_2021(), true);
        CHECK(read_html(on_a_site(fragment)).kind == Page::Kind::printed);
        CHECK(read_html(on_a_site(fragment + fragment)).kind == Page::Kind::document);
    }

    TEST_CASE("a blank page: advice is no text, what is written over it is") {
        const Report blank = blank_report(form_2021(), "示例区测试局", 2024);
        const std::string html = html_of(blank, form_2021(), false, {.content = "blank_paper", .empty_cells = true});
        const std::vector<std::string> empty = written_places(read_back(html));
        REQUIRE(empty.size() == 1);
        CHECK(empty[0].starts_with("/narrative/preface: 根据《中华人民共和国政府信息公开条例》第五十条"));
        for (const Cell& cell : read_back(html).cells) CHECK(std::holds_alternative<Blank>(cell));

        std::string filled = html;
        const auto write = [&filled](const std::string& behind, const std::string& from, const std::string& to) {
            const auto at = filled.find(from, filled.find(">" + behind + "</h"));
            REQUIRE(at != std::string::npos);
            filled.replace(at, from.size(), to);
        };
        write("一、总体情况", "＿＿＿＿＿＿＿＿", "全年平稳。");
        write("（一）主动公开", "填写说明：写明主动公开政府信息的条数", "公开了12条");
        CHECK(
            written_places(read_back(filled)) ==
            std::vector<std::string>{empty[0], "/narrative/overview/introduction: 全年平稳。¶",
                                     "/narrative/overview/proactive_disclosure: 公开了12条、渠道、重点领域和政策解读、"
                                     "回应关切情况，数字须为本年度数字。¶"});
    }

    TEST_CASE("form law: the blank page filled in is an input") {
        for (std::uint32_t seed = 1; seed <= 8; ++seed) {
            CAPTURE(seed);
            Report report = RandomReport(seed).make(form_2021());
            report.year = 2024;
            const Report blank = blank_report(form_2021(), report.agency.name, report.year);
            const std::string html =
                html_of(blank, form_2021(), false, {.content = "blank_paper", .empty_cells = true});
            std::vector<std::string> numbers;
            for (const Cell& cell : report.cells) numbers.push_back(to_string(*number_in(cell)));
            CHECK(read_back(filled_in(html, numbers)).cells == report.cells);
        }
    }
}
