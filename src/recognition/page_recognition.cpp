#include "recognition/page_recognition.h"

#include <algorithm>
#include <utility>

#include "messages/labels.h"
#include "recognition/label_match.h"
#include "recognition/narrative_lines.h"
#include "recognition/open_cells.h"
#include "recognition/page_lines.h"
#include "recognition/page_properties.h"
#include "recognition/page_stream.h"
#include "recognition/page_tables.h"
#include "recognition/pictured_tables.h"
#include "recognition/table_lines.h"
#include "recognition/title_parts.h"
#include "unicode/utf8.h"

namespace nianbao {
namespace {

constexpr std::size_t longest_excerpt = 60;

CharacterVariants variants_of(const RecognitionWords& words) {
    CharacterVariants variants;
    for (const auto& [read, as] : words.variants) {
        std::size_t i = 0, j = 0;
        const char32_t from = next_code_point(read, i);
        variants[from] = next_code_point(as, j);
    }
    return variants;
}

class PageRecognition {
public:
    PageRecognition(const Page& page, const Statute& statute, const ReadingHints& hints)
        : page_(page),
          statute_(statute),
          hints_(hints),
          variants_(variants_of(statute.recognition)),
          stream_(page, variants_) {}

    Reading read() {
        refuse_garbled();
        found_ = find_page_tables(page_, stream_, statute_, hints_.form);
        form_ = found_.form;
        reading_ = empty_reading(*form_);
        reading_.report.form = form_->id;
        reading_.notes = page_.notes;
        for (std::size_t t = 0; t < found_.tables.size(); ++t) take_table(t);
        tell_pictured_tables(page_, stream_, found_.section_ranges, *form_, reading_);
        take_narrative();
        settle_identity();
        return std::move(reading_);
    }

private:
    void refuse_garbled() const {
        for (const StreamItem& item : stream_.items()) {
            for (const std::string& word : statute_.recognition.garbled) {
                if (item.text.find(word) != std::string::npos) refuse_page("i.encoding", "garbled", word);
            }
        }
    }

    void take_table(std::size_t t) {
        const StreamTable& table = found_.tables[t];
        if (table.extent.begin == table.extent.end) return;
        const std::vector<CellId> ids = form_->cells_of(static_cast<int>(t));
        reading_.provenance.tables[t].place = stream_.place_of(table.extent.begin);
        std::vector<CellId> repaired, inferred;
        for (std::size_t i = 0; i < ids.size(); ++i) {
            Origin& origin = reading_.provenance.cells[ids[i]];
            if (!table.cells[i]) {
                reading_.report.cells[ids[i]] = Blank{};
                origin.place = stream_.place_of(table.extent.begin);
                origin.how = Origin::How::open;
                continue;
            }
            const RowValue& value = *table.cells[i];
            reading_.report.cells[ids[i]] = value.cell;
            if (!value.note.empty()) reading_.report.notes[ids[i]] = value.note;
            origin = {stream_.place_of(std::min(value.at, stream_.size() - 1)), value.how, value.raw};
            if (value.how == Origin::How::repaired) repaired.push_back(ids[i]);
            if (value.how == Origin::How::inferred) inferred.push_back(ids[i]);
        }
        tell_values(t, repaired);
        tell_values(t, inferred);
        for (const StreamSlip& slip : table.slips) tell_slip(t, slip);
        for (const UnreadRow& row : table.unread) tell_unread(row);
    }

    Diagnostic& note(const char* code, const Address& at, const Place& place) {
        Diagnostic& added = reading_.notes.emplace_back();
        added.code = code;
        added.at = at;
        added.place = place;
        return added;
    }

    void tell_values(std::size_t table, const std::vector<CellId>& cells) {
        constexpr std::size_t most_named = 6;
        if (cells.empty()) return;
        Diagnostic& added = note("t.repaired", at_table(table), reading_.provenance.cells[cells.front()].place);
        added.variant = "several";
        added.cells = cells;
        added.arguments["count"] = std::to_string(cells.size());
        std::string& items = added.arguments["items"];
        for (std::size_t i = 0; i < std::min(most_named, cells.size()); ++i) {
            const std::string raw = shortened(trimmed(reading_.provenance.cells[cells[i]].raw), 20);
            items += (items.empty() ? "" : "、") + raw + (raw.empty() ? "" : "→") +
                     figure_text(reading_.report.cells[cells[i]], "", Language::zh);
        }
        if (cells.size() > most_named) items += "等";
    }

