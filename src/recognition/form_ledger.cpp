#include "recognition/form_ledger.h"

#include <algorithm>
#include <array>
#include <map>

#include "forms/ledger_lines.h"
#include "messages/form_workbook_texts.h"
#include "messages/labels.h"
#include "recognition/label_match.h"
#include "unicode/utf8.h"

namespace nianbao {
namespace {

namespace texts = form_workbook_texts;

constexpr std::size_t column_count = texts::ledger_heads.size();
constexpr std::size_t few = 3, most_named = 6;

struct LedgerColumns {
    std::uint32_t head_row{};
    std::array<std::uint32_t, column_count> at{};
};

/// A head that is not found stands as far from the first that is as in the form.
std::optional<LedgerColumns> columns_in(const LabelGrid& grid, std::uint32_t row) {
    constexpr int enough = 4;
    std::array<std::optional<std::uint32_t>, column_count> at;
    int found = 0;
    for (const LabelCell* cell : grid.labels_of_row(row)) {
        for (std::size_t k = 0; k < column_count; ++k) {
            const LabelPattern head{std::string(texts::ledger_heads[k]), {}};
            if (at[k] || !(head.is(cell->key) || head.is_near(cell->key))) continue;
            at[k] = cell->at.column;
            ++found;
            break;
        }
    }
    if (found < enough) return std::nullopt;
    const auto first = static_cast<std::size_t>(
        std::find_if(at.begin(), at.end(), [](const auto& each) { return each; }) - at.begin());
    if (*at[first] < first) return std::nullopt;
    LedgerColumns columns{row, {}};
    for (std::size_t k = 0; k < column_count; ++k)
        columns.at[k] = at[k].value_or(static_cast<std::uint32_t>(*at[first] - first + k));
    return columns;
}

std::optional<LedgerColumns> ledger_columns_of(const LabelGrid& grid) {
    constexpr std::uint32_t last_row = 60;  // heads stand at the top
    for (std::uint32_t row = 0; row < std::min(grid.rows(), last_row); ++row) {
        if (const auto columns = columns_in(grid, row)) return columns;
    }
    return std::nullopt;
}

struct LedgerLine {
    std::uint32_t row{};
    std::array<std::string, column_count> texts;
    bool is_used{};
};

std::vector<LedgerLine> rows_below(const Sheet& sheet, const LedgerColumns& columns) {
    std::vector<LedgerLine> lines;
    for (const SheetCell& cell : sheet.cells) {
        const std::string text = trimmed(cell.value.text);
        const auto column = std::find(columns.at.begin(), columns.at.end(), cell.column - 1U);
        if (cell.row - 1 <= columns.head_row || column == columns.at.end() || text.empty()) continue;
        if (lines.empty() || lines.back().row != cell.row - 1) lines.push_back({cell.row - 1, {}, false});
        const auto k = static_cast<std::size_t>(column - columns.at.begin());
        lines.back().texts[k] = text;
        lines.back().is_used |= k != texts::ledger_number;
    }
    return lines;
}

/// Numbers of a cell that the ledger allows: those of its clear lines, and up to so many more of the others.
struct Count {
    std::int64_t sure{}, open{};

    [[nodiscard]] bool allows(std::int64_t number) const { return number >= sure && number <= sure + open; }
    [[nodiscard]] std::string text() const {
        return std::to_string(sure) + (open == 0 ? "" : "–" + std::to_string(sure + open));
    }
};

/// What a line counts for; of one that is not clear all that it may be.
struct LineMeaning {
    std::vector<std::uint16_t> columns, received, outcomes;
};

class LedgerCheck {
public:
    LedgerCheck(const IndexedSheet& sheet, const LedgerColumns& columns, const Form& form, Reading& reading)
        : sheet_(sheet),
          columns_(columns),
          form_(form),
          ledger_(*form.ledger),
          reading_(reading),
          kinds_(ledger_columns(form)),
          outcomes_(ledger_outcomes(form)),
          lines_(rows_below(sheet.sheet(), columns)) {
        end_of_counted_ = columns.head_row + texts::ledger_capacity;
        const std::string last = std::to_string(texts::ledger_capacity);
        for (const LedgerLine& line : lines_) {  // rows may have been put in or taken out
            if (line.texts[texts::ledger_number] == last) end_of_counted_ = line.row;
        }
        std::erase_if(lines_, [](const LedgerLine& line) { return !line.is_used; });
    }

