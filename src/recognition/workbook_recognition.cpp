#include "recognition/workbook_recognition.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <utility>

#include "messages/form_workbook_texts.h"
#include "messages/labels.h"
#include "messages/workbook_texts.h"
#include "narrative/paragraphs.h"
#include "recognition/form_ledger.h"
#include "recognition/form_narrative.h"
#include "recognition/form_particulars.h"
#include "recognition/label_match.h"
#include "recognition/narrative_lines.h"
#include "recognition/sheet_value.h"
#include "recognition/table_recognition.h"
#include "recognition/title_parts.h"
#include "unicode/utf8.h"

namespace nianbao {
namespace {

namespace form_texts = form_workbook_texts;
namespace texts = workbook_texts;

using SheetIndex = std::uint16_t;

/// A table where it was found.
struct PlacedTable {
    SheetIndex sheet{};
    RecognisedTable table;
};

ForeignWords foreign_words() {
    return {{label_key(form_texts::last_year_prefix), label_key(form_texts::check_prefix), label_key(texts::note)}};
}

bool begins_and_ends(const std::string& text, std::string_view pattern) {
    const std::size_t hole = pattern.find('{');
    return text.starts_with(pattern.substr(0, hole)) && text.ends_with(pattern.substr(pattern.find('}') + 1));
}

NarrativeLine::Declared declared_by(const SheetCell& cell) {
    using Declared = NarrativeLine::Declared;
    if (cell.font == texts::title_font) return Declared::title;
    if (cell.font == texts::section_font) return Declared::section;
    if (cell.font == texts::item_font) return Declared::item;
    const bool refers = begins_and_ends(trimmed(cell.value.text), texts::see_sheet);
    if (refers && cell.font == texts::reference_font) return Declared::table;
    return Declared::nothing;
}

/// The lines of a sheet whose text stands in one column, parts of a paragraph put together again.
std::vector<NarrativeLine> lines_of(const Sheet& sheet, SheetIndex index) {
    std::vector<NarrativeLine> lines;
    bool goes_on = false;
    std::uint32_t row = 0;
    for (const SheetCell& cell : sheet.cells) {
        if (cell.value.kind == SheetValue::Kind::blank || cell.row == row) continue;
        row = cell.row;
        std::string text = cell.value.text;
        const bool next_goes_on = text.ends_with(texts::continues_below);
        if (next_goes_on) text.resize(text.size() - texts::continues_below.size());
        if (goes_on) {
            lines.back().text += text;
        } else {
            lines.push_back({std::move(text), SheetPlace{index, cell.row, cell.column}, declared_by(cell)});
        }
        goes_on = next_goes_on;
    }
    return lines;
}

bool is_open_place(const NarrativeLine& line) {
    constexpr std::string_view underscore = "＿";
    std::string rest = trimmed(line.text);
    while (rest.starts_with(underscore)) rest.erase(0, underscore.size());
    return rest.empty();
}

/// The mark of a draft above its title, and the places it leaves open, are not of the report.
void drop_draft_marks(std::vector<NarrativeLine>& lines) {
    if (lines.empty() || !trimmed(lines.front().text).starts_with(texts::draft)) return;
    lines.erase(lines.begin());
    std::erase_if(lines, is_open_place);
}

class WorkbookRecognition {
public:
    WorkbookRecognition(const Spreadsheet& book, const Statute& statute) : book_(book), statute_(statute) {
        for (const Sheet& sheet : book.sheets) grids_.emplace_back(sheet.hidden ? Sheet{} : sheet);
    }

    Reading read() {
        choose_form();
        for (std::size_t t = 0; t < tables_.size(); ++t) copies_.push_back(find_copies(t));
        reading_ = empty_reading(*form_);
        reading_.report.form = form_->id;
        for (const Sheet& sheet : book_.sheets) reading_.provenance.sheets.push_back(sheet.name);
        read_narrative();
        const std::vector<TableStatement> statements = read_identity();
        for (std::size_t t = 0; t < tables_.size(); ++t) read_table(t, statements[t]);
        check_ledger(book_, *form_, statements, reading_);
        settle_title();
        require_identity();
        if (!problems_.empty()) throw InputError(std::move(problems_), sheet_names());
        return std::move(reading_);
    }

private:
    [[nodiscard]] std::vector<std::string> sheet_names() const {
        std::vector<std::string> names;
        for (const Sheet& sheet : book_.sheets) names.push_back(sheet.name);
        return names;
    }

