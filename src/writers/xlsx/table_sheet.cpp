#include "writers/xlsx/table_sheet.h"

#include <algorithm>
#include <numeric>

#include "messages/labels.h"
#include "messages/workbook_texts.h"
#include "writers/xlsx/sheet_metrics.h"
#include "writers/xlsx/table_cells.h"
#include "writers/xlsx/table_checks.h"
#include "writers/xlsx/workbook_look.h"

namespace nianbao {
namespace {

namespace look = workbook_look;
namespace texts = workbook_texts;

constexpr double side_margin = 20 * look::millimetre;
constexpr double top_margin = 30 * look::millimetre;
constexpr double bottom_margin = 26 * look::millimetre;
constexpr PaperWidths paper{look::a4_width - 2 * side_margin, look::a4_height - 2 * side_margin};

constexpr double cell_margins = 6;
constexpr double gap_width = 9;  // between the table and its checks
constexpr double check_width = 66;
constexpr double may_shrink_to = 0.85;  // rather than send a few rows to a second page

constexpr xlsx::Highlight unbalanced_colours{texts::unbalanced, {0x9C0006, 0xFFC7CE}};

xlsx::CellStyle value_style(const GridCell& cell, const Form& form) {
    const bool known = cell.shows && *cell.shows < form.cells.size();
    xlsx::CellStyle style = look::table_cell(look::fangsong, look::Horizontal::centre);
    style.number_format = number_format(known ? form.cells[*cell.shows].unit : Unit::count, cell.number);
    if (cell.role == GridCell::Role::difference)
        style.number_format = "+" + style.number_format + ";-" + style.number_format + ";0";
    style.wrap = !cell.number;
    return style;
}

xlsx::CellStyle style_of(const GridCell& cell, const Grid& grid, const Form& form) {
    switch (cell.role) {
        case GridCell::Role::band:
        case GridCell::Role::corner:
        case GridCell::Role::head:
            return look::table_cell(look::song, look::Horizontal::centre);
        case GridCell::Role::side:
            return look::table_cell(look::song, grid.side_columns > 1 || grid.table.empty() ? look::Horizontal::left
                                                                                            : look::Horizontal::centre);
        case GridCell::Role::input:
        case GridCell::Role::derived:
        case GridCell::Role::difference:
            return value_style(cell, form);
        case GridCell::Role::plain:
            break;
    }
    return look::table_cell(look::fangsong, look::Horizontal::left);
}

/// A short label of a table that is no statutory one stays on one line, as figures do.
bool is_short_label(const TableCell& cell) {
    constexpr double most_ems = 8;
    return cell.source && cell.at.columns == 1 && text_width(cell.reads, 1) <= most_ems;
}

TableBox::Kind kind_of(const TableCell& cell, const Grid& grid) {
    if (cell.source && cell.source->number) return TableBox::Kind::number;
    if (grid.table.empty() && is_short_label(cell)) return TableBox::Kind::number;
    return cell.source && cell.source->role == GridCell::Role::side ? TableBox::Kind::side : TableBox::Kind::head;
}

/// The check's formula with what it says now.
xlsx::Formula check_of(const Relation& relation, const Form& form, const TableCells& table) {
    constexpr Verdicts verdicts{texts::balanced, texts::unbalanced};
    const std::optional<bool> holds = table.values.holds(relation);
    std::string cached;
    if (holds) cached = *holds ? verdicts.holds : verdicts.fails;
    return {check_formula(relation, form, table.positions, verdicts), std::move(cached)};
}

xlsx::Extent extent_of(const CheckLine& line) {
    const SheetPosition first = line.checks.front().at;
    xlsx::Extent all{first.row, first.column, 1, 1};
    for (const PlacedCheck& check : line.checks) {
        all.row = std::min(all.row, check.at.row);
        all.column = std::min(all.column, check.at.column);
    }
    for (const PlacedCheck& check : line.checks) {
        all.rows = std::max(all.rows, check.at.row - all.row + 1);
        all.columns = std::max(all.columns, check.at.column - all.column + 1);
    }
    return all;
}

class TableSheetWriter {
public:
    TableSheetWriter(xlsx::Sheet& sheet, const Grid& grid, const Form& form, const TableCaption& caption)
        : sheet_(sheet),
          grid_(grid),
          form_(form),
          caption_(caption),
          heading_row_((caption.draft ? 1U : 0U) + (caption.mark.empty() ? 0U : 1U)),
          origin_{heading_row_ + 1, 0},
          table_(read_table_cells(grid, form, origin_)),
          next_row_(origin_.row + grid.rows) {}

