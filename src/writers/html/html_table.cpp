#include "writers/html/html_table.h"

#include <algorithm>
#include <vector>

#include "writers/html/html_text.h"
#include "writers/table_grid.h"

namespace nianbao {
namespace {

using Role = GridCell::Role;

bool is_blank_cell(const GridCell& cell) {
    return std::all_of(cell.text.begin(), cell.text.end(),
                       [](const Paragraph& paragraph) { return plain_text(paragraph).empty(); });
}

bool is_label(Role role) {
    return role == Role::band || role == Role::corner || role == Role::head || role == Role::side;
}

bool is_th(const GridCell& cell) { return is_label(cell.role) && !is_blank_cell(cell); }

bool is_above(const GridCell& cell) { return is_th(cell) && (cell.role == Role::band || cell.role == Role::head); }

bool is_left(const GridCell& cell) { return is_th(cell) && cell.role == Role::side; }

std::string class_of(const GridCell& cell) {
    switch (cell.role) {
        case Role::band:
            return "band-head";
        case Role::corner:
            return "corner";
        case Role::side:
            return "side";
        case Role::derived:
            return cell.number ? "total number" : "total";
        case Role::plain:
            return cell.number ? "number" : "plain";
        default:
            return cell.number ? "number" : "";
    }
}

bool is_bare(const GridCell& cell) { return cell.text.size() == 1 && cell.text.front().role == Paragraph::Role::body; }

std::string content_of(const GridCell& cell, const HtmlLook& look) {
    if (is_bare(cell)) return html_of_runs(cell.text.front());
    std::string html;
    for (const Paragraph& paragraph : cell.text) {
        html += "<p" + look.attributes_around(plain_text(paragraph), "td p", class_of_role(paragraph.role)) + ">" +
                html_of_runs(paragraph) + "</p>";
    }
    return html;
}

/// Rows that belong together: heads from `first`, data from `body`.
struct RowGroup {
    std::size_t first{}, body{}, end{};
};

class TableMarkup {
public:
    TableMarkup(const Grid& grid, std::size_t number, const HtmlLook& look)
        : grid_(grid), number_(number), look_(look), places_(grid) {
        sides_ = std::min<std::size_t>(grid.side_columns, places_.columns());
        set_groups();
        with_headers_ = needs_headers();
    }

    [[nodiscard]] std::string write(const std::string& caption) const {
        const std::string id = look_.id("table-" + std::to_string(number_));
        return "<section" + look_.attributes("section", "scroll") + " tabindex=\"0\"" +
               attribute("aria-labelledby", id) + ">\n<table" +
               look_.attributes("table", grid_.table.empty() ? "" : "statutory") + ">\n<caption" + attribute("id", id) +
               look_.attributes("caption") + ">" + escape_html(caption) + "</caption>\n" + column_groups() +
               row_groups() + "</table>\n</section>\n";
    }

private:
    void set_groups() {
        const std::size_t rows = places_.rows();
        std::size_t at = 0;
        for (const Band& band : grid_.bands) {
            const std::size_t first = std::clamp<std::size_t>(band.first_row, at, rows);
            const std::size_t end = std::min<std::size_t>(rows, first + band.rows);
            if (first > at) groups_.push_back({at, at, first});
            if (end > first) groups_.push_back({first, std::min<std::size_t>(end, first + band.head_rows), end});
            at = end;
        }
        if (at < rows) groups_.push_back({at, at == 0 ? leading_head_rows() : at, rows});
    }

    /// For a grid without bands.
    [[nodiscard]] std::size_t leading_head_rows() const {
        std::size_t rows = 0;
        for (const GridCell& cell : grid_.cells) {
            if (is_label(cell.role) && cell.role != Role::side && cell.row <= rows)
                rows = std::max<std::size_t>(rows, cell.row + cell.rows);
        }
        return std::min(rows, places_.rows());
    }

    [[nodiscard]] bool needs_headers() const {
        const RowGroup& group = groups_.front();
        if (groups_.size() > 1 || group.body - group.first > 1 || sides_ > 1) return true;
        return std::any_of(grid_.cells.begin(), grid_.cells.end(),
                           [](const GridCell& cell) { return is_th(cell) && (cell.rows > 1 || cell.columns > 1); });
    }

    /// `scope="colgroup"` is valid inside a group of columns only.
    [[nodiscard]] std::string column_groups() const {
        std::string html;
        for (const std::size_t columns : {sides_, places_.columns() - sides_}) {
            if (columns > 0) html += "<colgroup" + attribute("span", std::to_string(columns)) + "></colgroup>\n";
        }
        return html;
    }

    [[nodiscard]] std::string row_groups() const {
        const RowGroup& only = groups_.front();
        if (groups_.size() == 1 && is_free(only.body)) {
            return element("thead", only.first, only.body) + element("tbody", only.body, only.end);
        }
        const bool apart =
            std::all_of(groups_.begin(), groups_.end(), [this](const RowGroup& group) { return is_free(group.first); });
        if (!apart) return element("tbody", 0, places_.rows());
        std::string html;
        for (const RowGroup& group : groups_) html += element("tbody", group.first, group.end);
        return html;
    }

