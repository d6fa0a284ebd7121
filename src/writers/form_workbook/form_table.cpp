#include "writers/form_workbook/form_table.h"

#include <algorithm>

namespace nianbao {

std::vector<xlsx::Extent> rectangles_of(std::vector<SheetPosition> cells) {
    std::sort(cells.begin(), cells.end());
    std::vector<xlsx::Extent> runs;
    for (const SheetPosition cell : cells) {
        const bool goes_on =
            !runs.empty() && runs.back().row == cell.row && runs.back().column + runs.back().columns == cell.column;
        if (goes_on) {
            ++runs.back().columns;
        } else {
            runs.push_back({cell.row, cell.column, 1, 1});
        }
    }
    std::vector<xlsx::Extent> rectangles;
    for (const xlsx::Extent& run : runs) {
        const auto above = std::find_if(rectangles.begin(), rectangles.end(), [&](const xlsx::Extent& other) {
            return other.column == run.column && other.columns == run.columns && other.row + other.rows == run.row;
        });
        if (above == rectangles.end()) {
            rectangles.push_back(run);
        } else {
            ++above->rows;
        }
    }
    return rectangles;
}

std::string range_name(const xlsx::Extent& at) {
    const std::string first = cell_name({at.row, at.column});
    if (at.rows * at.columns == 1) return first;
    return first + ':' + cell_name({at.row + at.rows - 1, at.column + at.columns - 1});
}

std::string sum_over(const std::vector<xlsx::Extent>& rectangles,
                     const std::function<std::string(const std::string& range)>& write) {
    std::string sum;
    for (const xlsx::Extent& rectangle : rectangles) sum += (sum.empty() ? "" : "+") + write(range_name(rectangle));
    return sum.empty() ? "0" : sum;
}

}  // namespace nianbao