    void write() {
        measure();
        write_caption();
        write_grid();
        write_notes();
        set_page();
        write_checks();
        sheet_.silence_hints({0, 0, next_row_, columns()});
    }

private:
    [[nodiscard]] std::uint32_t columns() const { return std::max<std::uint32_t>(grid_.columns, 1); }

    /// Of the first columns of the table.
    [[nodiscard]] double width_of(std::uint32_t count) const {
        const auto end = measures_.columns.begin() + static_cast<std::ptrdiff_t>(count);
        return std::accumulate(measures_.columns.begin(), end, 0.0);
    }

    void measure() {
        std::vector<TableBox> boxes;
        for (const TableCell& cell : table_.cells) {
            boxes.push_back({cell.at.row - origin_.row, cell.at.column, cell.at.rows, cell.at.columns, cell.reads,
                             kind_of(cell, grid_)});
        }
        measures_ = measure_table(boxes, grid_.rows, columns(), look::table_size, paper);
    }

    void set_height(std::uint32_t row, double points) {
        sheet_.set_row_height(row, points);
        printed_height_ += points;
    }

    /// A text over the width of the table (or its first columns), in a row of its own.
    void write_line(std::uint32_t row, std::uint32_t over, const std::string& text, const xlsx::CellStyle& style,
                    double space) {
        sheet_.write({row, 0, 1, over}, text, style);
        set_height(row, lines_height(count_lines(text, style.size, width_of(over) - cell_margins), style.size) + space);
    }

    void write_caption() {
        if (caption_.draft) {
            write_line(0, columns(), std::string(texts::draft), look::draft_mark(), 4);
            printed_height_ = 0;
        }
        if (!caption_.mark.empty()) write_line(heading_row_ - 1, columns(), caption_.mark, look::attachment_mark(), 4);
        write_line(heading_row_, columns(), caption_.heading, look::table_heading(), 16);
    }

    void write_grid() {
        for (std::uint32_t i = 0; i < columns(); ++i) sheet_.set_column_width(i, measures_.columns[i]);
        for (std::uint32_t i = 0; i < grid_.rows; ++i) set_height(origin_.row + i, measures_.rows[i]);
        const xlsx::CellStyle uncovered = look::table_cell(look::fangsong, look::Horizontal::centre);
        for (const TableCell& cell : table_.cells) {
            xlsx::CellStyle style = cell.source ? style_of(*cell.source, grid_, form_) : uncovered;
            if (cell.open) style.colour = look::grey;
            sheet_.write(cell.at, cell.content, style);
        }
        if (grid_.bands.size() == 1)
            sheet_.freeze_rows(origin_.row + grid_.bands.front().first_row + grid_.bands.front().head_rows);
    }

    void write_notes() {
        bool first = true;
        for (const TableCell& cell : table_.cells) {
            if (cell.note.empty()) continue;
            std::string text(first ? texts::note : std::string_view("　　"));
            first = false;
            if (cell.source->shows && *cell.source->shows < form_.cells.size()) {
                text += row_label(form_, *cell.source->shows);
                text += texts::label_separator;
                text += column_label(form_, *cell.source->shows);
                text += texts::colon;
            }
            write_line(next_row_++, columns(), text + cell.note, look::below_table(look::fangsong), 2);
        }
    }

