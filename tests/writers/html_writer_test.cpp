#include "writers/html_writer.h"

#include <doctest/doctest.h>

#include <clocale>
#include <set>
#include <sstream>

#include "composing/compose.h"
#include "model/printed_marks.h"
#include "random_report.h"
#include "the_statute.h"
#include "writers/document_samples.h"
#include "writers/html_page_check.h"

using namespace nianbao;

namespace {

const SourceFiles& the_templates() {
    static const SourceFiles templates = embedded_folder("templates/");
    return templates;
}

/// What stands in `<main>`.
std::string body_of(std::vector<DocumentBlock> blocks) {
    return write_html(a_document(std::move(blocks)), {{"html/page.html", "{{body}}"}});
}

std::string shell_of(const Document& document, const std::string& shell, const HtmlOptions& options = {}) {
    return write_html(document, {{"html/page.html", shell}}, options);
}

/// Rows and groups alone.
std::string table_of(const Grid& grid) {
    const std::string html = body_of({grid});
    const auto begin = html.find("</caption>\n") + 11;
    return html.substr(begin, html.find("</table>") - begin);
}

Run a_run(const std::string& text, bool strong, Run::Change change) { return {text, strong, std::nullopt, change}; }

Chart::Bar a_bar(const std::string& label, const std::string& number) {
    return {label, number.empty() ? "未填" : number, parse_amount(number)};
}

std::string between(const std::string& text, const std::string& begin, const std::string& end) {
    const auto at = text.find(begin);
    REQUIRE(at != std::string::npos);
    return text.substr(at, text.find(end, at) + end.size() - at);
}

std::size_t count_of(const std::string& text, const std::string& part) {
    std::size_t count = 0;
    for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + part.size())) ++count;
    return count;
}

}  // namespace

TEST_CASE("headings, paragraphs and their roles") {
    CHECK(body_of({a_paragraph("草稿", Paragraph::Role::notice), Heading{1, a_paragraph("题")},
                   Heading{2, a_paragraph("一、")}, a_paragraph("说明", Paragraph::Role::guidance),
                   a_paragraph("＿＿", Paragraph::Role::open), Heading{3, a_paragraph("（一）")}, a_paragraph("全年"),
                   Heading{2, a_paragraph("二、")}, Heading{9, a_paragraph("深")}}) ==
          "<p class=\"notice\">草稿</p>\n<h1>题</h1>\n<h2 id=\"section-1\">一、</h2>\n<p class=\"guidance\">说明</p>\n"
          "<p class=\"open\">＿＿</p>\n<h3>（一）</h3>\n<p>全年</p>\n<h2 id=\"section-2\">二、</h2>\n<h6>深</h6>\n");
    CHECK(body_of({}).empty());
}

TEST_CASE("text is escaped and comes back the same, but for what a page may not hold") {
    const struct {
        const char *text, *html;
    } cases[] = {
        {"a<b> & \"c\" 'd'", "a&lt;b&gt; &amp; &quot;c&quot; 'd'"},
        {"&lt;</p><script>", "&amp;lt;&lt;/p&gt;&lt;script&gt;"},
        {"{{title}} {{&body}}", "{{title}} {{&amp;body}}"},
        {"甲  乙\t丙　丁", "甲  乙\t丙　丁"},
        {"甲\n乙\r丙\u2028丁", "甲 乙 丙 丁"},
        {"\x1B[1m\x7F\u0085", "\uFFFD[1m\uFFFD\uFFFD"},
        {"\xFF\xEF\xBF\xBF\xEF\xB7\x90", "\uFFFD\uFFFD\uFFFD"},
        {"123\u202E456\u2066 \u200E\u200D", "123\uFFFD456\uFFFD \u200E\u200D"},
        {"\uE000\U0010FFFD𠮷", "\uE000\U0010FFFD𠮷"},
    };
    for (const auto& each : cases)
        CHECK(body_of({a_paragraph(each.text)}) == "<p>" + std::string(each.html) + "</p>\n");
    CHECK(body_of({Paragraph{{Run{std::string("a\0b", 3), false, {}}}, {}, {}}}) == "<p>a\uFFFDb</p>\n");
}

