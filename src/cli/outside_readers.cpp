#include "cli/outside_readers.h"

#include <utility>

#include "cli/child_process.h"
#include "cli/office_program.h"
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
    if (!find_office()) refuse(document ? "doc" : "xls");
    const PrivateFolder folder;
    const std::string file = folder.put(document ? "report.doc" : "report.xls", bytes);
    const OfficeResult converted = convert_by_office(file, document ? "docx" : "xlsx", folder);
    if (converted.bytes.empty()) refuse("not-converted");
    return converted.bytes;
}

}  // namespace nianbao
