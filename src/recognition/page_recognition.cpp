#include "recognition/page_recognition.h"

#include <algorithm>
#include <map>
#include <optional>

#include "messages/labels.h"
#include "recognition/label_match.h"
#include "recognition/narrative_lines.h"
#include "recognition/page_lines.h"
#include "recognition/page_properties.h"
#include "recognition/page_stream.h"
#include "recognition/stream_table.h"
#include "recognition/title_parts.h"
#include "unicode/utf8.h"

namespace nianbao {
namespace {

constexpr std::size_t longest_excerpt = 60;

[[noreturn]] void refuse(const char* code, const char* variant, const std::string& near = {}) {
    Diagnostic problem;
    problem.code = code;
    problem.variant = variant;
    if (!near.empty()) problem.arguments["near"] = near;
    throw InputError({std::move(problem)});
}

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
    PageRecognition(const Page& page, const Statute& statute, const PageHints& hints)
        : page_(page),
          statute_(statute),
          hints_(hints),
          variants_(variants_of(statute.recognition)),
          stream_(page, variants_) {}

    Reading read() {
        refuse_garbled();
        choose_form();
        reading_ = empty_reading(*form_);
        reading_.report.form = form_->id;
        section_ranges_ = ranges_of_sections(*form_);
        reading_.notes = page_.notes;
        for (std::size_t t = 0; t < tables_.size(); ++t) take_table(t);
        take_narrative();
        settle_identity();
        return std::move(reading_);
    }

private:
    void refuse_garbled() const {
        for (const StreamItem& item : stream_.items()) {
            for (const std::string& word : statute_.recognition.garbled) {
                if (item.text.find(word) != std::string::npos) refuse("i.encoding", "garbled", word);
            }
        }
    }

    // --- the edition, and its tables

    void choose_form() {
        std::size_t best = 0, rows_found = 0;
        for (const Form& form : statute_.forms) {
            std::vector<StreamTable> tables = read_tables(form);
            std::size_t rows = 0, labels = 0;
            for (const StreamTable& table : tables) {
                rows += table.rows_found;
                labels += table.labels_found;
            }
            if (rows == 0 || labels <= best) continue;
            best = labels;
            rows_found = rows;
            form_ = &form;
            tables_ = std::move(tables);
        }
        if (!form_) choose_form_by_headings();
        std::size_t doubled = 0;
        for (const StreamTable& table : tables_) doubled += table.doubled_rows;
        if (rows_found > 0 && 2 * doubled >= rows_found) refuse("i.not-a-report", "two-years");
    }

    /// A page without tables may be a report all the same.
    void choose_form_by_headings() {
        for (const Form& form : statute_.forms) {
            const SectionHeadings headings(form);
            std::vector<bool> found(form.sections.size());
            for (const StreamItem& item : stream_.items()) {
                if (const auto section = headings.find(trimmed(item.text))) found[section->index] = true;
            }
            const auto count = std::count(found.begin(), found.end(), true);
            if (2 * static_cast<std::size_t>(count) < form.sections.size()) continue;
            form_ = &form;
            tables_ = read_tables(form);
            return;
        }
        refuse("i.not-a-report", "no-tables-on-page");
    }

    [[nodiscard]] std::vector<StreamTable> read_tables(const Form& form) const {
        const std::vector<StreamRange> ranges = ranges_of_sections(form);
        std::vector<StreamTable> tables(form.tables.size());
        for (std::size_t i = 0; i < form.sections.size(); ++i) {
            if (form.sections[i].table < 0) continue;
            const auto table = static_cast<std::size_t>(form.sections[i].table);
            tables[table] = read_stream_table(stream_, grids_of(ranges[i]), form, table);
            if (tables[table].rows_found > 0) continue;
            tables[table] = read_stream_table(stream_, {0, stream_.size()}, form, table);
        }
        return tables;
    }

    /// From the heading of each section to the next heading that was found. Where it has none, what stands between its
    /// neighbours.
    [[nodiscard]] std::vector<StreamRange> ranges_of_sections(const Form& form) const {
        const SectionHeadings headings(form);
        std::vector<std::optional<std::size_t>> items(form.sections.size());
        std::size_t next = 0;
        for (std::size_t i = 0; i < stream_.items().size(); ++i) {
            const auto section =
                may_be_heading(i) ? headings.find(without_marks(stream_.items()[i].text)) : std::nullopt;
            if (!section || section->index < next || items[section->index]) continue;
            items[section->index] = i;
            next = section->index;
        }
        std::vector<StreamRange> ranges(form.sections.size(), {0, stream_.size()});
        for (std::size_t i = 0; i < ranges.size(); ++i) {
            for (std::size_t before = i + 1; before-- > 0;) {
                if (!items[before]) continue;
                ranges[i].begin = stream_.begin_of(*items[before] + (before == i ? 1 : 0));
                break;
            }
            for (std::size_t behind = i + 1; behind < ranges.size(); ++behind) {
                if (!items[behind]) continue;
                ranges[i].end = stream_.begin_of(*items[behind]);
                break;
            }
        }
        return ranges;
    }

