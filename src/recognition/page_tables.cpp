#include "recognition/page_tables.h"

#include <algorithm>
#include <optional>

#include "recognition/narrative_lines.h"
#include "unicode/utf8.h"

namespace nianbao {
namespace {

class TableFinder {
public:
    TableFinder(const Page& page, const PageStream& stream, const Statute& statute, const std::string& edition)
        : page_(page), stream_(stream), statute_(statute), edition_(edition) {}

    PageTables find() {
        choose_form();
        found_.section_ranges = ranges_of_sections(*found_.form);
        return std::move(found_);
    }

private:
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
            found_.form = &form;
            found_.tables = std::move(tables);
        }
        if (!found_.form) choose_form_by_headings();
        std::size_t doubled = 0;
        for (const StreamTable& table : found_.tables) doubled += table.doubled_rows;
        if (rows_found > 0 && 2 * doubled >= rows_found) refuse_page("i.not-a-report", "two-years");
    }

    /// A page without tables may be a report all the same.
    void choose_form_by_headings() {
        for (const Form& form : statute_.forms) {
            if (!edition_.empty() && form.id != edition_) continue;
            const SectionHeadings headings(form);
            std::vector<bool> found(form.sections.size());
            for (const StreamItem& item : stream_.items()) {
                if (const auto section = headings.find(without_marks(item.read_as))) found[section->index] = true;
            }
            const auto count = std::count(found.begin(), found.end(), true);
            if (2 * static_cast<std::size_t>(count) < form.sections.size()) continue;
            found_.form = &form;
            found_.tables = read_tables(form);
            return;
        }
        refuse_page("i.not-a-report", "no-tables-on-page");
    }

    [[nodiscard]] std::vector<StreamTable> read_tables(const Form& form) const {
        const std::vector<StreamRange> ranges = ranges_of_sections(form);
        std::vector<StreamTable> tables(form.tables.size());
        for (std::size_t i = 0; i < form.sections.size(); ++i) {
            if (form.sections[i].table < 0) continue;
            const auto table = static_cast<std::size_t>(form.sections[i].table);
            const auto grids = grids_in(ranges[i]);
            tables[table] = read_stream_table(stream_, grids.value_or(ranges[i]), form, table);
            if (tables[table].rows_found > 0) continue;
            if (grids && is_blank_table(tables[table], *grids)) {
                tables[table].extent = *grids;
                tables[table].unread.clear();
                continue;
            }
            StreamTable anywhere = read_stream_table(stream_, {0, stream_.size()}, form, table);
            if (anywhere.rows_found == 0) continue;
            begin_at_values(anywhere);
            tables[table] = std::move(anywhere);
        }
        return tables;
    }

    /// Its labels are there; nothing is filled in.
    [[nodiscard]] bool is_blank_table(const StreamTable& table, const StreamRange& range) const {
        constexpr std::size_t enough = 4;
        if (table.labels_found < enough) return false;
        for (std::size_t item = stream_.item_of(range.begin); item <= stream_.item_of(range.end - 1); ++item) {
            const std::string text = trimmed(stream_.items()[item].text);
            if (!text.empty() && text.find_first_not_of("0123456789.,-") == std::string::npos) return false;
        }
        return true;
    }

    /// Far from its section a table begins where its values do: words above that are labels too are of the text.
    void begin_at_values(StreamTable& table) const {
        std::size_t first = table.extent.end;
        for (const auto& cell : table.cells) {
            if (cell && cell->at < first) first = cell->at;
        }
        if (first < table.extent.end) table.extent.begin = stream_.begin_of(stream_.item_of(first));
    }

    /// From the heading of each section to the next heading that was found. Where it has none, what stands between its
    /// neighbours.
    [[nodiscard]] std::vector<StreamRange> ranges_of_sections(const Form& form) const {
        const SectionHeadings headings(form);
        std::vector<std::optional<std::size_t>> items(form.sections.size());
        std::size_t next = 0;
        for (std::size_t i = 0; i < stream_.items().size(); ++i) {
            const auto section =
                may_be_heading(i) ? headings.find(without_marks(stream_.items()[i].read_as)) : std::nullopt;
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
    [[nodiscard]] std::optional<StreamRange> grids_in(const StreamRange& range) const {
        if (range.begin >= range.end) return std::nullopt;
        std::optional<StreamRange> grids;
        for (std::size_t item = stream_.item_of(range.begin); item <= stream_.item_of(range.end - 1); ++item) {
            if (!std::holds_alternative<Grid>(page_.document.blocks[stream_.items()[item].block])) continue;
            if (!grids) grids = {stream_.begin_of(item), stream_.begin_of(item)};
            grids->end = stream_.begin_of(item + 1);
        }
        return grids;
    }

    static std::string without_marks(const std::string& text) {
        std::string bare = trimmed(text);
        bare.erase(0, std::min(bare.find_first_not_of("#*"), bare.size()));
        return trimmed(bare);
    }

    const Page& page_;
    const PageStream& stream_;
    const Statute& statute_;
    const std::string& edition_;
    PageTables found_;
};

}  // namespace

PageTables find_page_tables(const Page& page, const PageStream& stream, const Statute& statute,
                            const std::string& edition) {
    return TableFinder(page, stream, statute, edition).find();
}

void refuse_page(const char* code, const char* variant, const std::string& near) {
    Diagnostic problem;
    problem.code = code;
    problem.variant = variant;
    if (!near.empty()) problem.arguments["near"] = near;
    throw InputError({std::move(problem)});
}

}  // namespace nianbao