    void check(const TableStatement& statement) {
        if (lines_.empty()) return;
        if (!statement.has_data.value_or(true)) return tell_none(statement);
        for (const std::uint16_t row : all_rows()) {
            for (const std::uint16_t column : kinds_) counted_[ledger_cell(form_, row, column)] = {};
        }
        all_ = counted_;
        for (const LedgerLine& line : lines_) count(line);
        tell_lines();
        tell_many();
        tell_differences();
    }

private:
    struct UnclearText {
        std::uint32_t row{};
        std::size_t column{};
        std::string text;
    };

    [[nodiscard]] std::vector<std::uint16_t> all_rows() const {
        std::vector<std::uint16_t> rows = outcomes_;
        rows.insert(rows.end(), {ledger_.received, ledger_.carried_in, ledger_.carried_out});
        return rows;
    }

    void count(const LedgerLine& line) {
        const LineMeaning meaning{columns_of(line), received_of(line), outcomes_of(line)};
        const bool is_counted = line.row <= end_of_counted_;
        for (const std::vector<std::uint16_t>* rows : {&meaning.received, &meaning.outcomes}) {
            const bool sure = rows->size() * meaning.columns.size() == 1;
            for (const std::uint16_t row : *rows) {
                for (const std::uint16_t column : meaning.columns) {
                    const CellId cell = ledger_cell(form_, row, column);
                    add_to(all_[cell], sure);
                    if (is_counted) add_to(counted_[cell], sure);
                }
            }
        }
    }

    static void add_to(Count& count, bool sure) { ++(sure ? count.sure : count.open); }

    std::vector<std::uint16_t> columns_of(const LedgerLine& line) {
        const std::u32string key = label_key(line.texts[texts::ledger_kind]);
        for (const std::uint16_t column : kinds_) {
            if (key == label_key(column_label(form_, ledger_cell(form_, ledger_.received, column)))) return {column};
        }
        unclear_.push_back({line.row, texts::ledger_kind, line.texts[texts::ledger_kind]});
        return kinds_;
    }

    std::vector<std::uint16_t> received_of(const LedgerLine& line) {
        const std::u32string key = label_key(line.texts[texts::ledger_carried]);
        if (key == label_key(texts::yes)) return {ledger_.carried_in};
        if (key.empty() || key == label_key(texts::no)) return {ledger_.received};
        unclear_.push_back({line.row, texts::ledger_carried, line.texts[texts::ledger_carried]});
        return {ledger_.received, ledger_.carried_in};
    }

    std::vector<std::uint16_t> outcomes_of(const LedgerLine& line) {
        const std::u32string key = label_key(line.texts[texts::ledger_outcome]);
        std::vector<std::uint16_t> rows = outcomes_;
        rows.push_back(ledger_.carried_out);
        if (key.empty()) return {ledger_.carried_out};
        for (const std::uint16_t row : rows) {
            if (key == label_key(row_label(form_, ledger_cell(form_, row, kinds_.front())))) return {row};
        }
        unclear_.push_back({line.row, texts::ledger_outcome, line.texts[texts::ledger_outcome]});
        return rows;
    }

    Diagnostic& tell(const char* variant) {
        Diagnostic& added = reading_.notes.emplace_back();
        added.code = "t.ledger";
        added.variant = variant;
        added.at = at_table(ledger_.table);
        return added;
    }

    void tell_none(const TableStatement& statement) {
        Diagnostic& none = tell("none");
        none.arguments["count"] = std::to_string(lines_.size());
        none.arguments["choice"] = form_.tables[ledger_.table].name.zh + std::string(texts::has_data_suffix);
        none.place = statement.place;
    }

    void tell_lines() {
        if (unclear_.size() > few) return tell_lines_together();
        for (const UnclearText& unclear : unclear_) {
            Diagnostic& line = tell(unclear.text.empty() ? "line-open" : "line");
            line.excerpt = shortened(unclear.text, 40);
            line.arguments["head"] = std::string(texts::ledger_heads[unclear.column]);
            line.arguments["line"] = std::to_string(unclear.row + 1);
            set_place(line, sheet_, unclear.row, columns_.at[unclear.column]);
        }
    }