TEST_CASE("emphasis and changes are elements, strong within changed, neighbours in one") {
    using Change = Run::Change;
    const Paragraph changed{
        {a_run("甲", false, Change::none), a_run("乙", true, Change::none), a_run("丙", true, Change::removed),
         a_run("", true, Change::none), a_run("<丁>", false, Change::removed), a_run("戊", false, Change::added),
         a_run("己", true, Change::added), a_run("庚", true, Change::added), a_run("辛", false, Change::none)},
        {},
        {}};
    CHECK(body_of({changed}) ==
          "<p>甲<strong>乙</strong><del><strong>丙</strong>&lt;丁&gt;</del>"
          "<ins>戊<strong>己庚</strong></ins>辛</p>\n");
}

TEST_CASE("a table with bands has a body for each, and heads of their own band at every number") {
    CHECK(body_of({Heading{2, a_paragraph("二、<表>")}, banded_grid()}) ==
          "<h2 id=\"section-1\">二、&lt;表&gt;</h2>\n"
          "<section class=\"scroll\" tabindex=\"0\" aria-labelledby=\"table-1\">\n<table>\n"
          "<caption id=\"table-1\">二、&lt;表&gt;</caption>\n"
          "<colgroup span=\"1\"></colgroup>\n<colgroup span=\"2\"></colgroup>\n"
          "<tbody class=\"band\">\n"
          "<tr><th id=\"table-1-0-0\" class=\"band-head\" colspan=\"3\" scope=\"colgroup\">第一</th></tr>\n"
          "<tr><th class=\"corner\" scope=\"col\">内容</th><th id=\"table-1-1-1\" scope=\"col\">新增</th>"
          "<th id=\"table-1-1-2\" scope=\"col\">现有</th></tr>\n"
          "<tr><th id=\"table-1-2-0\" class=\"side\" scope=\"row\">规章</th>"
          "<td headers=\"table-1-0-0 table-1-1-1 table-1-2-0\">1</td>"
          "<td headers=\"table-1-0-0 table-1-1-2 table-1-2-0\">23</td></tr>\n"
          "</tbody>\n<tbody class=\"band\">\n"
          "<tr><th id=\"table-1-3-0\" class=\"band-head\" colspan=\"3\" scope=\"colgroup\">第二</th></tr>\n"
          "<tr><th class=\"corner\" scope=\"col\">内容</th>"
          "<th id=\"table-1-4-1\" colspan=\"2\" scope=\"colgroup\">数量</th></tr>\n"
          "<tr><th id=\"table-1-5-0\" class=\"side\" scope=\"row\">许可</th>"
          "<td colspan=\"2\" headers=\"table-1-3-0 table-1-4-1 table-1-5-0\">456</td></tr>\n"
          "</tbody>\n</table>\n</section>\n");
}

TEST_CASE("labels merged downwards and heads several levels deep stand at every number below and beside them") {
    const std::string table = table_of(nested_grid());
    CHECK(between(table, "<thead>", "</thead>") ==
          "<thead>\n"
          "<tr><th class=\"corner\" rowspan=\"2\" colspan=\"2\" scope=\"colgroup\">角</th>"
          "<th id=\"table-1-0-2\" colspan=\"3\" scope=\"colgroup\">申请人</th></tr>\n"
          "<tr><th id=\"table-1-1-2\" scope=\"col\">甲</th><th id=\"table-1-1-3\" scope=\"col\">乙</th>"
          "<th id=\"table-1-1-4\" scope=\"col\">计</th></tr>\n"
          "</thead>");
    CHECK(table.find("<tr><th id=\"table-1-3-0\" class=\"side\" rowspan=\"2\" scope=\"rowgroup\">二、结果</th>"
                     "<th id=\"table-1-3-1\" class=\"side\" scope=\"row\">1.公开</th>"
                     "<td headers=\"table-1-0-2 table-1-1-2 table-1-3-0 table-1-3-1\">4</td>") != std::string::npos);
    CHECK(table.find("<td class=\"total\" headers=\"table-1-0-2 table-1-1-4 table-1-3-0 table-1-4-1\">13</td></tr>\n"
                     "</tbody>\n") != std::string::npos);
    const std::string grouped = table_of(grouped_grid());
    CHECK(grouped.find("<td headers=\"table-1-0-2 table-1-1-2 table-1-2-2\">3</td>") != std::string::npos);
    CHECK(grouped.starts_with("<colgroup span=\"4\"></colgroup>\n<thead>\n"));
}

