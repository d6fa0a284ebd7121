#include <algorithm>
#include <map>
#include <numeric>

#include "messages/form_workbook_words.h"
#include "messages/labels.h"
#include "messages/phrases.h"
#include "messages/workbook_texts.h"
#include "writers/form_workbook/beside_table.h"
#include "writers/form_workbook/form_looks.h"
#include "writers/form_workbook/ledger_counts.h"
#include "writers/form_workbook/sheets.h"
#include "writers/xlsx/sheet_text.h"

namespace nianbao {
namespace {

namespace look = workbook_look;
namespace looks = form_looks;
namespace texts = form_workbook_texts;
namespace words = form_workbook_words;

constexpr double side_margin = 20 * look::millimetre;
constexpr PaperWidths paper{look::a4_width - 2 * side_margin, look::a4_height - 2 * side_margin};
constexpr std::uint32_t hint_row = 0, heading_row = 1;
constexpr std::uint32_t to_hidden_columns = 40;  // far right of everything that is seen

const Grid& grid_of(const Document& document, const std::string& table) {
    for (const DocumentBlock& block : document.blocks) {
        const auto* grid = std::get_if<Grid>(&block);
        if (grid && grid->table == table) return *grid;
    }
    throw WriteError("the document lacks the table " + table);
}

std::string heading_of(const Form& form, std::size_t table) {
    for (const Section& section : form.sections) {
        if (section.table == static_cast<int>(table)) return section.heading;
    }
    return form.tables[table].attachment.zh;
}

bool is_value(const TableCell& cell) {
    return cell.source &&
           (cell.source->role == GridCell::Role::input || cell.source->role == GridCell::Role::derived) &&
           cell.source->shows;
}

/// A total that is computed; any other value is filled in, even a total that disagrees with its sum.
bool is_computed(const TableCell& cell) { return std::holds_alternative<xlsx::Formula>(cell.content); }

class FormTableSheet {
public:
    FormTableSheet(DraftSheet& sheet, std::size_t index, FormContext& context)
        : sheet_(sheet), context_(context), form_(context.form), table_(read_table(index, context)) {}

    void write() {
        measure();
        write_grid();
        write_notes();
        sheet_.sheet().set_page(page());
        const std::uint32_t printed = table_.below;
        write_beside_table(sheet_, table_, context_);
        write_hint();
        write_counts();
        restrict_inputs();
        add_items();
        finish(printed);
    }

private:
    static FormTable read_table(std::size_t index, const FormContext& context) {
        const Grid& grid = grid_of(context.document, context.form.tables[index].id);
        const SheetPosition origin{heading_row + 1, 0};
        FormTable table{index, &grid, origin, read_table_cells(grid, context.form, origin), {}, 0, 0, 0};
        table.right = std::max<std::uint32_t>(grid.columns, 1);
        table.below = origin.row + grid.rows;
        table.counts = table.right + to_hidden_columns;
        for (const TableCell& cell : table.cells.cells) {
            if (is_value(cell) && !is_computed(cell)) table.inputs.push_back(*cell.source->shows);
        }
        std::sort(table.inputs.begin(), table.inputs.end());
        return table;
    }

    [[nodiscard]] std::uint32_t columns() const { return std::max<std::uint32_t>(table_.grid->columns, 1); }
    [[nodiscard]] std::string choice_is_none() const {
        return context_.places.choices[table_.table] + "=\"" + std::string(texts::has_none) + '"';
    }
    [[nodiscard]] std::vector<xlsx::Extent> rectangles() const {
        std::vector<SheetPosition> cells;
        for (const CellId cell : table_.inputs) cells.push_back(table_.cells.positions.at(cell));
        return rectangles_of(cells);
    }
    [[nodiscard]] SheetPosition count_place(SheetPosition cell) const {
        return {cell.row, table_.counts + cell.column - table_.origin.column};
    }

    void measure() {
        std::vector<TableBox> boxes;
        for (const TableCell& cell : table_.cells.cells) {
            TableBox::Kind kind = TableBox::Kind::head;
            if (cell.source && cell.source->role == GridCell::Role::side) kind = TableBox::Kind::side;
            if (cell.source && cell.source->number) kind = TableBox::Kind::number;
            boxes.push_back(
                {cell.at.row - table_.origin.row, cell.at.column, cell.at.rows, cell.at.columns, cell.reads, kind});
        }
        measures_ = measure_table(boxes, table_.grid->rows, columns(), look::table_size, paper);
        for (std::uint32_t i = 0; i < columns(); ++i) sheet_.sheet().set_column_width(i, measures_.columns[i]);
        for (std::uint32_t i = 0; i < table_.grid->rows; ++i)
            sheet_.sheet().set_row_height(table_.origin.row + i, measures_.rows[i]);
    }

