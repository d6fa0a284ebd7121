#include "writers/xlsx/workbook.h"

#include <xlsxwriter.h>
#include <clocale>
#include <ctime>

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <cmath>
#include <deque>

#include "writers/write_error.h"
#include "writers/xlsx/memory_file.h"
#include "writers/xlsx/sheet_text.h"

namespace nianbao::xlsx {
namespace {

void require(lxw_error code, const char* what) {
    if (code != LXW_NO_ERROR) throw WriteError(std::string(what) + ": " + lxw_strerror(code));
}

/// libxlsxwriter prints numbers with the decimal point of the thread's locale.
class PlainNumbers {
public:
    PlainNumbers() : before_(uselocale(plain())) {}
    ~PlainNumbers() { uselocale(before_); }
    PlainNumbers(const PlainNumbers&) = delete;
    PlainNumbers& operator=(const PlainNumbers&) = delete;

private:
    static locale_t plain() {
        static const locale_t locale = newlocale(LC_ALL_MASK, "C", nullptr);
        return locale;
    }
    locale_t before_;
};

double number_of(const Amount& amount) {
    const std::string text = to_string(amount);
    double number = 0;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

/// libxlsxwriter takes texts as char*, and changes none.
char* text_of(const std::string& text) { return const_cast<char*>(text.c_str()); }

time_t day_after(int year) {
    using namespace std::chrono;
    const int next = std::clamp(year, 1980, 2200) + 1;  // 0 would mean now
    return sys_days{std::chrono::year{next} / January / 1}.time_since_epoch() / seconds{1};
}

lxw_row_t row_of(std::uint32_t row) {
    if (row >= LXW_ROW_MAX) throw WriteError("the sheet has too many rows");
    return row;
}

lxw_col_t column_of(std::uint32_t column) {
    if (column >= LXW_COL_MAX) throw WriteError("the sheet has too many columns");
    return static_cast<lxw_col_t>(column);
}

lxw_row_t last_row_of(const Extent& at) { return row_of(at.row + std::max(at.rows, 1U) - 1); }
lxw_col_t last_column_of(const Extent& at) { return column_of(at.column + std::max(at.columns, 1U) - 1); }

bool overlap(const Extent& a, const Extent& b) {
    return a.row < b.row + b.rows && b.row < a.row + a.rows && a.column < b.column + b.columns &&
           b.column < a.column + a.columns;
}

/// A cell holds this much; longer texts are split by whoever writes them.
std::string fitting(const std::string& text) {
    std::string whole = cell_text(text);
    return utf16_length(whole) <= max_cell_units ? whole : cell_text(limited(text, max_cell_units / 2));
}

}  // namespace

/// One format of the workbook for each style in use.
class FormatTable {
public:
    explicit FormatTable(lxw_workbook* workbook) : workbook_(workbook) {}

    lxw_format* of(const CellStyle& style) {
        for (const auto& [known, format] : formats_) {
            if (known == style) return format;
        }
        return formats_.emplace_back(style, made(style)).second;
    }

    lxw_format* colours(const Colours& what) {
        lxw_format* format = added();
        format_set_font_color(format, what.letters);
        format_set_bg_color(format, what.ground);
        return format;
    }

private:
    lxw_format* added() {
        lxw_format* format = workbook_add_format(workbook_);
        if (!format) throw WriteError("no memory for a format");
        return format;
    }

    lxw_format* made(const CellStyle& style) {
        lxw_format* format = added();
        format_set_font_name(format, style.font.c_str());
        format_set_font_size(format, style.size);
        if (style.bold) format_set_bold(format);
        if (style.border) format_set_border(format, LXW_BORDER_THIN);
        if (style.wrap) format_set_text_wrap(format);
        if (style.colour != 0) format_set_font_color(format, style.colour);
        if (!style.number_format.empty()) format_set_num_format(format, style.number_format.c_str());
        constexpr std::array<std::uint8_t, 3> alignments{LXW_ALIGN_LEFT, LXW_ALIGN_CENTER, LXW_ALIGN_RIGHT};
        format_set_align(format, alignments[static_cast<std::size_t>(style.horizontal)]);
        format_set_align(format, style.top ? LXW_ALIGN_VERTICAL_TOP : LXW_ALIGN_VERTICAL_CENTER);
        if (style.indent > 0) format_set_indent(format, style.indent);
        if (style.fill != 0) format_set_bg_color(format, style.fill);
        if (style.border && style.border_colour != 0) format_set_border_color(format, style.border_colour);
        if (style.unlocked) format_set_unlocked(format);
        if (style.struck) format_set_font_strikeout(format);
        return format;
    }

