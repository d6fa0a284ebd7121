/// What the sheets of the fill-in workbook know of each other: where the choices, the ledger and the lists stand, and
/// what the sheet of results has to count.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "forms/issuer.h"
#include "messages/form_workbook_texts.h"
#include "model/document.h"
#include "writers/form_workbook/draft_book.h"
#include "writers/form_workbook_writer.h"

namespace nianbao {

/// One line of 校验结果.
struct ResultItem {
    enum class Kind : std::uint8_t { open, differs, ask } kind{Kind::open};
    std::string sheet, what, where;
    std::string count;  ///< a formula: how many are found
};

/// Cells of other sheets, written as formulas name them.
struct FormPlaces {
    struct List {
        std::string range;
        std::vector<std::string> entries;  ///< the cell of each
    };
    List kinds, levels, scopes, has_data, yes_or_no;
    List applicants, outcomes;               ///< by column and outcome of the ledger's table, in the order of the form
    std::vector<std::string> choices;        ///< by table: the cell of 有 or 无
    std::vector<std::string> choice_labels;  ///< by table
    std::string result;                      ///< the first line of 校验结果
    std::string ledger_lines;                ///< how many are in use; empty: there is no ledger
    std::string ledger_kind, ledger_carried, ledger_outcome;  ///< columns of the ledger
};

struct FormContext {
    const Document& document;
    const Report& report;
    const Form& form;
    const Statute& statute;
    const FormWorkbookOptions& options;
    Issuer issuer;
    FormPlaces places;
    std::vector<ResultItem> items;
};

}  // namespace nianbao
