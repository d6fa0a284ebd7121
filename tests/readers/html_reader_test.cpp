#include "readers/html_reader.h"

#include <doctest/doctest.h>

#include "composing/compose.h"
#include "random_report.h"
#include "readers/page_dump.h"
#include "the_statute.h"
#include "writers/html_writer.h"
#include "writers/table_grid.h"

using namespace nianbao;

namespace {

std::string read(const std::string& html) { return dump(read_html(html)); }

/// Without places.
std::string text_of(const std::string& html) {
    std::string text;
    for (const DocumentBlock& block : read_html(html).document.blocks) {
        if (const auto* paragraph = std::get_if<Paragraph>(&block)) text += dump(*paragraph) + "/";
        if (const auto* heading = std::get_if<Heading>(&block)) text += "#" + dump(heading->text) + "/";
        if (const auto* grid = std::get_if<Grid>(&block)) text += dump(*grid);
    }
    return text;
}

std::string times(int count, const std::string& text) {
    std::string all;
    for (int i = 0; i < count; ++i) all += text;
    return all;
}

/// Code, variant, arguments and place.
std::string refusal(const std::string& html) {
    try {
        (void)read_html(html);
    } catch (const InputError& error) {
        REQUIRE(error.diagnostics.size() == 1);
        const Diagnostic& found = error.diagnostics.front();
        std::string text = found.code + " " + found.variant;
        for (const auto& [name, value] : found.arguments) text += " " + name + "=" + value;
        return text + " " + dump(found.place);
    }
    return "none";
}

struct Case {
    std::string html, expected;
};

void check_text(const std::vector<Case>& cases) {
    for (const Case& each : cases) {
        CAPTURE(each.html);
        CHECK(text_of(each.html) == each.expected);
    }
}

void check_same(const Paragraph& read, const Paragraph& written) {
    CHECK(dump(read) == dump(written));
    CHECK(std::holds_alternative<TextPlace>(read.place));
}

void check_same(const Grid& read, const Grid& written) {
    const TableGrid left(read), right(written);
    REQUIRE(left.rows() == right.rows());
    REQUIRE(left.columns() == right.columns());
    for (std::size_t row = 0; row < left.rows(); ++row) {
        for (std::size_t column = 0; column < left.columns(); ++column) {
            const GridCell* a = left.cell(row, column);
            const GridCell* b = right.cell(row, column);
            REQUIRE(a != nullptr);
            if (b == nullptr) {
                CHECK(a->text.empty());
                continue;
            }
            CHECK(a->row == b->row);
            CHECK(a->column == b->column);
            CHECK(a->rows == b->rows);
            CHECK(a->columns == b->columns);
            CHECK(text_of_cell(*a) == text_of_cell(*b));
        }
    }
}

void check_round_trip(const Document& document) {
    const Page page = read_html(write_html(document, embedded_folder("templates/")));
    CHECK(page.kind == Page::Kind::printed);
    REQUIRE(page.document.blocks.size() == document.blocks.size());
    for (std::size_t i = 0; i < document.blocks.size(); ++i) {
        const DocumentBlock& read = page.document.blocks[i];
        const DocumentBlock& written = document.blocks[i];
        REQUIRE(read.index() == written.index());
        if (const auto* heading = std::get_if<Heading>(&written)) {
            CHECK(std::get<Heading>(read).level == heading->level);
            check_same(std::get<Heading>(read).text, heading->text);
        }
        if (const auto* paragraph = std::get_if<Paragraph>(&written)) check_same(std::get<Paragraph>(read), *paragraph);
        if (const auto* grid = std::get_if<Grid>(&written)) check_same(std::get<Grid>(read), *grid);
    }
}

}  // namespace