    [[nodiscard]] SheetIndex sheet_count() const { return static_cast<SheetIndex>(grids_.size()); }
    [[nodiscard]] IndexedSheet indexed(SheetIndex sheet) const { return {book_, sheet, grids_[sheet]}; }

    // --- the edition, and where its tables are

    void choose_form() {
        std::size_t best = 0;
        for (const Form& form : statute_.forms) {
            std::vector<std::optional<PlacedTable>> tables = find_tables(form);
            std::size_t lines = 0;
            for (const auto& table : tables) lines += table ? table->table.lines_found : 0;
            if (lines <= best) continue;
            best = lines;
            form_ = &form;
            tables_ = std::move(tables);
        }
        if (form_) return;
        Diagnostic none;
        none.code = "i.not-a-report";
        none.variant = "no-tables";
        throw InputError({std::move(none)}, sheet_names());
    }

    std::vector<std::optional<PlacedTable>> find_tables(const Form& form) {
        std::vector<std::optional<PlacedTable>> tables(form.tables.size());
        for (std::size_t t = 0; t < form.tables.size(); ++t) tables[t] = find_table(form, t);
        return tables;
    }

    /// The fullest one; among equals the sheet that is named for the table, then the first.
    std::optional<PlacedTable> find_table(const Form& form, std::size_t table) {
        const ForeignWords foreign = foreign_words();
        std::optional<PlacedTable> best;
        std::tuple<std::size_t, bool> best_rank{0, false};
        for (SheetIndex i = 0; i < sheet_count(); ++i) {
            RecognisedTable found = recognise_table(grids_[i], form, table, foreign);
            if (!found.is_enough()) continue;
            const std::tuple rank{found.lines_found, book_.sheets[i].name == form.tables[table].name.zh};
            if (rank <= best_rank) continue;
            best_rank = rank;
            best = PlacedTable{i, std::move(found)};
        }
        return best;
    }

    /// The table wherever else it stands, on hidden sheets too. Where the one found holds nothing and a copy does, they
    /// change places.
    std::vector<PlacedTable> find_copies(std::size_t table) {
        std::vector<PlacedTable> copies;
        if (!tables_[table]) return copies;
        PlacedTable& own = *tables_[table];
        for (SheetIndex i = 0; i < sheet_count(); ++i) {
            if (book_.sheets[i].hidden) {
                add_copies(table, i, LabelGrid(book_.sheets[i]), own, copies);
            } else {
                add_copies(table, i, grids_[i], own, copies);
            }
        }
        if (holds_figures(table, own)) return copies;
        const auto filled = std::find_if(copies.begin(), copies.end(), [&](const PlacedTable& copy) {
            return !book_.sheets[copy.sheet].hidden && holds_figures(table, copy);
        });
        if (filled != copies.end()) std::swap(own, *filled);
        return copies;
    }

    void add_copies(std::size_t table, SheetIndex sheet, const LabelGrid& grid, const PlacedTable& own,
                    std::vector<PlacedTable>& copies) const {
        const ForeignWords foreign = foreign_words();
        RecognisedTable first = own.sheet == sheet ? own.table : recognise_table(grid, *form_, table, foreign);
        if (!first.is_enough()) return;
        for (RecognisedTable& copy : recognise_copies(grid, *form_, table, foreign, first)) {
            copies.push_back({sheet, std::move(copy)});
        }
        if (own.sheet != sheet) copies.push_back({sheet, std::move(first)});
    }

    [[nodiscard]] ReadValue value_at(SheetIndex sheet, const GridPosition& at, CellId cell) const {
        const auto column = static_cast<std::uint16_t>(at.column + 1);
        return read_sheet_value(book_.sheets[sheet].find(at.row + 1, column), form_->cells[cell].unit, book_);
    }

    /// Totals come out as 0 where nothing was filled in.
    [[nodiscard]] bool holds_figures(std::size_t table, const PlacedTable& placed) const {
        const std::vector<CellId> cells = form_->cells_of(static_cast<int>(table));
        for (std::size_t i = 0; i < cells.size(); ++i) {
            const auto& place = placed.table.cells[i];
            if (!place || form_->cells[cells[i]].derived) continue;
            if (!std::holds_alternative<Blank>(value_at(placed.sheet, place->at, cells[i]).cell)) return true;
        }
        return false;
    }

    // --- narrative

