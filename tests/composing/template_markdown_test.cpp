#include "composing/template_markdown.h"

#include <doctest/doctest.h>

using namespace nianbao;

namespace {

std::string runs_of(const Paragraph& paragraph) {
    std::string text;
    for (const Run& run : paragraph.runs) text += run.strong ? "‹" + run.text + "›" : run.text;
    return text;
}

std::string dump(const std::vector<DocumentBlock>& blocks) {
    std::string text;
    for (const DocumentBlock& block : blocks) {
        if (const auto* heading = std::get_if<Heading>(&block)) {
            text += std::to_string(heading->level) + runs_of(heading->text);
        } else if (const auto* paragraph = std::get_if<Paragraph>(&block)) {
            text += std::string(1, ".>?!"[static_cast<int>(paragraph->role)]) + runs_of(*paragraph);
        } else {
            text += "[" + std::get<Grid>(block).table + "]";
        }
        text += "|";
    }
    return text;
}

Paragraph paragraph(const char* text, Paragraph::Role role = Paragraph::Role::body) {
    return {{Run{text, false, std::nullopt}}, role, {}};
}

/// The template's text, with @w a word, @p two paragraphs, @o an open place, @n nothing, @g a table.
std::string read(std::string text) {
    Tokens tokens;
    Grid grid;
    grid.table = "t";
    const std::pair<const char*, std::string> values[] = {
        {"@w", tokens.add(Run{"*词*", false, std::nullopt})},
        {"@p", tokens.add(std::vector{paragraph("# 一"), paragraph("二")})},
        {"@o", tokens.add(std::vector{paragraph("＿", Paragraph::Role::open)})},
        {"@n", tokens.add(std::vector<Paragraph>{})},
        {"@g", tokens.add(grid)},
    };
    TemplateSet set;
    set.sources.push_back({"a.md", text, {}});
    for (const auto& [name, token] : values) {
        for (auto at = text.find(name); at != std::string::npos; at = text.find(name)) text.replace(at, 2, token);
    }
    try {
        return dump(read_template_markdown(text, tokens, set));
    } catch (const TemplateError& error) {
        CHECK_FALSE(error.message.zh.empty());
        return error.what();
    }
}

}  // namespace

TEST_CASE("the Markdown of templates becomes blocks") {
    const struct {
        const char* text;
        const char* blocks;
    } cases[] = {
        {"", ""},
        {"# 题\n\n## 二 #\n\n三\n===\n", "1题|2二|1三|"},
        {"文\n接着\n\nLatin\ntext", ".文接着|.Latin text|"},
        {"甲  \n乙\\\n丙", ".甲|.乙|.丙|"},
        {"**重**点 __重__", ".‹重›点 ‹重›|"},
        {"> 说明\n> 接\n\n> 另", ">说明接|>另|"},
        {"- 甲\n- 乙\n\n文\n\n3. 丙\n4. 丁\n\n   续", ".• 甲|.• 乙|.文|.3.丙|.4.丁|.续|"},
        {"> - 引中", ">• 引中|"},
        {"&amp;&#20013;&#x6587;&lt;&gt;&quot;&nbsp;x", ".&中文<>\"\u00a0x|"},
        {"&#xF0000;&#x100000;", ".\U000F0000\U00100000|"},
        {"\\*\\# \\[x\\]", ".*# [x]|"},
        {"@w 与**@w**", ".*词* 与‹*词*›|"},
        {"## @w", "2*词*|"},
        {"@p", ".# 一|.二|"},
        {"前@p后", ".前# 一|.二后|"},
        {"> @p", "># 一|>二|"},
        {"- @p", ".• # 一|.二|"},
        {"@o\n\n前@o", "?＿|.前＿|"},
        {"@n\n\n前@n", ".前|"},
        {"## @n", ""},
        {"@g", "[t]|"},
        {"> @g", "[t]|"},
        {"@p@p", ".# 一|.二# 一|.二|"},
        {"1.加强 +1 -1 #1", ".1.加强 +1 -1 #1|"},
    };
    for (const auto& each : cases) {
        CAPTURE(each.text);
        CHECK(read(each.text) == each.blocks);
    }
}

TEST_CASE("what reports do not have is refused where it stands") {
    const struct {
        const char* text;
        const char* error;
    } cases[] = {
        {"文\n\n<b>粗</b>", "a.md:3:1: HTML cannot be used in a template"},
        {"文 <b>粗</b>", "a.md:1:3: HTML cannot be used in a template"},
        {"文\n\n<!-- 注 -->", "a.md:3:1: HTML cannot be used in a template"},
        {"文\n\n<div>\n块\n</div>\n", "a.md:3:1: HTML cannot be used in a template"},
        {"文`码`", "a.md:1:2: code cannot be used in a template"},
        {"文\n\n```\n码\n```", "a.md:3:1: code cannot be used in a template"},
        {"文\n\n```\n```", "a.md:3:1: code cannot be used in a template"},
        {"文\n\n    码", "a.md:3:5: code cannot be used in a template"},
        {"见[此](http://x)", "a.md:1:2: a link cannot be used in a template"},
        {"见<http://x>", "a.md:1:2: a link cannot be used in a template"},
        {"文\n\n[此]: http://x", "a.md:3:1: a link cannot be used in a template"},
        {"图![此](x)", "a.md:1:2: an image cannot be used in a template"},
        {"文*斜*", "a.md:1:2: emphasis (strong text is **) cannot be used in a template"},
        {"文\n\n---\n", "a.md:3:1: a rule cannot be used in a template"},
        {"文\n\n| a | b |\n| --- | --- |\n| 1 | 2 |",
         "a.md:3:1: a Markdown table (tables come from {{...table}}) cannot be used in a template"},
        {"文&copy;", "a.md:1:2: unknown entity &copy;"},
        {"文&#0;", "a.md:1:2: unknown entity &#0;"},
        {"文&#x1b;", "a.md:1:2: unknown entity &#x1b;"},
        {"文&#xD800;", "a.md:1:2: unknown entity &#xD800;"},
        {"表@g", "a.md:1:1: a table must stand in a paragraph of its own"},
        {"# @g", "a.md:1:1: a table must stand in a paragraph of its own"},
        {"文\n\n# 题@p", "a.md:3:3: a heading cannot be made of several paragraphs"},
        {"**（一）公开。**我局",
         "a.md:1:1: this ** does nothing: after a punctuation mark and before a letter it does not close; "
         "move the mark behind it"},
    };
    for (const auto& each : cases) {
        CAPTURE(each.text);
        CHECK(read(each.text) == each.error);
    }
}

TEST_CASE("an error in a long line is found without looking at all of it") {
    const std::string text = std::string(std::size_t{1} << 19U, 'a') + "<b>" + std::string(std::size_t{1} << 18U, 'c');
    CHECK(read(text) == "a.md:1:" + std::to_string((1 << 19) + 1) + ": HTML cannot be used in a template");
}