    // The table itself.

    [[nodiscard]] xlsx::CellStyle label_style(const TableCell& cell) const {
        const bool side = cell.source && cell.source->role == GridCell::Role::side;
        const bool left = side && table_.grid->side_columns > 1;
        xlsx::CellStyle style = look::table_cell(look::song, left ? look::Horizontal::left : look::Horizontal::centre);
        return looks::boxed(style, side ? 0 : looks::head_fill);
    }

    [[nodiscard]] xlsx::CellStyle value_style(const TableCell& cell) const {
        const Unit unit = form_.cells[*cell.source->shows].unit;
        xlsx::CellStyle style = look::table_cell(look::fangsong, look::Horizontal::centre);
        style = looks::boxed(style, is_computed(cell) ? looks::computed_fill : looks::input_fill);
        // A count shows as it is: rounded, 1.6 would look like 2; and what an office takes for a date shows as one.
        if (unit == Unit::money) style.number_format = number_format(unit, cell.source->number);
        style.unlocked = !is_computed(cell);
        style.wrap = !cell.source->number;
        return style;
    }

    void write_grid() {
        sheet_.put({heading_row, 0, 1, columns()}, heading_of(form_, table_.table), look::table_heading());
        sheet_.sheet().set_row_height(heading_row, 34);
        for (const TableCell& cell : table_.cells.cells) {
            if (is_value(cell)) {
                write_value(cell);
            } else {
                sheet_.put(cell.at, cell.content, label_style(cell));
            }
        }
    }

    /// A value never stands in merged cells, or no block could be pasted over it: it takes the first of its places.
    void write_value(const TableCell& cell) {
        const SheetPosition at{cell.at.row, cell.at.column};
        sheet_.put_at(at, is_open_input(cell) ? open_formula(*cell.source->shows) : cell.content, value_style(cell));
        const xlsx::CellStyle rest =
            looks::boxed(look::table_cell(look::song, look::Horizontal::centre), looks::computed_fill);
        if (cell.at.columns > 1) sheet_.put({at.row, at.column + 1, 1, cell.at.columns - 1}, std::monostate{}, rest);
    }

    [[nodiscard]] static bool is_open_input(const TableCell& cell) { return cell.open && !is_computed(cell); }

    /// Nothing, until 无 is chosen or the ledger counts.
    [[nodiscard]] xlsx::CellContent open_formula(CellId cell) const {
        const bool counted = !ledger_count_formula(context_, cell).empty();
        const std::string otherwise = counted ? cell_name(count_place(table_.cells.positions.at(cell))) : "\"\"";
        return xlsx::Formula{"IF(" + choice_is_none() + ",0," + otherwise + ')', {}};
    }

    void write_notes() {
        bool first = true;
        for (const TableCell& cell : table_.cells.cells) {
            if (cell.note.empty()) continue;
            std::string text(first ? workbook_texts::note : std::string_view("　　"));
            first = false;
            const CellId id = *cell.source->shows;
            text += row_label(form_, id) + std::string(workbook_texts::label_separator) + column_label(form_, id) +
                    std::string(workbook_texts::colon) + cell.note;
            const double width = std::accumulate(measures_.columns.begin(), measures_.columns.end(), 0.0);
            const int lines = count_lines(text, look::small_size, width - 6);
            sheet_.put({table_.below, 0, 1, columns()}, text, look::below_table(look::fangsong));
            sheet_.sheet().set_row_height(table_.below++, lines_height(lines, look::small_size) + 2);
        }
    }

    [[nodiscard]] xlsx::PageSetup page() const {
        xlsx::PageSetup page;
        page.landscape = measures_.landscape;
        page.left = page.right = side_margin;
        page.top = 30 * look::millimetre;
        page.bottom = 26 * look::millimetre;
        page.header_margin = 15 * look::millimetre;
        page.footer_margin = 14 * look::millimetre;
        page.header = look::small_header(xlsx::header_text(context_.document.title));
        page.footer = look::page_number;
        page.print_area = {heading_row, 0, table_.below - heading_row, columns()};
        page.on_one_page = true;
        return page;
    }

