#include <algorithm>

#include "messages/form_workbook_words.h"
#include "messages/workbook_texts.h"
#include "writers/form_workbook/form_looks.h"
#include "writers/form_workbook/sheets.h"
#include "writers/xlsx/sheet_metrics.h"

namespace nianbao {
namespace {

namespace looks = form_looks;
namespace words = form_workbook_words;

constexpr std::uint32_t head_row = 2, first_row = 3;

enum Column : std::uint32_t { result, found, table, what, where, count_ };
constexpr std::array<double, count_> widths{60, 44, 110, 420, 240};

std::string quoted(std::string_view text) { return '"' + std::string(text) + '"'; }

std::string_view word_of(ResultItem::Kind kind) {
    if (kind == ResultItem::Kind::open) return words::open;
    return kind == ResultItem::Kind::differs ? workbook_texts::differs : workbook_texts::please_check;
}

class ResultWriter {
public:
    ResultWriter(DraftSheet& sheet, FormContext& context) : sheet_(sheet), context_(context) {}

    void write() {
        using Kind = ResultItem::Kind;
        write_heads();
        const std::string open = write_items(Kind::open);
        const std::string differs = write_items(Kind::differs);
        write_items(Kind::ask);
        sheet_.put({0, 0}, xlsx::Formula{verdict(open, differs), {}}, looks::verdict(18));
        sheet_.sheet().set_row_height(0, 36);
        const std::string ready = "$A$1=" + quoted(words::ready);
        sheet_.sheet().highlight_where({0, 0, 1, count_}, ready, looks::good);
        sheet_.sheet().highlight_where({0, 0, 1, count_}, differs + ">0", looks::wrong);
        sheet_.sheet().highlight_where({0, 0, 1, count_}, open + ">0", looks::ask);
        sheet_.sheet().freeze_rows(first_row);
        sheet_.sheet().hide_gridlines();
        sheet_.sheet().set_page(looks::page());
        sheet_.sheet().set_tab_colour(looks::guide_tab);
        sheet_.sheet().protect();
    }

private:
    void write_heads() {
        xlsx::CellStyle hint = looks::text(10, looks::grey);
        hint.wrap = false;
        sheet_.put({1, 0}, std::string(words::result_hint), hint);
        for (std::uint32_t column = 0; column < count_; ++column) {
            sheet_.sheet().set_column_width(column, widths[column]);
            sheet_.put({head_row, column}, std::string(words::result_heads[column]), looks::head());
        }
        sheet_.sheet().set_row_height(head_row, 22);
    }

    /// All items of one kind, in the order of the sheets; the sum of what they find.
    std::string write_items(ResultItem::Kind kind) {
        const std::uint32_t first = row_;
        for (const ResultItem& item : context_.items) {
            if (item.kind == kind) write_item(item);
        }
        if (row_ == first) return "0";
        const xlsx::Extent results{first, result, row_ - first, 1};
        sheet_.sheet().highlight(results, {word_of(kind), kind == ResultItem::Kind::ask ? looks::ask : looks::wrong});
        sheet_.sheet().highlight_where({first, result, row_ - first, count_}, '$' + cell_name({first, found}) + "=0",
                                       looks::quiet);
        return "SUM(" + fixed_range({first, found, row_ - first, 1}) + ')';
    }

    void write_item(const ResultItem& item) {
        xlsx::CellStyle centred = looks::label();
        centred.horizontal = looks::Horizontal::centre;
        centred.indent = 0;
        xlsx::CellStyle figure = centred;
        figure.number_format = "0;-0;;@";
        const std::string count = cell_name({row_, found});
        const std::string shown =
            "IF(" + count + "=0," + quoted(words::passed) + ',' + quoted(word_of(item.kind)) + ')';
        sheet_.put({row_, result}, xlsx::Formula{shown, {}}, centred);
        sheet_.put({row_, found}, xlsx::Formula{item.count, {}}, figure);
        sheet_.put({row_, table}, item.sheet, looks::label());
        sheet_.put({row_, what}, item.what, looks::label());
        sheet_.put({row_, where}, item.where, looks::hint());
        const int lines = std::max(count_lines(item.what, looks::size, widths[what] - looks::padding),
                                   count_lines(item.where, 10, widths[where] - looks::padding));
        sheet_.sheet().set_row_height(row_++, lines_height(lines, looks::size) + 4);
    }

    /// 还有n处未填、n处不符, one of the two, or 可以报送.
    [[nodiscard]] static std::string verdict(const std::string& open, const std::string& differs) {
        const std::string open_text = '(' + open + ")&" + quoted(words::open_unit);
        const std::string differs_text = '(' + differs + ")&" + quoted(words::differs_unit);
        const std::string and_mark = '&' + quoted(words::and_mark) + '&';
        return "IF(AND(" + open + "=0," + differs + "=0)," + quoted(words::ready) + ',' + quoted(words::still_open) +
               "&IF(" + differs + "=0," + open_text + ",IF(" + open + "=0," + differs_text + ',' + open_text +
               and_mark + differs_text + ")))";
    }

    DraftSheet& sheet_;
    FormContext& context_;
    std::uint32_t row_{first_row};
};

}  // namespace

void write_result_sheet(DraftSheet& sheet, FormContext& context) {
    ResultWriter(sheet, context).write();
    context.places.result = fixed_range(sheet, {0, 0, 1, 1});
}

}  // namespace nianbao