    void read_narrative() {
        const auto found = find_form_sheet(book_, form_texts::narrative_sheet,
                                           [&](const LabelGrid& grid) { return is_narrative_sheet(grid, *form_); });
        if (found) return read_narrative_by_field(*found);
        std::size_t best = form_->sections.size() / 2;
        std::vector<NarrativeLine> narrative;
        for (SheetIndex i = 0; i < sheet_count(); ++i) {
            if (book_.sheets[i].hidden) continue;
            std::vector<NarrativeLine> lines = lines_of(book_.sheets[i], i);
            const std::size_t headings = count_section_headings(lines, *form_);
            if (headings <= best) continue;
            best = headings;
            narrative = std::move(lines);
        }
        drop_draft_marks(narrative);
        if (!narrative.empty()) recognise_narrative(narrative, *form_, reading_);
    }

    void read_narrative_by_field(const FormSheet& found) {
        const LabelGrid grid(book_.sheets[found.used]);
        read_narrative_sheet({book_, found.used, grid}, *form_, reading_);
        for (const SheetIndex copy : found.copies) {
            if (!says_nothing_else(indexed(copy), *form_, reading_)) tell_copy(book_, found.used, copy, reading_);
        }
    }

    // --- particulars

    std::vector<TableStatement> read_identity() {
        const auto found = find_form_sheet(book_, form_texts::particulars_sheet, is_particulars_sheet);
        if (!found) {
            read_properties();
            return std::vector<TableStatement>(tables_.size());
        }
        const LabelGrid grid(book_.sheets[found->used]);
        std::vector<TableStatement> statements =
            read_particulars({book_, found->used, grid}, statute_, *form_, reading_, problems_);
        for (const SheetIndex copy : found->copies) {
            const bool same = says_nothing_else(indexed(copy), statute_, *form_, reading_, statements);
            if (!same) tell_copy(book_, found->used, copy, reading_);
        }
        return statements;
    }

    [[nodiscard]] std::string property(const std::string& name) const {
        const auto found = book_.properties.find(name);
        return found == book_.properties.end() ? std::string() : trimmed(found->second);
    }

    /// What the writer of the finished workbook put into its properties, else what its title says.
    void read_properties() {
        Report& report = reading_.report;
        const std::string prefix(texts::property_prefix);
        const bool is_shown = !report.title.empty();
        if (!is_shown) report.title = property("title");
        const TitleParts parts = read_title(report.title, *form_);
        report.agency.name = property(prefix + "agency");
        const bool is_exact = !report.agency.name.empty();
        if (!is_exact) report.agency.name = parts.agency;
        const bool is_unseen = !is_exact && (!is_shown || report.agency.name.empty());
        if (report.agency.name.empty()) report.agency.name = property("creator");
        report.agency.kind = known(property(prefix + "kind"), statute_.agencies.kinds);
        report.agency.level = known(property(prefix + "level"), statute_.agencies.levels);
        report.agency.scope = known(property(prefix + "scope"), statute_.agencies.scopes);
        report.published = property(prefix + "published");
        report.document_number = property(prefix + "document_number");
        const TitleParts stated = read_title(property(prefix + "year") + "年", *form_);
        report.year = stated.year > 0 ? stated.year : parts.year;
        for (const Identity what : {Identity::name, Identity::year}) {
            Origin& origin = reading_.provenance.identity[static_cast<std::size_t>(what)];
            origin.place = reading_.provenance.identity[static_cast<std::size_t>(Identity::title)].place;
            origin.how = Origin::How::inferred;
        }
        if (is_unseen) tell_unseen();
    }

    /// Nobody who looks at the sheets sees what the file says of itself.
    void tell_unseen() {
        Diagnostic& added = reading_.notes.emplace_back();
        added.code = "i.unplaced";
        added.variant = "no-particulars";
        added.arguments["sheet"] = std::string(form_texts::particulars_sheet);
    }

    static std::string known(const std::string& id, const std::vector<AgencyVocabulary::Entry>& entries) {
        const bool is_known =
            std::any_of(entries.begin(), entries.end(), [&](const auto& each) { return each.id == id; });
        return is_known ? id : std::string();
    }

    /// The form's own title is not kept, and a line break or blanks in it mean nothing.
    void settle_title() {
        Report& report = reading_.report;
        std::string title = std::move(report.title);
        report.title.clear();
        if (label_key(title) == label_key(title_of(report, *form_))) return;
        if (label_key(title) == label_key(property("title"))) title = property("title");
        title.erase(std::remove(title.begin(), title.end(), '\n'), title.end());
        report.title = title;
    }

