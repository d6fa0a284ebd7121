#include "writers/xlsx_annotator/findings_sheet.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>

#include "messages/annotation_texts.h"
#include "unicode/width.h"
#include "writers/package_edits/part_edits.h"
#include "writers/xlsx/sheet_text.h"
#include "writers/xlsx_annotator/cell_place.h"
#include "writers/xlsx_annotator/marks.h"

namespace nianbao::annotation {
namespace {

namespace texts = annotation_texts;

struct Column {
    std::string_view head;
    int width;  ///< in characters of the standard font
};

constexpr std::array columns{
    Column{texts::head_number, 6},   Column{texts::head_severity, 8}, Column{texts::head_place, 34},
    Column{texts::head_message, 58}, Column{texts::head_hint, 46},    Column{texts::head_code, 20},
};
constexpr std::uint16_t number_column = 1, severity_column = 2, place_column = 3;
constexpr std::uint32_t title_row = 1, summary_row = 2, head_row = 3;

/// Characters that look like the standard ones; a run needs them, since one with properties has no font of the cell.
std::string run(const std::string& properties, std::string_view text) {
    return "<r><rPr>" + properties + "<rFont val=\"宋体\"/></rPr><t xml:space=\"preserve\">" +
           escaped(xlsx::limited(xlsx::cell_text(text), xlsx::max_cell_units)) + "</t></r>";
}

std::string plain(std::string_view text) {
    return "<t xml:space=\"preserve\">" + escaped(xlsx::limited(xlsx::cell_text(text), xlsx::max_cell_units)) + "</t>";
}

class FindingsSheet {
public:
    FindingsSheet(const Annotations& findings, const std::vector<std::string>& sheet_names, const MarkStyles& styles)
        : findings_(findings), sheet_names_(sheet_names), styles_(styles) {}

    std::string write(const Vocabulary& vocabulary) {
        write_head();
        for (const FindingRow& row : findings_.rows) write_finding(row);
        if (findings_.rows.empty()) add_row(head_row, {{1, run("", texts::nothing_found)}}, 1, false);
        return "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<worksheet xmlns=\"" + vocabulary.main +
               "\"><sheetPr><tabColor rgb=\"FFC00000\"/><pageSetUpPr fitToPage=\"1\"/></sheetPr>" + view() +
               "<sheetFormatPr defaultRowHeight=\"15\"/>" + column_widths() + "<sheetData>" + rows_ + "</sheetData>" +
               formats() + links() +
               "<pageMargins left=\"0.5\" right=\"0.5\" top=\"0.7\" bottom=\"0.7\" header=\"0.3\" footer=\"0.3\"/>"
               "<pageSetup paperSize=\"9\" orientation=\"landscape\" fitToHeight=\"0\"/></worksheet>";
    }

private:
    void write_head() {
        add_row(title_row, {{1, run("<b/><sz val=\"16\"/>", texts::title)}}, 2, false);
        if (!findings_.summary.empty()) add_row(summary_row, {{1, plain(findings_.summary)}}, 1, false);
        if (findings_.rows.empty()) return;
        std::map<std::uint16_t, std::string> heads;
        for (const auto& column : columns) heads[static_cast<std::uint16_t>(heads.size() + 1)] = plain(column.head);
        add_row(head_row, heads, 1, true);
        last_row_ = head_row;
    }

    void write_finding(const FindingRow& row) {
        ++last_row_;
        const std::array<std::string_view, columns.size()> written{"",          row.severity_text, row.place,
                                                                   row.message, row.hint,          row.code};
        std::map<std::uint16_t, std::string> cells{{number_column, std::to_string(last_row_ - head_row)}};
        std::size_t lines = 1;
        for (std::size_t i = 0; i < written.size(); ++i) {
            const auto column = static_cast<std::uint16_t>(i + 1);
            const bool links = column == place_column && add_link(row);
            const std::string look = "<u/><sz val=\"11\"/><color rgb=\"FF0563C1\"/>";
            if (!written[i].empty()) cells[column] = links ? run(look, written[i]) : plain(written[i]);
            lines = std::max(lines, line_count(written[i], columns[i].width));
        }
        coloured_[row.severity].push_back({last_row_, severity_column});
        add_row(last_row_, cells, lines, true);
    }

    static std::size_t line_count(std::string_view text, int width) {
        std::size_t lines = 0;
        for (std::size_t at = 0; at <= text.size();) {
            const std::size_t end = std::min(text.find('\n', at), text.size());
            lines += wrap_text(text.substr(at, end - at), static_cast<std::size_t>(width - 1)).size();
            at = end + 1;
        }
        return lines;
    }

