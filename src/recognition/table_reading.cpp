#include "recognition/table_reading.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <variant>

#include "messages/labels.h"
#include "messages/workbook_texts.h"
#include "recognition/sheet_value.h"
#include "unicode/utf8.h"

namespace nianbao {
namespace {

namespace texts = workbook_texts;

SheetPlace place_of(std::uint16_t sheet, const GridPosition& at) {
    return {sheet, at.row + 1, static_cast<std::uint16_t>(at.column + 1)};
}

ReadValue value_at(const Spreadsheet& book, const Form& form, std::uint16_t sheet, const GridPosition& at,
                   CellId cell) {
    const SheetPlace place = place_of(sheet, at);
    return read_sheet_value(book.sheets[sheet].find(place.row, place.column), form.cells[cell].unit, book);
}

/// A cell that was read otherwise than it stood.
struct CellNote {
    CellId cell{};
    std::string variant, was;
};

/// A number that stands where the form has a cell already read.
struct OtherFigure {
    CellId cell{};
    SheetPlace place;
    std::string figure;
};

class TableReading {
public:
    TableReading(const Spreadsheet& book, const Form& form, std::size_t table, const FoundTable& found,
                 Reading& reading)
        : book_(book),
          form_(form),
          table_(table),
          cells_(form.cells_of(static_cast<int>(table))),
          own_(found.own),
          copies_(found.copies),
          reading_(reading) {}

    void read(const TableStatement& statement) {
        const SheetPlace head{own_.sheet, own_.table.head.row + 1, 1};
        reading_.provenance.tables[table_].place = head;
        for (std::size_t s = 0; s < form_.sections.size(); ++s) {
            const bool own = form_.sections[s].table == static_cast<int>(table_);
            Origin& origin = reading_.provenance.sections[s];
            if (own && std::holds_alternative<std::monostate>(origin.place)) origin.place = head;
        }
        note_slips();
        std::vector<CellNote> repaired, stale;
        for (std::size_t i = 0; i < cells_.size(); ++i) read_cell(i, repaired, stale);
        tell("t.repaired", repaired);
        tell("t.formula", stale);
        tell_others(other_figures());
        read_remarks();
        apply_statement(statement);
    }

private:
    void read_cell(std::size_t i, std::vector<CellNote>& repaired, std::vector<CellNote>& stale) {
        const CellId id = cells_[i];
        Origin& origin = reading_.provenance.cells[id];
        const std::optional<ValuePlace>& place = own_.table.cells[i];
        if (!place) {
            origin.place = reading_.provenance.tables[table_].place;
            return;
        }
        origin.place = place_of(own_.sheet, place->at);
        if (place->taken) {
            reading_.report.cells[id] = Blank{};
            return;
        }
        ReadValue value = value_at(book_, form_, own_.sheet, place->at, id);
        const bool is_open = std::holds_alternative<Blank>(value.cell);
        if (!value.raw.empty()) {
            origin.how = Origin::How::repaired;
            origin.raw = value.raw;
            repaired.push_back({id, value.note.empty() ? "" : "note", value.raw});
        }
        if (value.held) stale.push_back({id, "", *value.held});
        if (value.not_recomputed) stale.push_back({id, is_open ? "open" : "unknown", {}});
        reading_.report.cells[id] = std::move(value.cell);
        if (!value.note.empty()) reading_.report.notes[id] = std::move(value.note);
    }

    [[nodiscard]] std::string shown(CellId cell) const {
        const Cell& value = reading_.report.cells[cell];
        if (const Amount* number = number_in(value)) return to_string(*number);
        const Mark* mark = std::get_if<Mark>(&value);
        return mark ? mark->written : std::string();
    }

