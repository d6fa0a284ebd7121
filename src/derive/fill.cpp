#include "derive/fill.h"

#include "forms/cell_ranges.h"

namespace nianbao {

std::vector<FilledCell> fill_report(Report& report, const Form& form, bool zero_blanks) {
    std::vector<FilledCell> filled;
    for (std::size_t i = 0; zero_blanks && i < report.cells.size(); ++i) {
        if (form.cells[i].derived || !std::holds_alternative<Blank>(report.cells[i])) continue;
        report.cells[i] = Amount{};
        filled.push_back({static_cast<CellId>(i), {}, false});
    }
    const CellRanges ranges(form, report);
    for (std::size_t i = 0; i < report.cells.size(); ++i) {
        const Range& range = ranges.of(static_cast<CellId>(i));
        if (!form.cells[i].derived || !is_open(report.cells[i]) || !range.is_point()) continue;
        if (!parse_amount(to_string(*range.low))) continue;  // more digits than a report may hold
        report.cells[i] = *range.low;
        filled.push_back({static_cast<CellId>(i), *range.low, true});
    }
    return filled;
}

}  // namespace nianbao