    /// On our own pages headings are declared.
    [[nodiscard]] bool may_be_heading(std::size_t item) const {
        return page_.kind != Page::Kind::printed ||
               std::holds_alternative<Heading>(page_.document.blocks[stream_.items()[item].block]);
    }

    /// Where a section has grids, its table is in them and not in the text around.
    [[nodiscard]] StreamRange grids_of(const StreamRange& range) const {
        if (range.begin >= range.end) return range;
        std::optional<StreamRange> grids;
        for (std::size_t item = item_of(range.begin); item <= item_of(range.end - 1); ++item) {
            if (!is_in_grid(item)) continue;
            if (!grids) grids = {stream_.begin_of(item), stream_.begin_of(item)};
            grids->end = stream_.begin_of(item + 1);
        }
        return grids.value_or(range);
    }

    static std::string without_marks(const std::string& text) {
        std::string bare = trimmed(text);
        bare.erase(0, std::min(bare.find_first_not_of("#*"), bare.size()));
        return trimmed(bare);
    }

    void take_table(std::size_t t) {
        const StreamTable& table = tables_[t];
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
        if (row.is_total_only) added.variant = "old-row";
        added.arguments["row"] = within_quotes(row_label(*form_, row.first));
        added.excerpt = shortened(trimmed(row.written), longest_excerpt);
    }

    // --- the narrative

    void take_narrative() {
        recognise_narrative(lines_of_page(page_, stream_, uses_of_items(), *form_, statute_.recognition), *form_,
                            reading_);
    }

    /// A line within the extent of a table is of the table, unless it says something of its own. Our own pages have
    /// their tables in grids.
    [[nodiscard]] std::vector<LineUse> uses_of_items() const {
        std::vector<LineUse> uses(stream_.items().size());
        if (page_.kind != Page::Kind::printed) mark_lines_of_tables(uses);
        for (std::size_t i = 0; i < uses.size(); ++i) {
            uses[i].of_table = uses[i].of_table || is_in_grid(i);
            uses[i].after_table = uses[i].after_table || (i > 0 && is_in_grid(i - 1) && !is_in_grid(i));
        }
        return uses;
    }

    void mark_lines_of_tables(std::vector<LineUse>& uses) const {
        const std::vector<std::u32string> words = table_words();
        for (const StreamTable& table : tables_) {
            if (table.extent.begin == table.extent.end) continue;
            const std::size_t first = first_item_of(table), last = item_of(table.extent.end - 1);
            for (std::size_t i = first; i <= last; ++i)
                uses[i].of_table = uses[i].of_table || is_of_table(i, table, words);
            for (std::size_t i = last + 1; i < uses.size() && is_fragment(i, words); ++i) uses[i].of_table = true;
            if (last + 1 < uses.size()) uses[last + 1].after_table = true;
        }
        for (std::size_t i = 0; i < uses.size(); ++i) {
            uses[i].of_table = uses[i].of_table || is_row_of_table(i, words);
        }
    }

    /// In a section with a table, a line with tabs, bars or several figures, or of nothing but pieces of labels.
    [[nodiscard]] bool is_row_of_table(std::size_t item, const std::vector<std::u32string>& words) const {
        if (page_.kind != Page::Kind::lines || !is_in_table_section(item)) return false;
        const std::string& text = stream_.items()[item].text;
        if (text.find('\t') != std::string::npos || text.find('|') != std::string::npos) return true;
        std::size_t figures = 0;
        const StreamRange range{stream_.begin_of(item), stream_.begin_of(item + 1)};
        const std::vector<ValuePiece> pieces = value_pieces(stream_, range, Unit::count);
        const bool all_known = std::all_of(pieces.begin(), pieces.end(), [&](const ValuePiece& piece) {
            figures += piece.kind == ValuePiece::Kind::number ? 1 : 0;
            const std::u32string key = stream_.codes().substr(piece.at.begin, piece.at.end - piece.at.begin);
            return piece.kind != ValuePiece::Kind::other ||
                   std::any_of(words.begin(), words.end(),
                               [&](const std::u32string& word) { return word.find(key) != std::u32string::npos; });
        });
        constexpr std::size_t many = 3;
        return figures >= many || (all_known && !pieces.empty());
    }

