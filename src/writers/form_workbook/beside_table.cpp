#include "writers/form_workbook/beside_table.h"

#include <algorithm>
#include <optional>

#include "messages/form_workbook_words.h"
#include "messages/labels.h"
#include "messages/phrases.h"
#include "messages/workbook_texts.h"
#include "writers/form_workbook/figure_sources.h"
#include "writers/form_workbook/form_looks.h"
#include "writers/form_workbook/ledger_counts.h"
#include "writers/xlsx/table_checks.h"

namespace nianbao {
namespace {

namespace looks = form_looks;
namespace texts = form_workbook_texts;
namespace verdicts = workbook_texts;
namespace words = form_workbook_words;

constexpr double gap_width = 9, check_width = 72, count_width = 46, source_width = 96;
constexpr double check_height = 30;

/// A rule of the kind "not negative" with the cells of a table that it speaks of.
struct Watch {
    const Relation* relation{};
    bool error{};
};

xlsx::Extent extent_of(const std::vector<PlacedCheck>& checks) {
    const SheetPosition first = checks.front().at;
    const SheetPosition last = checks.back().at;
    return {first.row, first.column, last.row - first.row + 1, last.column - first.column + 1};
}

std::string quoted(std::string_view text) { return '"' + std::string(text) + '"'; }

class BesideTable {
public:
    BesideTable(DraftSheet& sheet, FormTable& table, FormContext& context)
        : sheet_(sheet), table_(table), context_(context), form_(context.form) {}

    void write() {
        const std::uint32_t gap = table_.has_one_row(form_) ? 0 : 1;
        if (gap > 0) sheet_.sheet().set_column_width(table_.right, gap_width);
        table_.right += gap;
        below_ = table_.below + gap;
        write_last_year_below();
        write_checks();
        write_watches();
        write_ledger();
        write_sources();
        write_last_year_beside(gap);
        table_.below = below_;
    }

private:
    [[nodiscard]] SheetPosition place(CellId cell) const { return table_.cells.positions.at(cell); }
    [[nodiscard]] const Rule& rule_of(const Relation& relation) const {
        return context_.statute.catalogue.rules[relation.rule];
    }
    [[nodiscard]] bool is_watched(const Relation& relation) const {
        const Rule& rule = rule_of(relation);
        return rule.built && rule.severity != Severity::off && is_on_sheet(relation, table_.cells.positions) &&
               table_.cells.positions.contains(relation.told_at) &&
               concerns(rule.applies, context_.issuer, form_.id, context_.report.year);
    }
    [[nodiscard]] bool along_row(const Relation& relation) const {
        const std::uint32_t row = place(relation.told_at).row;
        return std::all_of(relation.terms.begin(), relation.terms.end(),
                           [&](const Term& term) { return place(term.cell).row == row; });
    }

    /// A head of a column beside the table, once for each of its bands in which `rows` has a row.
    void write_heads(std::uint32_t column, const std::string& text, const std::vector<std::uint32_t>& rows) {
        for (const Band& band : table_.grid->bands) {
            const std::uint32_t first = table_.origin.row + band.first_row;
            const bool concerned = std::any_of(
                rows.begin(), rows.end(), [&](std::uint32_t row) { return row >= first && row < first + band.rows; });
            if (!concerned || band.head_rows == 0) continue;
            sheet_.put({first, column, band.head_rows, 1}, text, looks::beside_head());
        }
    }

    void write_row_label(std::uint32_t row, const std::string& text, double height = check_height) {
        const std::uint32_t sides = table_.grid->side_columns;
        xlsx::CellStyle style = looks::indented(looks::beside_head());
        style.horizontal = looks::Horizontal::left;
        if (sides > 0) {
            sheet_.put({row, table_.origin.column, 1, sides}, text, style);
        } else {
            sheet_.put({row, table_.origin.column + table_.grid->columns}, text, style);
        }
        sheet_.sheet().set_row_height(row, height);
    }

    void add_item(ResultItem::Kind kind, const std::string& what, const std::string& where, const std::string& count) {
        context_.items.push_back({kind, sheet_.name(), what, where, count});
    }

    void colour(const xlsx::Extent& at, std::string_view word, bool error) {
        sheet_.sheet().highlight(at, {word, error ? looks::wrong : looks::ask});
    }

    // The sums.

