#include "readers/package_manifest_reader.h"

#include <doctest/doctest.h>

#include "model/diagnostic.h"
#include "writers/package_manifest_writer.h"

using namespace nianbao;

namespace {

const std::string digest(64, 'a');

PackageManifest a_manifest() {
    PackageManifest manifest{"2021", "国办公开办函〔2021〕30号", "1.2.3", "示例区水务局", 2024, "2025-01-20", true, {}};
    manifest.files = {{"check.json", PackagedFile::Role::check, "json", "", 12, digest},
                      {"数据表1.xlsx", PackagedFile::Role::table, "xlsx", "disclosure", 7000, digest}};
    return manifest;
}

/// A manifest with one file entry of these members.
std::string with_entry(const std::string& members) {
    return R"({"format": "nianbao-package", "version": 1, "program": {"name": "nianbao", "version": "1"},
 "form": {"id": "2021", "citation": ""}, "agency": "甲局", "year": 2024, "files": [{)" +
           members + "}]}";
}

std::string with_path(const std::string& path) {
    return with_entry("\"path\": \"" + path + R"(", "role": "check", "format": "json", "size": 1, "sha256": ")" +
                      digest + "\"");
}

/// Code, variant and key of what is wrong; empty where nothing is.
std::string refusal(const std::string& json) {
    std::string text;
    try {
        static_cast<void>(read_package_manifest(json));
    } catch (const InputError& error) {
        for (const Diagnostic& each : error.diagnostics) {
            text += (text.empty() ? "" : ", ") + each.code + (each.variant.empty() ? "" : "/" + each.variant);
            if (each.arguments.count("key") > 0) text += " " + each.arguments.at("key");
        }
    }
    return text;
}

}  // namespace

TEST_CASE("what is written of a manifest is read again, to the byte") {
    const std::string written = write_package_manifest(a_manifest());
    const PackageManifest found = read_package_manifest(written);
    CHECK(found.form == "2021");
    CHECK(found.citation == "国办公开办函〔2021〕30号");
    CHECK(found.program == "1.2.3");
    CHECK(found.agency == "示例区水务局");
    CHECK(found.year == 2024);
    CHECK(found.published == "2025-01-20");
    CHECK(found.draft);
    REQUIRE(found.files.size() == 2);
    CHECK(found.files[1].path == "数据表1.xlsx");
    CHECK(found.files[1].table == "disclosure");
    CHECK(found.files[1].size == 7000);
    CHECK(found.files[1].sha256 == digest);
    CHECK(write_package_manifest(found) == written);
}

TEST_CASE("the paths of a manifest stay inside the package") {
    for (const char* inside : {"a", "a/b.json", "数据表1 甲.docx", "...", "a..b", ".hidden"}) {
        CAPTURE(inside);
        CHECK(is_inside_package(inside));
        CHECK(refusal(with_path(inside)).empty());
    }
    for (const char* outside : {"", ".", "..", "/etc/passwd", "../x", "a/../../x", "a/./b", "a//b", "a/",
                                "a\\\\..\\\\b", "C:x", "C:\\\\x", "a\\u0000b", "a\\nb", "a\\u001bb"}) {
        CAPTURE(outside);
        CHECK(refusal(with_path(outside)).starts_with("i."));
    }
    CHECK(refusal(with_path("../x")) == "i.type/outside-package path");
    CHECK_FALSE(is_inside_package("a\\b"));
    CHECK_FALSE(is_inside_package("\xff"));
}

TEST_CASE("everything wrong with a manifest is told at once") {
    CHECK(refusal("[]") == "i.type/missing format");
    CHECK(refusal("{}") ==
          "i.type/missing format, i.type/missing version, i.type/missing program, i.type/missing form, "
          "i.type/missing agency, i.type/missing year, i.type/missing files");
    CHECK(refusal(R"({"format": "zip", "version": 2, "program": {}, "form": {"id": "2021"}, "agency": 1, "year": 1,
        "draft": 1, "files": {}, "signature": 0})") ==
          "i.type/choice format, i.type/choice version, i.type/text agency, i.type/number year, i.type/choice draft, "
          "i.type/array files, i.unknown-key signature");
    CHECK(refusal(with_entry(R"("path": "a", "role": "other", "format": "x", "size": -1, "sha256": "A")")) ==
          "i.type/choice role, i.type/number size, i.type/digest sha256");
    CHECK(refusal(with_entry(R"("path": "a", "role": "table", "format": "x", "size": 1.5, "sha256": null)")) ==
          "i.type/number size, i.type/digest sha256, i.type/missing table");
    CHECK(refusal(R"({"format": "nianbao-package", "format": "nianbao-package"})").starts_with("i.duplicate-key"));
    const std::string entry =
        R"({"path": "A.txt", "role": "check", "format": "", "size": 1, "sha256": ")" + digest + R"("})";
    std::string twice = with_path("a.TXT");
    twice.insert(twice.size() - 2, "," + entry);
    CHECK(refusal(twice) == "i.type/path-twice path");
}

TEST_CASE("a manifest of too many files is refused before they are read") {
    std::string many = "{\"files\": [";
    for (std::size_t i = 0; i <= most_packaged_files; ++i) many += i == 0 ? "{}" : ",{}";
    CHECK(refusal(many + "]}").starts_with("i.limit/entries"));
}
