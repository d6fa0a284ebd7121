/// The bytes of a workbook (.xlsx, .xlsm, .xltx) into plain sheets.
///
/// Text comes as it is seen: rich text joined, phonetics left out, `_x000D_` and CRLF as line ends. A number is the
/// file's binary value with 15 significant digits, as a spreadsheet shows it: `0.1`, not `0.1000000000000000055`. A
/// date is a number with `is_date`; one that is stored as ISO 8601 is text with `is_date`, without a time of midnight.
/// Shared formulas are moved to each of their cells, array formulas stand in their first cell. Cells with neither value
/// nor formula are left out; so are chart and dialog sheets. The value of a formula is the stored one: see
/// `recalculate.h`.
#pragma once

#include <string_view>

#include "model/diagnostic.h"
#include "model/spreadsheet.h"

namespace nianbao {

/// Limits of a workbook beside those of `ooxml/archive.h`, chosen so that the worst file stays within 64 MiB.
constexpr std::size_t max_workbook_bytes = 8U << 20U;  ///< the file, packed
constexpr std::size_t max_workbook_cells = 50'000;     ///< with something in them, on all sheets
constexpr std::size_t max_workbook_text = 8U << 20U;   ///< bytes of all cells' texts and formulas, each counted anew
constexpr std::size_t max_cell_text = 1U << 20U;       ///< bytes of one text or formula
constexpr std::size_t max_workbook_merges = 10'000;    ///< on all sheets
constexpr std::size_t max_workbook_sheets = 255;
constexpr std::uint32_t max_sheet_rows = 1'048'576;
constexpr std::uint16_t max_sheet_columns = 16'384;

/// Whether bytes are meant for `read_spreadsheet`: a zip, an old or locked Office file, or an XML spreadsheet, but no
/// Word document. What is no .xlsx among them is refused there with a message that says what it is.
[[nodiscard]] bool looks_like_workbook(std::string_view bytes);

/// Throws InputError with one finding: i.not-a-report, i.syntax, i.duplicate-key or i.limit.
[[nodiscard]] Spreadsheet read_spreadsheet(std::string_view bytes);

}  // namespace nianbao
