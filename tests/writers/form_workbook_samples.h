/// Fill-in workbooks that the tests share.
#pragma once

#include <string>

#include "derive/blank.h"
#include "writers/form_workbook_writer.h"
#include "writers/sample_workbooks.h"

namespace nianbao {

inline std::string form_workbook(const Report& report, const Report* last_year = nullptr) {
    const Form& form = *the_statute().find_form(report.form);
    FormWorkbookOptions options;
    options.last_year = last_year;
    options.program_version = "0.0.0-test";
    return write_form_workbook(sample_document(report), report, form, the_statute(), options);
}

inline Report blank_form_report() { return blank_report(form_2021(), "示例市统计局", 2025); }

/// The sample with everything an agency can fill in.
inline Report full_form_report() {
    Report report = sample_report("2021");
    const Form& form = form_2021();
    report.agency.short_names = {"示例区工信局", "区工信局"};
    report.agency.former_names = {"示例区经济和信息化局"};
    report.agency.contact.postcode = "010000";
    report.document_number = "示例发〔2025〕1号";
    report.officers = Officers{"张三", "李四", "王五"};
    report.others = {{"基层指导", {"指导镇街。", "又一段。"}, "platforms"}, {"其他工作", {"一段。"}, ""}};
    report.notes[*form.find_cell("/disclosure/licensing")] = "其中变更1件";
    report.cells[*form.find_cell("/disclosure/fees")] = amount("24252.311082");
    return report;
}

/// Texts that no cell can hold, and texts that a spreadsheet might take for something else.
inline Report long_form_report() {
    Report report = full_form_report();
    std::string whole, escaped;
    for (int i = 0; i < 20000; ++i) whole += i % 2 == 0 ? "长" : "𠮷";
    for (int i = 0; i < 5000; ++i) escaped += "_x0041_";
    report.narrative[*form_2021().find_field("/narrative/preface")] = Paragraphs{"=1+1", "+86", whole, "末段"};
    report.narrative[*form_2021().find_field("/narrative/other_matters")] = Paragraphs{escaped};
    return report;
}

}  // namespace nianbao