TEST_CASE("a plain table says enough with scope; an empty corner is no head; cells keep their paragraphs") {
    using Role = GridCell::Role;
    Grid grid = a_grid(2, 3, 1, {{0, 1, 2}},
                       {a_cell(0, 0, 1, 1, Role::corner, ""), a_cell(0, 1, 1, 1, Role::head, "甲"),
                        a_cell(0, 2, 1, 1, Role::head, "乙"), a_cell(1, 0, 1, 1, Role::side, "行"),
                        a_cell(1, 1, 1, 1, Role::input, "-1"), a_cell(1, 2, 1, 1, Role::plain, "一")});
    grid.cells[4].number = Amount{-1, 0};
    grid.cells[5].text.push_back(a_paragraph("填", Paragraph::Role::open));
    CHECK(table_of(grid) ==
          "<colgroup span=\"1\"></colgroup>\n<colgroup span=\"2\"></colgroup>\n<thead>\n"
          "<tr><td class=\"corner\"></td><th scope=\"col\">甲</th><th scope=\"col\">乙</th></tr>\n"
          "</thead>\n<tbody>\n"
          "<tr><th class=\"side\" scope=\"row\">行</th><td class=\"number\">-1</td>"
          "<td class=\"plain\"><p>一</p><p class=\"open\">填</p></td></tr>\n</tbody>\n");
    grid.bands.clear();
    CHECK(table_of(grid).find("</thead>\n<tbody>\n") != std::string::npos);
}

TEST_CASE("grids that do not fit together become tables all the same") {
    using Role = GridCell::Role;
    CHECK(body_of({a_grid(0, 3, 0, {}, {})}).empty());
    CHECK(table_of(a_grid(1, 2, 0, {}, {})) ==
          "<colgroup span=\"2\"></colgroup>\n<tbody>\n<tr><td></td><td></td></tr>\n</tbody>\n");
    const Grid overlapping = a_grid(3, 2, 9, {{0, 1, 2}, {1, 9, 1}, {2, 0, 9}},
                                    {a_cell(0, 0, 2, 1, Role::head, "a"), a_cell(0, 0, 2, 2, Role::plain, "b"),
                                     a_cell(0, 1, 5, 9, Role::plain, "c"), a_cell(2, 0, 1, 2, Role::plain, "d"),
                                     a_cell(7, 7, 1, 1, Role::plain, "e")});
    CHECK(table_of(overlapping) ==
          "<colgroup span=\"2\"></colgroup>\n<tbody class=\"band\">\n"
          "<tr><th id=\"table-1-0-0\" rowspan=\"2\" scope=\"col\">a</th><td class=\"plain\" rowspan=\"3\">c</td></tr>\n"
          "<tr></tr>\n<tr><td class=\"plain\">d</td></tr>\n</tbody>\n");
}

TEST_CASE("charts that follow each other stand beside each other, with every number as text") {
    const std::string html = body_of({Chart{"甲", {a_bar("2023年", "3"), a_bar("2024年", "")}},
                                      Chart{"<乙>", {a_bar("a", "0")}}, a_paragraph("文"), Chart{"丙", {}}});
    CHECK(
        html.starts_with("<div class=\"charts\">\n<figure class=\"chart\">\n"
                         "<figcaption id=\"chart-1\">甲</figcaption>\n"
                         "<svg role=\"img\" aria-labelledby=\"chart-1-title chart-1-desc\""));
    CHECK(html.find("<title id=\"chart-1-title\">甲</title>\n"
                    "<desc id=\"chart-1-desc\">2023年：3；2024年：未填。</desc>\n") != std::string::npos);
    CHECK(html.find("<title id=\"chart-2-title\">&lt;乙&gt;</title>") != std::string::npos);
    CHECK(html.find("</figure>\n</div>\n<p>文</p>\n<div class=\"charts\">\n<figure") != std::string::npos);
    CHECK(html.ends_with("</figure>\n</div>\n"));
    const Document document = a_document({Chart{"A", {a_bar("x", "1")}}});
    CHECK(shell_of(document, "{{body}}", {"en"}).find("<desc id=\"chart-1-desc\">x: 1.</desc>") != std::string::npos);
}

