#include <algorithm>

#include "messages/form_workbook_words.h"
#include "messages/phrases.h"
#include "unicode/utf8.h"
#include "writers/form_workbook/form_looks.h"
#include "writers/form_workbook/sheets.h"
#include "writers/xlsx/sheet_metrics.h"
#include "writers/xlsx/sheet_text.h"

namespace nianbao {
namespace {

namespace looks = form_looks;
namespace texts = form_workbook_texts;
namespace words = form_workbook_words;

constexpr std::uint32_t head_row = 2, first_row = 3;
constexpr int spare_items = 3;
constexpr double text_height = 96, spare_height = 42;

enum Column : std::uint32_t { section, item, content, guidance, length, count_ };
constexpr std::array<double, count_> widths{120, 110, 460, 210, 44};
constexpr std::array<std::string_view, count_> heads{texts::head_section, texts::head_item, texts::head_text,
                                                     texts::head_guidance, texts::head_length};

/// The longest beginning of a text that a cell can hold.
std::string first_part(std::string_view text) {
    std::size_t end = 0;
    for (std::size_t units = 0; end < text.size();) {
        std::size_t next = end;
        units += next_code_point(text, next) > 0xFFFF ? 2 : 1;
        if (units > xlsx::max_cell_units) break;
        end = next;
    }
    std::string part(text.substr(0, end));
    while (xlsx::utf16_length(xlsx::cell_text(part)) > xlsx::max_cell_units) {  // what is escaped takes more room
        std::size_t half = part.size() / 2;
        while ((static_cast<unsigned char>(part[half]) & 0xC0U) == 0x80U) --half;
        part.resize(half);
    }
    return part;
}

std::string joined(const Paragraphs& paragraphs) {
    std::string text;
    for (const std::string& paragraph : paragraphs) text += (text.empty() ? "" : "\n") + paragraph;
    return text;
}

/// The last part of the path of a field.
std::string name_of(const Field& field) { return field.path.substr(field.path.rfind('/') + 1); }

struct TextRow {
    std::string item, text, guidance;
    bool item_is_open{};
    double height{text_height};
};

class TextsWriter {
public:
    TextsWriter(DraftSheet& sheet, FormContext& context) : sheet_(sheet), context_(context), form_(context.form) {}

    void write() {
        write_top();
        for (const FieldId field : form_.fields_of(-1)) {
            section_ = form_.fields[field].title.zh;
            write_field(field);
        }
        for (std::size_t i = 0; i < form_.sections.size(); ++i) write_section(i);
        sheet_.sheet().silence_hints({0, 0, row_, count_});
        sheet_.sheet().freeze(first_row, content);
        sheet_.sheet().hide_gridlines();
        sheet_.sheet().set_page(looks::page(true));
        sheet_.sheet().set_tab_colour(looks::input_tab);
        sheet_.sheet().protect();
    }

private:
    void write_top() {
        sheet_.put({0, 0}, std::string(texts::narrative_title), looks::title());
        sheet_.sheet().set_row_height(0, 30);
        xlsx::CellStyle hint = looks::text(10, looks::grey);
        hint.wrap = false;
        sheet_.put({1, 0}, std::string(texts::narrative_hint), hint);
        for (std::uint32_t column = 0; column < count_; ++column) {
            sheet_.sheet().set_column_width(column, widths[column]);
            sheet_.put({head_row, column}, std::string(heads[column]), looks::head());
        }
        sheet_.sheet().set_row_height(head_row, 22);
    }

    void write_section(std::size_t index) {
        const Section& section_of_form = form_.sections[index];
        section_ = section_of_form.heading;
        const std::uint32_t first = row_;
        std::vector<bool> written(context_.report.others.size(), !takes_others(index));
        for (const FieldId field : form_.fields_of(static_cast<int>(index))) {
            write_field(field);
            write_others(written, [&](const ExtraItem& extra) { return extra.after == name_of(form_.fields[field]); });
        }
        write_others(written, [](const ExtraItem&) { return true; });
        for (int i = 0; i < spare_items && section_of_form.extra_items; ++i)
            write_row({"", "", std::string(texts::spare_guidance), true, spare_height});
        if (row_ > first) add_items(section_of_form, {first, length, row_ - first, 1});
    }

    /// A report has further items in one section, the first that may have any.
    [[nodiscard]] bool takes_others(std::size_t index) const {
        const auto first = std::find_if(form_.sections.begin(), form_.sections.end(),
                                        [](const Section& each) { return each.extra_items; });
        return first == form_.sections.begin() + static_cast<std::ptrdiff_t>(index);
    }