    void set_page() {
        xlsx::PageSetup page;
        page.landscape = measures_.landscape;
        page.left = page.right = side_margin;
        page.top = top_margin;
        page.bottom = bottom_margin;
        page.header_margin = 15 * look::millimetre;
        page.footer_margin = 14 * look::millimetre;
        page.header =
            (caption_.draft ? look::draft_header(std::string(texts::draft)) : "") + look::small_header(caption_.title);
        page.footer = look::page_number;
        const std::uint32_t first_row = caption_.mark.empty() ? heading_row_ : heading_row_ - 1;
        page.print_area = {first_row, 0, next_row_ - first_row, columns()};
        if (grid_.bands.size() == 1 && grid_.bands.front().head_rows > 0) {
            const std::uint32_t head = origin_.row + grid_.bands.front().first_row;
            page.repeated_rows = {head, head + grid_.bands.front().head_rows - 1};
        }
        const double height = (page.landscape ? look::a4_width : look::a4_height) - top_margin - bottom_margin;
        page.on_one_page = printed_height_ * may_shrink_to <= height;
        sheet_.set_page(page);
    }

    void write_checks() {
        const CheckPlan plan = plan_checks(form_, table_.positions, {next_row_ + 1, columns() + 1});
        if (!plan.columns.empty()) sheet_.set_column_width(columns(), gap_width);
        for (const CheckLine& line : plan.columns) write_check_column(line, plan.columns.size() > 1);
        if (!plan.rows.empty()) ++next_row_;
        for (const CheckLine& line : plan.rows) {
            write_check_row_label(line);
            write_check_cells(line);
        }
    }

    void write_check_column(const CheckLine& line, bool one_of_several) {
        const xlsx::Extent all = extent_of(line);
        sheet_.set_column_width(all.column, check_width);
        std::string label(texts::check);
        if (one_of_several) label += std::string(texts::colon) + '\n' + line.label;
        for (const Band& band : grid_.bands) {
            const bool has_checks = std::any_of(line.checks.begin(), line.checks.end(), [&](const PlacedCheck& check) {
                return &band_of(check.at.row) == &band;
            });
            if (!has_checks || band.head_rows == 0) continue;
            sheet_.write({origin_.row + band.first_row, all.column, band.head_rows, 1}, label, look::check(look::grey));
        }
        write_check_cells(line);
    }

    /// The last band that begins above a row of the sheet.
    [[nodiscard]] const Band& band_of(std::uint32_t row) const {
        const auto after = std::find_if(grid_.bands.begin(), grid_.bands.end(),
                                        [&](const Band& band) { return origin_.row + band.first_row > row; });
        return after == grid_.bands.begin() ? grid_.bands.front() : *(after - 1);
    }

    void write_check_row_label(const CheckLine& line) {
        const std::string label = std::string(texts::check) + std::string(texts::colon) + line.label;
        const std::uint32_t over = std::min<std::uint32_t>(grid_.side_columns, columns());
        if (over > 0) write_line(next_row_, over, label, look::below_table(look::song, look::grey), 2);
        ++next_row_;
    }

    void write_check_cells(const CheckLine& line) {
        for (const PlacedCheck& check : line.checks) {
            const xlsx::Extent at{check.at.row, check.at.column, 1, 1};
            sheet_.write(at, check_of(*check.relation, form_, table_), look::check());
        }
        sheet_.highlight(extent_of(line), unbalanced_colours);
    }

    xlsx::Sheet& sheet_;
    const Grid& grid_;
    const Form& form_;
    const TableCaption& caption_;
    std::uint32_t heading_row_;
    SheetPosition origin_;
    TableCells table_;
    TableMeasures measures_;
    std::uint32_t next_row_;  ///< the first one below what is written
    double printed_height_{};
};

}  // namespace

void write_table_sheet(xlsx::Sheet& sheet, const Grid& grid, const Form& form, const TableCaption& caption) {
    TableSheetWriter(sheet, grid, form, caption).write();
}

}  // namespace nianbao
