#include "templating/render.h"

#include <doctest/doctest.h>

using namespace nianbao;

namespace {

TemplateValue item(const char* name) { return object_value({{"name", text_value(name)}}); }

TemplateValue values() {
    return object_value({{"title", text_value("T")},
                         {"none", text_value("")},
                         {"yes", flag_value(true)},
                         {"no", flag_value(false)},
                         {"agency", object_value({{"name", text_value("N")}, {"where", item("deep")}})},
                         {"items", list_value({item("a"), item("b"), item("c")}, item(""))},
                         {"nobody", list_value({}, item(""))}});
}

std::string rendered(const SourceFiles& files) {
    try {
        return render(read_templates(files, "main.md"), values());
    } catch (const TemplateError& error) {
        CHECK_FALSE(error.message.zh.empty());
        return error.what();
    }
}

std::string rendered(const std::string& text) { return rendered(SourceFiles{{"main.md", text}}); }

std::string chain(int length) {
    SourceFiles files{{"main.md", "{{>p1}}"}};
    for (int i = 1; i < length; ++i) files["p" + std::to_string(i) + ".md"] = "{{>p" + std::to_string(i + 1) + "}}";
    files["p" + std::to_string(length) + ".md"] = "end";
    return rendered(files);
}

}  // namespace

TEST_CASE("values, sections and partials are put in") {
    const struct {
        const char* text;
        const char* expected;
    } cases[] = {
        {"{{title}} {{{title}}} {{&title}} {{none}}.", "T T T ."},
        {"{{agency.name}}{{agency.where.name}}{{#agency}}{{name}}{{title}}{{/agency}}", "NdeepNT"},
        {"{{#items}}{{name}}{{title}},{{/items}}", "aT,bT,cT,"},
        {"{{#nobody}}x{{name}}{{/nobody}}{{^nobody}}empty{{/nobody}}", "empty"},
        {"{{#yes}}1{{/yes}}{{#no}}2{{/no}}{{^no}}3{{/no}}{{#none}}4{{/none}}{{^none}}5{{/none}}{{#title}}6{{/title}}",
         "1356"},
        {"a\n{{#items}}\n{{name}}\n{{/items}}\nb\n", "a\na\nb\nc\nb\n"},
        {"a\n  {{! 一行说明 }}  \nb{{! 行内 }}c\n", "a\nbc\n"},
        {"{{! only }}", ""},
        {"{{#items}}{{#items}}{{name}}{{/items}};{{/items}}", "abc;abc;abc;"},
        {"{ {{title}} }{}", "{ T }{}"},
        {"{{#yes}}{{#title}}{{agency.name}}{{/title}}{{/yes}}", "N"},
    };
    for (const auto& each : cases) {
        CAPTURE(each.text);
        CHECK(rendered(std::string(each.text)) == each.expected);
    }
    CHECK(rendered({{"main.md", "{{#items}}{{> parts/one}}{{/items}}"}, {"parts/one.md", "[{{name}}]"}}) ==
          "[a][b][c]");
}

TEST_CASE("a name that nothing has is told where it stands, in parts that are not printed too") {
    const struct {
        const char* text;
        const char* error;
    } cases[] = {
        {"甲\n乙{{titel}}", "main.md:2:2: unknown name \"titel\""},
        {"{{title}}{{agency.nam}}", "main.md:1:10: unknown name \"agency.nam\""},
        {"{{name}}", "main.md:1:1: unknown name \"name\""},
        {"{{#agency}}{{name}}{{/agency}}\n{{name}}", "main.md:2:1: unknown name \"name\""},
        {"{{#itmes}}{{/itmes}}", "main.md:1:1: unknown name \"itmes\""},
        {"{{#no}}\n{{titel}}{{/no}}", "main.md:2:1: unknown name \"titel\""},
        {"{{#nobody}}{{name}}{{nam}}{{/nobody}}", "main.md:1:20: unknown name \"nam\""},
        {"{{^yes}}{{#agency}}{{where.nam}}{{/agency}}{{/yes}}", "main.md:1:20: unknown name \"where.nam\""},
    };
    for (const auto& each : cases) {
        CAPTURE(each.text);
        CHECK(rendered(std::string(each.text)) == each.error);
    }
    CHECK(rendered({{"main.md", "{{>a}}"}, {"a.md", "\n {{x}}"}}) == "a.md:2:2: unknown name \"x\"");
}

TEST_CASE("partials are files of the folder, and never put themselves in") {
    CHECK(rendered({{"main.md", "a\n{{>b}}"}}) == "main.md:2:1: unknown partial \"b\"");
    CHECK(rendered(SourceFiles{}) == "main.md:1:1: there is no such template file");
    CHECK(rendered({{"main.md", "{{>main}}"}}) == "main.md:1:1: partial \"main\" puts itself in");
    CHECK(rendered({{"main.md", "{{>a}}"}, {"a.md", "x{{>b}}"}, {"b.md", "\n{{#no}}{{>a}}{{/no}}"}}) ==
          "b.md:2:8: partial \"a\" puts itself in");
    CHECK(rendered({{"main.md", "{{>a}}"}, {"a.md", "{{#x}}"}}) == "a.md:1:1: section \"x\" is not closed (no {{/x}})");
    CHECK(rendered({{"main.md", "{{>/etc/passwd}}"}}) == "main.md:1:1: unknown partial \"/etc/passwd\"");
    CHECK(chain(16) == "end");
    CHECK(chain(17) == "p16.md:1:1: partials go deeper than 16");
}

TEST_CASE("a partial met first near the top and then below is still counted by its depth") {
    SourceFiles files{{"main.md", "{{>q1}}{{>p1}}"}};
    for (int i = 1; i < 12; ++i) {
        files["p" + std::to_string(i) + ".md"] = "{{>p" + std::to_string(i + 1) + "}}";
        files["q" + std::to_string(i) + ".md"] = "{{>q" + std::to_string(i + 1) + "}}";
    }
    files["p12.md"] = "{{>q1}}";
    files["q12.md"] = "end";
    CHECK(rendered(files) == "q4.md:1:1: partials go deeper than 16");
}

TEST_CASE("a template that multiplies itself is stopped") {
    std::string nested;
    for (int i = 0; i < 40; ++i) nested += "{{#items}}";
    for (int i = 0; i < 40; ++i) nested += "{{/items}}";
    CHECK(rendered(nested).find("the template comes to more than 8 MiB") != std::string::npos);

    SourceFiles bomb{{"main.md", "{{>p1}}"}};
    for (int i = 1; i < 15; ++i) {
        std::string many;
        for (int k = 0; k < 50; ++k) many += "{{>p" + std::to_string(i + 1) + "}}";
        bomb["p" + std::to_string(i) + ".md"] = many;
    }
    bomb["p15.md"] = "boom";
    CHECK(rendered(bomb).find("the template comes to more than 8 MiB") != std::string::npos);
}

TEST_CASE("the names of a tree can be listed") {
    CHECK(list_names(object_value({{"a", text_value("")}, {"l", list_value({}, item(""))}, {"o", item("")}})) ==
          std::vector<std::string>{"a", "l[]", "l[].name", "o", "o.name"});
}
