/// A table of a page as a grid, by the rules of HTML for rows, columns and spans.
#pragma once

#include <cstddef>
#include <functional>
#include <vector>

#include "model/document.h"
#include "readers/html/page_tree.h"

namespace nianbao::html_reading {

constexpr std::size_t max_page_places = 200'000;  ///< rows by columns, of all tables of a page
constexpr std::size_t max_page_rows = 65'535;     ///< of a table; columns too

class GridReader {
public:
    using ReadCell = std::function<std::vector<Paragraph>(std::size_t node)>;

    GridReader(const PageTree& tree, ReadCell read_cell) : tree_(tree), read_cell_(std::move(read_cell)) {}

    /// Grids are numbered in the order in which they are read. A span ends where the rows that belong together end, and
    /// before a place that is another cell's. Throws InputError, i.limit.
    [[nodiscard]] Grid read(std::size_t table);

private:
    const PageTree& tree_;
    ReadCell read_cell_;
    std::size_t tables_{}, places_{};
};

}  // namespace nianbao::html_reading