    void tell_lines_together() {
        Diagnostic& lines = tell("lines");
        lines.arguments["count"] = std::to_string(unclear_.size());
        set_place(lines, sheet_, unclear_.front().row, columns_.at[unclear_.front().column]);
        std::string& items = lines.arguments["items"];
        for (std::size_t i = 0; i < unclear_.size() && i < most_named; ++i) {
            const UnclearText& unclear = unclear_[i];
            items +=
                (items.empty() ? "" : "、") + sheet_cell_name(sheet_.place(unclear.row, columns_.at[unclear.column]));
            items += "（" + (unclear.text.empty() ? std::string("—") : shortened(unclear.text, 20)) + "）";
        }
        if (unclear_.size() > most_named) items += "等";
    }

    /// Lines that the formulas do not reach, unless the table has them all the same.
    void tell_many() {
        const auto beyond = std::find_if(lines_.begin(), lines_.end(),
                                         [&](const LedgerLine& line) { return line.row > end_of_counted_; });
        if (beyond == lines_.end()) return;
        const bool has_all = std::all_of(all_.begin(), all_.end(), [&](const auto& each) {
            const std::optional<std::int64_t> number = number_of(each.first);
            return number && each.second.allows(*number);
        });
        if (has_all) return;
        Diagnostic& many = tell("many");
        many.arguments["count"] = std::to_string(lines_.end() - beyond);
        many.arguments["line"] = std::to_string(end_of_counted_ + 1);
        set_place(many, sheet_, beyond->row, columns_.at[texts::ledger_kind]);
    }

    /// The whole number in a cell of the table.
    [[nodiscard]] std::optional<std::int64_t> number_of(CellId cell) const {
        const Amount* number = number_in(reading_.report.cells[cell]);
        return number && is_integer(*number) ? std::optional<std::int64_t>(number->units) : std::nullopt;
    }

    void tell_differences() {
        std::vector<CellId> differing;
        for (const auto& [cell, count] : all_) {
            const std::optional<std::int64_t> number = number_of(cell);
            if (number && !count.allows(*number) && !counted_.at(cell).allows(*number)) differing.push_back(cell);
        }
        if (differing.size() > few) return tell_differences_together(differing);
        for (const CellId cell : differing) {
            Diagnostic& differs = tell("");
            differs.at = at_cell(cell);
            differs.actual = std::to_string(*number_of(cell));
            differs.expected = all_.at(cell).text();
            locate(differs, reading_.provenance);
        }
    }

    void tell_differences_together(const std::vector<CellId>& cells) {
        Diagnostic& differs = tell("several");
        differs.arguments["count"] = std::to_string(cells.size());
        differs.place = reading_.provenance.cells[cells.front()].place;
        std::string& items = differs.arguments["items"];
        for (std::size_t i = 0; i < cells.size() && i < most_named; ++i) {
            const auto* place = std::get_if<SheetPlace>(&reading_.provenance.cells[cells[i]].place);
            items += (items.empty() ? "" : "、") + (place ? sheet_cell_name(*place) : std::string());
            items += "（" + std::to_string(*number_of(cells[i])) + "／" + all_.at(cells[i]).text() + "）";
        }
        if (cells.size() > most_named) items += "等";
    }

    const IndexedSheet& sheet_;
    const LedgerColumns& columns_;
    const Form& form_;
    const Ledger& ledger_;
    Reading& reading_;
    std::vector<std::uint16_t> kinds_, outcomes_;
    std::vector<LedgerLine> lines_;
    std::uint32_t end_of_counted_{};         ///< the last row that the formulas count
    std::map<CellId, Count> counted_, all_;  ///< up to that row, and of all lines
    std::vector<UnclearText> unclear_;
};

}  // namespace

void check_ledger(const Spreadsheet& book, const Form& form, const std::vector<TableStatement>& statements,
                  Reading& reading) {
    if (!form.ledger) return;
    const auto found = find_form_sheet(book, texts::ledger_sheet,
                                       [](const LabelGrid& grid) { return ledger_columns_of(grid).has_value(); });
    if (!found) return;
    const LabelGrid grid(book.sheets[found->used]);
    const auto columns = ledger_columns_of(grid);
    if (!columns) return;
    const IndexedSheet sheet{book, found->used, grid};
    LedgerCheck(sheet, *columns, form, reading).check(statements.at(form.ledger->table));
}

}  // namespace nianbao
