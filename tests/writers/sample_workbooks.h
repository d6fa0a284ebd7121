/// Documents that the tests of the workbook share: made from the sample reports, and bent where a test needs it.
#pragma once

#include <string>

#include "composing/compose.h"
#include "readers/json_report_reader.h"
#include "the_statute.h"

namespace nianbao {

inline Report sample_report(const std::string& form) {
    const auto file = embedded_files().at("schemas/samples/" + form + ".json");
    return read_json_report(file, the_statute()).report;
}

inline Document sample_document(const Report& report, const ComposeOptions& options = {}) {
    const Form& form = *the_statute().find_form(report.form);
    return compose_document(report, form, embedded_folder("templates/"), options);
}

inline Paragraph text_paragraph(const std::string& text, Paragraph::Role role = Paragraph::Role::body) {
    Paragraph paragraph;
    paragraph.runs.push_back({text, false, std::nullopt});
    paragraph.role = role;
    return paragraph;
}

inline Amount amount(const std::string& text) { return parse_amount(text).value(); }

}  // namespace nianbao
