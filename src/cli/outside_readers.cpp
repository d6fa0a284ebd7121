#include "cli/outside_readers.h"

#include <algorithm>
#include <filesystem>
#include <system_error>
#include <vector>

#include "cli/child_process.h"
#include "cli/files.h"
#include "cli/text_encoding.h"
#include "model/diagnostic.h"
#include "readers/office/foreign_file.h"
#include "unicode/utf8.h"

namespace nianbao {
namespace {

[[noreturn]] void refuse(const char* variant) {
    Diagnostic problem;
    problem.code = "i.not-a-report";
    problem.variant = variant;
    throw InputError({std::move(problem)});
}

void check_size(std::string_view bytes) {
    if (bytes.size() <= max_outside_bytes) return;
    Diagnostic problem;
    problem.code = "i.limit";
    problem.variant = "size";
    problem.arguments["limit"] = std::to_string(max_outside_bytes >> 20U);
    throw InputError({std::move(problem)});
}

/// Folders of LibreOffice's own installer, which puts nothing on the PATH.
std::vector<std::string> office_folders() {
    std::vector<std::string> folders;
    std::error_code ignored;
    for (const auto& entry : std::filesystem::directory_iterator("/opt", ignored)) {
        if (entry.path().filename().string().starts_with("libreoffice"))
            folders.push_back(entry.path().string() + "/program");
    }
    std::sort(folders.begin(), folders.end());
    return folders;
}

bool holds_words(std::string_view text) {
    constexpr std::size_t enough = 20;
    std::size_t words = 0;
    for (std::size_t at = 0; at < text.size() && words < enough;) words += next_code_point(text, at) >= 0x3400 ? 1 : 0;
    return words == enough;
}

}  // namespace

bool looks_like_pdf(std::string_view bytes) {
    constexpr std::size_t looked_at = 1'024;  // some begin with a few bytes of their own
    return bytes.substr(0, looked_at).find("%PDF-") != std::string_view::npos;
}

std::string text_of_pdf(std::string_view bytes) {
    check_size(bytes);
    const auto program = find_program("pdftotext");
    if (!program) refuse("pdf-file");
    const PrivateFolder folder;
    const std::string file = folder.put("page.pdf", bytes);
    const ChildResult result = run_child(*program, {"-layout", "-enc", "UTF-8", "-eol", "unix", file, "-"}, folder);
    if (!result.ended_well) refuse("pdf-unread");
    if (first_invalid_byte(result.output)) refuse("pdf-unread");
    if (!holds_words(result.output)) refuse("scan");
    return result.output;
}

OldOffice old_office_kind(std::string_view bytes) {
    if (bytes.starts_with("{\\rtf")) return OldOffice::document;
    const auto foreign = foreign_file(bytes);
    if (foreign == "doc") return OldOffice::document;
    return foreign == "xls" ? OldOffice::workbook : OldOffice::none;
}

std::string by_office(std::string_view bytes, OldOffice kind) {
    check_size(bytes);
    const bool document = kind == OldOffice::document;
    const auto program = find_program("soffice", office_folders());
    if (!program) refuse(document ? "doc" : "xls");
    const PrivateFolder folder;
    const std::string file = folder.put(document ? "report.doc" : "report.xls", bytes);
    const std::string extension = document ? "docx" : "xlsx";
    const ChildResult result =
        run_child(*program,
                  {"-env:UserInstallation=file://" + folder.path() + "/profile", "--headless", "--norestore",
                   "--convert-to", extension, "--outdir", folder.path() + "/out", file},
                  folder);
    if (!result.ended_well) refuse("not-converted");
    try {
        return read_file(folder.path() + "/out/report." + extension, max_child_output);
    } catch (const ReadError&) {
        refuse("not-converted");  // it says 0 also where it wrote nothing
    }
}

}  // namespace nianbao