    void write_checks() {
        CheckPlan plan = plan_checks(form_, table_.cells.positions, {below_, table_.right});
        for (std::vector<CheckLine>* lines : {&plan.columns, &plan.rows}) {
            for (CheckLine& line : *lines) {
                std::erase_if(line.checks, [&](const PlacedCheck& check) { return !is_watched(*check.relation); });
            }
        }
        for (const CheckLine& line : plan.columns) {
            if (!line.checks.empty()) write_check_column(line);
        }
        for (const CheckLine& line : plan.rows) {
            if (!line.checks.empty()) write_check_row(line);
        }
        table_.right += static_cast<std::uint32_t>(plan.columns.size());
        below_ += static_cast<std::uint32_t>(plan.rows.size());
    }

    void write_check_column(const CheckLine& line) {
        const std::string label = std::string(texts::check_prefix) + std::string(verdicts::colon) + line.label;
        std::vector<std::uint32_t> rows;
        for (const PlacedCheck& check : line.checks) rows.push_back(check.at.row);
        write_heads(line.checks.front().at.column, label, rows);
        sheet_.sheet().set_column_width(line.checks.front().at.column, check_width);
        write_check_cells(line, verdicts::row_differs, fill_in(std::string(words::right_place), {{"label", label}}));
    }

    void write_check_row(const CheckLine& line) {
        const std::string label = std::string(texts::check_prefix) + std::string(verdicts::colon) + line.label;
        write_row_label(line.checks.front().at.row, label);
        const bool defines = line.checks.front().relation->defines;
        write_check_cells(line, defines ? verdicts::column_differs : verdicts::balance_differs,
                          fill_in(std::string(words::below_place), {{"label", label}}));
    }

    void write_check_cells(const CheckLine& line, std::string_view fails, const std::string& where) {
        const Rule& rule = rule_of(*line.checks.front().relation);
        const bool error = rule.severity == Severity::error;
        const std::string_view word = error ? fails : verdicts::please_check;
        for (const PlacedCheck& check : line.checks) {
            const std::string formula =
                check_formula(*check.relation, form_, table_.cells.positions, {verdicts::agrees, word});
            sheet_.put_at(check.at, xlsx::Formula{formula, {}}, looks::beside(0x548235));
        }
        const xlsx::Extent all = extent_of(line.checks);
        colour(all, word, error);
        add_item(error ? ResultItem::Kind::differs : ResultItem::Kind::ask, rule.statement.zh, where,
                 "COUNTIFS(" + fixed_range(sheet_, all) + ',' + quoted(word) + ')');
    }

    // What only must not be negative.

    void write_watches() {
        std::map<std::uint32_t, std::vector<Watch>> by_row, by_column;
        for (const Relation& relation : form_.relations) {
            if (!relation.at_least_zero || !is_watched(relation)) continue;
            const SheetPosition at = place(relation.told_at);
            const Watch watch{&relation, rule_of(relation).severity == Severity::error};
            along_row(relation) ? by_row[at.row].push_back(watch) : by_column[at.column].push_back(watch);
        }
        const std::string label = std::string(texts::check_prefix) + std::string(words::check_reason);
        if (!by_row.empty()) write_watch_column(by_row, label);
        if (!by_column.empty()) write_watch_row(by_column, label);
    }

    void write_watch_column(const std::map<std::uint32_t, std::vector<Watch>>& watches, const std::string& label) {
        std::vector<std::uint32_t> rows;
        const std::uint32_t column = table_.right++;
        for (const auto& [row, watched] : watches) {
            rows.push_back(row);
            write_watch({row, column}, watched);
        }
        write_heads(column, label, rows);
        sheet_.sheet().set_column_width(column, check_width);
        add_watch_items(watches, fill_in(std::string(words::right_place), {{"label", label}}));
    }

    void write_watch_row(const std::map<std::uint32_t, std::vector<Watch>>& watches, const std::string& label) {
        const std::uint32_t row = below_++;
        for (const auto& [column, watched] : watches) write_watch({row, column}, watched);
        write_row_label(row, label);
        add_watch_items(watches, fill_in(std::string(words::below_place), {{"label", label}}));
    }

    [[nodiscard]] std::string shortfalls(const std::vector<Watch>& watches, bool errors) const {
        std::string sum;
        for (const Watch& watch : watches) {
            if (watch.error == errors)
                sum += (sum.empty() ? "" : "+") + shortfall_formula(*watch.relation, form_, table_.cells.positions);
        }
        return sum;
    }