    template <typename Belongs>
    void write_others(std::vector<bool>& written, Belongs belongs) {
        for (std::size_t i = 0; i < written.size(); ++i) {
            const ExtraItem& extra = context_.report.others[i];
            if (written[i] || !belongs(extra)) continue;
            written[i] = true;
            write_row({extra.heading, joined(extra.text), std::string(texts::extra_guidance), true, text_height});
        }
    }

    void write_field(FieldId id) {
        const Field& field = form_.fields[id];
        const bool beside_table = field.role == Field::Role::before_table || field.role == Field::Role::after_table;
        write_row({field.title.zh, joined(text_of(context_.report, id)), field.guidance.zh, false,
                   beside_table ? spare_height : text_height});
    }

    void write_row(const TextRow& row) {
        std::string part = first_part(row.text);
        write_cells(row, part);
        for (std::size_t at = part.size(); at < row.text.size(); at += part.size()) {
            part = first_part(std::string_view(row.text).substr(at));
            write_cells({std::string(texts::continued), "", "", false, row.height}, part);
        }
    }

    void write_cells(const TextRow& row, const std::string& text) {
        xlsx::CellStyle label = looks::label();
        label.top = true;
        xlsx::CellStyle input = looks::input();
        input.top = true;
        xlsx::CellStyle hint = looks::hint();
        hint.top = true;
        xlsx::CellStyle counted = looks::boxed(looks::text(10, looks::grey), looks::computed_fill);
        counted.horizontal = looks::Horizontal::centre;
        counted.number_format = "0;-0;;@";  // nothing for 0
        sheet_.put({row_, section}, section_, label);
        sheet_.put({row_, item}, content_of(row.item), row.item_is_open ? input : label);
        sheet_.put({row_, content}, content_of(text), input);
        sheet_.put({row_, guidance}, row.guidance, hint);
        sheet_.put({row_, length}, xlsx::Formula{"LEN(" + cell_name({row_, content}) + ')', {}}, counted);
        const double needed =
            std::max(lines_height(count_lines(text, looks::size, widths[content] - looks::padding), looks::size),
                     lines_height(count_lines(row.guidance, 10, widths[guidance] - looks::padding), 10));
        sheet_.sheet().set_row_height(row_++, std::min(std::max(row.height, needed), max_row_height));
    }

    [[nodiscard]] static xlsx::CellContent content_of(const std::string& text) {
        return text.empty() ? xlsx::CellContent() : xlsx::CellContent(text);
    }

    // Which sections may not be empty, and how short they may be, is said by the catalogue.

    void add_items(const Section& of_form, const xlsx::Extent& lengths) {
        const std::string sum = "SUM(" + fixed_range(sheet_, lengths) + ')';
        bool empty_is_told = false;
        for (const Rule& rule : context_.statute.catalogue.rules) {
            if (!rule.built || rule.severity == Severity::off || !requires_text(rule, of_form.id)) continue;
            if (!concerns(rule.applies, context_.issuer, form_.id, context_.report.year)) continue;
            if (!empty_is_told)
                add_item(ResultItem::Kind::open, words::section_empty, of_form, 0, "IF(" + sum + "=0,1,0)");
            empty_is_told = true;
            const long limit = rule.check == "required-text" ? parameter_number(rule, "limit") : 0;
            if (limit <= 1) continue;
            add_item(ResultItem::Kind::differs, words::section_short, of_form, limit,
                     "IF(AND(" + sum + ">0," + sum + '<' + std::to_string(limit) + "),1,0)");
        }
    }

    [[nodiscard]] static bool requires_text(const Rule& rule, const std::string& id) {
        if (rule.check == "required-text") return parameter_word(rule, "section") == id;
        if (rule.check != "section-missing") return false;
        const std::vector<std::string>& never_empty = parameter_words(rule, "never_empty");
        return std::find(never_empty.begin(), never_empty.end(), id) != never_empty.end();
    }

    void add_item(ResultItem::Kind kind, std::string_view what, const Section& of_form, long limit,
                  const std::string& count) {
        context_.items.push_back(
            {kind, sheet_.name(),
             fill_in(std::string(what), {{"section", of_form.heading}, {"limit", std::to_string(limit)}}),
             std::string(words::in_texts), count});
    }

    DraftSheet& sheet_;
    FormContext& context_;
    const Form& form_;
    std::string section_;
    std::uint32_t row_{first_row};
};

}  // namespace

void write_texts_sheet(DraftSheet& sheet, FormContext& context) { TextsWriter(sheet, context).write(); }

}  // namespace nianbao
