#include "readers/docx/page_builder.h"

#include <algorithm>
#include <utility>

#include "readers/docx/list_numbers.h"
#include "readers/docx/table_grid.h"
#include "unicode/utf8.h"

namespace nianbao::docx_reading {
namespace {

void put(std::vector<Run>& runs, std::string_view text, bool strong) {
    if (text.empty()) return;
    if (runs.empty() || runs.back().strong != strong) runs.push_back({.text = {}, .strong = strong});
    runs.back().text += text;
}

/// A paragraph of the page, and the bytes that it is of the text of a draft's.
struct Line {
    Paragraph paragraph;
    std::uint32_t begin{}, end{};
};

void put(Line& line, std::string_view text, bool strong) {
    put(line.paragraph.runs, text, strong);
    line.end += static_cast<std::uint32_t>(text.size());
}

/// The lines of a text with line breaks in it; those with nothing but blanks are left out.
std::vector<Line> lines_of(const std::vector<Run>& runs) {
    std::vector<Line> lines(1);
    for (const Run& run : runs) {
        std::string_view rest = run.text;
        for (std::size_t end = rest.find('\n'); end != std::string_view::npos; end = rest.find('\n')) {
            put(lines.back(), rest.substr(0, end), run.strong);
            const std::uint32_t next = lines.back().end + 1;
            lines.push_back({{}, next, next});
            rest.remove_prefix(end + 1);
        }
        put(lines.back(), rest, run.strong);
    }
    std::erase_if(lines, [](const Line& line) { return trimmed(plain_text(line.paragraph)).empty(); });
    return lines;
}

bool is_letter(char byte) { return static_cast<unsigned char>(byte) < 0x80 && byte != ' '; }

/// A title is one line, on however many it is set.
void join_lines(std::vector<Line>& lines) {
    for (std::size_t i = 1; i < lines.size(); ++i) {
        std::vector<Run>& title = lines.front().paragraph.runs;
        const std::vector<Run>& next = lines[i].paragraph.runs;
        const bool parted = is_letter(title.back().text.back()) && is_letter(next.front().text.front());
        if (parted) put(title, " ", title.back().strong);
        for (const Run& run : next) put(title, run.text, run.strong);
        lines.front().end = lines[i].end;
    }
    if (!lines.empty()) lines.resize(1);
}

bool has_table(const RowDraft& row) {
    return std::any_of(row.cells.begin(), row.cells.end(), [](const CellDraft& cell) {
        return std::any_of(cell.story.begin(), cell.story.end(),
                           [](const Block& block) { return block.table != nullptr; });
    });
}

/// Whether a table does nothing but hold its content in place.
bool is_frame(const TableDraft& table) {
    const auto& rows = table.rows;
    const bool one_column =
        std::all_of(rows.begin(), rows.end(), [](const RowDraft& row) { return row.cells.size() == 1; });
    if (rows.size() == 1 && one_column) return true;
    return (rows.size() == 1 || one_column) && std::any_of(rows.begin(), rows.end(), has_table);
}

class PageBuilder {
public:
    PageBuilder(const Numbering& numbering, Budget& budget, WordSources* sources)
        : numbers_(numbering), budget_(budget), sources_(sources) {}

    void add_story(Story& story) {
        for (Block& block : story) {
            if (block.table) {
                add_table(*block.table);
            } else {
                add_paragraph(block.paragraph);
                add_story(block.paragraph.boxes);
            }
        }
    }

    Page take(std::size_t revisions) {
        if (revisions > 0) {
            Diagnostic note;
            note.code = "s.revisions";
            note.severity = Severity::warning;
            note.arguments["count"] = std::to_string(revisions);
            note.place = first_revised_;
            page_.notes.push_back(std::move(note));
        }
        return std::move(page_);
    }

private:
    /// The lines of a paragraph, its number in front of the first.
    std::vector<Line> numbered_lines(const ParagraphDraft& draft) {
        const std::string number = numbers_.next(draft.form.item);
        budget_.take_text(number.size());
        std::vector<Line> lines = lines_of(draft.runs);
        if (number.empty()) return lines;
        if (lines.empty()) lines.push_back({Paragraph{{Run{.text = {}}}, {}, {}}, 0, 0});
        lines.front().paragraph.runs.front().text.insert(0, number);
        return lines;
    }

