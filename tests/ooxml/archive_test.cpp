#include "ooxml/archive.h"

#include <doctest/doctest.h>

#include "ooxml/raw_archive.h"

using namespace nianbao;
using ooxml::Archive;
using ooxml::ArchiveEditor;
using ooxml::ArchiveLimits;
using ooxml::Fault;
using ooxml::PackageError;

namespace {

/// What opening the bytes and reading `part` is refused for.
Fault fault_of(const std::string& bytes, const ArchiveLimits& limits = {}, const std::string& part = "a") {
    try {
        (void)Archive(bytes, limits).read(part);
    } catch (const PackageError& error) {
        return error.fault;
    }
    FAIL("nothing was refused");
    return Fault::damaged;
}

std::string three_parts() {
    ArchiveEditor editor;
    editor.put("[Content_Types].xml", "types");
    editor.put("xl\\Workbook.xml", "book");
    editor.put("xl/media/image.png", std::string(5'000, 'x'), ArchiveEditor::Packing::stored);
    return editor.finish();
}

}  // namespace

TEST_SUITE("ooxml: archives") {
    TEST_CASE("a part is found however its name is cased and whichever slash it uses") {
        const std::string bytes = three_parts();
        const Archive archive(bytes);
        for (const char* name : {"xl/workbook.xml", "XL/WORKBOOK.XML", "xl\\Workbook.xml", "/xl/workbook.xml"}) {
            CHECK(archive.has(name));
            CHECK(archive.read(name) == "book");
            CHECK(archive.spelling(name) == "xl\\Workbook.xml");
        }
        CHECK_FALSE(archive.has("workbook.xml"));
        CHECK(archive.parts() ==
              std::vector<std::string>{"[Content_Types].xml", "xl\\Workbook.xml", "xl/media/image.png"});
    }

    TEST_CASE("a part comes in pieces") {
        const std::string content(300'000, 'y');
        ArchiveEditor editor;
        editor.put("a", content);
        const std::string bytes = editor.finish();
        std::string collected;
        int pieces = 0;
        Archive(bytes).stream("a", [&](std::string_view piece) {
            collected += piece;
            ++pieces;
        });
        CHECK(collected == content);
        CHECK(pieces > 1);
    }

    TEST_CASE("an editor changes what it was told and keeps all else") {
        const std::string before = three_parts();
        ArchiveEditor editor(before);
        editor.put("xl/workbook.xml", "changed");
        editor.put("xl/new.xml", "first");
        editor.put("XL/new.xml", "second");
        editor.remove("xl/media/image.png");
        editor.remove("xl/nothing.xml");
        const std::string bytes = editor.finish();
        const Archive archive(bytes);
        CHECK(archive.read("xl/workbook.xml") == "changed");
        CHECK(archive.spelling("xl/workbook.xml") == "xl\\Workbook.xml");
        CHECK(archive.read("xl/new.xml") == "second");
        CHECK(archive.read("[Content_Types].xml") == "types");
        CHECK(archive.parts().size() == 3);
    }

    TEST_CASE("any part can be changed, wherever it stands in the file") {
        for (std::size_t parts = 1; parts < 6; ++parts) {
            ArchiveEditor made;
            for (std::size_t i = 0; i < parts; ++i) made.put("part" + std::to_string(i), std::string(40'000, 'x'));
            const std::string before = made.finish();
            for (std::size_t changed = 0; changed < parts; ++changed) {
                ArchiveEditor editor(before);
                editor.put("part" + std::to_string(changed), "changed");
                const std::string bytes = editor.finish();
                const Archive archive(bytes);
                for (std::size_t i = 0; i < parts; ++i) {
                    CHECK((archive.read("part" + std::to_string(i)) == "changed") == (i == changed));
                }
            }
        }
    }

    TEST_CASE("a part removed and put again is there") {
        ArchiveEditor editor(three_parts());
        editor.remove("xl/workbook.xml");
        editor.put("xl/workbook.xml", "again");
        editor.put("xl/media/image.png", "gone");
        editor.remove("xl/media/image.png");
        const std::string bytes = editor.finish();
        CHECK(Archive(bytes).read("xl/workbook.xml") == "again");
        CHECK_FALSE(Archive(bytes).has("xl/media/image.png"));
    }

    TEST_CASE("entries that are not changed keep their bytes") {
        // A sum that is wrong would be refused or mended if the entry were packed again.
        std::vector<RawEntry> entries{stored_entry("a", "aaa"), stored_entry("b", "bbb")};
        entries[0].crc ^= 1U;
        ArchiveEditor editor(raw_archive(entries));
        editor.put("b", "changed");
        const std::string bytes = editor.finish();
        CHECK(Archive(bytes).read("b") == "changed");
        CHECK(fault_of(bytes) == Fault::damaged);
    }

    TEST_CASE("the same changes give the same bytes") {
        const std::string before = three_parts();
        CHECK(before == three_parts());
        CHECK(ArchiveEditor(before).finish() == before);
        const auto changed = [&] {
            ArchiveEditor editor(before);
            editor.put("xl/workbook.xml", "changed");
            editor.put("new", "new");
            return editor.finish();
        };
        CHECK(changed() == changed());
        constexpr std::string_view first_of_1980("\0\0\x21\0", 4);
        CHECK(before.substr(10, 4) == first_of_1980);
    }

    TEST_CASE("limits hold before anything is unpacked") {
        const std::string bytes = raw_archive({stored_entry("a", "12345"), stored_entry("b", "12345")});
        ArchiveLimits limits;
        limits.archive = bytes.size() - 1;
        CHECK(fault_of(bytes, limits) == Fault::archive_too_large);
        limits = {};
        limits.entries = 1;
        CHECK(fault_of(bytes, limits) == Fault::too_many_entries);
        limits = {};
        limits.part = 4;
        CHECK(fault_of(bytes, limits) == Fault::part_too_large);
        limits = {};
        limits.all_parts = 9;
        CHECK(fault_of(bytes, limits) == Fault::package_too_large);
        limits = {};
        limits.whole_part = 4;
        CHECK(fault_of(bytes, limits) == Fault::part_too_large);
    }

    TEST_CASE("what is wrong with an archive is told apart") {
        RawEntry entry = stored_entry("a", "12345");
        CHECK(fault_of("") == Fault::not_an_archive);
        CHECK(fault_of("{}") == Fault::not_an_archive);
        CHECK(fault_of("PK") == Fault::damaged);
        CHECK(fault_of(raw_archive({entry}), {}, "b") == Fault::missing_part);
        CHECK(fault_of(raw_archive({entry, stored_entry("A", "")})) == Fault::duplicate_entry);
        entry.flags = 1;
        CHECK(fault_of(raw_archive({entry})) == Fault::encrypted);
        entry.flags = 0;
        entry.method = 14;
        CHECK(fault_of(raw_archive({entry})) == Fault::damaged);
    }

    TEST_CASE("an archive cut anywhere is refused") {
        const std::string bytes = three_parts();
        for (std::size_t size = 0; size < bytes.size(); size += size < 100 ? 1 : 37) {
            CHECK_THROWS_AS(Archive(std::string_view(bytes).substr(0, size)), PackageError);
        }
    }
}