TEST_CASE("bars stand on zero, negative ones hang from it, what has no number has no bar") {
    const std::string html =
        body_of({Chart{"图", {a_bar("一", "3"), a_bar("二", "-0.5"), a_bar("三", ""), a_bar("四", "0")}}});
    CHECK(between(html, "<svg", "</svg>") ==
          "<svg role=\"img\" aria-labelledby=\"chart-1-title chart-1-desc\" width=\"320\" height=\"200\" "
          "viewBox=\"0 0 320 200\" fill=\"currentColor\" font-size=\"12\" text-anchor=\"middle\">\n"
          "<title id=\"chart-1-title\">图</title>\n"
          "<desc id=\"chart-1-desc\">一：3；二：-0.5；三：未填；四：0。</desc>\n"
          "<g><rect x=\"16\" y=\"20\" width=\"48\" height=\"120\"/>"
          "<text class=\"value\"><tspan x=\"40\" y=\"15\">3</tspan></text>"
          "<text class=\"label\"><tspan x=\"40\" y=\"195\">一</tspan></text></g>\n"
          "<g><rect class=\"below\" x=\"96\" y=\"140\" width=\"48\" height=\"20\"/>"
          "<text class=\"value\"><tspan x=\"120\" y=\"175\">-0.5</tspan></text>"
          "<text class=\"label\"><tspan x=\"120\" y=\"195\">二</tspan></text></g>\n"
          "<g><text class=\"value none\"><tspan x=\"200\" y=\"135\">未填</tspan></text>"
          "<text class=\"label\"><tspan x=\"200\" y=\"195\">三</tspan></text></g>\n"
          "<g><rect x=\"256\" y=\"140\" width=\"48\" height=\"0\"/>"
          "<text class=\"value\"><tspan x=\"280\" y=\"135\">0</tspan></text>"
          "<text class=\"label\"><tspan x=\"280\" y=\"195\">四</tspan></text></g>\n"
          "<line x1=\"0\" y1=\"140\" x2=\"320\" y2=\"140\" stroke=\"currentColor\"/>\n</svg>");
    CHECK(body_of({Chart{"零", {a_bar("一", "0"), a_bar("二", "0")}}}).find("nan") == std::string::npos);
    CHECK(count_of(body_of({Chart{"空", {a_bar("一", ""), a_bar("二", "")}}}), "<rect") == 0);
    CHECK(body_of({Chart{"三分", {a_bar("一", "1"), a_bar("二", "3")}}}).find("height=\"46.7\"") != std::string::npos);
}

TEST_CASE("long labels are broken into lines, words that cannot be broken are pressed together") {
    Chart chart{"单位", {}};
    for (int i = 0; i < 15; ++i) chart.bars.push_back(a_bar("某某市人力资源和社会保障局", "12"));
    const std::string wide = body_of({chart});
    CHECK(wide.find("<figure class=\"chart wide\">") != std::string::npos);
    CHECK(wide.find("<section class=\"scroll\" tabindex=\"0\" aria-labelledby=\"chart-1\">") != std::string::npos);
    CHECK(count_of(wide, "<tspan x=\"32\"") == 5);
    const std::string pressed = body_of({Chart{"字", {a_bar(std::string(60, 'x'), "1")}}});
    CHECK(pressed.find(" textLength=\"135\" lengthAdjust=\"spacingAndGlyphs\">xxx") != std::string::npos);
    const std::string long_number = body_of({Chart{"数", {a_bar("年", "-123456789012345.123456")}}});
    CHECK(long_number.find(">-123456789012345.123456</tspan>") != std::string::npos);
}

TEST_CASE("the shell gets title, language, draft mark and contents") {
    const std::string shell =
        "{{language}}|{{title}}|{{draft}}|{{contents_title}}|{{#contents}}{{id}} {{text}},{{/contents}}";
    Document document = a_document({Heading{1, a_paragraph("题 & 目")}, Heading{2, a_paragraph("一<")}});
    CHECK(shell_of(document, shell) == "zh-CN|题 &amp; 目|||");
    document.blocks.emplace_back(Heading{2, a_paragraph("二")});
    document.draft = true;
    document.title = "\"名\"";
    CHECK(shell_of(document, shell) == "zh-CN|&quot;名&quot;|草稿|目录|section-1 一&lt;,section-2 二,");
    CHECK(shell_of(document, shell, {"en\""}) ==
          "en&quot;|&quot;名&quot;|Draft|Contents|section-1 一&lt;,section-2 二,");
    CHECK_THROWS_AS(static_cast<void>(shell_of(document, "{{name}}")), TemplateError);
    CHECK_THROWS_AS(static_cast<void>(write_html(document, {})), TemplateError);
}

