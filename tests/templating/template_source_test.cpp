#include "templating/template_source.h"

#include <doctest/doctest.h>

using namespace nianbao;

namespace {

std::string error_of(const std::string& text) {
    try {
        static_cast<void>(read_template("a.md", text));
        return "";
    } catch (const TemplateError& error) {
        CHECK_FALSE(error.message.zh.empty());
        return error.what();
    }
}

}  // namespace

TEST_CASE("tags are found with their kind, name and place") {
    const TemplateSource source =
        read_template("a.md", "\xEF\xBB\xBF{{ a.b }}{{#c}}中{{/c}}{{^d}}{{/d}}{{{e}}}{{&f}}{{! 注 }}{{>g/h}}");
    std::string found;
    for (const TemplateTag& tag : source.tags) found += std::to_string(static_cast<int>(tag.kind)) + tag.name + " ";
    CHECK(found == "0a.b 1c 3c 2d 3d 0e 0f 5注 4g/h ");
    CHECK(source.tags[1].body == 3);
    CHECK(source.place_of(source.tags[2].begin) == TemplatePlace{"a.md", 1, 17});
}

TEST_CASE("a faulty template is told by file, line and column") {
    const struct {
        const char* text;
        const char* error;
    } cases[] = {
        {"", ""},
        {"{ {x} }", ""},
        {"文\n　{{a", "a.md:2:2: the tag is not closed"},
        {"{{{a}}", "a.md:1:1: the tag is not closed"},
        {"{{a\n}}{{}}", "a.md:2:3: the tag has no name"},
        {"{{#a}}\n{{#b}}\n{{/a}}", "a.md:3:1: expected {{/b}} (opened in line 2), found {{/a}}"},
        {"x{{/a}}", "a.md:1:2: {{/a}} closes nothing"},
        {"\n {{#a}}{{b}}", "a.md:2:2: section \"a\" is not closed (no {{/a}})"},
        {"{{=<% %>=}}", "a.md:1:1: delimiters cannot be changed ({{=...=}})"},
        {"{{ =| |= }}", "a.md:1:1: delimiters cannot be changed ({{=...=}})"},
        {"{{单位}}", "a.md:1:1: unknown name \"单位\""},
        {"{{.}}", "a.md:1:1: unknown name \".\""},
        {"{{a..b}}", "a.md:1:1: unknown name \"a..b\""},
        {"{{Agency}}", "a.md:1:1: unknown name \"Agency\""},
        {"{{> ../secret}}", "a.md:1:1: the name of a partial has a-z 0-9 _ - / only, not \"../secret\""},
        {"{{>}}", "a.md:1:1: the tag has no name"},
        {"中\xFF", "a.md:1:2: this is not UTF-8"},
        {"中文\nab\xEE\x80\x80", "a.md:2:3: private-use character U+E000 in a template"},
        {"\xF3\xB0\x80\x80", "a.md:1:1: private-use character U+F0000 in a template"},
        {"\xF4\x80\x80\x80", "a.md:1:1: private-use character U+100000 in a template"},
        {"a\x1B", "a.md:1:2: control character U+001B in a template"},
    };
    for (const auto& each : cases) {
        CAPTURE(each.text);
        CHECK(error_of(each.text) == each.error);
    }
    CHECK(error_of(std::string("a\0b", 3)) == "a.md:1:2: control character U+0000 in a template");
}

TEST_CASE("twenty thousand nested sections never reach the library") {
    const auto nested = [](int depth) {
        std::string text;
        for (int i = 0; i < depth; ++i) text += "{{#a}}\n";
        for (int i = 0; i < depth; ++i) text += "{{/a}}";
        return text;
    };
    CHECK(error_of(nested(20000)) == "a.md:65:1: more than 64 nested sections");
    CHECK(error_of(nested(64)) == "");
}

TEST_CASE("a template of more than 1 MiB is refused") {
    CHECK(error_of(std::string(max_template_bytes, 'a')) == "");
    CHECK(error_of(std::string(max_template_bytes + 1, 'a')) == "a.md:1:1: the template is larger than 1 MiB");
}