    lxw_workbook* workbook_;
    std::deque<std::pair<CellStyle, lxw_format*>> formats_;
};

namespace {

/// Writes each kind of content into one cell.
struct ContentWriter {
    lxw_worksheet* sheet;
    lxw_row_t row;
    lxw_col_t column;
    const CellStyle& style;
    FormatTable& formats;

    lxw_error operator()(std::monostate) const { return worksheet_write_blank(sheet, row, column, formats.of(style)); }
    lxw_error operator()(const Amount& number) const {
        return worksheet_write_number(sheet, row, column, number_of(number), formats.of(style));
    }
    lxw_error operator()(const std::string& text) const {
        return worksheet_write_string(sheet, row, column, fitting(text).c_str(), formats.of(style));
    }
    lxw_error operator()(const Formula& formula) const {
        lxw_format* format = formats.of(style);
        if (const Amount* number = std::get_if<Amount>(&formula.cached)) {
            return worksheet_write_formula_num(sheet, row, column, formula.text.c_str(), format, number_of(*number));
        }
        const std::string& cached = std::get<std::string>(formula.cached);
        return worksheet_write_formula_str(sheet, row, column, formula.text.c_str(), format, cached.c_str());
    }
    lxw_error operator()(const std::vector<TextRun>& all) const {
        std::string plain;
        std::vector<TextRun> runs;
        for (const TextRun& run : all) {
            plain += run.text;
            if (!without_forbidden(run.text).empty()) runs.push_back(run);
        }
        const bool mixed =
            std::any_of(runs.begin(), runs.end(), [&](const TextRun& run) { return !run.looks_like(runs.front()); });
        if (mixed && utf16_length(cell_text(plain)) <= max_cell_units) return write_rich(runs);
        const CellStyle whole = mixed || runs.empty() ? style : style_of(runs.front());
        return ContentWriter{sheet, row, column, whole, formats}(plain);
    }

private:
    [[nodiscard]] CellStyle style_of(const TextRun& run) const {
        CellStyle own = style;
        own.bold = style.bold || run.strong;
        own.struck = style.struck || run.struck;
        if (run.colour != 0) own.colour = run.colour;
        return own;
    }