TEST_SUITE("readers: web pages") {
    TEST_CASE("headings and paragraphs, each with the place of its text") {
        CHECK(read("<html><head><title> 示例区\n 年报 </title></head>\n<body><h1>年 报</h1>\n"
                   "<p>　　<b>一、</b>总体&nbsp;情况</p><div>甲<br/>乙</div>\n\t&nbsp; "
                   "丙\n<ul><li>丁<li>戊</ul></body>") ==
              "h1 3:11 年 报\n"
              "p 4:9 *一、*总体 情况\n"
              "p 4:34 甲\np 4:40 乙\n"
              "p 5:9 丙\n"
              "p 6:9 丁\np 6:14 戊\n");
        CHECK(read_html("<title> 示例区\n 年报 &amp; </title><p>x").document.title == "示例区 年报 &");
        CHECK(read("\xEF\xBB\xBF<p>甲") == "p 1:4 甲\n");
        CHECK(read("一<p>二\r\n<p>三") == "p 1:1 一\np 1:5 二\np 2:4 三\n");
    }

    TEST_CASE("blanks are as a browser shows them") {
        check_text({
            {"<p> 甲 \n\t 乙 </p>", "甲 乙/"},
            {"<p>&nbsp;&#160;甲&nbsp; &nbsp;乙&nbsp;</p>", "甲 乙/"},
            {"<p>　　甲　乙　</p>", "甲　乙/"},
            {"<p>&emsp;甲\u2028乙</p>", "甲 乙/"},
            {"<p> </p><p>&nbsp;</p><p><br></p><p>　</p><div></div>", ""},
            {"<p>甲 <b> 乙</b> 丙</p>", "甲 *乙* 丙/"},
            {"<pre>甲  1\t2\n\n 乙\n</pre>丙", "甲  1\t2/乙/丙/"},
            {"甲&lt;b&gt;&amp;amp;&#20057;&hellip;", "甲<b>&amp;乙…/"},
        });
    }

    TEST_CASE("what is cut over spans is joined, blocks and line breaks cut") {
        check_text({
            {"<p><span>申请人情</span><span>况</span><span><o:p></o:p></span></p>", "申请人情况/"},
            {"<p><span><font color=red>12</font></span><span>月</span><a href=x>起</a></p>", "12月起/"},
            {"甲<!-- 注 -->乙<script>var a = '<p>x</p>';</script>丙<![if !x]>丁<?xml x?>戊", "甲乙丙丁戊/"},
            {"<p>甲<p>乙<div>丙<table></table>丁</div>戊", "甲/乙/丙/丁/戊/"},
            {"甲<section>乙</section>丙<hr>丁<form>戊</form>己", "甲/乙/丙/丁/戊/己/"},
            {"甲<br>乙<br/><br />丙</br>丁", "甲/乙/丙/丁/"},
            {"<strong>甲<i>乙</i></strong><b>丙</b>丁", "*甲乙丙*丁/"},
            {"<p><b>甲<p>乙</b>丙", "*甲*/*乙*丙/"},
            {"<h2>甲<br>乙 <b>丙</b><div>丁</div></h2><h7>戊</h7><h3> </h3>", "#甲乙 *丙*丁/戊/"},
            {"<b>甲<p>乙</b>丙</p>丁", "*甲*/*乙*丙/丁/"},
            {"</b>甲<b>乙<b>丙</b>丁</b>戊</b>", "甲*乙丙丁*戊/"},
            {"<dl><dt>甲<dd>乙</dl><blockquote>丙</blockquote>", "甲/乙/丙/"},
        });
    }

    TEST_CASE("what is not shown, and what a page marks as not its content, stays out") {
        check_text({
            {"<style>p{}</style><script src=x></script><noscript>甲</noscript><template>乙</template>丙", "丙/"},
            {"<svg><text>甲</text><path d=''/></svg><math><mi>x</mi></math><iframe>乙</iframe>丙", "丙/"},
            {"<select><option>甲</select><button>打印</button><textarea>乙</textarea><input value=丙>丁", "丁/"},
            {"<p hidden>甲</p><div style='color:red; Display : NONE'>乙<p>丙</div><p style=display:block>丁", "丁/"},
            {"甲<span hidden>乙</span>丙<span>丁</span>", "甲丙丁/"},
            {"<header><h1>站名</h1></header><nav>首页</nav><aside>相关</aside><p>甲<footer>版权</footer>", "甲/"},
            {"<article><header><h1>题</h1></header>甲<footer>示例区某局</footer></article><footer>丙</footer>",
             "#题/甲/示例区某局/"},
            {"<script>甲", ""},
            {"<main><header>甲</header></main><menu><header>乙</header><li>丙</menu>丁", "甲/丙/丁/"},
            {"<button>甲</p>乙", "甲/乙/"},
            {"<title>甲", "甲/"},
            {"<p title='a>b' class=\"x\"y>甲</p ><p a=>乙<p 'x>'丙", "甲/乙/'丙/"},
            {"甲<!-->乙<!--->丙<!-- -- --!>丁<!-- 戊", "甲乙丙丁/"},
            {"甲</>乙</ >丙<丁>戊< 己", "甲乙丙<丁>戊< 己/"},
        });
    }
}

