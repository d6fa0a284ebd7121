/// A workbook into a report: the filled-in form, or the finished report as it is published. Tables are found by their
/// labels, on whatever sheet they stand; the edition is the one whose labels they are.
#pragma once

#include "model/origin.h"
#include "model/spreadsheet.h"
#include "recognition/reading_hints.h"

namespace nianbao {

/// Formulas of `book` have been recalculated. Notes tell what was read otherwise than it stood. Throws InputError where
/// no table of a report is found, or agency or year cannot be told.
[[nodiscard]] Reading recognise_workbook(const Spreadsheet& book, const Statute& statute,
                                         const ReadingHints& hints = {});

}  // namespace nianbao