    lxw_error write_rich(const std::vector<TextRun>& runs) const {
        std::vector<std::string> texts(runs.size());
        std::vector<lxw_rich_string_tuple> parts(runs.size());
        std::vector<lxw_rich_string_tuple*> list(runs.size() + 1);  // ends with nothing
        for (std::size_t i = 0; i < runs.size(); ++i) {
            texts[i] = cell_text(runs[i].text);
            parts[i] = {formats.of(style_of(runs[i])), text_of(texts[i])};
            list[i] = &parts[i];
        }
        return worksheet_write_rich_string(sheet, row, column, list.data(), formats.of(style));
    }
};

}  // namespace

void Sheet::merge(const Extent& at, const CellStyle& style) {
    for (const Extent& other : merged_) {
        if (overlap(at, other)) throw WriteError("two cells of a table cover the same place");
    }
    merged_.push_back(at);
    if (at.rows * at.columns < 2) return;  // a merge of one cell is refused
    require(worksheet_merge_range(sheet_, at.row, column_of(at.column), last_row_of(at), last_column_of(at), "",
                                  formats_.of(style)),
            "cells cannot be merged");
}

void Sheet::write(const Extent& at, const CellContent& content, const CellStyle& style) {
    const PlainNumbers plain_numbers;
    const lxw_row_t row = row_of(at.row);
    const lxw_col_t column = column_of(at.column);
    if (at.rows > 1 || at.columns > 1) merge(at, style);
    require(std::visit(ContentWriter{sheet_, row, column, style, formats_}, content), "a cell cannot be written");
}

void Sheet::set_column_width(std::uint32_t column, double points) {
    const lxw_col_t at = column_of(column);
    const auto pixels = static_cast<std::uint32_t>(std::lround(points * 96 / 72));
    require(worksheet_set_column_pixels(sheet_, at, at, std::min(pixels, 1790U), nullptr), "no such column");
}

void Sheet::set_row_height(std::uint32_t row, double points) {
    const double height = std::min(std::ceil(points * 4 / 3) * 3 / 4, 409.5);  // whole pixels
    require(worksheet_set_row(sheet_, row_of(row), height, nullptr), "no such row");
}

void Sheet::set_page(const PageSetup& page) {
    constexpr double inch = 72;
    constexpr std::uint8_t a4 = 9;
    worksheet_set_paper(sheet_, a4);
    if (page.landscape) worksheet_set_landscape(sheet_);
    worksheet_set_margins(sheet_, page.left / inch, page.right / inch, page.top / inch, page.bottom / inch);
    worksheet_center_horizontally(sheet_);
    worksheet_fit_to_pages(sheet_, 1, page.on_one_page ? 1 : 0);
    if (const auto& area = page.print_area) {
        require(worksheet_print_area(sheet_, row_of(area->row), column_of(area->column), last_row_of(*area),
                                     last_column_of(*area)),
                "no such print area");
    }
    if (page.repeated_rows) {
        require(worksheet_repeat_rows(sheet_, row_of(page.repeated_rows->first), row_of(page.repeated_rows->second)),
                "no such head rows");
    }
    lxw_header_footer_options header{}, footer{};
    header.margin = page.header_margin / inch;
    footer.margin = page.footer_margin / inch;
    require(worksheet_set_header_opt(sheet_, page.header.c_str(), &header), "the header is refused");
    require(worksheet_set_footer_opt(sheet_, page.footer.c_str(), &footer), "the footer is refused");
}

void Sheet::freeze_rows(std::uint32_t rows) { freeze(rows, 0); }
void Sheet::freeze(std::uint32_t rows, std::uint32_t columns) {
    worksheet_freeze_panes(sheet_, row_of(rows), column_of(columns));
}

void Sheet::highlight(const Extent& at, const Highlight& what) {
    // Type CELL: the types for texts get a wrong formula in 1.1.4.
    const std::string value = '"' + std::string(what.text) + '"';
    lxw_conditional_format format{};
    format.type = LXW_CONDITIONAL_TYPE_CELL;
    format.criteria = LXW_CONDITIONAL_CRITERIA_EQUAL_TO;
    format.value_string = text_of(value);
    format.format = formats_.colours(what.colours);
    require(worksheet_conditional_format_range(sheet_, row_of(at.row), column_of(at.column), last_row_of(at),
                                               last_column_of(at), &format),
            "a conditional format is refused");
}

void Sheet::highlight_where(const Extent& at, const std::string& formula, const Colours& colours) {
    const std::string value = '=' + formula;
    lxw_conditional_format format{};
    format.type = LXW_CONDITIONAL_TYPE_FORMULA;
    format.value_string = text_of(value);
    format.format = formats_.colours(colours);
    require(worksheet_conditional_format_range(sheet_, row_of(at.row), column_of(at.column), last_row_of(at),
                                               last_column_of(at), &format),
            "a conditional format is refused");
}

void Sheet::validate(const Extent& at, const Validation& what) {
    const PlainNumbers plain_numbers;
    const std::string list = '=' + what.list;
    lxw_data_validation rule{};
    if (what.kind == Validation::Kind::list) {
        rule.validate = LXW_VALIDATION_TYPE_LIST_FORMULA;  // a list of words overruns its buffer in 1.1.4
        rule.value_formula = text_of(list);
    } else {
        const bool whole = what.kind == Validation::Kind::whole;
        rule.validate = whole ? LXW_VALIDATION_TYPE_INTEGER : LXW_VALIDATION_TYPE_DECIMAL;
        const auto least = static_cast<double>(what.least.value_or(-999'999'999'999'999));
        rule.criteria = what.most ? LXW_VALIDATION_CRITERIA_BETWEEN : LXW_VALIDATION_CRITERIA_GREATER_THAN_OR_EQUAL_TO;
        rule.value_number = rule.minimum_number = least;
        rule.maximum_number = static_cast<double>(what.most.value_or(0));
    }
    rule.error_title = text_of(what.title);
    rule.error_message = text_of(what.message);
    require(worksheet_data_validation_range(sheet_, row_of(at.row), column_of(at.column), last_row_of(at),
                                            last_column_of(at), &rule),
            "a validation is refused");
}

void Sheet::protect() {
    lxw_protection allowed{};
    allowed.format_columns = allowed.format_rows = LXW_TRUE;
    worksheet_protect(sheet_, nullptr, &allowed);
}

void Sheet::hide() { worksheet_hide(sheet_); }

void Sheet::hide_columns(std::uint32_t first, std::uint32_t count) {
    lxw_row_col_options options{};
    options.hidden = LXW_TRUE;
    require(worksheet_set_column_opt(sheet_, column_of(first), column_of(first + count - 1), LXW_DEF_COL_WIDTH, nullptr,
                                     &options),
            "no such column");
}

void Sheet::hide_gridlines() { worksheet_gridlines(sheet_, LXW_HIDE_ALL_GRIDLINES); }
void Sheet::set_tab_colour(std::uint32_t colour) { worksheet_set_tab_color(sheet_, colour); }
void Sheet::activate() { worksheet_activate(sheet_); }

void Sheet::silence_hints(const Extent& at) {
    char range[LXW_MAX_CELL_RANGE_LENGTH];
    lxw_rowcol_to_range(range, row_of(at.row), column_of(at.column), last_row_of(at), last_column_of(at));
    for (const std::uint8_t hint :
         {LXW_IGNORE_NUMBER_STORED_AS_TEXT, LXW_IGNORE_FORMULA_DIFFERS, LXW_IGNORE_FORMULA_RANGE}) {
        require(worksheet_ignore_errors(sheet_, hint, range), "a hint cannot be silenced");
    }
}

struct Workbook::State {
    MemoryFile file;
    std::unique_ptr<lxw_workbook, decltype(&lxw_workbook_free)> workbook{nullptr, &lxw_workbook_free};
    std::unique_ptr<FormatTable> formats;
    std::deque<Sheet> sheets;
};

Workbook::Workbook(const Properties& properties) : state_(std::make_unique<State>()) {
    const PlainNumbers plain_numbers;
    state_->workbook.reset(workbook_new(state_->file.path().c_str()));
    if (!state_->workbook) throw WriteError("no memory for a workbook");
    state_->formats = std::make_unique<FormatTable>(state_->workbook.get());
    const std::string title = limited(without_forbidden(properties.title), max_property_units);
    const std::string author = limited(without_forbidden(properties.author), max_property_units);
    lxw_doc_properties wanted{};
    wanted.title = text_of(title);
    wanted.author = text_of(author);
    wanted.created = day_after(properties.year);
    require(workbook_set_properties(state_->workbook.get(), &wanted), "the properties are refused");
}

Workbook::~Workbook() = default;

Sheet& Workbook::add_sheet(const std::string& name) {
    require(workbook_validate_sheet_name(state_->workbook.get(), name.c_str()), "the name of a sheet is refused");
    lxw_worksheet* sheet = workbook_add_worksheet(state_->workbook.get(), name.c_str());
    if (!sheet) throw WriteError("a sheet cannot be added");
    return state_->sheets.emplace_back(sheet, *state_->formats);
}

void Workbook::set_property(const std::string& name, const std::string& value) {
    const std::string text = limited(without_forbidden(value), max_property_units);
    if (text.empty()) return;  // refused, and says nothing
    require(workbook_set_custom_property_string(state_->workbook.get(), name.c_str(), text.c_str()),
            "a property is refused");
}

std::string Workbook::bytes() {
    const PlainNumbers plain_numbers;
    require(workbook_close(state_->workbook.release()), "the workbook cannot be written");  // frees it, too
    return state_->file.content();
}

}  // namespace nianbao::xlsx
