#include "cli/package_copies.h"

#include <algorithm>
#include <utility>

#include "cli/digest.h"
#include "cli/input_formats.h"
#include "cli/output_formats.h"
#include "cli/outside_readers.h"
#include "cli/printed_text.h"
#include "cli/report_differences.h"
#include "cli/session.h"
#include "composing/compose.h"
#include "derive/fill.h"
#include "messages/phrases.h"
#include "model/diagnostic.h"
#include "unicode/utf8.h"

namespace nianbao {

using Role = PackagedFile::Role;

namespace {

constexpr std::string_view complete_format = "docx";
constexpr std::string_view tables_format = "tsv";

}  // namespace

bool is_tables_alone(const PackagedFile& file) { return file.role == Role::table || file.format == tables_format; }

PackageCopies::PackageCopies(const PackageManifest& manifest, const PackageFiles& package, const Statute& statute,
                             const Statute& edition, const SourceFiles& templates, Language language)
    : manifest_(manifest),
      package_(package),
      statute_(statute),
      edition_(edition),
      templates_(templates),
      language_(language) {
    const auto take_first = [&](Role role, bool unchanged) {
        for (const PackagedFile& file : manifest.files) {
            if (source_ || file.role != role || is_tables_alone(file) || file.format == pdf_format) continue;
            if (!unchanged || is_unchanged(file)) static_cast<void>(take_source(file));
        }
    };
    take_first(Role::input, true);
    take_first(Role::report, true);
    take_first(Role::input, false);
}

const std::string* PackageCopies::bytes_of(const PackagedFile& file) const {
    const auto found = package_.files.find(file.path);
    return found == package_.files.end() ? nullptr : &found->second;
}

bool PackageCopies::is_unchanged(const PackagedFile& file) const {
    const std::string* bytes = bytes_of(file);
    return bytes && bytes->size() == file.size && sha256_of(*bytes) == file.sha256;
}

Report PackageCopies::read_copy(const PackagedFile& file, const std::string& bytes) const {
    ReadingChoices choices;
    choices.hints.agency = manifest_.agency;
    choices.hints.year = manifest_.year;
    choices.hints.where_missing = true;
    choices.hints.form = manifest_.form;
    return input_format_of(bytes).read(bytes, is_tables_alone(file) ? edition_ : statute_, choices).report;
}

std::optional<Document> PackageCopies::composed(const Report& report, const PackagedFile& file) const {
    const Form& form = *statute_.find_form(report.form);
    ComposeOptions options{.draft = manifest_.draft};
    if (file.role == Role::table) {
        const auto named = [&](const Table& table) { return table.id == file.table; };
        const auto table = std::find_if(form.tables.begin(), form.tables.end(), named);
        if (table == form.tables.end()) return std::nullopt;
        options.content = "attachment";
        options.table = static_cast<std::size_t>(table - form.tables.begin());
    }
    Report filled = report;
    fill_report(filled, form, false);
    return compose_document(filled, form, templates_, options);
}

std::string PackageCopies::printed(const Report& report, const PackagedFile& file) const {
    const OutputFormat* format = find_output_format(file.role == Role::input ? complete_format : file.format);
    const auto document = format ? composed(report, file) : std::nullopt;
    return document ? format->write(*document, *statute_.find_form(report.form), templates_, WriteOptions{}) : "";
}

bool PackageCopies::take_source(const PackagedFile& file) {
    const std::string* bytes = bytes_of(file);
    if (!bytes) return false;
    try {
        report_ = read_copy(file, *bytes);
        wanted_ = read_copy(file, printed(*report_, {.role = Role::input}));
    } catch (const InputError&) {
        wanted_.reset();
        return false;
    }
    source_ = &file;
    return true;
}

std::optional<CopyReading> PackageCopies::read(const PackagedFile& file) const {
    const std::string* bytes = bytes_of(file);
    if (!bytes || !wanted_ || &file == source_ || file.role == Role::check) return std::nullopt;
    if (file.format == pdf_format) return read_pdf(file, *bytes);
    try {
        return read_bytes(file, *bytes);
    } catch (const InputError& error) {
        if (*bytes == printed(*report_, file)) return CopyReading{};
        return CopyReading{{}, fault_text(error, statute_.catalogue, language_)};
    }
}

/// Not every format can say all (Markdown has no place for the agency but the title), and what a draft leaves open is
/// read in some otherwise than in others: so what differs from the report has to differ from the report in that format,
/// too.
CopyReading PackageCopies::read_bytes(const PackagedFile& file, const std::string& bytes) const {
    Report found = read_copy(file, bytes);
    if (file.role == Role::input) {
        found = read_copy(file, printed(found, file));
        return {differences(file, *wanted_, found), {}};
    }
    std::vector<std::string> lines = differences(file, *wanted_, found);
    const std::string expected = lines.empty() ? std::string() : printed(*report_, file);
    if (!expected.empty()) lines = differences(file, read_copy(file, expected), found);
    return {std::move(lines), {}};
}

/// A page is read as far as it is certain: what stays open in it says nothing. Where no program here reads a PDF, its
/// digest alone stands for it.
std::optional<CopyReading> PackageCopies::read_pdf(const PackagedFile& file, const std::string& bytes) const {
    const auto document = composed(*report_, file);
    if (!document) return std::nullopt;
    try {
        Report found = read_copy(file, bytes);
        for (std::size_t i = 0; i < found.cells.size() && found.form == wanted_->form; ++i) {
            if (is_open(found.cells[i])) found.cells[i] = wanted_->cells[i];
        }
        found.notes = wanted_->notes;
        std::vector<std::string> lines =
            table_differences({*wanted_, *statute_.find_form(wanted_->form)}, {found, *statute_.find_form(found.form)},
                              std::string(), language_);
        const std::string lost = lost_characters(*document, text_of_pdf(bytes));
        if (lines.empty() && !lost.empty())
            lines.push_back(fill_in(phrases::copy_lacks.in(language_), {{"text", made_visible(lost)}}));
        return CopyReading{std::move(lines), {}};
    } catch (const InputError&) {
        return std::nullopt;
    }
}

std::vector<std::string> PackageCopies::differences(const PackagedFile& file, const Report& wanted,
                                                    const Report& found) const {
    const FormedReport was{wanted, *statute_.find_form(wanted.form)};
    const FormedReport now{found, *statute_.find_form(found.form)};
    if (!is_tables_alone(file)) return report_differences(was, now, statute_.agencies, language_);
    return table_differences(was, now, file.table, language_);
}

std::vector<std::string> PackageCopies::differences_of_manifest() const {
    std::vector<std::string> lines;
    if (!report_ || !source_) return lines;
    const bool says_all = source_->role == Role::input;
    const auto compare = [&](Identity what, const std::string& was, const std::string& now) {
        if (was != now && (says_all || !was.empty())) lines.push_back(particular_difference(what, was, now, language_));
    };
    compare(Identity::form, report_->form, manifest_.form);
    compare(Identity::name, report_->agency.name, manifest_.agency);
    compare(Identity::year, std::to_string(report_->year), std::to_string(manifest_.year));
    compare(Identity::published, report_->published, manifest_.published);
    return lines;
}

}  // namespace nianbao