    [[nodiscard]] std::vector<OtherFigure> other_figures() const {
        std::vector<OtherFigure> others;
        const auto compare = [&](CellId cell, std::uint16_t sheet, const GridPosition& at) {
            const ReadValue value = value_at(book_, form_, sheet, at, cell);
            const Amount* number = number_in(value.cell);
            const SheetPlace place = place_of(sheet, at);
            const bool is_own = reading_.provenance.cells[cell].place == Place(place);
            if (number && !is_own && reading_.report.cells[cell] != value.cell)
                others.push_back({cell, place, to_string(*number)});
        };
        for (const PlacedTable& copy : copies_) {
            for (std::size_t i = 0; i < cells_.size(); ++i) {
                const auto& place = copy.table.cells[i];
                if (place && !place->taken) compare(cells_[i], copy.sheet, place->at);
            }
        }
        for (const SecondPlace& second : own_.table.second_places) {
            if (!is_in_copy(second.at)) compare(cells_[second.cell], own_.sheet, second.at);
        }
        return others;
    }

    [[nodiscard]] bool is_in_copy(const GridPosition& at) const {
        return std::any_of(copies_.begin(), copies_.end(), [&](const PlacedTable& copy) {
            return copy.sheet == own_.sheet && copy.table.extent.contains(at);
        });
    }

    void tell_others(const std::vector<OtherFigure>& others) {
        constexpr std::size_t most_named = 3;
        if (others.empty()) return;
        Diagnostic& added = reading_.notes.emplace_back();
        added.code = "t.several";
        added.at = at_table(table_);
        added.place = reading_.provenance.cells[others.front().cell].place;
        std::string& items = added.arguments["items"];
        std::set<CellId> cells;
        for (const OtherFigure& other : others) {
            if (!cells.insert(other.cell).second) continue;
            added.cells.push_back(other.cell);
            if (cells.size() > most_named) continue;
            const std::string read = shown(other.cell);
            items += (items.empty() ? "" : "、") + sheet_and_cell(reading_.provenance.cells[other.cell].place) +
                     (read.empty() ? "" : "（" + read + "）") + "≠" + sheet_and_cell(other.place) + "（" +
                     other.figure + "）";
        }
        if (cells.size() > most_named) items += "等";
        added.arguments["count"] = std::to_string(cells.size());
    }

    [[nodiscard]] std::string sheet_and_cell(const Place& place) const {
        const auto* cell = std::get_if<SheetPlace>(&place);
        return cell ? "“" + book_.sheets[cell->sheet].name + "”" + sheet_cell_name(*cell) : std::string();
    }

    void tell(const char* code, const std::vector<CellNote>& notes) {
        std::map<std::string, std::vector<CellNote>> alike;
        for (const CellNote& note : notes) alike[note.variant].push_back(note);
        for (const auto& each : alike) tell_alike(code, each.second);
    }

    /// One finding a cell while they are few, else one for the table.
    void tell_alike(const char* code, const std::vector<CellNote>& notes) {
        constexpr std::size_t few = 3;
        if (notes.size() > few) return tell_together(code, notes);
        for (const CellNote& note : notes) {
            Diagnostic& added = reading_.notes.emplace_back();
            added.code = code;
            added.variant = note.variant;
            added.at = at_cell(note.cell);
            added.excerpt = shortened(trimmed(note.was), 60);
            const bool formula = added.code == "t.formula" && note.variant.empty();
            added.actual = formula ? note.was : shown(note.cell);
            if (formula) added.expected = shown(note.cell);
            if (formula) added.excerpt.clear();
            locate(added, reading_.provenance);
        }
    }

    void tell_together(const char* code, const std::vector<CellNote>& notes) {
        constexpr std::size_t most_named = 6;
        Diagnostic& added = reading_.notes.emplace_back();
        added.code = code;
        added.variant = notes.front().variant.empty() ? "several" : "several-" + notes.front().variant;
        added.at = at_table(table_);
        added.arguments["count"] = std::to_string(notes.size());
        std::string& items = added.arguments["items"];
        for (const CellNote& note : notes) {
            added.cells.push_back(note.cell);
            if (added.cells.size() > most_named) continue;
            const auto* place = std::get_if<SheetPlace>(&reading_.provenance.cells[note.cell].place);
            items += (items.empty() ? "" : "、") + (place ? sheet_cell_name(*place) : std::string());
            const std::string was = shortened(trimmed(note.was), 20);
            const std::string now = shown(note.cell);
            if (!was.empty() || !now.empty()) items += "（" + (was.empty() ? "" : was + "→") + now + "）";
        }
        if (notes.size() > most_named) items += "等";
        locate(added, reading_.provenance);
    }

