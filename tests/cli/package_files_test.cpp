// Packages on the disk: folders whole or not at all, archives of the same bytes, litter and links left alone.
#include "cli/package_files.h"

#include <doctest/doctest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "ooxml/archive.h"
#include "ooxml/package_error.h"

using namespace nianbao;
namespace fs = std::filesystem;

namespace {

/// A folder that goes with its content.
class ScratchFolder {
public:
    ScratchFolder() {
        std::string name = (fs::temp_directory_path() / "nianbao-package-XXXXXX").string();
        REQUIRE(::mkdtemp(name.data()) != nullptr);
        path_ = name;
    }
    ScratchFolder(const ScratchFolder&) = delete;
    ScratchFolder& operator=(const ScratchFolder&) = delete;
    ~ScratchFolder() {
        std::error_code ignored;
        fs::remove_all(path_, ignored);
    }
    [[nodiscard]] std::string at(const std::string& name) const { return (path_ / name).string(); }
    void put(const std::string& name, const std::string& bytes) const {
        fs::create_directories((path_ / name).parent_path());
        std::ofstream(path_ / name, std::ios::binary) << bytes;
    }

private:
    fs::path path_;
};

using Files = std::map<std::string, std::string>;

const Files some_files{{manifest_file_name, "{}"}, {"数据表1_甲.docx", "PK"}, {"甲/乙.txt", "文"}};

OutputError::Fault fault_of(const std::string& path) {
    try {
        write_package(path, some_files, false);
    } catch (const OutputError& error) {
        return error.fault;
    }
    FAIL("was written");
    return {};
}

}  // namespace

TEST_CASE("a package comes back from a folder and from an archive") {
    const ScratchFolder scratch;
    for (const char* name : {"package", "new/package/", "package.zip", "new/PACKAGE.ZIP"}) {
        CAPTURE(name);
        write_package(scratch.at(name), some_files, false);
        CHECK(read_package(scratch.at(name)).files == some_files);
    }
    CHECK(read_file(scratch.at("package.zip"), 1U << 20U) == read_file(scratch.at("new/PACKAGE.ZIP"), 1U << 20U));
}

TEST_CASE("a folder that holds something is left as it is") {
    const ScratchFolder scratch;
    fs::create_directory(scratch.at("empty"));
    write_package(scratch.at("empty"), some_files, false);
    CHECK(read_package(scratch.at("empty")).files == some_files);
    scratch.put("full/数据表1_甲.docx", "mine");
    scratch.put("full/other.txt", "mine");
    CHECK(fault_of(scratch.at("full")) == OutputError::Fault::exists);
    CHECK(fault_of(scratch.at("full/other.txt")) == OutputError::Fault::failed);
    CHECK(read_package(scratch.at("full")).files == Files{{"数据表1_甲.docx", "mine"}, {"other.txt", "mine"}});
    write_package(scratch.at("full"), some_files, true);
    Files both = some_files;
    both["other.txt"] = "mine";
    CHECK(read_package(scratch.at("full")).files == both);
}

TEST_CASE("nothing is left of a folder that cannot be written") {
    const ScratchFolder scratch;
    CHECK_THROWS_AS(write_package(scratch.at("package"), {{"a", "1"}, {std::string(300, 'b'), "2"}}, false),
                    OutputError);
    CHECK(fs::is_empty(scratch.at("")));
}

TEST_CASE("litter is left out, links are told and not followed") {
    const ScratchFolder scratch;
    for (const char* name :
         {"a.txt", "Thumbs.db", "sub/~$a.docx", ".DS_Store", "__MACOSX/a.txt", "sub/._b", "desktop.ini"})
        scratch.put(std::string("package/") + name, "1");
    fs::create_symlink("/etc/passwd", scratch.at("package/link"));
    fs::create_directory_symlink("/etc", scratch.at("package/folder"));
    const PackageFiles found = read_package(scratch.at("package"));
    CHECK(found.files == Files{{"a.txt", "1"}});
    CHECK(found.strange == std::vector<std::string>{"folder", "link"});
}

TEST_CASE("an archive with everything in one folder is that folder, names that lead out are only names") {
    const ScratchFolder scratch;
    ooxml::ArchiveEditor packed_again;
    packed_again.put("年报/manifest.json", "{}");
    packed_again.put("年报/a/b.txt", "1");
    packed_again.put("__MACOSX/年报/._b", "1");
    scratch.put("again.zip", packed_again.finish());
    CHECK(read_package(scratch.at("again.zip")).files == Files{{"manifest.json", "{}"}, {"a/b.txt", "1"}});
    ooxml::ArchiveEditor outside;
    outside.put("manifest.json", "{}");
    outside.put("../../out.txt", "1");
    scratch.put("deep/outside.zip", outside.finish());
    CHECK(read_package(scratch.at("deep/outside.zip")).files == Files{{"manifest.json", "{}"}, {"../../out.txt", "1"}});
    CHECK_FALSE(fs::exists(scratch.at("out.txt")));
    scratch.put("none.zip", "no archive");
    CHECK_THROWS_AS(static_cast<void>(read_package(scratch.at("none.zip"))), ooxml::PackageError);
    CHECK_THROWS_AS(static_cast<void>(read_package(scratch.at("nothing"))), ReadError);
}