    [[nodiscard]] bool is_in_table_section(std::size_t item) const {
        const std::size_t at = stream_.begin_of(item);
        for (std::size_t i = 0; i < form_->sections.size(); ++i) {
            const StreamRange& range = section_ranges_[i];
            if (form_->sections[i].table >= 0 && range.begin > 0 && at >= range.begin && at < range.end) return true;
        }
        return false;
    }

    [[nodiscard]] bool is_in_grid(std::size_t item) const {
        return std::holds_alternative<Grid>(page_.document.blocks[stream_.items()[item].block]);
    }

    [[nodiscard]] std::size_t item_of(std::size_t character) const { return stream_.characters()[character].item; }

    /// Heads stand above the first label.
    [[nodiscard]] std::size_t first_item_of(const StreamTable& table) const {
        const std::vector<std::u32string> words = table_words();
        std::size_t first = item_of(table.extent.begin);
        while (first > 0 && is_fragment(first - 1, words)) --first;
        return first;
    }

    /// All labels of the tables, as they stand in a stream.
    [[nodiscard]] std::vector<std::u32string> table_words() const {
        std::vector<std::u32string> words;
        const auto add_all = [&](auto&& self, const std::vector<Axis>& axes) -> void {
            for (const Axis& axis : axes) {
                words.push_back(stream_key(axis.label.zh));
                for (const std::string& other : axis.also_written) words.push_back(stream_key(other));
                self(self, axis.children);
            }
        };
        for (const Table& table : form_->tables) {
            for (const Block& block : table.blocks) {
                words.push_back(stream_key(block.heading));
                words.push_back(stream_key(block.corner));
                add_all(add_all, block.rows);
                add_all(add_all, block.columns);
            }
        }
        std::erase_if(words, [](const std::u32string& word) { return word.empty(); });
        std::stable_sort(words.begin(), words.end(), [](const auto& a, const auto& b) { return a.size() > b.size(); });
        return words;
    }

    [[nodiscard]] std::u32string key_of(std::size_t item) const {
        std::u32string key =
            stream_.codes().substr(stream_.begin_of(item), stream_.begin_of(item + 1) - stream_.begin_of(item));
        std::erase(key, empty_cell);
        return key;
    }

    /// Made of labels alone, or a piece of one.
    [[nodiscard]] bool is_fragment(std::size_t item, const std::vector<std::u32string>& words) const {
        std::u32string key = key_of(item);
        for (const std::u32string& word : words) {
            if (word.find(key) != std::u32string::npos) return true;
            for (auto at = key.find(word); word.size() > 1 && at != std::u32string::npos; at = key.find(word))
                key.erase(at, word.size());
        }
        const auto is_word = [](char32_t code) { return code >= 0x3400; };
        return std::none_of(key.begin(), key.end(), is_word) || is_short_noise(key);
    }

    static bool is_short_noise(const std::u32string& key) { return key.size() <= 2; }

    [[nodiscard]] bool is_of_table(std::size_t item, const StreamTable& table,
                                   const std::vector<std::u32string>& words) const {
        std::size_t unused = 0;
        for (std::size_t i = stream_.begin_of(item); i < stream_.begin_of(item + 1); ++i)
            unused += table.used[i] ? 0 : 1;
        return unused == 0 || unused < stream_.begin_of(item + 1) - stream_.begin_of(item) || is_fragment(item, words);
    }

    // --- whose it is

    void settle_identity() {
        Report& report = reading_.report;
        TitleParts parts = read_title(with_year_word(without_blanks(report.title)), *form_);
        take_properties(page_.document, statute_, report, parts);
        report.agency.name = hints_.agency.empty() ? parts.agency : hints_.agency;
        report.year = hints_.year > 0 ? hints_.year : parts.year;
        const Place place = reading_.provenance.identity[static_cast<std::size_t>(Identity::title)].place;
        for (const Identity what : {Identity::name, Identity::year})
            reading_.provenance.identity[static_cast<std::size_t>(what)] = {place, Origin::How::inferred, {}};
        if (report.agency.name.empty()) refuse("i.not-a-report", "no-agency");
        if (report.year == 0) refuse("i.not-a-report", "no-year");
        if (label_key(report.title) == label_key(title_of_form())) report.title.clear();
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
    PageHints hints_;
    CharacterVariants variants_;
    PageStream stream_;
    const Form* form_{};
    std::vector<StreamTable> tables_;
    std::vector<StreamRange> section_ranges_;
    Reading reading_;
};

}  // namespace

Reading recognise_page(const Page& page, const Statute& statute, const PageHints& hints) {
    return PageRecognition(page, statute, hints).read();
}

}  // namespace nianbao
