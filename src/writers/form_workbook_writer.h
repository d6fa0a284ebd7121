/// The form that an agency fills in without the program: the three tables in their official shape, the particulars, a
/// ledger of requests and the narrative, with checks that are live formulas.
///
/// What is to be filled in is unlocked and coloured; labels and totals are locked, without a password. The checks are
/// the relations of the form, so they are those of the validator. Every formula uses only functions of Excel 2007 and
/// carries the value it has, for viewers that do not compute. Words that a reader finds its way by are those of
/// `messages/form_workbook_texts.h`.
#pragma once

#include <string>

#include "model/document.h"
#include "model/form.h"
#include "model/report.h"
#include "writers/write_error.h"

namespace nianbao {

struct FormWorkbookOptions {
    const Report* last_year{};  ///< its figures stand grey beside the tables; on whichever form
    std::string program_version;
};

/// `document` was composed from `report` with the content "report", not as draft: its grids are the tables. What the
/// report holds stands prefilled; the same arguments give the same bytes. Throws WriteError.
[[nodiscard]] std::string write_form_workbook(const Document& document, const Report& report, const Form& form,
                                              const Statute& statute, const FormWorkbookOptions& options);

}  // namespace nianbao
