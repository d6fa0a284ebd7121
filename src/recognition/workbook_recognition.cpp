#include "recognition/workbook_recognition.h"

#include <algorithm>
#include <optional>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "messages/form_workbook_texts.h"
#include "messages/workbook_texts.h"
#include "recognition/form_ledger.h"
#include "recognition/form_narrative.h"
#include "recognition/form_particulars.h"
#include "recognition/label_match.h"
#include "recognition/narrative_lines.h"
#include "recognition/sheet_lines.h"
#include "recognition/table_reading.h"
#include "recognition/table_recognition.h"
#include "recognition/title_parts.h"
#include "unicode/utf8.h"

namespace nianbao {
namespace {

namespace form_texts = form_workbook_texts;
namespace texts = workbook_texts;

using SheetIndex = std::uint16_t;

ForeignWords foreign_words() {
    return {{label_key(form_texts::last_year_prefix), label_key(form_texts::check_prefix), label_key(texts::note)}};
}

class WorkbookRecognition {
public:
    WorkbookRecognition(const Spreadsheet& book, const Statute& statute, const ReadingHints& hints)
        : book_(book), statute_(statute), hints_(hints) {
        for (const Sheet& sheet : book.sheets) grids_.emplace_back(sheet.hidden ? Sheet{} : sheet);
    }

    Reading read() {
        choose_form();
        for (std::size_t t = 0; t < tables_.size(); ++t) find_copies(t);
        reading_ = empty_reading(*form_);
        reading_.report.form = form_->id;
        for (const Sheet& sheet : book_.sheets) reading_.provenance.sheets.push_back(sheet.name);
        read_narrative();
        const std::vector<TableStatement> statements = read_identity();
        for (std::size_t t = 0; t < tables_.size(); ++t) {
            if (tables_[t]) read_table(book_, *form_, t, *tables_[t], statements[t], reading_);
        }
        check_ledger(book_, *form_, statements, reading_);
        take_hints();
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
            std::vector<std::optional<FoundTable>> tables = find_tables(form);
            std::size_t lines = 0;
            for (const auto& table : tables) lines += table ? table->own.table.lines_found : 0;
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

    std::vector<std::optional<FoundTable>> find_tables(const Form& form) {
        std::vector<std::optional<FoundTable>> tables(form.tables.size());
        for (std::size_t t = 0; t < form.tables.size(); ++t) tables[t] = find_table(form, t);
        return tables;
    }

    /// The fullest one; among equals the sheet that is named for the table, then the first.
    std::optional<FoundTable> find_table(const Form& form, std::size_t table) {
        const ForeignWords foreign = foreign_words();
        std::optional<FoundTable> best;
        std::tuple<std::size_t, bool> best_rank{0, false};
        for (SheetIndex i = 0; i < sheet_count(); ++i) {
            RecognisedTable found = recognise_table(grids_[i], form, table, foreign);
            if (!found.is_enough()) continue;
            const std::tuple rank{found.lines_found, book_.sheets[i].name == form.tables[table].name.zh};
            if (rank <= best_rank) continue;
            best_rank = rank;
            best = FoundTable{{i, std::move(found)}, {}};
        }
        return best;
    }

    /// The table wherever else it stands, on hidden sheets too. Where the one found holds nothing and a copy does, they
    /// change places.
    void find_copies(std::size_t table) {
        if (!tables_[table]) return;
        FoundTable& found = *tables_[table];
        for (SheetIndex i = 0; i < sheet_count(); ++i) {
            if (book_.sheets[i].hidden) {
                add_copies(table, i, LabelGrid(book_.sheets[i]), found);
            } else {
                add_copies(table, i, grids_[i], found);
            }
        }
        if (holds_figures(book_, *form_, table, found.own)) return;
        const auto filled = std::find_if(found.copies.begin(), found.copies.end(), [&](const PlacedTable& copy) {
            return !book_.sheets[copy.sheet].hidden && holds_figures(book_, *form_, table, copy);
        });
        if (filled != found.copies.end()) std::swap(found.own, *filled);
    }

    void add_copies(std::size_t table, SheetIndex sheet, const LabelGrid& grid, FoundTable& found) const {
        const ForeignWords foreign = foreign_words();
        const bool is_own = found.own.sheet == sheet;
        RecognisedTable first = is_own ? found.own.table : recognise_table(grid, *form_, table, foreign);
        if (!first.is_enough()) return;
        for (RecognisedTable& copy : recognise_copies(grid, *form_, table, foreign, first)) {
            found.copies.push_back({sheet, std::move(copy)});
        }
        if (!is_own) found.copies.push_back({sheet, std::move(first)});
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
            std::vector<NarrativeLine> lines = lines_of_sheet(book_.sheets[i], i);
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

    void take_hints() {
        Report& report = reading_.report;
        if (!hints_.agency.empty() && (report.agency.name.empty() || !hints_.where_missing))
            report.agency.name = hints_.agency;
        if (hints_.year > 0 && (report.year == 0 || !hints_.where_missing)) report.year = hints_.year;
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

    const Spreadsheet& book_;
    const Statute& statute_;
    const ReadingHints& hints_;
    std::vector<LabelGrid> grids_;  ///< by sheet; of hidden ones empty
    const Form* form_{};
    std::vector<std::optional<FoundTable>> tables_;
    Reading reading_;
    std::vector<Diagnostic> problems_;
};

}  // namespace

Reading recognise_workbook(const Spreadsheet& book, const Statute& statute, const ReadingHints& hints) {
    return WorkbookRecognition(book, statute, hints).read();
}

}  // namespace nianbao
