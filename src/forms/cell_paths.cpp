#include "forms/cell_paths.h"

namespace nianbao {
namespace {

bool fits(std::string_view path, std::string_view pattern) {
    while (!path.empty() && !pattern.empty()) {
        const std::size_t path_end = path.find('/', 1), pattern_end = pattern.find('/', 1);
        const std::string_view part = pattern.substr(0, pattern_end);
        if (part != "/*" && part != path.substr(0, path_end)) return false;
        path = path_end == std::string_view::npos ? std::string_view() : path.substr(path_end);
        pattern = pattern_end == std::string_view::npos ? std::string_view() : pattern.substr(pattern_end);
    }
    return path.empty() && pattern.empty();
}

}  // namespace

std::vector<CellId> cells_at(const Form& form, std::string_view pattern) {
    std::vector<CellId> cells;
    for (std::size_t i = 0; i < form.cells.size(); ++i) {
        if (fits(form.cells[i].path, pattern)) cells.push_back(static_cast<CellId>(i));
    }
    return cells;
}

}  // namespace nianbao
