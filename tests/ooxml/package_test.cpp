#include "ooxml/package.h"

#include <doctest/doctest.h>

#include "ooxml/raw_archive.h"
#include "readers/workbook_samples.h"

using namespace nianbao;
using namespace nianbao::ooxml;

TEST_SUITE("ooxml: packages") {
    TEST_CASE("targets are resolved against the part that names them") {
        struct Case {
            const char *source, *target, *part;
        };
        for (const Case& each : {Case{"xl/workbook.xml", "worksheets/sheet1.xml", "xl/worksheets/sheet1.xml"},
                                 Case{"xl/workbook.xml", "/xl/styles.xml", "xl/styles.xml"},
                                 Case{"xl/worksheets/sheet1.xml", "../comments1.xml", "xl/comments1.xml"},
                                 Case{"xl/worksheets/sheet1.xml", ".\\a\\.\\b.xml", "xl/worksheets/a/b.xml"},
                                 Case{"", "xl/workbook.xml", "xl/workbook.xml"},
                                 Case{"xl/workbook.xml", "a%20b%2Fc.xml#x", "xl/a b/c.xml"},
                                 Case{"xl/workbook.xml", "100%.xml", "xl/100%.xml"}}) {
            CHECK(resolved_target(each.source, each.target) == each.part);
        }
        for (const char* target :
             {"../../a.xml", "/../a.xml", "..\\..\\a.xml", "%2e%2e/%2e%2e/a.xml", "file:///etc/passwd"}) {
            CHECK_THROWS_AS((void)resolved_target("xl/workbook.xml", target), PackageError);
        }
    }

    TEST_CASE("each part has its own relationships") {
        CHECK(relationships_part("") == "_rels/.rels");
        CHECK(relationships_part("xl/workbook.xml") == "xl/_rels/workbook.xml.rels");
    }

    TEST_CASE("a package leads from its main part to the others") {
        const std::string bytes = small_workbook(sheet_data("")).packed();
        const Package package(bytes);
        CHECK(package.kind() == PackageKind::workbook);
        CHECK(package.main_part() == "xl/workbook.xml");
        CHECK(package.related("xl/workbook.xml", "sharedStrings") == "xl/sharedStrings.xml");
        CHECK_FALSE(package.related("xl/workbook.xml", "styles"));
        CHECK(package.relationships("xl/worksheets/sheet1.xml").empty());
        CHECK(package.content_type("/xl/Workbook.xml").ends_with("sheet.main+xml"));
        CHECK(package.content_type("xl/worksheets/sheet1.xml") == "application/xml");
        CHECK(package.content_type("xl/media/image1.png").empty());
    }

    TEST_CASE("links out of the package are told, not followed") {
        WorkbookParts parts = small_workbook(sheet_data(""));
        parts["xl/worksheets/_rels/sheet1.xml.rels"] =
            R"(<Relationships xmlns="p"><Relationship Id="a" Type="x/hyperlink" Target="https://a.example/" TargetMode="External"/></Relationships>)";
        const std::string bytes = parts.packed();
        const auto links = Package(bytes).relationships("xl/worksheets/sheet1.xml");
        REQUIRE(links.size() == 1);
        CHECK(links[0].external);
        CHECK(links[0].type == "hyperlink");
        CHECK(links[0].target == "https://a.example/");
        CHECK_FALSE(Package(bytes).related("xl/worksheets/sheet1.xml", "hyperlink"));
    }

    TEST_CASE("a zip of anything is a package of no kind") {
        const std::string bytes = raw_archive({stored_entry("a.txt", "a")});
        CHECK(Package(bytes).kind() == PackageKind::other);
    }
}
