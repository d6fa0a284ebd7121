#include "writers/html/html_look.h"

#include <doctest/doctest.h>

#include <vector>

#include "templating/template_error.h"

using namespace nianbao;

TEST_CASE("by classes an element has those it is given, and ids are as they come") {
    const HtmlLook look;
    CHECK(look.attributes("p").empty());
    CHECK(look.attributes("td", "total number") == " class=\"total number\"");
    CHECK(look.attributes_around(" 甲  乙", "p").empty());
    CHECK(look.id("table-1") == "table-1");
}

TEST_CASE("by styles an element has what the sheet says of it, then of it with each class") {
    const HtmlLook look("own.css",
                        "/* a sheet */ td, th {\n  color: red;\n  margin:\t0 }\n"
                        "td p { margin: 0; }\ntd.number { text-align: right; } td.total{font-weight:bold;}\n"
                        "td { padding: 1em }\nem { font-family: \"A&B\" } hr {} p.blanks { white-space: pre-wrap; }",
                        "nb1-");
    CHECK(look.attributes("th") == " style=\"color: red; margin: 0\"");
    CHECK(look.attributes("td", "total number") ==
          " style=\"color: red; margin: 0; padding: 1em; font-weight:bold; text-align: right\"");
    CHECK(look.attributes("td p", "open") == " style=\"margin: 0\"");
    CHECK(look.attributes("em") == " style=\"font-family: &quot;A&amp;B&quot;\"");
    for (const char* none : {"hr", "p", "div"}) CHECK(look.attributes(none, "band").empty());
    CHECK(look.id("table-1") == "nb1-table-1");
}

TEST_CASE("only a text with blanks to keep asks for them") {
    const HtmlLook look("own.css", "p { margin: 0 } p.blanks { white-space: pre-wrap }", "");
    for (const char* text : {"", "甲", "甲 乙 丙", "甲　乙"})
        CHECK(look.attributes_around(text, "p") == " style=\"margin: 0\"");
    for (const char* text : {" 甲", "甲 ", "甲  乙", "甲\t乙"})
        CHECK(look.attributes_around(text, "p", "open") == " style=\"margin: 0; white-space: pre-wrap\"");
}

TEST_CASE("what is wrong in a sheet is told with its line") {
    const struct {
        const char *sheet, *told;
    } cases[] = {
        {"p { margin: 0 }\n\n { color: red }", "own.css:3:1: there is no name before “{”"},
        {"/* p\n */\np { margin: 0", "own.css:3:1: “{” has no “}”"},
        {"p { margin: 0 }\ntd", "own.css:2:1: a style at the end is not finished"},
    };
    for (const auto& each : cases) {
        std::string told;
        try {
            const HtmlLook look("own.css", each.sheet, "");
        } catch (const TemplateError& error) {
            told = error.what();
        }
        CHECK(told == each.told);
    }
    for (const char* sheet : {"", "/*", "/*/", "/* p {", " \n "})
        CHECK(HtmlLook("f", sheet, "").attributes("p").empty());
}