TEST_SUITE("readers: tables of web pages") {
    TEST_CASE("merged heads of a published table") {
        CHECK(
            read("<table><tr><td colspan=\"3\" rowspan=\"3\">（本列数据）</td><td colspan=\"4\">申请人情况</td></tr>"
                 "<tr><td rowspan=\"2\">自然人</td><td colspan=\"2\">法人</td><td rowspan=\"2\">总计</td></tr>"
                 "<tr><td>商业<br/>企业</td><td>其他</td></tr>"
                 "<tr><td rowspan=\"2\">三、结果</td><td colspan=\"2\">（一）公开</td>"
                 "<td>4</td><td>1</td><td></td><td>5</td></tr>"
                 "<tr><td>（三）不予</td><td>1.秘密</td><td>1</td><td>0</td><td>&nbsp;</td><td>1</td></tr></table>") ==
            "grid 5x7\n"
            "  1/1/1 td 3x3 （本列数据）\n  1/1/4 td 1x4 申请人情况\n"
            "  1/2/4 td 2x1 自然人\n  1/2/5 td 1x2 法人\n  1/2/7 td 2x1 总计\n"
            "  1/3/5 td 商业|企业\n  1/3/6 td 其他\n"
            "  1/4/1 td 2x1 三、结果\n  1/4/2 td 1x2 （一）公开\n  1/4/4 td 4\n  1/4/5 td 1\n  1/4/6 td\n  1/4/7 td 5\n"
            "  1/5/2 td （三）不予\n  1/5/3 td 1.秘密\n  1/5/4 td 1\n  1/5/5 td 0\n  1/5/6 td\n  1/5/7 td 1\n");
    }

    TEST_CASE("heads, captions, feet and filler cells") {
        CHECK(read("<p>前</p><table><caption>表<b>一</b></caption><tfoot><tr><td>脚<td>9</tfoot>"
                   "<thead><tr><td>内容<td>数</thead><tr><th>规章<td>1<tr><td><td hidden>x<td>2</table>后") ==
              "p 1:4 前\np 1:25 表*一*\n"
              "grid 4x2\n  1/1/1 th 内容\n  1/1/2 th 数\n  1/2/1 th 规章\n  1/2/2 td 1\n"
              "  1/3/1 td\n  1/3/2 td 2\n  1/4/1 td 脚\n  1/4/2 td 9\n"
              "p 1:151 后\n");
    }

    TEST_CASE("a table saved from Word") {
        CHECK(text_of("<table class=MsoNormalTable><tr style='height:1pt'>"
                      "<td width=9><p class=MsoNormal><span lang=EN-US>公益 &nbsp;&nbsp;&nbsp;</span></p><p>组织 "
                      "&nbsp;</p></td>"
                      "<td><p><span>结果</span><span>纠正<o:p></o:p></span></p></td></tr><![if !supportMisalignedRows]>"
                      "<tr><td><p><span><o:p>&nbsp;</o:p></span></p></td>"
                      "<td><p><span><font>12</font></span><span>月</span></p></td></tr></table>") ==
              "grid 2x2\n  1/1/1 td 公益|组织\n  1/1/2 td 结果纠正\n  1/2/1 td\n  1/2/2 td 12月\n");
    }

    TEST_CASE("emphasis stays in its cell, and goes into a table") {
        check_text({
            {"<table><tr><td><b>甲<td>乙</b><tr><td>丙<td><strong>1</strong></table>丁",
             "grid 2x2\n  1/1/1 td *甲*\n  1/1/2 td 乙\n  1/2/1 td 丙\n  1/2/2 td *1*\n丁/"},
            {"<b><table><tr><td>甲</b><td>1</table>乙</b>丙", "grid 1x2\n  1/1/1 td *甲*\n  1/1/2 td *1*\n*乙*丙/"},
        });
    }

    TEST_CASE("spans out of order are cut") {
        check_text({
            {"<table><tr><td rowspan=9>甲<td>乙<tr><td>丙</table>",
             "grid 2x2\n  1/1/1 td 2x1 甲\n  1/1/2 td 乙\n  1/2/2 td 丙\n"},
            {"<table><tbody><tr><td rowspan=0>甲<td>乙<tr><td>丙<tbody><tr><td>丁<td>戊</table>",
             "grid 3x2\n  1/1/1 td 2x1 甲\n  1/1/2 td 乙\n  1/2/2 td 丙\n  1/3/1 td 丁\n  1/3/2 td 戊\n"},
            {"<table><tr><td>甲<td rowspan=2>乙<td>丙<tr><td colspan=3>丁</table>",
             "grid 2x3\n  1/1/1 td 甲\n  1/1/2 td 2x1 乙\n  1/1/3 td 丙\n  1/2/1 td 丁\n"},
            {"<table><tr><td colspan=99999999999999999999>甲<td>乙<tr><td colspan=0>丙<td colspan=2px>丁</table>",
             "grid 2x1001\n  1/1/1 td 1x1000 甲\n  1/1/1001 td 乙\n  1/2/1 td 丙\n  1/2/2 td 1x2 丁\n"},
            {"<table><tr><td colspan=9999>题<tr><td>甲<td>1</table>",
             "grid 2x2\n  1/1/1 td 1x2 题\n  1/2/1 td 甲\n  1/2/2 td 1\n"},
            {"<table><tr><td colspan=-2 rowspan=x>甲<td colspan=' 2'>乙<tr></tr></table>",
             "grid 2x3\n  1/1/1 td 甲\n  1/1/2 td 1x2 乙\n"},
        });
    }

    TEST_CASE("what stands in a table outside of its cells stands before it") {
        CHECK(text_of("<table>错位<tr><td>甲<td>乙</tr><p>段</table>后") ==
              "错位/段/grid 1x2\n  1/1/1 td 甲\n  1/1/2 td 乙\n后/");
    }

    TEST_CASE("tables that lay out the page become what is in them, a table of numbers stays one") {
        const std::string data = "<table><tr><td>甲<td>1</table>";
        const std::string grid = "grid 1x2\n  1/1/1 td 甲\n  1/1/2 td 1\n";
        check_text({
            {"<table><tr><td><h1>题</h1><p>正文</table>", "#题/正文/"},
            {"<table><tr><td>题<tr><td>正文<tr><td>末</table>", "题/正文/末/"},
            {"<table><caption>名</caption><tr><td>菜单<td>前" + data + "后</table>", "名/菜单/前/" + grid + "后/"},
            {"<table><tr><td>左<td>" + times(501, "长") + "</table>", "左/" + times(501, "长") + "/"},
            {"<table><tr><td>1<td>2<td>3<td>4<td>" + data + "</table>",
             "grid 1x5\n  1/1/1 td 1\n  1/1/2 td 2\n  1/1/3 td 3\n  1/1/4 td 4\n  1/1/5 td 甲|1\n"},
            {"<table><tr><td>1<td>2.5<td>-3<td>4<td>" + times(501, "长") + "</table>",
             "grid 1x5\n  1/1/1 td 1\n  1/1/2 td 2.5\n  1/1/3 td -3\n  1/1/4 td 4\n  1/1/5 td " + times(501, "长") +
                 "\n"},
            {"<table><tr></tr></table>" + data + "<table></table>" + data,
             grid + "grid 1x2\n  2/1/1 td 甲\n  2/1/2 td 1\n"},
        });
    }

    TEST_CASE("a report inside of a site") {
        CHECK(text_of("<!DOCTYPE html><html><body><div class=top>当前位置：<a>首页</a> &gt; <a>年报</a></div>"
                      "<table width=100%><tr><td>索引号<td>000/2026<td>发布日期<td>2026-01-20</table>"
                      "<table><tr><td><div><p align=center><strong>示例区某局年报</strong></p>"
                      "<p>　　一、总体情况</p><table><tr><td>规章<td>0</table></div></table>"
                      "<div>字号：【大 中 小】</div></body></html>") ==
              "当前位置：首页 > 年报/grid 1x4\n  1/1/1 td 索引号\n  1/1/2 td 000/2026\n  1/1/3 td 发布日期\n"
              "  1/1/4 td 2026-01-20\n*示例区某局年报*/一、总体情况/grid 1x2\n  2/1/1 td 规章\n  2/1/2 td 0\n"
              "字号：【大 中 小】/");
    }
}

