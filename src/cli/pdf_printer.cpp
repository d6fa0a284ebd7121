#include "cli/pdf_printer.h"

#include <cstdlib>
#include <optional>
#include <vector>

#include "cli/child_process.h"
#include "cli/files.h"
#include "cli/office_program.h"
#include "cli/printed_text.h"

namespace nianbao {
namespace {

constexpr std::string_view fonts_template = "pdf/fonts.conf";

/// The folders in which a user keeps fonts, seen from a private home as from the real one.
void bring_own_fonts(const PrivateFolder& home) {
    const auto variable = [](const char* name) {
        const char* value = std::getenv(name);
        return std::string(value ? value : "");
    };
    const std::string real_home = variable("HOME");
    std::string data = variable("XDG_DATA_HOME");
    if (data.empty() && !real_home.empty()) data = real_home + "/.local/share";
    const auto bring = [&](const std::string& folder, const char* name) {
        if (folder.starts_with('/') && is_folder(folder)) home.link(name, folder);
    };
    bring(real_home + "/.fonts", ".fonts");
    bring(data + "/fonts", ".local/share/fonts");
}

/// Whether a font with the characters of Chinese is installed; true where nothing can tell.
bool has_chinese_font() {
    const auto program = find_program("fc-list");
    if (!program) return true;
    const PrivateFolder home;
    bring_own_fonts(home);
    const ChildResult fonts = run_child(*program, {":lang=zh-cn", "family"}, home);
    return !fonts.ended_well || !fonts.output.empty();
}

bool is_whole_pdf(std::string_view bytes) {
    constexpr std::size_t end = 32;
    return bytes.starts_with("%PDF-") && bytes.size() > end &&
           bytes.substr(bytes.size() - end).find("%%EOF") != std::string_view::npos;
}

/// The text of a PDF; nothing where no program here can tell.
std::optional<ChildResult> text_of(const std::string& bytes) {
    const auto program = find_program("pdftotext");
    if (!program) return std::nullopt;
    const PrivateFolder folder;
    const std::string file = folder.put("report.pdf", bytes);
    return run_child(*program, {"-enc", "UTF-8", file, "-"}, folder);
}

}  // namespace

void require_pdf_printer() {
    if (!find_office()) throw OutputError({}, {}, OutputError::Fault::no_office);
    if (!has_chinese_font()) throw OutputError({}, {}, OutputError::Fault::no_font);
}

std::string print_pdf(const Document& document, const std::string& docx, const SourceFiles& templates) {
    const PrivateFolder folder;
    const auto fail = [&](OutputError::Fault fault, const std::string& reason = {}) {
        throw OutputError(safe_file_name(document.title) + ".pdf", reason, fault);
    };
    const auto fonts = templates.find(fonts_template);
    if (fonts != templates.end()) folder.put(".config/fontconfig/fonts.conf", fonts->second);
    bring_own_fonts(folder);
    OfficeResult printed = convert_by_office(folder.put("report.docx", docx), "pdf", folder);
    if (printed.took_too_long) fail(OutputError::Fault::too_slow);
    if (!is_whole_pdf(printed.bytes)) fail(OutputError::Fault::not_printed);
    const std::optional<ChildResult> text = text_of(printed.bytes);
    if (!text) return printed.bytes;
    if (!text->ended_well) fail(OutputError::Fault::not_printed);
    const std::string lost = lost_characters(document, text->output);
    if (!lost.empty()) fail(OutputError::Fault::text_lost, lost);
    return printed.bytes;
}

}  // namespace nianbao
