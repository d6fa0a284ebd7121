#include "cli/package_maker.h"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "cli/digest.h"
#include "cli/files.h"
#include "cli/output_formats.h"
#include "cli/package_files.h"
#include "composing/compose.h"
#include "derive/fill.h"
#include "messages/phrases.h"
#include "model/package_manifest.h"
#include "writers/json_report_writer.h"
#include "writers/package_manifest_writer.h"

namespace nianbao {
namespace {

using Role = PackagedFile::Role;

constexpr std::array<const char*, 2> formats_of_tables{"xlsx", "docx"};

std::vector<std::string> formats_of_report(bool with_pdf) {
    std::vector<std::string> names = output_format_names();
    if (!with_pdf) names.erase(std::remove(names.begin(), names.end(), pdf_format), names.end());
    return names;
}

class PackageMaker {
public:
    PackageMaker(const Report& report, const Form& form, const SourceFiles& templates, const PackageChoices& choices)
        : source_(report), form_(form), templates_(templates), choices_(choices), report_(report) {
        fill_report(report_, form_, false);
        manifest_.form = form_.id;
        manifest_.citation = form_.citation;
        manifest_.program = NIANBAO_VERSION;
        manifest_.agency = report_.agency.name;
        manifest_.year = report_.year;
        manifest_.published = report_.published;
        manifest_.draft = choices.draft;
    }

    std::map<std::string, std::string> make(const std::string& check) {
        add_report();
        for (std::size_t table = 0; table < form_.tables.size(); ++table) add_table(table);
        add(report_file_name, Role::input, "json", {}, write_json_report(source_, form_));
        add(check_file_name, Role::check, "json", {}, check);
        std::sort(manifest_.files.begin(), manifest_.files.end(),
                  [](const PackagedFile& a, const PackagedFile& b) { return a.path < b.path; });
        files_[manifest_file_name] = write_package_manifest(manifest_);
        return std::move(files_);
    }

private:
    void add(const std::string& path, Role role, const std::string& format, const std::string& table,
             std::string bytes) {
        manifest_.files.push_back({path, role, format, table, bytes.size(), sha256_of(bytes)});
        files_[path] = std::move(bytes);
    }

    void add_document(const std::string& name, const std::string& format, Role role, const std::string& table,
                      const Document& document) {
        const OutputFormat* writer = find_output_format(format);
        add(name + "." + format, role, format, table, writer->write(document, form_, templates_, WriteOptions{}));
    }

    void add_report() {
        Report named = report_;
        named.title.clear();
        const std::string name = safe_file_name(title_of(named, form_));
        const Document document = compose_document(report_, form_, templates_, {.draft = choices_.draft});
        for (const std::string& format : formats_of_report(choices_.with_pdf))
            add_document(name, format, Role::report, {}, document);
    }

    void add_table(std::size_t table) {
        const Table& info = form_.tables[table];
        const std::string name = safe_file_name(
            fill_in(phrases::package_table.zh, {{"number", std::to_string(table + 1)}, {"name", info.attachment.zh}}));
        const Document document = compose_document(report_, form_, templates_,
                                                   {.content = "attachment", .draft = choices_.draft, .table = table});
        for (const char* format : formats_of_tables) add_document(name, format, Role::table, info.id, document);
    }

    const Report& source_;
    const Form& form_;
    const SourceFiles& templates_;
    PackageChoices choices_;
    Report report_;  ///< with its totals
    PackageManifest manifest_;
    std::map<std::string, std::string> files_;
};

}  // namespace

std::map<std::string, std::string> make_package_files(const Report& report, const Form& form,
                                                      const SourceFiles& templates, const std::string& check,
                                                      const PackageChoices& choices) {
    return PackageMaker(report, form, templates, choices).make(check);
}

}  // namespace nianbao
