#include "writers/xlsx/narrative_sheet.h"

#include <algorithm>

#include "messages/workbook_texts.h"
#include "unicode/utf8.h"
#include "writers/xlsx/sheet_metrics.h"
#include "writers/xlsx/sheet_text.h"
#include "writers/xlsx/workbook_look.h"

namespace nianbao {
namespace {

namespace look = workbook_look;
namespace texts = workbook_texts;

constexpr double cell_margins = 6;
constexpr std::size_t lines_of_parts = 12;  // what is taller than a row may be is cut into rows of at most so many

struct TextLook {
    xlsx::CellStyle style;
    std::string indent;
    double space{6};  ///< above and below together
};

TextLook heading_look(int level) {
    if (level <= 1) return {look::title(), "", 30};
    return {look::text_style(level == 2 ? look::hei : look::kai, look::text_size), look::paragraph_indent, 10};
}

TextLook paragraph_look(Paragraph::Role role) {
    if (role == Paragraph::Role::notice) return {look::draft_mark(), ""};
    const bool written = role == Paragraph::Role::body;
    return {look::text_style(look::fangsong, look::text_size, written ? look::black : look::grey),
            look::paragraph_indent};
}

TextLook reference_look() {
    return {look::text_style(texts::reference_font.data(), look::text_size), look::paragraph_indent};
}

xlsx::TextRun text_run(const Run& run) {
    if (run.change == Run::Change::removed) return {run.text, run.strong, true, look::removed};
    if (run.change == Run::Change::added) return {run.text, true, false, look::added};
    return {run.text, run.strong};
}

std::vector<xlsx::TextRun> runs_of(const Paragraph& paragraph, const std::string& indent) {
    std::vector<xlsx::TextRun> runs;
    for (const Run& run : paragraph.runs) runs.push_back(text_run(run));
    if (!runs.empty()) runs.insert(runs.begin(), {indent, runs.front().strong});
    return runs;
}

/// The bytes from `begin` to `end` of the text that the runs make.
std::vector<xlsx::TextRun> part_of(const std::vector<xlsx::TextRun>& runs, std::size_t begin, std::size_t end) {
    std::vector<xlsx::TextRun> part;
    std::size_t at = 0;
    for (const xlsx::TextRun& run : runs) {
        const std::size_t from = std::clamp(begin, at, at + run.text.size()) - at;
        const std::size_t to = std::clamp(end, at, at + run.text.size()) - at;
        if (from < to) {
            part.push_back(run);
            part.back().text = run.text.substr(from, to - from);
        }
        at += run.text.size();
    }
    return part;
}

double height_of(std::size_t lines, const TextLook& look) {
    return lines_height(static_cast<int>(lines), look.style.size) + look.space;
}

std::string see_sheet(const std::string& name) {
    constexpr std::string_view hole = "{sheet}";
    std::string text(texts::see_sheet);
    return text.replace(text.find(hole), hole.size(), name);
}

/// A title too long for one line is cut behind the agency's name.
Paragraph broken_by_sense(const Paragraph& title, const std::string& agency) {
    const std::string text = plain_text(title);
    const bool cut = !agency.empty() && text.starts_with(agency) && text.size() > agency.size() &&
                     count_lines(text, look::title_size, look::text_width - cell_margins) > 1;
    if (!cut) return title;
    Paragraph broken;
    broken.runs.push_back(
        {agency + "\n" + trimmed(text.substr(agency.size())), title.runs.front().strong, std::nullopt});
    return broken;
}

/// Writes one block after the other, each on the rows below the last.
class NarrativeWriter {
public:
    NarrativeWriter(xlsx::Sheet& sheet, const Document& document, const std::vector<std::string>& table_sheets)
        : sheet_(sheet), document_(document), table_sheets_(table_sheets) {}

    void operator()(const Heading& heading) {
        if (heading.level > 1) return write(heading.text, heading_look(heading.level));
        write(broken_by_sense(heading.text, document_.agency), heading_look(1));
    }
    void operator()(const Paragraph& paragraph) { write(paragraph, paragraph_look(paragraph.role)); }
    void operator()(const Chart&) {}
    void operator()(const Grid&) {
        Paragraph reference;
        reference.runs.push_back({see_sheet(table_sheets_.at(grids_++)), false, std::nullopt});
        write(reference, reference_look());
    }

    [[nodiscard]] std::uint32_t rows() const { return row_; }

private:
    void write(const Paragraph& paragraph, const TextLook& look) {
        const std::string text = look.indent + plain_text(paragraph);
        const std::vector<xlsx::TextRun> runs = runs_of(paragraph, look.indent);
        std::vector<std::size_t> lines = line_starts(text, look.style.size, look::text_width - cell_margins);
        if (height_of(lines.size(), look) <= max_row_height) return write_row(runs, lines.size(), look);
        const std::size_t parts = (lines.size() + lines_of_parts - 1) / lines_of_parts;
        const std::size_t lines_each = (lines.size() + parts - 1) / parts;
        lines.push_back(text.size());
        for (std::size_t first = 0; first + 1 < lines.size(); first += lines_each) {
            const std::size_t last = std::min(first + lines_each, lines.size() - 1);
            std::vector<xlsx::TextRun> part = part_of(runs, lines[first], lines[last]);
            if (last + 1 < lines.size()) part.back().text += texts::continues_below;
            write_row(part, last - first, look);
        }
    }

    void write_row(const std::vector<xlsx::TextRun>& runs, std::size_t lines, const TextLook& look) {
        sheet_.write({row_, 0, 1, 1}, runs, look.style);
        sheet_.set_row_height(row_++, height_of(lines, look));
    }

    xlsx::Sheet& sheet_;
    const Document& document_;
    const std::vector<std::string>& table_sheets_;
    std::size_t grids_{};
    std::uint32_t row_{};
};

bool is_notice(const DocumentBlock& block) {
    const auto* paragraph = std::get_if<Paragraph>(&block);
    return paragraph && paragraph->role == Paragraph::Role::notice;
}

Paragraph draft_notice() {
    Paragraph notice;
    notice.runs.push_back({std::string(texts::draft), false, std::nullopt});
    notice.role = Paragraph::Role::notice;
    return notice;
}

xlsx::PageSetup page_of(const Document& document, std::uint32_t first_row, std::uint32_t end_row) {
    xlsx::PageSetup page;
    page.top = 37 * look::millimetre;
    page.left = 28 * look::millimetre;
    page.right = 26 * look::millimetre;
    page.bottom = 35 * look::millimetre;
    page.header_margin = 20 * look::millimetre;
    page.footer_margin = 23 * look::millimetre;
    if (document.draft) page.header = look::draft_header(std::string(texts::draft));
    page.footer = look::page_number;
    page.print_area = {first_row, 0, std::max(end_row, first_row + 1) - first_row, 1};
    return page;
}

}  // namespace

void write_narrative_sheet(xlsx::Sheet& sheet, const Document& document, const std::vector<std::string>& table_sheets) {
    sheet.set_column_width(0, look::text_width);
    NarrativeWriter writer(sheet, document, table_sheets);
    auto block = document.blocks.begin();
    if (document.draft) {
        const bool marked = block != document.blocks.end() && is_notice(*block);
        marked ? std::visit(writer, *block++) : writer(draft_notice());
    }
    const std::uint32_t first_printed = writer.rows();  // print has the mark of a draft in its header
    for (; block != document.blocks.end(); ++block) std::visit(writer, *block);
    sheet.set_page(page_of(document, first_printed, writer.rows()));
}

}  // namespace nianbao
