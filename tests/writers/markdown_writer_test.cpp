#include "writers/markdown_writer.h"

#include <doctest/doctest.h>
#include <md4c-html.h>

#include <random>

#include "composing/compose.h"
#include "composing/table_layout.h"
#include "random_report.h"
#include "the_statute.h"
#include "writers/document_samples.h"
#include "writers/markdown_escape.h"

using namespace nianbao;

namespace {

constexpr unsigned common_mark = MD_DIALECT_COMMONMARK | MD_FLAG_TABLES;
constexpr unsigned github = MD_DIALECT_GITHUB;

std::string html_of(const std::string& markdown, unsigned flags) {
    std::string html;
    const auto append = [](const MD_CHAR* text, MD_SIZE size, void* to) {
        static_cast<std::string*>(to)->append(text, size);
    };
    REQUIRE(md_html(markdown.data(), static_cast<MD_SIZE>(markdown.size()), append, &html, flags,
                    MD_HTML_FLAG_SKIP_UTF8_BOM) == 0);
    return html;
}

void replace_all(std::string& text, const std::string& from, const std::string& to) {
    for (auto at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
        text.replace(at, from.size(), to);
}

/// What stands between tags, entities decoded.
std::string text_of_html(const std::string& html) {
    std::string text;
    bool in_tag = false;
    for (const char c : html) {
        if (c == '<') in_tag = true;
        if (!in_tag) text += c;
        if (c == '>') in_tag = false;
    }
    replace_all(text, "&lt;", "<");
    replace_all(text, "&gt;", ">");
    replace_all(text, "&quot;", "\"");
    replace_all(text, "&#9;", "\t");
    replace_all(text, "&amp;", "&");
    return text;
}

/// Text as a reader of Markdown gives it back, in the one element that it should be.
std::string back(const std::string& text, const std::string& element, const Document& document, unsigned flags) {
    std::string html = html_of(write_markdown(document), flags);
    CAPTURE(text);
    CAPTURE(html);
    CHECK(html.find("<" + element + ">") != std::string::npos);
    if (html.ends_with('\n')) html.pop_back();
    return text_of_html(html);
}

void check_comes_back(const std::string& text) {
    for (const unsigned flags : {common_mark, github}) {
        CHECK(back(text, "p", a_document({a_paragraph(text)}), flags) == text);
        CHECK(back(text, "h3", a_document({Heading{3, a_paragraph(text)}}), flags) == text);
    }
}

std::string cell_back(const std::string& text, unsigned flags) {
    Grid grid = banded_grid();
    grid.bands.resize(1);
    grid.rows = 3;
    grid.cells.resize(7);
    grid.cells[5] = a_cell(2, 1, 1, 1, GridCell::Role::input, text);
    const std::string html = html_of(write_markdown(a_document({grid})), flags);
    CAPTURE(html);
    const std::string open = "<td align=\"right\">";
    const auto begin = html.find(open);
    const auto end = html.find("</td>", begin);
    REQUIRE(begin != std::string::npos);
    CHECK(html.find("<td align=\"right\">23</td>") != std::string::npos);
    return text_of_html(html.substr(begin + open.size(), end - begin - open.size()));
}

const std::vector<std::string>& nasty_paragraphs() {
    static const std::vector<std::string> texts{"*斜*",
                                                "**（一）主动公开情况。**我局",
                                                "**“注意”**后文",
                                                "***",
                                                "* 项",
                                                "a * b * c",
                                                "_x_",
                                                "__x__",
                                                "snake_case_name",
                                                "全年_公开_信息",
                                                "# 题",
                                                "#",
                                                "####### 七",
                                                "C# 与 F#",
                                                "题 #",
                                                "题 ##",
                                                "> 引",
                                                ">",
                                                "- 项",
                                                "-",
                                                "--",
                                                "---",
                                                "- - -",
                                                "+ 项",
                                                "+86",
                                                "=",
                                                "===",
                                                "1. 项",
                                                "1.",
                                                "1) 项",
                                                "12345678. 项",
                                                "1234567890. 项",
                                                "1.加强领导",
                                                "２. 项",
                                                "`码`",
                                                "``",
                                                "```",
                                                "~~~",
                                                "~~删~~",
                                                "1月~12月",
                                                "~a~",
                                                "<b>粗</b>",
                                                "<!-- 注 -->",
                                                "<http://x.cn>",
                                                "< 5",
                                                "a<b>c",
                                                "<div>",
                                                "&amp;",
                                                "&lt;b&gt;",
                                                "&#20013;",
                                                "&copy;",
                                                "R&D; A&B",
                                                "& ;",
                                                "[链接](http://x.cn)",
                                                "![图](x)",
                                                "[x]",
                                                "[x]: y",
                                                "[ ] 待办",
                                                "[x] 已办",
                                                "[^1]",
                                                "\\",
                                                "\\\\",
                                                "\\*",
                                                "C:\\dir\\*",
                                                "尾\\",
                                                "a|b",
                                                "|a|b|",
                                                "| - | - |",
                                                "    缩进",
                                                "\t缩进",
                                                " 前",
                                                "后 ",
                                                "后  ",
                                                "\t",
                                                "中\t间",
                                                "中  间",
                                                "　全角",
                                                "a\\|b",
                                                "\\|",
                                                "||",
                                                "!",
                                                "!!",
                                                "![",
                                                "](",
                                                "()",
                                                "$x$",
                                                "$$",
                                                "http://www.x.cn/a_b_c?d=1&e=2#f",
                                                "https://x.cn/~u/*",
                                                "www.x.cn/_a_",
                                                "a_b@c_d.cn",
                                                "http://x.cn/&copy;x",
                                                "http://x.cn/a_b_",
                                                "{{title}}",
                                                "{% if %}",
                                                "@某",
                                                ":smile:",
                                                "“引”‘号’",
                                                "'q' \"q\"",
                                                "...",
                                                "——",
                                                "100%",
                                                "^上^",
                                                "==亮==",
                                                "😀👨‍👩‍👧‍👦",
                                                "𠮷",
                                                "<strong>",
                                                "</strong>",
                                                "（一）",
                                                "一、",
                                                "①",
                                                "&#32;",
                                                "&nbsp;",
                                                "x<",
                                                "&",
                                                "*",
                                                "_",
                                                "`",
                                                "~",
                                                "<",
                                                "[",
                                                "]",
                                                "1. ",
                                                "- ",
                                                "#\t",
                                                "1)\t"};
    return texts;
}

}  // namespace

TEST_CASE("blocks are CommonMark, the program's own words quotations") {
    const Document document =
        a_document({a_paragraph("草稿", Paragraph::Role::notice), Heading{1, a_paragraph("题目")},
                    Heading{2, a_paragraph("一、总体情况")}, a_paragraph("说明", Paragraph::Role::guidance),
                    a_paragraph("＿＿", Paragraph::Role::open), a_paragraph("1. 文")});
    CHECK(write_markdown(document) == "> 草稿\n\n# 题目\n\n## 一、总体情况\n\n> 说明\n\n＿＿\n\n1\\. 文\n");
}

TEST_CASE("strong text closes after a full stop and before a Chinese character") {
    const Paragraph paragraph{{Run{"我局", false, {}}, Run{"（一）公开。", true, {}}, Run{"全年*", false, {}}}, {}, {}};
    CHECK(write_markdown(a_document({paragraph})) == "我局<strong>（一）公开。</strong>全年\\*\n");
    CHECK(html_of(write_markdown(a_document({paragraph})), common_mark) ==
          "<p>我局<strong>（一）公开。</strong>全年*</p>\n");
    const Paragraph strong_first{{Run{"- 甲", true, {}}, Run{" 乙 ", false, {}}}, {}, {}};
    CHECK(back("- 甲 乙 ", "p", a_document({strong_first}), github) == "- 甲 乙 ");
}

TEST_CASE("an escape looks across the border of two runs") {
    const Paragraph paragraph{
        {Run{"1", false, {}}, Run{". 甲", false, {}}, Run{"&am", false, {}}, Run{"p;", false, {}}}, {}, {}};
    CHECK(write_markdown(a_document({paragraph})) == "1\\. 甲\\&amp;\n");
}

TEST_CASE("text is escaped where it must be, and nowhere else") {
    const struct {
        const char* text;
        const char* escaped;
    } cases[] = {
        {"全年公开386条（含政策解读9篇），同比增长12.5%。", "全年公开386条（含政策解读9篇），同比增长12.5%。"},
        {"1.加强领导；2.完善制度", "1.加强领导；2.完善制度"},
        {"snake_case A&B 5 > 3 C#", "snake_case A&B 5 > 3 C#"},
        {"https://x.cn/a_b?c=1&d=2#e", "https://x.cn/a_b?c=1&d=2#e"},
        {"https://x.cn/*", "https\\://x.cn/\\*"},
        {"www.x.cn/_a_ https://y.cn", "www\\.x.cn/\\_a\\_ https://y.cn"},
        {" 前后 ", "&#32;前后&#32;"},
        {"1月~12月", "1月\\~12月"},
    };
    for (const auto& each : cases) CHECK(escape_markdown(each.text, {}) == each.escaped);
    CHECK(escape_markdown("#a|b", {MarkdownPlace::Kind::heading}) == "\\#a|b");
    CHECK(escape_markdown("#a|b", {MarkdownPlace::Kind::cell}) == "#a\\|b");
}

TEST_CASE("nasty paragraphs come back as they were written") {
    CHECK(nasty_paragraphs().size() >= 60);
    for (const std::string& text : nasty_paragraphs()) check_comes_back(text);
}

TEST_CASE("nasty text in a cell comes back, and leaves the other cells alone") {
    for (const std::string& text : nasty_paragraphs()) {
        if (text.find('\t') != std::string::npos) continue;  // a cell is one line without tabs
        for (const unsigned flags : {common_mark, github}) {
            CAPTURE(text);
            CHECK(cell_back(text, flags) == text);
        }
    }
}

TEST_CASE("any mixture of signs comes back") {
    const std::vector<std::string> signs{"*",  "_", "`",  "[",  "]", "(", ")", "<",  ">",   "#",  "+",
                                         "-",  "=", "!",  "&",  ";", "|", "~", "\\", ".",   "1",  " ",
                                         "\t", "a", "中", "。", "“", "/", ":", "$",  "amp", "\"", "'"};
    std::mt19937 random(42);
    const auto pick = [&](std::size_t below) {
        return std::uniform_int_distribution<std::size_t>(0, below - 1)(random);
    };
    for (int round = 0; round < 4000; ++round) {
        std::string text;
        for (std::size_t length = 1 + pick(12); length > 0; --length) text += signs[pick(signs.size())];
        check_comes_back(text);
    }
}

TEST_CASE("guidance is escaped too") {
    for (const std::string& text : nasty_paragraphs()) {
        const Document document = a_document({a_paragraph(text, Paragraph::Role::guidance)});
        std::string html = html_of(write_markdown(document), common_mark);
        CAPTURE(html);
        CHECK(html.starts_with("<blockquote>\n<p>"));
        replace_all(html, "\n", "");
        CHECK(text_of_html(html) == text);
    }
}

TEST_CASE("a table with bands becomes a small table for each") {
    CHECK(write_markdown(a_document({banded_grid()})) ==
          "| 第一 / 内容 | 新增 | 现有 |\n| --- | ---: | ---: |\n| 规章 | 1 | 23 |\n\n"
          "| 第二 / 内容 | 数量 |\n| --- | ---: |\n| 许可 | 456 |\n");
}

TEST_CASE("row labels are joined, what stands over all columns joins the corner") {
    CHECK(write_markdown(a_document({nested_grid()})) ==
          "| 角 / 申请人 | 甲 | 乙 | 计 |\n| --- | ---: | ---: | ---: |\n| 一、新收 | 1 | 2 | 3 |\n"
          "| 二、结果 / 1.公开 | 4 | 5 | 9 |\n| 二、结果 / 2.其他 | 6 | 7 | 13 |\n");
}

TEST_CASE("groups of like columns become rows") {
    CHECK(write_markdown(a_document({grouped_grid()})) ==
          "|  | 维持 | 总计 |\n| --- | ---: | ---: |\n| 复议 | 1 | 2 |\n| 诉讼 / 直接 | 3 | 4 |\n");
}

TEST_CASE("grids of other shapes are flattened all the same") {
    using Role = GridCell::Role;
    CHECK(write_markdown(a_document({a_grid(0, 0, 0, {}, {})})).empty());
    CHECK(write_markdown(a_document({a_grid(2, 2, 0, {},
                                            {a_cell(0, 0, 1, 1, Role::head, "甲"), a_cell(0, 1, 1, 1, Role::head, "乙"),
                                             a_cell(1, 0, 1, 2, Role::plain, "并")})})) ==
          "| 甲 | 乙 |\n| ---: | ---: |\n| 并 | 并 |\n");
    CHECK(write_markdown(a_document({a_grid(1, 1, 0, {{5, 9, 9}}, {a_cell(0, 0, 1, 1, Role::plain, "甲")})}))
              .starts_with("|"));
}

TEST_CASE("every row and column of the statutory tables says what it is") {
    RandomReport random(3);
    for (const Form& form : the_statute().forms) {
        const Document document = compose_document(random.make(form), form, embedded_folder("templates/"));
        const std::string text = write_markdown(document);
        for (std::size_t table = 0; table < form.tables.size(); ++table) {
            for (const auto* lines : {&form.rows[table], &form.columns[table]}) {
                for (const auto& block : *lines) {
                    for (const Line& line : block) {
                        for (const Axis* axis : line.path) CHECK(text.find(axis->label.zh) != std::string::npos);
                    }
                }
            }
        }
    }
}

TEST_CASE("the rows of table three carry their whole path, table four is a row for each way") {
    const Report report = RandomReport(5).make(form_2021());
    const std::string text = write_markdown(compose_document(report, form_2021(), embedded_folder("templates/")));
    const auto at = [&](const char* path) {
        return to_string(std::get<Amount>(report.cells[*form_2021().find_cell(path)]));
    };
    CHECK(text.find("| 三、本年度办理结果 / （三）不予公开 / 1.属于国家秘密 | " +
                    at("/requests/outcomes/refused/state_secret/natural_person") + " | ") != std::string::npos);
    CHECK(text.find(" / 申请人情况 | 自然人 | 法人或其他组织 / 商业企业 | ") != std::string::npos);
    CHECK(text.find("|  | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 |\n") != std::string::npos);
    CHECK(text.find("| 行政诉讼 / 复议后起诉 | " + at("/disputes/litigation_after_review/upheld") + " | ") !=
          std::string::npos);
    CHECK(text.find("| 第二十条第（八）项 / 信息内容 | 本年收费金额（单位：万元） |\n| --- | ---: |\n") !=
          std::string::npos);
}