    void note_slips() {
        for (const LabelSlip& slip : own_.table.slips) {
            Diagnostic& added = reading_.notes.emplace_back();
            added.code = "t.label";
            added.at = at_table(table_);
            added.actual = shortened(slip.actual, 60);
            added.expected = slip.expected;
            added.place = place_of(own_.sheet, slip.at);
        }
    }

    /// Remarks below the table, as the finished workbook has them: 注：行·列：remark.
    void read_remarks() {
        bool begun = false;
        for (const SheetCell& cell : book_.sheets[own_.sheet].cells) {
            if (cell.value.kind != SheetValue::Kind::text || cell.row <= own_.table.head.row) continue;
            std::string text = trimmed(cell.value.text);
            if (text.starts_with(texts::note)) {
                begun = true;
                text.erase(0, texts::note.size());
            } else if (!begun || !cell.value.text.starts_with("　")) {
                continue;
            }
            take_remark(text);
        }
    }

    void take_remark(const std::string& text) {
        for (const CellId cell : cells_) {
            const std::string name = row_label(form_, cell) + std::string(texts::label_separator) +
                                     column_label(form_, cell) + std::string(texts::colon);
            if (!text.starts_with(name) || text.size() == name.size()) continue;
            reading_.report.notes[cell] = trimmed(text.substr(name.size()));
            return;
        }
    }

    /// 无 is the agency's statement that every cell is 0; a figure beside it is a conflict, and nothing is changed.
    void apply_statement(const TableStatement& statement) {
        if (statement.has_data.value_or(true)) return;
        std::vector<CellNote> figures;
        for (const CellId cell : cells_) {
            const Cell& value = reading_.report.cells[cell];
            const Amount* number = number_in(value);
            if ((number && !is_zero(*number)) || std::holds_alternative<Mark>(value)) figures.push_back({cell, {}, {}});
        }
        if (!figures.empty()) {
            tell_together("t.stated-none", figures);
            reading_.notes.back().variant.clear();
            reading_.notes.back().place = statement.place;
            return;
        }
        for (const CellId cell : cells_) {
            Cell& value = reading_.report.cells[cell];
            if (!std::holds_alternative<Blank>(value)) continue;
            value = Amount{};
            reading_.provenance.cells[cell].how = Origin::How::inferred;
        }
    }

    const Spreadsheet& book_;
    const Form& form_;
    std::size_t table_;
    std::vector<CellId> cells_;  ///< of the table, in the order of the form
    const PlacedTable& own_;
    const std::vector<PlacedTable>& copies_;
    Reading& reading_;
};

}  // namespace

bool holds_figures(const Spreadsheet& book, const Form& form, std::size_t table, const PlacedTable& placed) {
    const std::vector<CellId> cells = form.cells_of(static_cast<int>(table));
    for (std::size_t i = 0; i < cells.size(); ++i) {
        const auto& place = placed.table.cells[i];
        if (!place || form.cells[cells[i]].derived) continue;
        const ReadValue value = value_at(book, form, placed.sheet, place->at, cells[i]);
        if (!std::holds_alternative<Blank>(value.cell)) return true;
    }
    return false;
}

void read_table(const Spreadsheet& book, const Form& form, std::size_t table, const FoundTable& found,
                const TableStatement& statement, Reading& reading) {
    TableReading(book, form, table, found, reading).read(statement);
}

}  // namespace nianbao