    /// What a paragraph says beside its text.
    void note(const ParagraphDraft& draft, const Place& place) {
        if (draft.revised && first_revised_ == Place{}) first_revised_ = place;
        if (draft.picture && (page_.pictures.empty() || page_.pictures.back() != place)) {
            page_.pictures.push_back(place);
        }
    }

    /// The number of the paragraph among the sources.
    std::uint32_t add_source(const ParagraphDraft& draft) {
        if (!sources_) return 0;
        WordSources::Source source{draft.element, {}, draft.pieces};
        for (const Run& run : draft.runs) source.text += run.text;
        sources_->sources.push_back(std::move(source));
        return static_cast<std::uint32_t>(sources_->sources.size() - 1);
    }

    void add_paragraph(const ParagraphDraft& draft) {
        std::vector<Line> lines = numbered_lines(draft);
        if (draft.form.heading == 1 && !std::exchange(has_title_, true)) join_lines(lines);
        if (lines.empty() && !draft.picture) return;
        note(draft, ParagraphPlace{paragraphs_ + 1});
        const std::uint32_t source = add_source(draft);
        if (lines.empty()) ++paragraphs_;
        if (lines.empty() && sources_) sources_->paragraphs.push_back({source, 0, 0});
        for (Line& line : lines) {
            line.paragraph.place = ParagraphPlace{++paragraphs_};
            if (sources_) sources_->paragraphs.push_back({source, line.begin, line.end});
            if (draft.form.heading > 0) {
                page_.document.blocks.emplace_back(Heading{draft.form.heading, std::move(line.paragraph)});
            } else {
                page_.document.blocks.emplace_back(std::move(line.paragraph));
            }
        }
    }

    void add_table(TableDraft& table) {
        TableGrid placed = place_cells(table, budget_);
        if (placed.cells.empty()) return;
        if (is_frame(table)) {
            for (const PlacedCell& each : placed.cells) add_story(each.cell->story);
            return;
        }
        Grid grid;
        grid.rows = placed.rows;
        grid.columns = placed.columns;
        ++tables_;
        for (const PlacedCell& each : placed.cells) grid.cells.push_back(grid_cell(each));
        page_.document.blocks.emplace_back(std::move(grid));
    }

    GridCell grid_cell(const PlacedCell& placed) {
        GridCell cell{placed.row, placed.column, placed.rows, placed.columns};
        cell.role = placed.head ? GridCell::Role::head : GridCell::Role::plain;
        const GridPlace place{tables_, static_cast<std::uint16_t>(placed.row + 1),
                              static_cast<std::uint16_t>(placed.column + 1)};
        cell.place = place;
        if (sources_) sources_->cells.push_back({place, placed.cell->element, {}});
        add_text(cell, placed.cell->story);
        return cell;
    }

    /// All that stands in a cell, tables in it by their cells.
    void add_text(GridCell& cell, Story& story) {
        for (Block& block : story) {
            if (block.table) {
                const TableGrid inner = place_cells(*block.table, budget_);
                for (const PlacedCell& each : inner.cells) add_text(cell, each.cell->story);
                continue;
            }
            note(block.paragraph, cell.place);
            const std::uint32_t source = add_source(block.paragraph);
            for (Line& line : numbered_lines(block.paragraph)) {
                line.paragraph.place = cell.place;
                if (sources_) sources_->cells.back().lines.push_back({source, line.begin, line.end});
                cell.text.push_back(std::move(line.paragraph));
            }
            add_text(cell, block.paragraph.boxes);
        }
    }

    ListNumbers numbers_;
    Budget& budget_;
    WordSources* sources_;  ///< may be null
    Page page_;
    bool has_title_{};  ///< a heading of the first level was met
    std::uint32_t paragraphs_{};
    std::uint16_t tables_{};
    Place first_revised_;
};

}  // namespace

Page build_page(Body body, const Numbering& numbering, Budget& budget, WordSources* sources) {
    PageBuilder builder(numbering, budget, sources);
    builder.add_story(body.story);
    return builder.take(body.revisions);
}

}  // namespace nianbao::docx_reading