    void require_identity() {
        const auto is_told = [&](const Place& place) {
            return std::any_of(problems_.begin(), problems_.end(),
                               [&](const Diagnostic& problem) { return problem.place == place; });
        };
        const auto missing = [&](Identity what, form_texts::Particular particular) {
            const Place& place = reading_.provenance.identity[static_cast<std::size_t>(what)].place;
            if (is_told(place)) return;
            const auto& text = *std::find_if(form_texts::particulars.begin(), form_texts::particulars.end(),
                                             [&](const auto& each) { return each.what == particular; });
            Diagnostic& added = problems_.emplace_back();
            added.code = "i.type";
            added.variant = "missing";
            added.arguments["key"] = std::string(text.label);
            added.place = place;
        };
        if (reading_.report.agency.name.empty()) missing(Identity::name, form_texts::Particular::name);
        if (reading_.report.year == 0) missing(Identity::year, form_texts::Particular::year);
    }

    // --- cells

    void read_table(std::size_t table, const TableStatement& statement) {
        if (!tables_[table]) return;
        const PlacedTable& placed = *tables_[table];
        const SheetPlace head{placed.sheet, placed.table.head.row + 1, 1};
        reading_.provenance.tables[table].place = head;
        for (std::size_t s = 0; s < form_->sections.size(); ++s) {
            const bool own = form_->sections[s].table == static_cast<int>(table);
            Origin& origin = reading_.provenance.sections[s];
            if (own && std::holds_alternative<std::monostate>(origin.place)) origin.place = head;
        }
        note_slips(table, placed);
        const std::vector<CellId> cells = form_->cells_of(static_cast<int>(table));
        std::vector<CellNote> repaired, stale;
        for (std::size_t i = 0; i < cells.size(); ++i) read_cell(cells[i], placed, i, repaired, stale);
        tell(table, "t.repaired", repaired);
        tell(table, "t.formula", stale);
        tell_others(table, others_of(table));
        read_remarks(table, placed);
        apply_statement(table, statement);
    }

    [[nodiscard]] static SheetPlace place_of(SheetIndex sheet, const GridPosition& at) {
        return {sheet, at.row + 1, static_cast<std::uint16_t>(at.column + 1)};
    }

    /// A cell that was read otherwise than it stood.
    struct CellNote {
        CellId cell{};
        std::string variant, was;
    };

