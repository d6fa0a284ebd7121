#include "derive/blank.h"

namespace nianbao {

Report blank_report(const Form& form, const std::string& agency, int year) {
    Report report = empty_report(form);
    report.agency.name = agency;
    report.year = year;
    for (auto& text : report.narrative) text = Paragraphs{};
    for (Cell& cell : report.cells) cell = Blank{};
    return report;
}

}  // namespace nianbao
