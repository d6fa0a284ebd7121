#include "model/report.h"

namespace nianbao {

Report empty_report(const Form& form) {
    Report report;
    report.form = form.id;
    report.narrative.resize(form.fields.size());
    report.cells.resize(form.cells.size());
    return report;
}

const Paragraphs& text_of(const Report& report, FieldId field) {
    static const Paragraphs none;
    const auto& text = report.narrative[field];
    return text ? *text : none;
}

std::string title_of(const Report& report, const Form& form) {
    if (!report.title.empty()) return report.title;
    std::string title = form.title;
    const auto put = [&title](const std::string& name, const std::string& value) {
        if (const auto at = title.find(name); at != std::string::npos) title.replace(at, name.size(), value);
    };
    put("{year}", std::to_string(report.year));
    put("{agency}", report.agency.name);
    return title;
}

}  // namespace nianbao
