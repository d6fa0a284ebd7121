// What stands in the cells: tables, rows and columns that are missing, cells left open, values no cell may hold.
#include <algorithm>
#include <functional>

#include "checks/check_context.h"
#include "unicode/utf8.h"

namespace nianbao {
namespace {

bool is_listed(const std::vector<std::string>& words, const std::string& text) {
    return std::find(words.begin(), words.end(), text) != words.end();
}

/// The marks by which a cell says "nothing": dashes and slashes. They count as left open.
const std::vector<std::string>& dashes(const CheckContext& context) {
    static const std::vector<std::string> none;
    for (const Rule& rule : context.catalogue.rules) {
        const auto found = rule.parameters.find("dashes");
        if (found != rule.parameters.end() && !found->second.groups.empty()) return found->second.groups.front();
    }
    return none;
}

bool is_dash(const CheckContext& context, const Cell& cell) {
    const Mark* mark = std::get_if<Mark>(&cell);
    return mark && is_listed(dashes(context), mark->written);
}

bool all_absent(const CheckContext& context, const std::vector<CellId>& cells) {
    return std::all_of(cells.begin(), cells.end(), [&](CellId cell) {
        return context.form.cells[cell].derived || std::holds_alternative<Absent>(context.report.cells[cell]);
    });
}

bool any_absent(const CheckContext& context, const std::vector<CellId>& cells) {
    return std::any_of(cells.begin(), cells.end(), [&](CellId cell) {
        return !context.form.cells[cell].derived && std::holds_alternative<Absent>(context.report.cells[cell]);
    });
}

/// The cells of each row (or column) of a table, by block and line.
std::vector<std::vector<CellId>> lines_of(const Form& form, std::size_t table, bool rows) {
    std::vector<std::vector<CellId>> lines;
    int last_block = -1;
    std::size_t first = 0;
    for (const CellId cell : form.cells_of(static_cast<int>(table))) {
        const CellInfo& info = form.cells[cell];
        if (info.block != last_block) {
            last_block = info.block;
            first = lines.size();
            const auto& axis = rows ? form.rows : form.columns;
            lines.resize(first + axis[table][info.block].size());
        }
        lines[first + (rows ? info.row : info.column)].push_back(cell);
    }
    return lines;
}

/// Lines of which not one input cell is there, while the table is; lines of totals alone do not count.
std::vector<CellId> absent_lines(const CheckContext& context, std::size_t table, bool rows) {
    std::vector<CellId> first_cells;
    for (const auto& line : lines_of(context.form, table, rows)) {
        const bool inputs =
            std::any_of(line.begin(), line.end(), [&](CellId c) { return !context.form.cells[c].derived; });
        const CellInfo& info = context.form.cells[line.front()];
        const bool told_as_row = !rows && context.form.rows[table][info.block].size() == 1 &&
                                 !context.form.row_of(line.front()).leaf().label.zh.empty();
        if (inputs && !told_as_row && all_absent(context, line)) first_cells.push_back(line.front());
    }
    return first_cells;
}

/// Whether a cell belongs to a line that is told as missing already.
bool in_missing_line(const CheckContext& context, CellId cell) {
    const CellInfo& info = context.form.cells[cell];
    std::vector<CellId> row;
    std::vector<CellId> column;
    for (const CellId other : context.form.cells_of(info.table)) {
        const CellInfo& its = context.form.cells[other];
        if (its.block == info.block && its.row == info.row) row.push_back(other);
        if (its.block == info.block && its.column == info.column) column.push_back(other);
    }
    return all_absent(context, row) || all_absent(context, column);
}

bool is_left_open(const CheckContext& context, CellId cell) {
    const Cell& value = context.report.cells[cell];
    if (is_dash(context, value)) return true;
    if (context.form.cells[cell].derived || !is_open(value)) return false;
    return std::holds_alternative<Blank>(value) || !in_missing_line(context, cell);
}

bool is_all_digits(const std::string& text) {
    return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// A number such as 1e3: digits, a point, signs, and one e.
bool has_exponent(const std::string& text) {
    return text.find_first_not_of("0123456789.+-eE") == std::string::npos &&
           text.find_first_of("eE") != std::string::npos && text.find_first_of("0123456789") == 0;
}

/// How a value fails to be one its cell may hold: negative, fraction, text or long; empty when it is right.
std::string fault_of(const CheckContext& context, const Cell& cell, Unit unit) {
    if (const Mark* mark = std::get_if<Mark>(&cell)) {
        if (is_dash(context, cell)) return {};
        if (is_all_digits(mark->written)) return "long";
        return has_exponent(mark->written) ? "exponent" : "text";
    }
    const Amount* amount = number_in(cell);
    if (!amount || fits(*amount, unit)) return {};
    return is_negative(*amount) && unit != Unit::change ? "negative" : "fraction";
}

std::string shown(const Cell& cell) {
    if (const Amount* amount = number_in(cell)) return to_string(*amount);
    const Mark* mark = std::get_if<Mark>(&cell);
    return mark ? shortened(mark->written, 40) : std::string{};
}

void tell_faults(const Rule& rule, const CheckContext& context, Findings& findings, bool money) {
    for (std::size_t i = 0; i < context.report.cells.size(); ++i) {
        const Unit unit = context.form.cells[i].unit;
        if ((unit == Unit::money) != money) continue;
        const std::string fault = fault_of(context, context.report.cells[i], unit);
        if (fault.empty() || context.ranges.repeats_misfit(static_cast<CellId>(i))) continue;
        add_finding(findings, rule, at_cell(static_cast<CellId>(i)), fault).actual = shown(context.report.cells[i]);
    }
}

void each_fee(const CheckContext& context, const std::function<void(CellId, const Cell&)>& look) {
    for (std::size_t i = 0; i < context.report.cells.size(); ++i) {
        if (context.form.cells[i].unit == Unit::money) look(static_cast<CellId>(i), context.report.cells[i]);
    }
}

}  // namespace

void check_missing(const Rule& rule, const CheckContext& context, Findings& findings) {
    for (std::size_t table = 0; table < context.form.tables.size(); ++table) {
        const auto& cells = context.form.cells_of(static_cast<int>(table));
        if (all_absent(context, cells)) {
            add_finding(findings, rule, at_table(table));
            continue;
        }
        if (!any_absent(context, cells)) continue;
        for (const bool rows : {true, false}) {
            auto lines = absent_lines(context, table, rows);
            if (!lines.empty())
                add_finding(findings, rule, at_table(table), rows ? "rows" : "columns").cells = std::move(lines);
        }
    }
}

void check_blank(const Rule& rule, const CheckContext& context, Findings& findings) {
    for (std::size_t table = 0; table < context.form.tables.size(); ++table) {
        const auto& cells = context.form.cells_of(static_cast<int>(table));
        if (all_absent(context, cells)) continue;
        std::vector<CellId> open;
        std::vector<std::string> marks;
        for (const CellId cell : cells) {
            if (!is_left_open(context, cell)) continue;
            open.push_back(cell);
            const Mark* mark = std::get_if<Mark>(&context.report.cells[cell]);
            if (mark && !is_listed(marks, mark->written)) marks.push_back(mark->written);
        }
        if (open.empty()) continue;
        const auto marked = std::count_if(open.begin(), open.end(),
                                          [&](CellId c) { return is_dash(context, context.report.cells[c]); });
        const bool all_marked = marked == static_cast<std::ptrdiff_t>(open.size());
        Diagnostic& finding = add_finding(findings, rule, at_table(table),
                                          marked == 0  ? ""
                                          : all_marked ? "only-marks"
                                                       : "marks");
        finding.arguments["count"] = std::to_string(open.size());
        for (const std::string& mark : marks) finding.arguments["marks"] += "“" + mark + "”";
        finding.cells = std::move(open);
    }
}

void check_integer(const Rule& rule, const CheckContext& context, Findings& findings) {
    tell_faults(rule, context, findings, false);
}

void check_fee_number(const Rule& rule, const CheckContext& context, Findings& findings) {
    tell_faults(rule, context, findings, true);
}

void check_fee_decimals(const Rule& rule, const CheckContext& context, Findings& findings) {
    const long limit = parameter_number(rule, "limit");
    each_fee(context, [&](CellId cell, const Cell& value) {
        const Amount* amount = number_in(value);
        if (!amount || decimals(*amount) <= limit) return;
        Diagnostic& finding = add_finding(findings, rule, at_cell(cell));
        finding.actual = to_string(*amount);
        finding.arguments["decimals"] = std::to_string(decimals(*amount));
        finding.arguments["limit"] = std::to_string(limit);
    });
}

namespace {

/// So many times as much as last year that it was perhaps given in yuan.
bool told_as_jump(const Rule& rule, const CheckContext& context, CellId cell, const Amount& amount,
                  Findings& findings) {
    const Amount* last = context.last ? number_in(context.last->cells[cell]) : nullptr;
    if (!last || is_zero(*last) || context.last->report.year != context.report.year - 1) return false;
    const auto most = static_cast<unsigned>(parameter_number(rule, "times"));
    if (most == 0 || amount < times(*last, most)) return false;
    Diagnostic& finding = add_finding(findings, rule, at_cell(cell), "jump");
    finding.actual = to_string(amount);
    finding.arguments["last"] = to_string(*last);
    return true;
}

}  // namespace

void check_fee_unit(const Rule& rule, const CheckContext& context, Findings& findings) {
    const auto limit = parse_amount(parameter_word(rule, "limit"));
    const auto& words = parameter_words(rule, "words");
    const bool small_issuer = matches_issuer(parameter_words(rule, "issuers"), context.issuer);
    each_fee(context, [&](CellId cell, const Cell& value) {
        if (const Mark* mark = std::get_if<Mark>(&value)) {
            const bool named = std::any_of(words.begin(), words.end(), [&](const std::string& word) {
                return mark->written.find(word) != std::string::npos;
            });
            if (named) add_finding(findings, rule, at_cell(cell)).actual = shown(value);
        }
        const Amount* amount = number_in(value);
        if (amount && told_as_jump(rule, context, cell, *amount, findings)) return;
        if (!amount || !limit || *amount < *limit || !small_issuer) return;
        Diagnostic& finding = add_finding(findings, rule, at_cell(cell), "size");
        finding.actual = to_string(*amount);
        finding.arguments["limit"] = to_string(*limit);
    });
}

}  // namespace nianbao