    /// Cells are texts as XML, or numbers.
    void add_row(std::uint32_t row, const std::map<std::uint16_t, std::string>& cells, std::size_t lines,
                 bool wrapped) {
        constexpr std::size_t height_of_line = 16, tallest = 25;
        rows_ += "<row r=\"" + std::to_string(row) + "\" ht=\"" +
                 std::to_string(std::min(lines, tallest) * height_of_line) + "\" customHeight=\"1\">";
        for (const auto& [column, text] : cells) {
            rows_ += "<c r=\"" + name_of({row, column}) + "\"";
            if (wrapped) rows_ += " s=\"" + std::to_string(styles_.wrapped) + "\"";
            const bool is_number = text.front() != '<';
            rows_ += is_number ? "><v>" + text + "</v></c>" : " t=\"inlineStr\"><is>" + text + "</is></c>";
        }
        rows_ += "</row>";
    }

    bool add_link(const FindingRow& row) {
        if (!row.cell || row.place.empty() || row.cell->sheet >= sheet_names_.size()) return false;
        std::string sheet;
        for (const char c : sheet_names_[row.cell->sheet]) sheet += c == '\'' ? std::string("''") : std::string(1, c);
        links_ += "<hyperlink ref=\"" + name_of({last_row_, place_column}) + "\" location=\"" +
                  escaped("'" + sheet + "'!" + name_of({row.cell->row, row.cell->column})) + "\" display=\"" +
                  escaped(row.place) + "\"/>";
        return true;
    }

    /// The heads stay while the list is scrolled.
    [[nodiscard]] std::string view() const {
        if (findings_.rows.empty()) return {};
        const std::string first = name_of({head_row + 1, 1});
        return "<sheetViews><sheetView workbookViewId=\"0\"><pane ySplit=\"" + std::to_string(head_row) +
               "\" topLeftCell=\"" + first +
               "\" activePane=\"bottomLeft\" state=\"frozen\"/><selection pane=\"bottomLeft\" activeCell=\"" + first +
               "\" sqref=\"" + first + "\"/></sheetView></sheetViews>";
    }

    static std::string column_widths() {
        std::string text = "<cols>";
        for (std::size_t i = 0; i < columns.size(); ++i) {
            const std::string number = std::to_string(i + 1);
            text += "<col min=\"" + number + "\" max=\"" + number + "\" width=\"" + std::to_string(columns[i].width) +
                    "\" customWidth=\"1\"/>";
        }
        return text + "</cols>";
    }

    /// The first one is there in any case: the sheet is found by it.
    [[nodiscard]] std::string formats() const {
        int priority = 1;
        const std::string heads = name_of({head_row, 1}) + ":" + name_of({head_row, columns.size()});
        if (findings_.rows.empty()) return format(heads, styles_.info, formula_of_findings, priority);
        std::string text = format(heads, styles_.head, formula_of_findings, priority);
        for (const auto& [severity, places] : coloured_) {
            text += format(list_of(places), styles_.of(severity), formula_of_marks, ++priority);
        }
        // The last one: LibreOffice shows only the first that holds.
        const std::string list = name_of({head_row, 1}) + ":" + name_of({last_row_, columns.size()});
        text += format(list, styles_.bordered, formula_of_marks, ++priority);
        return text;
    }

    static std::string format(const std::string& places, std::size_t look, std::string_view formula, int priority) {
        return "<conditionalFormatting sqref=\"" + places + "\"><cfRule type=\"expression\" dxfId=\"" +
               std::to_string(look) + "\" priority=\"" + std::to_string(priority) + "\"><formula>" + escaped(formula) +
               "</formula></cfRule></conditionalFormatting>";
    }

    [[nodiscard]] std::string links() const { return links_.empty() ? "" : "<hyperlinks>" + links_ + "</hyperlinks>"; }

    const Annotations& findings_;
    const std::vector<std::string>& sheet_names_;
    const MarkStyles& styles_;
    std::uint32_t last_row_{};
    std::string rows_, links_;
    std::map<Severity, std::vector<CellPlace>> coloured_;
};

}  // namespace

std::string findings_sheet_text(const Annotations& findings, const std::vector<std::string>& sheet_names,
                                const MarkStyles& styles, const Vocabulary& vocabulary) {
    return FindingsSheet(findings, sheet_names, styles).write(vocabulary);
}

}  // namespace nianbao::annotation
