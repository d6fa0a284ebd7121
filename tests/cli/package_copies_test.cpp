// A package says the same in all copies; what one copy says otherwise is found and named, whatever its format.
#include "cli/package_copies.h"

#include <doctest/doctest.h>

#include "cli/package_maker.h"
#include "messages/labels.h"
#include "random_report.h"
#include "readers/package_manifest_reader.h"
#include "the_statute.h"

using namespace nianbao;

namespace {

using Role = PackagedFile::Role;

const SourceFiles& the_templates() {
    static const SourceFiles templates = embedded_folder("templates/");
    return templates;
}

/// The statute with one form.
const Statute& edition_of(const Form& form) {
    static const Statute with_2021 = [] {
        Statute statute = load_statute(embedded_folder("schemas/"));
        std::erase_if(statute.forms, [](const Form& each) { return each.id != "2021"; });
        return statute;
    }();
    static const Statute with_2019 = [] {
        Statute statute = load_statute(embedded_folder("schemas/"));
        std::erase_if(statute.forms, [](const Form& each) { return each.id != "2019"; });
        return statute;
    }();
    return form.id == "2021" ? with_2021 : with_2019;
}

PackageFiles package_of(const Report& report, const Form& form, bool draft = false) {
    return {make_package_files(report, form, the_templates(), "{}\n", {.draft = draft}), {}};
}

/// What all copies say otherwise, by path.
std::map<std::string, std::vector<std::string>> all_differences(const PackageFiles& package, const Form& form) {
    const PackageManifest manifest = read_package_manifest(package.files.at(manifest_file_name));
    const PackageCopies copies(manifest, package, the_statute(), edition_of(form), the_templates(), Language::zh);
    std::map<std::string, std::vector<std::string>> found;
    for (const PackagedFile& file : manifest.files) {
        const auto reading = copies.read(file);
        CHECK(reading.has_value() == (file.role != Role::check && copies.source_path() != file.path));
        if (!reading) continue;
        CHECK(reading->problem.empty());
        if (!reading->differences.empty()) found[file.path] = reading->differences;
    }
    CHECK(copies.differences_of_manifest().empty());
    return found;
}

std::vector<PackagedFile> listed_files(const PackageFiles& package) {
    return read_package_manifest(package.files.at(manifest_file_name)).files;
}

}  // namespace

TEST_CASE("the copies of every report say the same, drafts too") {
    for (std::uint32_t seed = 1; seed <= 6; ++seed) {
        for (const Form* form : {&form_2021(), &form_2019()}) {
            CAPTURE(seed);
            CAPTURE(form->id);
            CHECK(all_differences(package_of(RandomReport(seed).make(*form), *form), *form).empty());
            CHECK(all_differences(package_of(RandomReport(seed).make_treacherous(*form), *form, true), *form).empty());
        }
    }
}

TEST_CASE("one figure changed in one copy is found and named") {
    const Form& form = form_2021();
    const Report report = RandomReport(3).make(form);
    const PackageFiles package = package_of(report, form);
    for (const CellId cell : {CellId{0}, static_cast<CellId>(form.cells.size() - 2)}) {
        Report other = report;
        REQUIRE_FALSE(form.cells[cell].derived);
        other.cells[cell] = Amount{*number_in(report.cells[cell]) + Amount{1, 0}};
        const PackageFiles changed = package_of(other, form);
        const std::string& table = form.tables[form.cells[cell].table].id;
        for (const PackagedFile& file : listed_files(package)) {
            if (file.role == Role::check || (file.role == Role::table && file.table != table)) continue;
            CAPTURE(file.path);
            PackageFiles mixed = package;
            mixed.files[file.path] = changed.files.at(file.path);
            const auto found = all_differences(mixed, form);
            REQUIRE(found.size() == 1);
            CHECK(found.begin()->first == file.path);
            const std::string named = cell_label(form, cell, Language::zh) + "：原为" +
                                      figure_text(report.cells[cell], "", Language::zh) + "，现为" +
                                      figure_text(other.cells[cell], "", Language::zh);
            CHECK(found.begin()->second.front().ends_with(named));
        }
    }
}

TEST_CASE("one word changed in one copy is found and named") {
    const Form& form = form_2021();
    Report report = RandomReport(5).make(form);
    report.narrative.back() = Paragraphs{"本年度没有收取信息处理费，无其他需要报告的事项。"};
    Report other = report;
    other.narrative.back() = Paragraphs{"本年度已经收取信息处理费，无其他需要报告的事项。"};
    const PackageFiles package = package_of(report, form), changed = package_of(other, form);
    for (const PackagedFile& file : listed_files(package)) {
        if ((file.role != Role::report && file.role != Role::input) || is_tables_alone(file)) continue;
        CAPTURE(file.path);
        PackageFiles mixed = package;
        mixed.files[file.path] = changed.files.at(file.path);
        const auto found = all_differences(mixed, form);
        REQUIRE(found.size() == 1);
        CHECK(found.begin()->first == file.path);
        REQUIRE(found.begin()->second.size() == 1);
        const std::string& line = found.begin()->second.front();
        CHECK(line.find("没有收取") != std::string::npos);
        CHECK(line.find("已经收取") != std::string::npos);
    }
}

TEST_CASE("a copy that is no report any more is told, and a manifest of another report") {
    const Form& form = form_2021();
    PackageFiles package = package_of(RandomReport(2).make(form), form);
    PackageManifest manifest = read_package_manifest(package.files.at(manifest_file_name));
    manifest.agency += "分局";
    ++manifest.year;
    for (auto& [path, bytes] : package.files) {
        if (path.ends_with(".docx") || path.ends_with(".txt")) bytes = "x";
    }
    const PackageCopies copies(manifest, package, the_statute(), edition_of(form), the_templates(), Language::zh);
    std::size_t unreadable = 0;
    for (const PackagedFile& file : manifest.files) {
        const auto reading = copies.read(file);
        if (reading && !reading->problem.empty()) ++unreadable;
    }
    CHECK(unreadable == 5);
    CHECK(copies.differences_of_manifest().size() == 2);
}
