#include "cli/package_check.h"

#include <algorithm>
#include <ostream>

#include "cli/digest.h"
#include "cli/exit_code.h"
#include "cli/package_copies.h"
#include "cli/package_files.h"
#include "cli/session.h"
#include "cli/text_encoding.h"
#include "messages/phrases.h"
#include "ooxml/package_error.h"
#include "readers/office/refusal.h"
#include "readers/package_manifest_reader.h"
#include "unicode/utf8.h"

namespace nianbao {
namespace {

using Role = PackagedFile::Role;

Refusal unreadable(const std::string& path, const std::string& detail, Language language) {
    return {exit_unreadable, fill_in(phrases::package_unreadable.in(language), {{"file", path}, {"detail", detail}})};
}

PackageFiles package_at(const std::string& path, const Catalogue& catalogue, Language language) {
    try {
        return read_package(path);
    } catch (const ReadError& error) {
        throw unreadable(path, fault_text(error, catalogue, language), language);
    } catch (const ooxml::PackageError& error) {
        throw unreadable(path, fault_text(refusal(error, "no-package"), catalogue, language), language);
    }
}

PackageManifest manifest_of(const PackageFiles& package, const std::string& path, const Catalogue& catalogue,
                            Language language) {
    const auto found = package.files.find(manifest_file_name);
    if (found == package.files.end()) throw unreadable(path, phrases::package_no_manifest.in(language), language);
    try {
        return read_package_manifest(to_utf8(found->second));
    } catch (const InputError& error) {
        throw unreadable(path, manifest_file_name + (" " + fault_text(error, catalogue, language)), language);
    }
}

class PackageCheck {
public:
    PackageCheck(const PackageManifest& manifest, const PackageFiles& package, const PackageCopies& copies,
                 Shell& shell)
        : manifest_(manifest), package_(package), copies_(copies), shell_(shell) {}

    int check() {
        for (const PackagedFile& file : manifest_.files) check_file(file);
        check_manifest();
        for (const auto& [path, bytes] : package_.files) {
            if (path != manifest_file_name && !is_listed(path)) tell_extra(phrases::package_extra, path);
        }
        for (const std::string& path : package_.strange) {
            if (!is_listed(path)) tell_extra(phrases::package_strange, path);
        }
        return conclude();
    }

private:
    [[nodiscard]] bool is_listed(const std::string& path) const {
        return std::any_of(manifest_.files.begin(), manifest_.files.end(),
                           [&](const PackagedFile& file) { return file.path == path; });
    }

    void tell(const Text& text, const std::string& file) {
        shell_.out << fill_in(text.in(shell_.language),
                              {{"file", made_visible(file)}, {"source", made_visible(copies_.source_path())}})
                   << "\n";
    }
    void add(const std::string& line) { shell_.out << "    " << line << "\n"; }

    void tell_extra(const Text& text, const std::string& path) {
        tell(text, path);
        ++extra_;
    }

    void check_file(const PackagedFile& file) {
        const auto found = package_.files.find(file.path);
        if (found == package_.files.end()) {
            const auto& strange = package_.strange;
            const bool there = std::find(strange.begin(), strange.end(), file.path) != strange.end();
            tell(there ? phrases::package_strange : phrases::package_missing, file.path);
            ++missing_;
            return;
        }
        const bool changed = found->second.size() != file.size || sha256_of(found->second) != file.sha256;
        const std::optional<CopyReading> reading = copies_.read(file);
        const bool differs = reading && (!reading->differences.empty() || !reading->problem.empty());
        if (!changed && !differs) return;
        ++changed_;
        tell(changed ? phrases::package_changed : phrases::package_differs, file.path);
        tell_reading(file, reading);
    }

    void tell_reading(const PackagedFile& file, const std::optional<CopyReading>& reading) {
        if (!reading) return add(phrases::package_other_bytes.in(shell_.language));
        if (!reading->problem.empty())
            return add(fill_in(phrases::package_not_read.in(shell_.language), {{"detail", reading->problem}}));
        for (const std::string& line : reading->differences) add(line);
        if (!reading->differences.empty()) return;
        add((is_tables_alone(file) ? phrases::package_same_cells : phrases::package_same_words).in(shell_.language));
    }

    void check_manifest() {
        const std::vector<std::string> differences = copies_.differences_of_manifest();
        if (differences.empty()) return;
        ++changed_;
        tell(phrases::package_manifest_differs, manifest_file_name);
        for (const std::string& line : differences) add(line);
    }

    int conclude() {
        const bool whole = changed_ + missing_ + extra_ == 0;
        shell_.out << fill_in((whole ? phrases::package_whole : phrases::package_broken).in(shell_.language),
                              {{"count", std::to_string(manifest_.files.size())},
                               {"changed", std::to_string(changed_)},
                               {"missing", std::to_string(missing_)},
                               {"extra", std::to_string(extra_)}})
                   << "\n";
        return whole ? exit_done : exit_different;
    }

    const PackageManifest& manifest_;
    const PackageFiles& package_;
    const PackageCopies& copies_;
    Shell& shell_;
    std::size_t changed_{}, missing_{}, extra_{};
};

}  // namespace

int verify_package(const Invocation& invocation, Shell& shell) {
    const std::string& path = invocation.inputs.front();
    const Statute statute = load_session_statute(invocation, shell.language);
    const SourceFiles templates = load_session_templates(invocation);
    const PackageFiles package = package_at(path, statute.catalogue, shell.language);
    const PackageManifest manifest = manifest_of(package, path, statute.catalogue, shell.language);
    Statute edition = load_session_statute(invocation, shell.language);
    if (edition.find_form(manifest.form))
        std::erase_if(edition.forms, [&](const Form& form) { return form.id != manifest.form; });
    const PackageCopies copies(manifest, package, statute, edition, templates, shell.language);
    return PackageCheck(manifest, package, copies, shell).check();
}

}  // namespace nianbao