    void read_cell(CellId id, const PlacedTable& placed, std::size_t i, std::vector<CellNote>& repaired,
                   std::vector<CellNote>& stale) {
        Origin& origin = reading_.provenance.cells[id];
        const std::optional<ValuePlace>& place = placed.table.cells[i];
        if (!place) {
            origin.place = reading_.provenance.tables[form_->cells[id].table].place;
            return;
        }
        origin.place = place_of(placed.sheet, place->at);
        if (place->taken) {
            reading_.report.cells[id] = Blank{};
            return;
        }
        ReadValue value = value_at(placed.sheet, place->at, id);
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

    /// A number that stands where the form has a cell already read.
    struct OtherFigure {
        CellId cell{};
        SheetPlace place;
        std::string figure;
    };

    std::vector<OtherFigure> others_of(std::size_t table) const {
        const std::vector<CellId> cells = form_->cells_of(static_cast<int>(table));
        const PlacedTable& own = *tables_[table];
        std::vector<OtherFigure> others;
        const auto compare = [&](CellId cell, SheetIndex sheet, const GridPosition& at) {
            const ReadValue value = value_at(sheet, at, cell);
            const Amount* number = number_in(value.cell);
            const SheetPlace place = place_of(sheet, at);
            const bool is_own = reading_.provenance.cells[cell].place == Place(place);
            if (number && !is_own && reading_.report.cells[cell] != value.cell)
                others.push_back({cell, place, to_string(*number)});
        };
        for (const PlacedTable& copy : copies_[table]) {
            for (std::size_t i = 0; i < cells.size(); ++i) {
                const auto& place = copy.table.cells[i];
                if (place && !place->taken) compare(cells[i], copy.sheet, place->at);
            }
        }
        for (const SecondPlace& second : own.table.second_places) {
            if (!is_in_copy(table, own.sheet, second.at)) compare(cells[second.cell], own.sheet, second.at);
        }
        return others;
    }

    [[nodiscard]] bool is_in_copy(std::size_t table, SheetIndex sheet, const GridPosition& at) const {
        return std::any_of(copies_[table].begin(), copies_[table].end(), [&](const PlacedTable& copy) {
            return copy.sheet == sheet && copy.table.extent.contains(at);
        });
    }

    void tell_others(std::size_t table, const std::vector<OtherFigure>& others) {
        constexpr std::size_t most_named = 3;
        if (others.empty()) return;
        Diagnostic& added = reading_.notes.emplace_back();
        added.code = "t.several";
        added.at = at_table(table);
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

    void tell(std::size_t table, const char* code, const std::vector<CellNote>& notes) {
        std::map<std::string, std::vector<CellNote>> alike;
        for (const CellNote& note : notes) alike[note.variant].push_back(note);
        for (const auto& each : alike) tell_alike(table, code, each.second);
    }

    /// One finding a cell while they are few, else one for the table.
    void tell_alike(std::size_t table, const char* code, const std::vector<CellNote>& notes) {
        constexpr std::size_t few = 3;
        if (notes.size() > few) return tell_together(table, code, notes);
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

    void tell_together(std::size_t table, const char* code, const std::vector<CellNote>& notes) {
        constexpr std::size_t most_named = 6;
        Diagnostic& added = reading_.notes.emplace_back();
        added.code = code;
        added.variant = notes.front().variant.empty() ? "several" : "several-" + notes.front().variant;
        added.at = at_table(table);
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

    void note_slips(std::size_t table, const PlacedTable& placed) {
        for (const LabelSlip& slip : placed.table.slips) {
            Diagnostic& added = reading_.notes.emplace_back();
            added.code = "t.label";
            added.at = at_table(table);
            added.actual = shortened(slip.actual, 60);
            added.expected = slip.expected;
            added.place = SheetPlace{placed.sheet, slip.at.row + 1, static_cast<std::uint16_t>(slip.at.column + 1)};
        }
    }

    /// Remarks below the table, as the finished workbook has them: 注：行·列：remark.
    void read_remarks(std::size_t table, const PlacedTable& placed) {
        bool begun = false;
        for (const SheetCell& cell : book_.sheets[placed.sheet].cells) {
            if (cell.value.kind != SheetValue::Kind::text || cell.row <= placed.table.head.row) continue;
            std::string text = trimmed(cell.value.text);
            if (text.starts_with(texts::note)) {
                begun = true;
                text.erase(0, texts::note.size());
            } else if (!begun || !cell.value.text.starts_with("　")) {
                continue;
            }
            take_remark(table, text);
        }
    }

    void take_remark(std::size_t table, const std::string& text) {
        for (const CellId cell : form_->cells_of(static_cast<int>(table))) {
            const std::string name = row_label(*form_, cell) + std::string(texts::label_separator) +
                                     column_label(*form_, cell) + std::string(texts::colon);
            if (!text.starts_with(name) || text.size() == name.size()) continue;
            reading_.report.notes[cell] = trimmed(text.substr(name.size()));
            return;
        }
    }

    /// 无 is the agency's statement that every cell is 0; a figure beside it is a conflict, and nothing is changed.
    void apply_statement(std::size_t table, const TableStatement& statement) {
        if (statement.has_data.value_or(true)) return;
        const std::vector<CellId> cells = form_->cells_of(static_cast<int>(table));
        std::vector<CellNote> figures;
        for (const CellId cell : cells) {
            const Cell& value = reading_.report.cells[cell];
            const Amount* number = number_in(value);
            if ((number && !is_zero(*number)) || std::holds_alternative<Mark>(value)) figures.push_back({cell, {}, {}});
        }
        if (!figures.empty()) {
            tell_together(table, "t.stated-none", figures);
            reading_.notes.back().variant.clear();
            reading_.notes.back().place = statement.place;
            return;
        }
        for (const CellId cell : cells) {
            Cell& value = reading_.report.cells[cell];
            if (!std::holds_alternative<Blank>(value)) continue;
            value = Amount{};
            reading_.provenance.cells[cell].how = Origin::How::inferred;
        }
    }

    const Spreadsheet& book_;
    const Statute& statute_;
    std::vector<LabelGrid> grids_;  ///< by sheet; of hidden ones empty
    const Form* form_{};
    std::vector<std::optional<PlacedTable>> tables_;
    std::vector<std::vector<PlacedTable>> copies_;  ///< by table
    Reading reading_;
    std::vector<Diagnostic> problems_;
};

}  // namespace

Reading recognise_workbook(const Spreadsheet& book, const Statute& statute) {
    return WorkbookRecognition(book, statute).read();
}

}  // namespace nianbao
