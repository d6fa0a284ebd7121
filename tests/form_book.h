/// The fill-in workbook as sheets, to be changed cell by cell as whoever fills it in may.
#pragma once

#include <algorithm>
#include <string>
#include <tuple>
#include <vector>

#include "composing/compose.h"
#include "derive/blank.h"
#include "forms/schema_files.h"
#include "messages/finding_text.h"
#include "messages/labels.h"
#include "random_report.h"
#include "readers/spreadsheet/recalculate.h"
#include "readers/xlsx_reader.h"
#include "recognition/workbook_recognition.h"
#include "the_statute.h"
#include "writers/form_workbook_writer.h"

namespace nianbao {

inline Spreadsheet form_book(const Report& report) {
    const Form& form = *the_statute().find_form(report.form.empty() ? "2021" : report.form);
    const Document document = compose_document(report, form, embedded_folder("templates/"));
    Spreadsheet book = read_spreadsheet(write_form_workbook(document, report, form, the_statute(), {nullptr, "0"}));
    for (Sheet& sheet : book.sheets) {  // as saved by a program that keeps no results, so that none goes stale
        for (SheetCell& cell : sheet.cells) cell.stored.reset();
    }
    return book;
}

/// The blank form of an agency: its table of requests is counted from the ledger.
inline Spreadsheet blank_book() { return form_book(blank_report(form_2021(), "示例区水务局", 2025)); }

/// A form with every figure, and in every field of the narrative its number: 第5项。
inline Report numbered_report() {
    Report report = RandomReport(3).make(form_2021());
    report.agency.name = "示例区水务局";
    report.year = 2025;
    report.others.clear();
    for (std::size_t i = 0; i < report.narrative.size(); ++i)
        report.narrative[i] = Paragraphs{"第" + std::to_string(i) + "项。"};
    return report;
}

inline Sheet& sheet_of(Spreadsheet& book, const std::string& name) {
    return *std::find_if(book.sheets.begin(), book.sheets.end(), [&](const Sheet& each) { return each.name == name; });
}

/// The cell of a name such as C5, put in where the sheet has none.
inline SheetCell& cell_of_sheet(Spreadsheet& book, const std::string& sheet, const std::string& name) {
    const auto column = static_cast<std::uint16_t>(name[0] - 'A' + 1);
    const auto row = static_cast<std::uint32_t>(std::stoul(name.substr(1)));
    std::vector<SheetCell>& cells = sheet_of(book, sheet).cells;
    const auto at = std::lower_bound(cells.begin(), cells.end(), std::tuple{row, column},
                                     [](const SheetCell& cell, const auto& wanted) {
                                         return std::tuple{cell.row, cell.column} < wanted;
                                     });
    if (at != cells.end() && at->row == row && at->column == column) return *at;
    SheetCell added;
    added.row = row;
    added.column = column;
    return *cells.insert(at, added);
}

/// A text typed over whatever stood there; the empty one clears the cell.
inline void type(Spreadsheet& book, const std::string& sheet, const std::string& name, const std::string& text) {
    SheetCell& cell = cell_of_sheet(book, sheet, name);
    const auto row = cell.row;
    const auto column = cell.column;
    cell = {};
    cell.row = row;
    cell.column = column;
    if (!text.empty()) cell.value = {SheetValue::Kind::text, text};
}

inline void type_number(Spreadsheet& book, const std::string& sheet, const std::string& name, const std::string& number,
                        bool is_date = false) {
    type(book, sheet, name, number);
    cell_of_sheet(book, sheet, name).value.kind = SheetValue::Kind::number;
    cell_of_sheet(book, sheet, name).is_date = is_date;
}

inline void type_formula(Spreadsheet& book, const std::string& sheet, const std::string& name,
                         const std::string& formula, const std::optional<SheetValue>& stored) {
    type(book, sheet, name, "");
    SheetCell& cell = cell_of_sheet(book, sheet, name);
    cell.formula = formula;
    cell.stored = stored;
    if (stored) cell.value = *stored;
}

inline void copy_sheet(Spreadsheet& book, const std::string& name, const std::string& as) {
    Sheet copy = sheet_of(book, name);
    copy.name = as;
    book.sheets.push_back(std::move(copy));
}

inline std::string told_text(const Diagnostic& finding, const Report* report, const std::vector<std::string>& sheets) {
    const FindingContext context{the_statute().catalogue, report ? &form_2021() : nullptr, report};
    return finding.code + (finding.variant.empty() ? "" : "/") + finding.variant + " " +
           place_text(finding.place, sheets, Language::zh) + " " + describe(finding, context, Language::zh).message;
}

/// What a reader tells of a workbook, each finding with its place and its sentence; of one that is refused, why.
struct ToldReading {
    Reading reading;
    std::vector<std::string> told;
};

inline ToldReading read_told(Spreadsheet book) {
    recalculate(book);
    ToldReading result;
    try {
        result.reading = recognise_workbook(book, the_statute());
        for (const Diagnostic& note : result.reading.notes)
            result.told.push_back(told_text(note, &result.reading.report, result.reading.provenance.sheets));
    } catch (const InputError& error) {
        for (const Diagnostic& problem : error.diagnostics)
            result.told.push_back(told_text(problem, nullptr, error.sheets));
    }
    return result;
}

}  // namespace nianbao
