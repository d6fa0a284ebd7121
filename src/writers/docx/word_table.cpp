#include "writers/docx/word_table.h"

#include <algorithm>
#include <vector>

#include "writers/docx/table_columns.h"
#include "writers/docx/word_text.h"
#include "writers/table_grid.h"

namespace nianbao::docx {
namespace {

// As the styles of templates/docx/word/styles.xml have them: 五号, and 小五 where columns are many.
constexpr Twips font_size = 210, small_font_size = 180, cell_margins = 56;
constexpr std::size_t many_columns = 7;

std::string number_attribute(const char* element, Twips value, const char* more = "") {
    return std::string("<w:") + element + " w:w=\"" + std::to_string(value) + "\"" + more + "/>";
}

class TableXml {
public:
    explicit TableXml(const Grid& grid)
        : grid_(grid),
          places_(grid),
          is_small_(grid.columns >= many_columns),
          widths_(table_columns(grid, text_width, is_small_ ? small_font_size : font_size, cell_margins)) {}

    [[nodiscard]] std::string write() const {
        std::string xml = "<w:tbl><w:tblPr><w:tblStyle w:val=\"ReportTable\"/>" +
                          number_attribute("tblW", text_width, " w:type=\"dxa\"") +
                          "<w:jc w:val=\"center\"/><w:tblLayout w:type=\"fixed\"/><w:tblLook w:val=\"0000\"/>"
                          "</w:tblPr><w:tblGrid>";
        for (const Twips width : widths_) xml += number_attribute("gridCol", width);
        xml += "</w:tblGrid>\n";
        for (std::size_t row = 0; row < places_.rows(); ++row) xml += row_xml(row);
        return xml + "</w:tbl>";
    }

private:
    [[nodiscard]] std::string row_xml(std::size_t row) const {
        std::string xml = "<w:tr><w:trPr><w:cantSplit/>";
        if (row < repeated_rows()) xml += "<w:tblHeader/>";
        xml += "</w:trPr>";
        for (std::size_t column = 0; column < places_.columns();) {
            const std::size_t end = end_of(row, column);
            xml += cell_xml(row, column, end);
            column = end;
        }
        return xml + "</w:tr>\n";
    }

    [[nodiscard]] std::size_t repeated_rows() const {
        const bool one_head = grid_.bands.size() == 1 && grid_.bands.front().first_row == 0;
        return one_head ? grid_.bands.front().head_rows : 0;
    }

    /// Whether a page may not end below a row: another of its band follows.
    [[nodiscard]] bool keeps_with_next(std::size_t row) const {
        if (grid_.bands.size() < 2) return row + 1 < places_.rows() && row < repeated_rows();
        return std::any_of(grid_.bands.begin(), grid_.bands.end(), [row](const Band& band) {
            return row >= band.first_row && row + 1 < std::size_t{band.first_row} + band.rows;
        });
    }

    /// The column behind the cell that covers a place.
    [[nodiscard]] std::size_t end_of(std::size_t row, std::size_t column) const {
        std::size_t end = column + 1;
        while (end < places_.columns() && places_.same_cell(row, column, row, end)) ++end;
        return end;
    }

    [[nodiscard]] std::string cell_xml(std::size_t row, std::size_t column, std::size_t end) const {
        const GridCell* cell = places_.cell(row, column);
        const bool continues = cell && cell->row < row;
        const bool goes_on = row + 1 < places_.rows() && places_.same_cell(row, column, row + 1, column);
        Twips width = 0;
        for (std::size_t c = column; c < end; ++c) width += widths_[c];
        std::string xml = "<w:tc><w:tcPr>" + number_attribute("tcW", width, " w:type=\"dxa\"");
        if (end - column > 1) xml += "<w:gridSpan w:val=\"" + std::to_string(end - column) + "\"/>";
        if (continues) {
            xml += "<w:vMerge w:val=\"continue\"/>";
        } else if (goes_on) {
            xml += "<w:vMerge w:val=\"restart\"/>";
        }
        return xml + "<w:vAlign w:val=\"center\"/></w:tcPr>" + text_of(continues ? nullptr : cell, row) + "</w:tc>";
    }

    /// A cell has to have a paragraph.
    [[nodiscard]] std::string text_of(const GridCell* cell, std::size_t row) const {
        const char* keeps = keeps_with_next(row) ? "<w:keepNext/>" : "";
        if (!cell || cell->text.empty()) return word_paragraph(style(cell), {}, keeps);
        std::string xml;
        for (const Paragraph& paragraph : cell->text) xml += word_paragraph(style(cell), word_runs(paragraph), keeps);
        return xml;
    }

    [[nodiscard]] std::string style(const GridCell* cell) const {
        const std::string prefix = is_small_ ? "Narrow" : "";
        switch (cell ? cell->role : GridCell::Role::input) {
            case GridCell::Role::band:
            case GridCell::Role::corner:
            case GridCell::Role::head:
                return prefix + "TableHead";
            case GridCell::Role::side:
                return prefix + "TableSide";
            case GridCell::Role::plain:
                return prefix + "TableText";
            default:
                return prefix + "TableValue";
        }
    }

    const Grid& grid_;
    TableGrid places_;
    bool is_small_;
    std::vector<Twips> widths_;
};

}  // namespace

std::string word_table(const Grid& grid) {
    if (grid.rows == 0 || grid.columns == 0) return {};
    return TableXml(grid).write();
}

}  // namespace nianbao::docx