    // What makes it a form.

    [[nodiscard]] std::string open_count() const {
        return sum_over(rectangles(), [](const std::string& range) { return "COUNTBLANK(" + range + ')'; });
    }

    /// Above the table: whether 无 is chosen, how much is open.
    void write_hint() {
        const std::string open = open_count();
        const std::string text = "IF(" + choice_is_none() + ",\"" + std::string(words::chosen_none) + "\",\"\")&IF(" +
                                 open + "=0,\"" + std::string(words::all_filled) + "\",\"" +
                                 std::string(words::cells_open) + "\"&(" + open + ")&\"" +
                                 std::string(words::cells_open_unit) + "\")&\"" + std::string(words::table_hint) + '"';
        xlsx::CellStyle style = looks::text(10, looks::title_colour);
        sheet_.put({hint_row, 0, 1, columns()}, xlsx::Formula{text, {}}, style);
        const double width = std::accumulate(measures_.columns.begin(), measures_.columns.end(), 0.0);
        const int lines = text_width(words::table_hint, 10) + 220 > width ? 2 : 1;
        sheet_.sheet().set_row_height(hint_row, lines_height(lines, 10) + 6);
        // Excel 2007 lets a conditional format look at its own sheet only.
        none_ = {hint_row, table_.counts - 1};
        sheet_.put_at(none_, xlsx::Formula{"IF(" + choice_is_none() + ",1,0)", {}}, looks::beside());
    }

    void write_counts() {
        std::vector<SheetPosition> counted;
        for (const CellId cell : table_.inputs) {
            const std::string formula = ledger_count_formula(context_, cell);
            if (formula.empty()) continue;
            const SheetPosition at = table_.cells.positions.at(cell);
            counted.push_back(at);
            sheet_.put_at(count_place(at),
                          xlsx::Formula{"IF(" + context_.places.ledger_lines + "=0,\"\"," + formula + ')', {}},
                          looks::beside());
        }
        for (const xlsx::Extent& at : rectangles_of(counted)) {
            const std::string count = cell_name(count_place({at.row, at.column}));
            const std::string cell = cell_name({at.row, at.column});
            sheet_.sheet().highlight_where(at, "IF(" + count + "=\"\",FALSE," + cell + "<>" + count + ')',
                                           looks::wrong);
        }
        write_count_heads(counted);
        sheet_.sheet().hide_columns(table_.counts - 2, columns() + 2);
    }

    void write_count_heads(const std::vector<SheetPosition>& counted) {
        if (counted.empty()) return;
        const Band& band = table_.grid->bands.front();
        for (const CellId cell : table_.inputs) {
            const SheetPosition at = table_.cells.positions.at(cell);
            if (at.row != counted.front().row) continue;
            const SheetPosition head =
                count_place({table_.origin.row + band.first_row + band.head_rows - 1U, at.column});
            sheet_.put_at(
                head, std::string(texts::check_prefix) + std::string(words::ledger_cell) + column_label(form_, cell),
                looks::beside());
        }
    }

    [[nodiscard]] static xlsx::Validation validation_of(Unit unit) {
        if (unit == Unit::money) {
            return {.kind = xlsx::Validation::Kind::decimal,
                    .least = 0,
                    .title = std::string(words::money_title),
                    .message = std::string(words::money_message)};
        }
        const bool change = unit == Unit::change;
        xlsx::Validation whole;
        if (!change) whole.least = 0;
        whole.title = words::count_title;
        whole.message = change ? words::change_message : words::count_message;
        return whole;
    }

    void restrict_inputs() {
        for (const Unit unit : {Unit::count, Unit::change, Unit::money}) {
            for (const xlsx::Extent& at : rectangles_of(places_of(unit)))
                sheet_.sheet().validate(at, validation_of(unit));
        }
        colour_wrong_inputs();
    }

    /// A text, a number that the cell may not hold, and any figure but 0 where 无 is chosen.
    void colour_wrong_inputs() {
        const std::string none = fixed_range({none_.row, none_.column, 1, 1});
        for (const Unit unit : {Unit::count, Unit::change, Unit::money}) {
            for (const xlsx::Extent& at : rectangles_of(places_of(unit))) {
                const std::string cell = cell_name({at.row, at.column});
                const std::string misfit = (unit == Unit::change ? "FALSE" : cell + "<0") +
                                           (unit == Unit::money ? "" : ",INT(" + cell + ")<>" + cell);
                const std::string wrong = "IF(COUNT(" + cell + ")=0,LEN(" + cell + ")>0,OR(" + misfit + ",IF(" + none +
                                          "=1," + cell + "<>0,FALSE)))";
                sheet_.sheet().highlight_where(at, wrong, looks::wrong);
            }
        }
    }

