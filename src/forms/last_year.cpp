#include "forms/last_year.h"

#include <string>
#include <unordered_map>

namespace nianbao {

LastYear::LastYear(const Form& this_form, const Report& last, const Form& last_form)
    : report(last),
      form(last_form),
      cells(this_form.cells.size()),
      ranges(this_form.cells.size()),
      known(this_form.cells.size()) {
    std::unordered_map<std::string, std::size_t> paths;
    for (std::size_t i = 0; i < last_form.cells.size(); ++i) paths.emplace(last_form.cells[i].path, i);
    const CellRanges found(last_form, last);
    for (std::size_t i = 0; i < this_form.cells.size(); ++i) {
        const auto same = paths.find(this_form.cells[i].path);
        if (same == paths.end()) continue;
        known[i] = true;
        ranges[i] = found.of(static_cast<CellId>(same->second));
        cells[i] = ranges[i].is_point() ? Cell(*ranges[i].low) : last.cells[same->second];
    }
}

}  // namespace nianbao