TEST_CASE("the shell gets what the document says of itself, and the marks of the program's own lines") {
    const std::string shell = "{{#properties}}{{name}}={{value}};{{/properties}}";
    Document document = a_document({Heading{1, a_paragraph("题")}, Heading{2, a_paragraph("一、")},
                                    a_paragraph(" 说明 ", Paragraph::Role::guidance), a_paragraph("文"),
                                    a_paragraph("＿＿", Paragraph::Role::open)});
    document.title = "题";
    CHECK(shell_of(document, shell).empty());
    document.properties = {{"agency", "<局>"}, {"year", "2024"}};
    CHECK(shell_of(document, shell) ==
          "agency=&lt;局&gt;;own_lines=" + line_mark("说明") + " " + line_mark("＿＿") + ";sections=1;year=2024;");
    const SourceFiles own{{"html/fragment.html", shell}, {"html/fragment.css", ""}};
    CHECK(write_html(document, own, {.fragment = true}).ends_with(";sections=1;title=题;year=2024;"));
}

TEST_CASE("a fragment has styles in its elements and ids that no other report has") {
    SourceFiles own{{"html/fragment.html", "{{body}}"},
                    {"html/fragment.css",
                     "p { margin: 0 } p.open { color: red } table { width: 100% } td { border: 0 } "
                     "td.blanks { white-space: pre-wrap }"}};
    Document document = a_document({Heading{2, a_paragraph("一、")}, a_paragraph("＿＿", Paragraph::Role::open),
                                    a_grid(1, 2, 0, {}, {a_cell(0, 0, 1, 2, GridCell::Role::input, "a  b")})});
    document.title = "甲";
    const std::string id = "nb" + line_mark("甲") + "-";
    CHECK(write_html(document, own, {.fragment = true}) ==
          "<h2 id=\"" + id + "section-1\">一、</h2>\n<p style=\"margin: 0; color: red\">＿＿</p>\n" +
              "<section tabindex=\"0\" aria-labelledby=\"" + id +
              "table-1\">\n<table style=\"width: 100%\">\n<caption id=\"" + id +
              "table-1\">一、</caption>\n<colgroup span=\"2\"></colgroup>\n<tbody>\n"
              "<tr><td style=\"border: 0; white-space: pre-wrap\" colspan=\"2\">a  b</td></tr>\n"
              "</tbody>\n</table>\n</section>\n");
    own.erase("html/fragment.css");
    CHECK_THROWS_AS(static_cast<void>(write_html(document, own, {.fragment = true})), TemplateError);
}

TEST_CASE("on paper the section of a table with a page of its own begins one") {
    Grid wide = banded_grid();
    wide.own_page = true;
    wide.table = "requests";
    const std::string html = body_of({Heading{2, a_paragraph("二、")}, banded_grid(), Heading{2, a_paragraph("三、")},
                                      Heading{3, a_paragraph("（一）")}, a_paragraph("文"), wide});
    CHECK(html.find("<h2 id=\"section-1\">二、</h2>") != std::string::npos);
    CHECK(html.find("<h2 id=\"section-2\" class=\"own-page\">三、</h2>") != std::string::npos);
    CHECK(count_of(html, "own-page") == 1);
    CHECK(count_of(html, "<table>") == 1);
    CHECK(count_of(html, "<table class=\"statutory\">") == 1);
}

TEST_CASE("a document of more than a template may come to is written") {
    const std::string line(1U << 20U, '<');
    std::vector<DocumentBlock> blocks(3, a_paragraph(line));
    CHECK(write_html(a_document(std::move(blocks)), the_templates()).size() > 3 * 4 * line.size());
}

TEST_CASE("every report gives a sound page, the same in every locale") {
    for (std::uint32_t seed = 0; seed < 8; ++seed) {
        const Form& form = seed % 3 == 0 ? form_2019() : form_2021();
        const Report report = RandomReport(seed).make(form);
        Document document = compose_document(report, form, the_templates(), {.draft = seed % 2 == 0});
        const Chart chart{"<图>", {a_bar("\"年\"", "1.5"), a_bar("x", "")}};
        document.blocks.emplace_back(chart);
        const std::string page = write_html(document, the_templates());
        CAPTURE(seed);
        CHECK(faults_of_page(page) == std::vector<std::string>{});
        document.blocks.pop_back();
        const std::string fragment = write_html(document, the_templates(), {.fragment = true});
        CHECK(faults_of_page(fragment, true) == std::vector<std::string>{});
        CHECK(count_of(fragment, "<table") == form.tables.size());
        document.blocks.emplace_back(chart);
        CHECK(count_of(page, "<table class=\"statutory\">") == form.tables.size());
        for (const char* locale : {"de_DE.UTF-8", "zh_CN.UTF-8"}) {
            if (std::setlocale(LC_ALL, locale)) CHECK(write_html(document, the_templates()) == page);
        }
        std::setlocale(LC_ALL, "C");
    }
}
