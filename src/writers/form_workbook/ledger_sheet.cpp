#include "messages/form_workbook_texts.h"
#include "messages/form_workbook_words.h"
#include "messages/phrases.h"
#include "writers/form_workbook/form_looks.h"
#include "writers/form_workbook/sheets.h"

namespace nianbao {
namespace {

namespace looks = form_looks;
namespace texts = form_workbook_texts;
namespace words = form_workbook_words;

constexpr std::uint32_t lines = texts::ledger_capacity;
constexpr std::uint32_t head_row = 2, first_row = 3;

enum Column : std::uint32_t { number, received, kind, carried, outcome, done, remark, count_ };
constexpr std::array<double, count_> widths{40, 80, 110, 80, 300, 80, 200};

xlsx::Extent column_of(Column column) { return {first_row, column, lines, 1}; }

void choose(DraftSheet& sheet, Column column, const FormPlaces::List& list) {
    sheet.sheet().validate(column_of(column), {.kind = xlsx::Validation::Kind::list,
                                               .list = list.range,
                                               .title = std::string(words::choose_title),
                                               .message = std::string(words::choose_message)});
}

xlsx::CellStyle centred(xlsx::CellStyle style) {
    style.horizontal = looks::Horizontal::centre;
    style.indent = 0;
    return style;
}

xlsx::CellStyle input_of(Column column) {
    xlsx::CellStyle style = looks::input();
    if (column == received || column == done) style.number_format = "yyyy-mm-dd";
    if (column == received || column == kind || column == carried || column == done) return centred(style);
    return style;
}

void write_lines(DraftSheet& sheet) {
    const xlsx::CellStyle counted = centred(looks::boxed(looks::text(10, looks::grey), looks::computed_fill));
    for (std::uint32_t i = 0; i < lines; ++i) {
        sheet.put({first_row + i, number}, Amount{static_cast<std::int64_t>(i) + 1, 0}, counted);
        for (std::uint32_t column = received; column < count_; ++column) {
            sheet.put({first_row + i, column}, std::monostate{}, input_of(static_cast<Column>(column)));
        }
    }
}

void write_top(DraftSheet& sheet, FormContext& context) {
    sheet.put({0, 0}, std::string(words::ledger_title), looks::title());
    sheet.sheet().set_row_height(0, 30);
    const std::string& table = context.form.tables[context.form.ledger->table].name.zh;
    xlsx::CellStyle hint = looks::text(10, looks::grey);
    hint.wrap = false;
    sheet.put({1, 0}, fill_in(std::string(words::ledger_hint), {{"table", table}}), hint);
    xlsx::CellStyle label = looks::text(10);
    label.horizontal = looks::Horizontal::right;
    sheet.put({0, done}, std::string(words::ledger_lines), label);
    xlsx::CellStyle figure = looks::text(12);
    figure.bold = true;
    const std::string used = std::to_string(lines) + "-COUNTBLANK(" + fixed_range(column_of(kind)) + ')';
    sheet.put({0, remark}, xlsx::Formula{used, {}}, figure);
    for (std::uint32_t column = 0; column < count_; ++column) {
        sheet.sheet().set_column_width(column, widths[column]);
        sheet.put({head_row, column}, std::string(texts::ledger_heads[column]), looks::head());
    }
    sheet.sheet().set_row_height(head_row, 32);
}

void add_items(const DraftSheet& sheet, FormContext& context) {
    const auto range = [&](Column column) { return fixed_range(sheet, column_of(column)); };
    const auto add = [&](std::string_view what, Column filled_in, Column empty, ResultItem::Kind result) {
        context.items.push_back({result, sheet.name(), std::string(what), std::string(texts::ledger_heads[empty]),
                                 "COUNTIFS(" + range(filled_in) + ",\"<>\"," + range(empty) + ",\"\")"});
    };
    add(words::ledger_without_kind, received, kind, ResultItem::Kind::open);
    add(words::ledger_done_without_result, done, outcome, ResultItem::Kind::ask);
}

}  // namespace

void write_ledger_sheet(DraftSheet& sheet, FormContext& context) {
    write_top(sheet, context);
    write_lines(sheet);
    FormPlaces& places = context.places;
    choose(sheet, kind, places.applicants);
    choose(sheet, carried, places.yes_or_no);
    choose(sheet, outcome, places.outcomes);
    places.ledger_lines = fixed_range(sheet, {0, remark, 1, 1});
    places.ledger_kind = fixed_range(sheet, column_of(kind));
    places.ledger_carried = fixed_range(sheet, column_of(carried));
    places.ledger_outcome = fixed_range(sheet, column_of(outcome));
    add_items(sheet, context);
    sheet.sheet().freeze_rows(first_row);
    sheet.sheet().hide_gridlines();
    xlsx::PageSetup page = looks::page();
    page.repeated_rows = {0, first_row - 1};
    sheet.sheet().set_page(page);
    sheet.sheet().set_tab_colour(looks::input_tab);
    sheet.sheet().protect();
}

}  // namespace nianbao
