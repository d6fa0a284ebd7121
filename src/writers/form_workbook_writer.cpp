#include "writers/form_workbook_writer.h"

#include <set>
#include <vector>

#include "writers/form_workbook/sheets.h"
#include "writers/xlsx/sheet_text.h"

namespace nianbao {
namespace {

namespace texts = form_workbook_texts;

/// The sheets in their order; they are written in another, for they refer to each other.
struct Sheets {
    DraftSheet* guide{};
    DraftSheet* particulars{};
    std::vector<DraftSheet*> tables;
    DraftSheet* ledger{};
    DraftSheet* texts{};
    DraftSheet* result{};
    DraftSheet* data{};
};

Sheets add_sheets(DraftBook& book, const Form& form) {
    std::set<std::string> taken;
    const auto add = [&](std::string_view name, std::string_view otherwise) {
        return &book.add_sheet(xlsx::sheet_name(name, otherwise, taken));
    };
    Sheets sheets;
    sheets.guide = add(texts::guide_sheet, texts::guide_sheet);
    sheets.particulars = add(texts::particulars_sheet, texts::particulars_sheet);
    for (const Table& table : form.tables) sheets.tables.push_back(add(table.name.zh, table.id));
    if (form.ledger) sheets.ledger = add(texts::ledger_sheet, texts::ledger_sheet);
    sheets.texts = add(texts::narrative_sheet, texts::narrative_sheet);
    sheets.result = add(texts::result_sheet, texts::result_sheet);
    sheets.data = add(texts::data_sheet, texts::data_sheet);
    return sheets;
}

void write_sheets(const Sheets& sheets, FormContext& context) {
    write_data_sheet(*sheets.data, context);
    write_particulars_sheet(*sheets.particulars, context);
    if (sheets.ledger) write_ledger_sheet(*sheets.ledger, context);
    for (std::size_t i = 0; i < sheets.tables.size(); ++i) write_form_table_sheet(*sheets.tables[i], i, context);
    write_texts_sheet(*sheets.texts, context);
    write_result_sheet(*sheets.result, context);
    write_guide_sheet(*sheets.guide, context);
}

}  // namespace

std::string write_form_workbook(const Document& document, const Report& report, const Form& form,
                                const Statute& statute, const FormWorkbookOptions& options) {
    xlsx::Workbook workbook({document.title, document.agency, document.year});
    DraftBook book(workbook);
    FormContext context{document, report, form, statute, options, issuer_of(report.agency, statute.agencies), {}, {}};
    write_sheets(add_sheets(book, form), context);
    book.write_out();
    workbook.set_property(std::string(texts::data_form), form.id);
    workbook.set_property(std::string(texts::data_version), options.program_version);
    return workbook.bytes();
}

}  // namespace nianbao
