/// Whether the copies in a package say the same: each is read back and held against the report file, cell by cell and
/// paragraph by paragraph.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cli/package_files.h"
#include "forms/schema_files.h"
#include "model/document.h"
#include "model/form.h"
#include "model/package_manifest.h"
#include "model/report.h"
#include "model/text.h"

namespace nianbao {

/// What reading a copy back showed.
struct CopyReading {
    std::vector<std::string> differences;  ///< for people, a line each; empty: it says the same
    std::string problem;                   ///< why it cannot be read; empty: it was
};

class PackageCopies {
public:
    /// All have to outlive it; `edition` is the statute with the manifest's form alone, since a table by itself may fit
    /// several. What the copies should say is what the report file says; where that was changed since it
    /// was packed, what the first unchanged copy says.
    PackageCopies(const PackageManifest& manifest, const PackageFiles& package, const Statute& statute,
                  const Statute& edition, const SourceFiles& templates, Language language);

    /// Nothing where the file says nothing of its own: it is no copy, it is what the others are held against, or there
    /// is nothing to hold it against.
    [[nodiscard]] std::optional<CopyReading> read(const PackagedFile& file) const;

    /// The file that the others are held against; empty: there is none.
    [[nodiscard]] std::string source_path() const { return source_ ? source_->path : std::string(); }

    /// What the manifest says of the report and the report does not.
    [[nodiscard]] std::vector<std::string> differences_of_manifest() const;

private:
    [[nodiscard]] const std::string* bytes_of(const PackagedFile& file) const;
    [[nodiscard]] bool is_unchanged(const PackagedFile& file) const;
    [[nodiscard]] Report read_copy(const PackagedFile& file, const std::string& bytes) const;
    /// What this file prints of a report; nothing for a table that the form does not have.
    [[nodiscard]] std::optional<Document> composed(const Report& report, const PackagedFile& file) const;
    /// The report as this file would print it; a report file as a Word document, which says all that any copy can say.
    [[nodiscard]] std::string printed(const Report& report, const PackagedFile& file) const;
    bool take_source(const PackagedFile& file);
    [[nodiscard]] CopyReading read_bytes(const PackagedFile& file, const std::string& bytes) const;
    /// Of a PDF: the cells that can be read, and whether the text of the report is in it.
    [[nodiscard]] std::optional<CopyReading> read_pdf(const PackagedFile& file, const std::string& bytes) const;
    [[nodiscard]] std::vector<std::string> differences(const PackagedFile& file, const Report& wanted,
                                                       const Report& found) const;

    const PackageManifest& manifest_;
    const PackageFiles& package_;
    const Statute& statute_;
    const Statute& edition_;
    const SourceFiles& templates_;
    Language language_;
    const PackagedFile* source_{};  ///< the file that the others are held against
    std::optional<Report> report_;  ///< what it says
    std::optional<Report> wanted_;  ///< what comes back of that, printed
};

/// Whether a copy holds tables and no words.
[[nodiscard]] bool is_tables_alone(const PackagedFile& file);

}  // namespace nianbao