    [[nodiscard]] std::vector<SheetPosition> places_of(Unit unit) const {
        std::vector<SheetPosition> cells;
        for (const CellId cell : table_.inputs) {
            if (form_.cells[cell].unit == unit) cells.push_back(table_.cells.positions.at(cell));
        }
        return cells;
    }

    // What 校验结果 counts of it.

    [[nodiscard]] std::string counted(const std::string& before, const std::string& behind) const {
        return sum_over(rectangles(), [&](const std::string& range) {
            return before + '\'' + sheet_.name() + "'!" + range + behind;
        });
    }

    void add_items() {
        using Kind = ResultItem::Kind;
        const std::string inputs(words::in_inputs);
        const auto add = [&](Kind kind, std::string_view what, const std::string& where, const std::string& count) {
            context_.items.push_back({kind, sheet_.name(), std::string(what), where, count});
        };
        const std::string blank = counted("COUNTBLANK(", ")");
        const std::string numbers = counted("COUNT(", ")");
        add(Kind::open, words::cells_blank, inputs, blank);
        add(Kind::differs, words::not_numbers, inputs,
            std::to_string(table_.inputs.size()) + "-(" + numbers + ")-(" + blank + ')');
        add(Kind::differs, words::none_beside_figures,
            fill_in(std::string(words::none_place), {{"item", context_.places.choice_labels[table_.table]}}),
            "IF(" + choice_is_none() + ',' + numbers + "-(" + counted("COUNTIFS(", ",0)") + "),0)");
        add(Kind::differs, words::negatives, inputs, negative_count());
        add(Kind::differs, words::fractions, inputs, fraction_count());
    }

    /// In a hidden cell of each row, how many of its counts are no whole numbers; their sum.
    [[nodiscard]] std::string fraction_count() {
        std::map<std::uint32_t, std::string> rows;
        for (const Unit unit : {Unit::count, Unit::change}) {
            for (const SheetPosition at : places_of(unit)) {
                const std::string cell = cell_name(at);
                std::string& row = rows[at.row];
                row += (row.empty() ? "IF(COUNT(" : "+IF(COUNT(") + cell + ")=0,0,IF(INT(" + cell + ")<>" + cell +
                       ",1,0))";
            }
        }
        if (rows.empty()) return "0";
        const std::uint32_t column = none_.column - 1;
        for (const auto& [row, formula] : rows)
            sheet_.put_at({row, column}, xlsx::Formula{formula, {}}, looks::beside());
        const std::uint32_t first = rows.begin()->first;
        return "SUM(" + fixed_range(sheet_, {first, column, rows.rbegin()->first - first + 1, 1}) + ')';
    }

    [[nodiscard]] std::string negative_count() const {
        std::vector<SheetPosition> cells;
        for (const CellId cell : table_.inputs) {
            if (form_.cells[cell].unit != Unit::change) cells.push_back(table_.cells.positions.at(cell));
        }
        return sum_over(rectangles_of(cells), [&](const std::string& range) {
            return "COUNTIFS('" + sheet_.name() + "'!" + range + ",\"<0\")";
        });
    }

    void finish(std::uint32_t printed) {
        xlsx::Sheet& sheet = sheet_.sheet();
        const Band& band = table_.grid->bands.front();
        const bool one_head = table_.grid->bands.size() == 1;
        sheet.freeze(one_head ? table_.origin.row + band.first_row + band.head_rows : table_.origin.row,
                     one_head ? table_.grid->side_columns : 0U);
        sheet.silence_hints({0, 0, std::max(printed, table_.below), table_.counts + columns()});
        sheet.hide_gridlines();
        sheet.set_tab_colour(looks::input_tab);
        sheet.protect();
    }

    DraftSheet& sheet_;
    FormContext& context_;
    const Form& form_;
    FormTable table_;
    TableMeasures measures_;
    SheetPosition none_;
};

}  // namespace

void write_form_table_sheet(DraftSheet& sheet, std::size_t table, FormContext& context) {
    FormTableSheet(sheet, table, context).write();
}

}  // namespace nianbao
