/// Files that other programs read for us: the text of a PDF (pdftotext), old Office files (LibreOffice). Without the
/// program the file is refused with what to do instead.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace nianbao {

constexpr std::size_t max_outside_bytes = 32U << 20U;

[[nodiscard]] bool looks_like_pdf(std::string_view bytes);

/// Its text layer, laid out as on the page, pages parted by form feeds. Throws InputError (i.not-a-report: no program,
/// a file it cannot read, a scan without text).
[[nodiscard]] std::string text_of_pdf(std::string_view bytes);

enum class OldOffice : std::uint8_t {
    none,
    document,  ///< .doc, .wps, .rtf
    workbook,  ///< .xls, .et
};
[[nodiscard]] OldOffice old_office_kind(std::string_view bytes);

/// The file as .docx or .xlsx. Throws InputError (i.not-a-report: no program, a file it cannot read).
[[nodiscard]] std::string by_office(std::string_view bytes, OldOffice kind);

}  // namespace nianbao
