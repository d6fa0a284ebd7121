/// The sheets of the fill-in workbook that are no tables: the particulars of a report, and its narrative by field.
/// Rows and columns are found by what they are labelled with (`messages/form_workbook_texts.h`).
#pragma once

#include <optional>
#include <string>
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
};

/// What the particulars say of a table: 有, 无, or nothing.
struct TableStatement {
    std::optional<bool> has_data;
    Place place;
};

/// Whether a sheet holds particulars: it has the labels of three of them at least.
[[nodiscard]] bool is_particulars_sheet(const LabelGrid& grid);

/// Fills in agency, year, dates and officers; what cannot be meant is appended to `problems`.
std::vector<TableStatement> read_particulars(const IndexedSheet& sheet, const Statute& statute, const Form& form,
                                             Reading& reading, std::vector<Diagnostic>& problems);

/// Whether a sheet has the heads of the narrative by field.
[[nodiscard]] bool is_narrative_sheet(const LabelGrid& grid);

/// Fills in the narrative. Text beside a label that is none of the form's is kept: as a sub-item of the agency's own
/// where the section takes such, else behind the field above it.
void read_narrative_sheet(const IndexedSheet& sheet, const Form& form, Reading& reading);

}  // namespace nianbao
