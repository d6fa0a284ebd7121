/// How cells, sections and places are called in findings.
#pragma once

#include <string>
#include <vector>

#include "model/diagnostic.h"
#include "model/form.h"
#include "model/origin.h"
#include "model/text.h"

namespace nianbao {

/// A label that will stand in quotation marks: those of its own become single ones, as GB/T 15834 has it.
[[nodiscard]] std::string within_quotes(std::string label);

/// A row's or column's label, with as many of its groups as tell it from the others of its block.
[[nodiscard]] std::string row_label(const Form& form, CellId cell);
[[nodiscard]] std::string column_label(const Form& form, CellId cell);
/// Both, quoted: “一、本年新收……”行“总计”列; one alone where the other says nothing.
[[nodiscard]] std::string cell_label(const Form& form, CellId cell, Language language);
/// From the section's heading down to the column: what the form prints on the way to the subject of a finding.
[[nodiscard]] std::vector<std::string> label_path(const Address& at, const Form& form, const Report& report);
/// JSON pointer of the subject of a finding; empty for the whole report.
[[nodiscard]] std::string pointer_to(const Address& at, const Form& form);
/// The section a subject stands in; -1: in none.
[[nodiscard]] int section_of(const Address& at, const Form& form);
/// 第24行第91列; empty where the place is not known.
[[nodiscard]] std::string place_text(const Place& place, const std::vector<std::string>& sheets, Language language);
/// `C12`
[[nodiscard]] std::string sheet_cell_name(const SheetPlace& place);

}  // namespace nianbao