    void tell_slip(std::size_t table, const StreamSlip& slip) {
        Diagnostic& added = note("t.label", at_table(table), stream_.place_of(slip.at));
        added.actual = shortened(slip.actual, longest_excerpt);
        added.expected = slip.expected;
    }

    void tell_unread(const UnreadRow& row) {
        Diagnostic& added =
            note("t.unread", at_cell(row.first), stream_.place_of(std::min(row.at, stream_.size() - 1)));
        if (row.why == UnreadRow::Why::old_row) added.variant = "old-row";
        if (row.why == UnreadRow::Why::in_part) added.variant = "in-part";
        added.arguments["row"] = within_quotes(row_label(*form_, row.first));
        added.excerpt = shortened(trimmed(row.written), longest_excerpt);
    }

    // --- the narrative

    void take_narrative() {
        recognise_narrative(
            lines_of_page(page_, stream_, uses_of_items(page_, stream_, found_), *form_, statute_.recognition), *form_,
            reading_);
    }

    // --- whose it is

    void settle_identity() {
        Report& report = reading_.report;
        const std::string title = without_blanks(report.title), read_as = in_form_characters(title, variants_);
        TitleParts parts = read_title(with_year_word(read_as), *form_);
        parts.agency = as_written(parts.agency, read_as, title);
        take_properties(page_.document, statute_, report, parts);
        const auto hint_counts = [&](bool given, bool said) { return given && !(said && hints_.where_missing); };
        report.agency.name = hint_counts(!hints_.agency.empty(), !parts.agency.empty()) ? hints_.agency : parts.agency;
        report.year = hint_counts(hints_.year > 0, parts.year > 0) ? hints_.year : parts.year;
        if (hints_.year_of_tables > 0) keep_words_of(hints_.year_of_tables);
        const Place place = reading_.provenance.identity[static_cast<std::size_t>(Identity::title)].place;
        for (const Identity what : {Identity::name, Identity::year})
            reading_.provenance.identity[static_cast<std::size_t>(what)] = {place, Origin::How::inferred, {}};
        if (report.agency.name.empty()) refuse_page("i.not-a-report", "no-agency");
        if (report.year == 0) refuse_page("i.not-a-report", "no-year");
        if (label_key(report.title) == label_key(title_of_form())) report.title.clear();
    }

    /// The name as the page has it, from where it stands in the same title with other characters.
    static std::string as_written(const std::string& name, const std::string& read_as, const std::string& title) {
        const std::size_t at = read_as.find(name);
        return at == std::string::npos ? name : title.substr(at, name.size());
    }

    /// The tables are those of `year`; the words too, or they are left out.
    void keep_words_of(int year) {
        Report& report = reading_.report;
        const int year_of_words = std::exchange(report.year, year);
        if (year_of_words == 0 || year_of_words == year) return;
        report.narrative.assign(report.narrative.size(), std::nullopt);
        report.others.clear();
        report.title.clear();
        Diagnostic& told = note("i.unplaced", {}, {});
        told.variant = "other-year";
        told.arguments["words"] = std::to_string(year_of_words);
        told.arguments["year"] = std::to_string(year);
    }

    /// 2021政府信息公开…… has lost its 年.
    [[nodiscard]] std::string with_year_word(std::string title) const {
        constexpr std::size_t digits_of_year = 4;
        const std::size_t subject = title.find(statute_.recognition.subject);
        if (subject == std::string::npos || subject < digits_of_year) return title;
        const std::string year = title.substr(subject - digits_of_year, digits_of_year);
        if (year.find_first_not_of("0123456789") == std::string::npos) title.insert(subject, "年");
        return title;
    }

    static std::string without_blanks(const std::string& text) {
        std::string bare;
        for (std::size_t at = 0; at < text.size();) {
            const std::size_t begin = at;
            if (!is_blank(next_code_point(text, at))) bare += text.substr(begin, at - begin);
        }
        return bare;
    }

    [[nodiscard]] std::string title_of_form() const {
        Report own = reading_.report;
        own.title.clear();
        return title_of(own, *form_);
    }

    const Page& page_;
    const Statute& statute_;
    ReadingHints hints_;
    CharacterVariants variants_;
    PageStream stream_;
    const Form* form_{};
    PageTables found_;
    Reading reading_;
};

}  // namespace

Reading recognise_page(const Page& page, const Statute& statute, const ReadingHints& hints) {
    Page filled = page;
    empty_open_cells(filled, statute.recognition);
    return PageRecognition(filled, statute, hints).read();
}

}  // namespace nianbao
