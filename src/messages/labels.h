/// How cells, sections and places are called in findings.
#pragma once

#include <string>
#include <vector>

#include "model/comparison.h"
#include "model/diagnostic.h"
#include "model/form.h"
#include "model/homeless_figure.h"
#include "model/origin.h"
#include "model/report.h"
#include "model/text.h"

namespace nianbao {

/// A label that will stand in quotation marks: those of its own become single ones, as GB/T 15834 has it.
[[nodiscard]] std::string within_quotes(std::string label);

/// A row's or column's label, with as many of its groups as tell it from the others of its block.
[[nodiscard]] std::string row_label(const Form& form, CellId cell);
[[nodiscard]] std::string column_label(const Form& form, CellId cell);
/// Both, quoted: “一、本年新收……”行“总计”列; one alone where the other says nothing.
[[nodiscard]] std::string cell_label(const Form& form, CellId cell, Language language);
/// What stands in a cell, with the remark beside it: 16（其中修订6件）; 未填 where it is open.
[[nodiscard]] std::string figure_text(const Cell& cell, const std::string& note, Language language);
/// Why another form has no place for a figure.
[[nodiscard]] std::string homeless_reason(const HomelessFigure& figure, Language language);
/// What one of a report's particulars is called: 单位名称.
[[nodiscard]] std::string identity_label(Identity what, Language language);
/// What a report is called beside others: 2024年度, or its agency, or both, or the name of its file.
[[nodiscard]] std::string report_label(const ComparedReport& report, Language language);
/// 示例区教育局2023年度、2024年度年报对照
[[nodiscard]] std::string comparison_title(const Comparison& comparison, Language language);
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