    void write_watch(SheetPosition at, const std::vector<Watch>& watches) {
        std::string formula = "\"\"";
        for (const bool errors : {false, true}) {  // an error is said first
            const std::string sum = shortfalls(watches, errors);
            if (sum.empty()) continue;
            const std::string_view word = errors ? verdicts::differs : verdicts::please_check;
            formula = "IF(" + sum + ">0," + quoted(word) + ',' + formula + ')';
            colour({at.row, at.column, 1, 1}, word, errors);
        }
        sheet_.put_at(at, xlsx::Formula{formula, {}}, looks::beside());
    }

    /// One item for each rule. Its relations are counted on this sheet, where they can be written short.
    void add_watch_items(const std::map<std::uint32_t, std::vector<Watch>>& watches, const std::string& where) {
        std::map<std::size_t, std::vector<Watch>> by_rule;
        for (const auto& [at, watched] : watches) {
            for (const Watch& watch : watched) by_rule[watch.relation->rule].push_back(watch);
        }
        for (const auto& [rule, watched] : by_rule) {
            const bool error = watched.front().error;
            const SheetPosition at{0, table_.counts + static_cast<std::uint32_t>(hidden_++)};
            sheet_.put_at(at, xlsx::Formula{shortfalls(watched, error), {}}, looks::beside());
            add_item(error ? ResultItem::Kind::differs : ResultItem::Kind::ask,
                     context_.statute.catalogue.rules[rule].statement.zh, where,
                     fixed_range(sheet_, {at.row, at.column, 1, 1}));
        }
    }

    // The ledger.

    void write_ledger() {
        std::map<std::uint32_t, std::vector<SheetPosition>> by_row;
        for (const CellId cell : table_.inputs) {
            if (!ledger_count_formula(context_, cell).empty()) by_row[place(cell).row].push_back(place(cell));
        }
        if (by_row.empty()) return;
        const std::uint32_t counted = table_.right++, compared = table_.right++;
        std::vector<std::uint32_t> rows;
        for (const auto& [row, cells] : by_row) {
            rows.push_back(row);
            write_ledger_row(row, cells, counted, compared);
        }
        const std::string label = std::string(texts::check_prefix) + std::string(words::check_ledger);
        write_heads(counted, std::string(texts::check_prefix) + std::string(words::check_ledger_count), rows);
        write_heads(compared, label, rows);
        sheet_.sheet().set_column_width(counted, check_width);
        sheet_.sheet().set_column_width(compared, check_width);
        const xlsx::Extent all{rows.front(), compared, rows.back() - rows.front() + 1, 1};
        colour(all, verdicts::ledger_differs, true);
        add_item(ResultItem::Kind::differs, std::string(words::ledger_agrees),
                 fill_in(std::string(words::right_place), {{"label", label}}),
                 "COUNTIFS(" + fixed_range(sheet_, all) + ',' + quoted(verdicts::ledger_differs) + ')');
    }

    [[nodiscard]] SheetPosition count_of(SheetPosition cell) const {
        return {cell.row, table_.counts + cell.column - table_.origin.column};
    }

    void write_ledger_row(std::uint32_t row, const std::vector<SheetPosition>& cells, std::uint32_t counted,
                          std::uint32_t compared) {
        std::vector<SheetPosition> counts;
        std::string differences;
        for (const SheetPosition cell : cells) {
            counts.push_back(count_of(cell));
            differences +=
                (differences.empty() ? "(" : "+(") + cell_name(cell) + "<>" + cell_name(count_of(cell)) + ')';
        }
        const std::string all = range_name(rectangles_of(counts).front());
        const std::string unused = "IF(COUNT(" + all + ")=0,\"\",";
        sheet_.put({row, counted}, xlsx::Formula{unused + "SUM(" + all + "))", {}}, looks::beside());
        sheet_.put({row, compared},
                   xlsx::Formula{unused + "IF(" + differences + "=0," + quoted(verdicts::agrees) + ',' +
                                     quoted(verdicts::ledger_differs) + "))",
                                 {}},
                   looks::beside(0x548235));
    }

    /// In which a small text takes no more lines than so many.
    [[nodiscard]] static double width_for(const std::string& text, int lines) {
        double width = count_width;
        while (count_lines(text, looks::small_size, width - 8) > lines) width += 4;
        return width;
    }

    [[nodiscard]] int head_rows_of(std::size_t band) const {
        return band < table_.grid->bands.size() ? std::max<int>(table_.grid->bands[band].head_rows, 1) : 1;
    }