TEST_SUITE("readers: our own web pages") {
    TEST_CASE("what stands around the report is left out, paragraphs are as they were") {
        Document document;
        document.title = "题";
        document.draft = true;
        document.properties = {{"kind", "department"}};
        const auto paragraph = [](const std::string& text, Paragraph::Role role) {
            return Paragraph{{Run{text, false, std::nullopt}}, role, {}};
        };
        using Role = Paragraph::Role;
        document.blocks = {Heading{1, paragraph("题", Role::body)},
                           Heading{2, paragraph("一、 甲", Role::body)},
                           paragraph("　x  y\tz&lt;\u00A0", Role::guidance),
                           Heading{2, paragraph("二、", Role::body)},
                           paragraph("＿＿", Role::open),
                           paragraph("草稿", Role::notice),
                           Chart{"图", {{"2024年", "3", Amount{3, 0}}}}};
        Paragraph mixed = paragraph("甲", Role::body);
        mixed.runs.push_back({"乙 ", true, std::nullopt});
        document.blocks.emplace_back(mixed);
        const Page page = read_html(write_html(document, embedded_folder("templates/")));
        CHECK(page.kind == Page::Kind::printed);
        CHECK(page.document.title == "题");
        CHECK(page.document.properties == document.properties);
        std::string text;
        for (const DocumentBlock& block : page.document.blocks) {
            if (const auto* heading = std::get_if<Heading>(&block))
                text += std::to_string(heading->level) + dump(heading->text) + "/";
            if (const auto* each = std::get_if<Paragraph>(&block)) text += dump(*each) + "/";
        }
        CHECK(text == "1题/2一、 甲/　x  y\tz&lt;\u00A0 (guidance)/2二、/＿＿ (open)/草稿 (notice)/甲*乙 */");
    }

    TEST_CASE("nothing but a page that says it is ours is read so") {
        CHECK(read_html("<meta name=generator content=Word><p>甲").kind == Page::Kind::document);
        CHECK(read_html("<META NAME=Generator content=nianbao><main><p> 甲").kind == Page::Kind::printed);
        CHECK(text_of("<meta name=generator content=nianbao><p>甲</p><main>乙<p> 丙</p><p>\n丁 </p></main>") ==
              "乙/ 丙/丁/");
        CHECK(text_of("<meta name=generator content=nianbao><p>甲</p>") == "甲/");
        CHECK(text_of("<p>甲</p><article data-nianbao-sections=0><p> 乙</p></article>") == " 乙/");
        CHECK(text_of("<article data-nianbao-x=1><p>甲</p></article><article data-nianbao-x=1><p>乙</p></article>") ==
              "甲/乙/");
    }

    TEST_CASE("what was composed comes back, whatever people write") {
        const SourceFiles templates = embedded_folder("templates/");
        for (const Form* form : {&form_2021(), &form_2019()}) {
            for (std::uint32_t seed = 1; seed <= 15; ++seed) {
                CAPTURE(form->id);
                CAPTURE(seed);
                RandomReport random(seed);
                const Report report = random.make_treacherous(*form);
                check_round_trip(compose_document(report, *form, templates));
                check_round_trip(compose_document(report, *form, templates, {"report", true, true}));
            }
        }
        check_round_trip(compose_document(empty_report(form_2021()), form_2021(), templates, {"blank", false, true}));
    }
}