    /// Whether no cell reaches over the border above a row: a browser would cut it there.
    [[nodiscard]] bool is_free(std::size_t row) const {
        if (row == 0 || row >= places_.rows()) return true;
        for (std::size_t column = 0; column < places_.columns(); ++column) {
            if (places_.same_cell(row - 1, column, row, column)) return false;
        }
        return true;
    }

    [[nodiscard]] std::string element(const std::string& name, std::size_t first, std::size_t end) const {
        if (first == end) return {};
        std::string html = "<" + name + look_.attributes(name, groups_.size() > 1 ? "band" : "") + ">\n";
        for (std::size_t row = first; row < end; ++row) {
            html += "<tr>";
            for (std::size_t column = 0; column < places_.columns(); ++column) html += cell_at(row, column);
            html += "</tr>\n";
        }
        return html + "</" + name + ">\n";
    }

    [[nodiscard]] std::string cell_at(std::size_t row, std::size_t column) const {
        const GridCell* cell = places_.cell(row, column);
        if (cell == nullptr) return "<td" + look_.attributes("td") + "></td>";
        if (cell->row != row || cell->column != column) return {};
        const std::string name = is_th(*cell) ? "th" : "td";
        return "<" + name + attributes_of(*cell, name) + ">" + content_of(*cell, look_) + "</" + name + ">";
    }

    [[nodiscard]] std::string attributes_of(const GridCell& cell, const std::string& element) const {
        const std::size_t rows = rows_of(cell);
        const std::size_t columns = columns_of(cell);
        std::string html;
        if (with_headers_ && (is_above(cell) || is_left(cell))) html += attribute("id", id_of(cell));
        html += look_.attributes_around(is_bare(cell) ? plain_text(cell.text.front()) : "", element, class_of(cell));
        if (rows > 1) html += attribute("rowspan", std::to_string(rows));
        if (columns > 1) html += attribute("colspan", std::to_string(columns));
        if (is_left(cell)) {
            html += attribute("scope", rows > 1 ? "rowgroup" : "row");
        } else if (is_th(cell)) {
            html += attribute("scope", columns > 1 ? "colgroup" : "col");
        } else if (with_headers_ && !is_label(cell.role)) {
            html += headers_of(cell);
        }
        return html;
    }

    [[nodiscard]] std::size_t rows_of(const GridCell& cell) const {
        std::size_t end = cell.row;
        while (end < places_.rows() && places_.same_cell(cell.row, cell.column, end, cell.column)) ++end;
        return end - cell.row;
    }

    [[nodiscard]] std::size_t columns_of(const GridCell& cell) const {
        std::size_t end = cell.column;
        while (end < places_.columns() && places_.same_cell(cell.row, cell.column, cell.row, end)) ++end;
        return end - cell.column;
    }

    [[nodiscard]] std::string id_of(const GridCell& cell) const {
        return look_.id("table-" + std::to_string(number_) + "-" + std::to_string(cell.row) + "-" +
                        std::to_string(cell.column));
    }

    [[nodiscard]] std::string headers_of(const GridCell& cell) const {
        const auto after =
            std::find_if(groups_.begin(), groups_.end(), [&](const RowGroup& group) { return cell.row < group.end; });
        std::vector<const GridCell*> heads;
        const std::size_t body = std::min<std::size_t>(after->body, cell.row);
        find_heads({after->first, body}, {cell.column, cell.column + columns_of(cell)}, is_above, heads);
        const std::size_t left = std::min<std::size_t>(sides_, cell.column);
        find_heads({cell.row, cell.row + rows_of(cell)}, {0, left}, is_left, heads);
        std::string ids;
        for (const GridCell* head : heads) ids += (ids.empty() ? "" : " ") + id_of(*head);
        return ids.empty() ? ids : attribute("headers", ids);
    }

    struct Range {
        std::size_t first{}, end{};
    };

    void find_heads(Range rows, Range columns, bool (*wanted)(const GridCell&),
                    std::vector<const GridCell*>& heads) const {
        for (std::size_t row = rows.first; row < rows.end; ++row) {
            for (std::size_t column = columns.first; column < columns.end; ++column) {
                const GridCell* cell = places_.cell(row, column);
                const bool known = std::find(heads.begin(), heads.end(), cell) != heads.end();
                if (cell != nullptr && !known && wanted(*cell)) heads.push_back(cell);
            }
        }
    }

    const Grid& grid_;
    std::size_t number_;
    const HtmlLook& look_;
    TableGrid places_;
    std::size_t sides_{};
    std::vector<RowGroup> groups_;
    bool with_headers_{};
};

}  // namespace

std::string html_of_table(const Grid& grid, std::size_t number, const std::string& caption, const HtmlLook& look) {
    if (grid.rows == 0 || grid.columns == 0) return {};
    return TableMarkup(grid, number, look).write(caption);
}

}  // namespace nianbao