    // Who supplies the figures.

    void write_sources() {
        struct Span {
            std::uint32_t row{}, rows{};
            std::string text;
        };
        std::vector<Span> spans;
        for (const auto& [row, cell] : first_cells()) {
            const std::string source = source_of_row(form_, cell);
            if (!spans.empty() && spans.back().text == source && spans.back().row + spans.back().rows == row) {
                ++spans.back().rows;
            } else {
                spans.push_back({row, 1, source});
            }
        }
        std::erase_if(spans, [](const Span& span) { return span.text.empty(); });
        if (spans.empty()) return;
        const std::uint32_t column = table_.right++;
        double width = source_width;
        std::vector<std::uint32_t> rows;
        for (const Span& span : spans) {
            rows.push_back(span.row);
            sheet_.put({span.row, column, span.rows, 1}, span.text, looks::beside());
            width = std::max(width, width_for(span.text, static_cast<int>(span.rows)));
        }
        write_heads(column, std::string(texts::source_head), rows);
        sheet_.sheet().set_column_width(column, width);
    }

    /// By row of the sheet, the first cell of the table in it.
    [[nodiscard]] std::map<std::uint32_t, CellId> first_cells() const {
        std::map<std::uint32_t, CellId> cells;
        for (const auto& [cell, at] : table_.cells.positions) cells.try_emplace(at.row, cell);
        return cells;
    }

    // Last year's figures.

    [[nodiscard]] xlsx::CellContent last_year_of(CellId cell) const {
        const Report* report = context_.options.last_year;
        const Form* form = report ? context_.statute.find_form(report->form) : nullptr;
        const auto id = form ? form->find_cell(form_.cells[cell].path) : std::nullopt;
        if (!id || *id >= report->cells.size()) return std::monostate{};
        const Cell& value = report->cells[*id];
        if (const Mark* mark = std::get_if<Mark>(&value)) return mark->written;
        const Amount* number = number_in(value);
        if (!number) return std::monostate{};
        return is_sheet_number(*number) ? xlsx::CellContent(*number) : xlsx::CellContent(to_string(*number));
    }

    void put_last_year(SheetPosition at, CellId cell) {
        const xlsx::CellContent content = last_year_of(cell);
        xlsx::CellStyle style = looks::beside();
        const auto* number = std::get_if<Amount>(&content);
        if (number) style.number_format = number_format(form_.cells[cell].unit, *number);
        sheet_.put_at(at, content, style);
    }

    /// Of a table with one row: a row below it.
    void write_last_year_below() {
        if (!context_.options.last_year || !table_.has_one_row(form_)) return;
        const std::uint32_t row = below_++;
        for (const auto& [cell, at] : table_.cells.positions) put_last_year({row, at.column}, cell);
        write_row_label(row, std::string(texts::last_year_prefix) + std::string(words::last_year_row), 21);
    }

    void write_last_year_beside(std::uint32_t gap) {
        if (!context_.options.last_year || table_.has_one_row(form_)) return;
        sheet_.sheet().set_column_width(table_.right, gap_width);
        table_.right += gap;
        std::uint32_t last = table_.right;
        std::map<std::pair<std::uint8_t, std::uint32_t>, std::uint32_t> headed;  // by block and column: a row
        std::map<std::uint32_t, double> widths;
        for (const auto& [cell, at] : table_.cells.positions) {
            const std::uint32_t column = table_.right + at.column - table_.origin.column - table_.grid->side_columns;
            put_last_year({at.row, column}, cell);
            last = std::max(last, column + 1);
            const bool is_first = headed.try_emplace({form_.cells[cell].block, column}, at.row).second;
            if (!is_first) continue;
            const std::string label = std::string(texts::last_year_prefix) + column_label(form_, cell);
            write_heads(column, label, {at.row});
            double& width = widths[column];
            width = std::max(width, width_for(label, head_rows_of(form_.cells[cell].block)));
            sheet_.sheet().set_column_width(column, width);
        }
        table_.right = last;
    }

    DraftSheet& sheet_;
    FormTable& table_;
    FormContext& context_;
    const Form& form_;
    std::uint32_t below_{};
    std::uint32_t hidden_{};
};

}  // namespace

void write_beside_table(DraftSheet& sheet, FormTable& table, FormContext& context) {
    BesideTable(sheet, table, context).write();
}

}  // namespace nianbao
