/// What the sheets of the fill-in workbook that are no tables have in common: how one is found, what a cell of it says,
/// and what is told of text that stands where nothing is read.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/form.h"
#include "model/origin.h"
#include "model/spreadsheet.h"
#include "recognition/label_grid.h"

namespace nianbao {

/// A sheet with its index in the workbook.
struct IndexedSheet {
    const Spreadsheet& book;
    std::uint16_t index{};
    const LabelGrid& grid;

    [[nodiscard]] const Sheet& sheet() const { return book.sheets[index]; }
    [[nodiscard]] SheetPlace place(std::uint32_t row, std::uint32_t column) const {
        return {index, row + 1, static_cast<std::uint16_t>(column + 1)};
    }
    /// Row and column from 0, as in the grid.
    [[nodiscard]] const SheetCell* find(std::uint32_t row, std::uint32_t column) const {
        return sheet().find(row + 1, static_cast<std::uint16_t>(column + 1));
    }
};

/// What the particulars say of a table: 有, 无, or nothing.
struct TableStatement {
    std::optional<bool> has_data;
    Place place;
};

using SheetTest = std::function<bool(const LabelGrid&)>;

/// The sheet to read, and the visible ones beside it that pass the test too.
struct FormSheet {
    std::uint16_t used{};
    std::vector<std::uint16_t> copies;
};
/// A visible sheet goes before a hidden one, the one of that name before others, then the first.
[[nodiscard]] std::optional<FormSheet> find_form_sheet(const Spreadsheet& book, std::string_view name,
                                                       const SheetTest& test);
/// i.unplaced: a copy that says something else than the sheet that was read.
void tell_copy(const Spreadsheet& book, std::uint16_t used, std::uint16_t copy, Reading& reading);

/// What a cell says as text. A date reads 2025年1月2日, however it is shown.
struct CellText {
    std::string text;
    enum class Fault : std::uint8_t {
        none,
        error,        ///< it shows an error value: no text
        not_counted,  ///< a formula that cannot be worked out: no text, whatever the file keeps as its result
        stale,        ///< a formula: the file keeps another result
    } fault{Fault::none};
    std::string held;  ///< the error value, or the result that the file keeps
};
[[nodiscard]] CellText text_of_cell(const Spreadsheet& book, const SheetCell* cell);
[[nodiscard]] std::string text_at(const IndexedSheet& sheet, std::uint32_t row, std::uint32_t column);
/// i.type: what is wrong with a text, for a text with a fault.
[[nodiscard]] Diagnostic fault_of(const CellText& text, const IndexedSheet& sheet, std::uint32_t row,
                                  std::uint32_t column);

/// Sets the place of a finding, and `sheet` and `cell` for its sentence.
void set_place(Diagnostic& diagnostic, const IndexedSheet& sheet, std::uint32_t row, std::uint32_t column);

/// Whether a text is a hint of the form, perhaps in other words: most of it is the same.
[[nodiscard]] bool is_hint(std::string_view text, std::string_view hint);

/// i.unplaced: texts of a sheet that were not taken in, each by itself while they are few.
struct UnplacedText {
    std::uint32_t row{}, column{};
    std::string text;
};
void tell_unplaced(const std::vector<UnplacedText>& texts, const IndexedSheet& sheet, Reading& reading);

}  // namespace nianbao