TEST_SUITE("readers: web pages meant to do harm") {
    TEST_CASE("bytes that are no text") {
        CHECK(refusal("") == "i.not-a-report empty byte=1 ?");
        CHECK(refusal(std::string("<p>a\0b", 6)) == "i.encoding nul byte=5 ?");
        CHECK(refusal("<p>甲\xB1") == "i.encoding damaged byte=7 ?");
    }

    TEST_CASE("what is beyond a limit is refused, up to it it is read") {
        CHECK(refusal(std::string(max_page_bytes + 1, 'x')) == "i.limit size limit=8 ?");
        CHECK(refusal("\n" + times(1'001, "<div>")) == "i.limit page-depth limit=1000 2:5001");
        CHECK(text_of(times(1'000, "<div>") + "甲") == "甲/");
        CHECK(refusal(times(300'001, "<p>")) == "i.limit page-markup limit=300000 1:900001");
        CHECK(text_of(times(299'999, "<p>") + "<p>甲") == "甲/");
        CHECK(refusal("<p>" + std::string((1U << 20U) + 1, 'x')) == "i.limit paragraph limit=1 1:4");
        CHECK(text_of("<p>" + std::string(1U << 20U, 'x')).size() == (1U << 20U) + 1);
        CHECK(refusal("<table>" + times(250, "<tr>" + times(10, "<td colspan=100>x"))) ==
              "i.limit page-tables limit=200000 ?");
        CHECK(refusal("<table>" + times(70, "<td colspan=1000>x")) == "i.limit page-tables limit=200000 ?");
        CHECK(refusal("<table>" + times(66'000, "<tr><td><td>")) == "i.limit page-tables limit=200000 ?");
    }

    TEST_CASE("tags that are never closed, or closed by others, do not count as nested") {
        CHECK(text_of(times(2'000, "<p>") + "甲") == "甲/");
        CHECK(text_of("<ul>" + times(2'000, "<li><b>") + "甲") == "*甲*/");
        CHECK(text_of(times(2'000, "<p><b>") + "甲</b>") == "*甲*/");
        CHECK(text_of(times(2'000, "<b><p></b></p>") + "甲") == "甲/");
        CHECK(text_of(times(2'000, "<h2><font>") + "甲") == "#甲/");
        CHECK(text_of(times(2'000, "<span><div></div></span>") + "甲") == "甲/");
        CHECK(text_of("<table>" + times(2'000, "<tr><td><div><td><span>") + "<td>甲</table>乙").ends_with("甲\n乙/"));
        CHECK(text_of(times(2'000, "<dl><dt>甲<dd></dl>")).size() == times(2'000, "甲/").size());
        CHECK(text_of(times(2'000, "<font><a><o:p>") + "甲") == "甲/");
        CHECK(text_of("<svg>" + times(2'000, "<path/>") + "</svg>甲") == "甲/");
    }

    TEST_CASE("tags that are nested in disorder are") {
        CHECK(refusal(times(600, "<div></span><span>")).starts_with("i.limit page-depth"));
        CHECK(refusal(times(1'001, "<span><div></span>")).starts_with("i.limit page-depth"));
        CHECK(refusal(times(600, "<li><dd>")).starts_with("i.limit page-depth"));
        CHECK(refusal(times(600, "<table><td></div>")).starts_with("i.limit page-depth"));
        CHECK(refusal(times(300, "<table><tr><td><p></table></p>")) == "none");
    }

    TEST_CASE("what a parser is slow at takes time in proportion") {
        CHECK(text_of(times(100'000, "<b>") + times(100'000, "<p>x")).size() == 100'000 * std::string("*x*/").size());
        std::string attributes;
        for (int i = 0; i < 200'000; ++i) attributes += " a" + std::to_string(i);
        CHECK(text_of("<p" + attributes + ">甲<body" + attributes + "><html" + attributes + ">") == "甲/");
        CHECK(text_of(times(100'000, "<button>") + times(100'000, "<title>")).empty());
    }
}

TEST_SUITE("readers: what a web page says of itself") {
    TEST_CASE("pages are told from other texts") {
        for (const char* page :
             {"<!DOCTYPE html><p>x", "\xEF\xBB\xBF \r\n<html>",
              "<?xml version='1.0'?>\n<!-- x --><!doctype HTML PUBLIC>", "<BODY>", "<table border=1>",
              "<div\nclass=x>甲", "<p>甲</p>", "<!-- 注 --><title>x", "<h1>甲</h1>", "<html>\n# 甲", "<span>甲",
              "<meta charset=gbk>\n# 甲\n", "<style>#a {}</style>"}) {
            CAPTURE(page);
            CHECK(looks_like_html(page));
        }
        for (const char* other :
             {"", " ", "# 甲", "甲<p>乙", "{\"a\": \"<html>\"}", "<Workbook>", "<?xml version='1.0'?><w:document>",
              "<!-- 注 -->\n# 甲", "<div align=center>\n\n## 一、\n", "<p>x</p>\n\n| a | b |\n|---|---|\n", "</p>",
              "< p>", "<", "<p", "PK\x03\x04", "<https://x>", "<!DOCTYPE svg>"}) {
            CAPTURE(other);
            CHECK_FALSE(looks_like_html(other));
        }
    }

    TEST_CASE("the charset that is declared") {
        const struct {
            std::string page, charset;
        } cases[] = {
            {"<html><head><meta charset=\"GB2312\">", "gb2312"},
            {"<META charset = utf-8 />", "utf-8"},
            {"<meta http-equiv=\"Content-Type\" content=\"text/html; charset=gbk\"/>", "gbk"},
            {"<meta content='text/html;CHARSET = \"gb18030\"' HTTP-EQUIV=content-type>", "gb18030"},
            {"<meta content='text/html; charset=gbk'>", ""},
            {"<!-- <meta charset=gbk> --><meta name=x><meta charset=utf-8>", "utf-8"},
            {"<meta http-equiv=content-type content='text/html'>", ""},
            {"<meta http-equiv=content-type content='charset'><meta charset=''>", ""},
            {std::string(1'010, ' ') + "<meta charset=gbk>", ""},
            {"\xB5\xA4<title>\xC4\xEA</title><meta charset=gb2312>", "gb2312"},
            {"", ""},
        };
        for (const auto& each : cases) {
            CAPTURE(each.page);
            CHECK(declared_charset(each.page) == each.charset);
        }
    }
}
