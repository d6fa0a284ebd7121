#include "messages/form_workbook_words.h"
#include "messages/phrases.h"
#include "messages/workbook_texts.h"
#include "unicode/utf8.h"
#include "writers/form_workbook/form_looks.h"
#include "writers/form_workbook/sheets.h"
#include "writers/xlsx/sheet_metrics.h"

namespace nianbao {
namespace {

namespace looks = form_looks;
namespace texts = form_workbook_texts;
namespace words = form_workbook_words;
using texts::Particular;

constexpr double label_width = 150, value_width = 300, hint_width = 330;
constexpr double row_height = 21;
constexpr std::uint32_t first_row = 2;

std::string joined(const std::vector<std::string>& names) {
    std::string text;
    for (const std::string& name : names)
        text += (text.empty() ? std::string() : std::string(texts::separator_of_names)) + name;
    return text;
}

std::string name_of(const std::vector<AgencyVocabulary::Entry>& entries, const std::string& id) {
    for (const AgencyVocabulary::Entry& entry : entries) {
        if (entry.id == id) return entry.name.zh;
    }
    return id;
}

std::string contact_text(Particular what, const Contact& contact) {
    switch (what) {
        case Particular::address:
            return contact.address;
        case Particular::postcode:
            return contact.postcode;
        case Particular::telephone:
            return contact.telephone;
        default:
            return contact.website;
    }
}

std::string officer_text(Particular what, const Officers& officers) {
    if (what == Particular::leader) return officers.leader;
    return what == Particular::reviewer ? officers.reviewer : officers.clerk;
}

std::string text_of(Particular what, const Report& report, const AgencyVocabulary& vocabulary) {
    const Agency& agency = report.agency;
    switch (what) {
        case Particular::name:
            return agency.name;
        case Particular::year:
            return report.year == 0 ? std::string() : std::to_string(report.year);
        case Particular::kind:
            return name_of(vocabulary.kinds, agency.kind);
        case Particular::level:
            return name_of(vocabulary.levels, agency.level);
        case Particular::scope:
            return name_of(vocabulary.scopes, agency.scope);
        case Particular::short_names:
            return joined(agency.short_names);
        case Particular::former_names:
            return joined(agency.former_names);
        case Particular::title:
            return report.title;
        case Particular::document_number:
            return report.document_number;
        case Particular::published:
            return report.published;
        case Particular::leader:
        case Particular::reviewer:
        case Particular::clerk:
            return officer_text(what, report.officers.value_or(Officers{}));
        default:
            return contact_text(what, agency.contact);
    }
}

class ParticularsWriter {
public:
    ParticularsWriter(DraftSheet& sheet, FormContext& context) : sheet_(sheet), context_(context) {}

    void write() {
        sheet_.put({0, 0}, std::string(words::particulars_title), looks::title());
        sheet_.sheet().set_row_height(0, 30);
        write_heads();
        for (const texts::ParticularText& particular : texts::particulars) write_particular(particular);
        for (const Table& table : context_.form.tables) write_choice(table);
        sheet_.sheet().freeze_rows(first_row);
        sheet_.sheet().hide_gridlines();
        sheet_.sheet().set_page(looks::page());
        sheet_.sheet().set_tab_colour(looks::input_tab);
        sheet_.sheet().silence_hints({first_row, 0, row_, 3});
        sheet_.sheet().protect();
    }

private:
    void write_heads() {
        const std::pair<std::string_view, double> heads[]{
            {texts::head_particular, label_width}, {texts::head_value, value_width}, {texts::head_hint, hint_width}};
        std::uint32_t column = 0;
        for (const auto& [text, width] : heads) {
            sheet_.sheet().set_column_width(column, width);
            sheet_.put({1, column++}, std::string(text), looks::head());
        }
        sheet_.sheet().set_row_height(1, row_height);
    }

    void write_row(const std::string& label, const xlsx::CellContent& value, const xlsx::CellStyle& style,
                   const std::string& hint) {
        sheet_.put({row_, 0}, label, looks::label());
        sheet_.put({row_, 1}, value, style);
        sheet_.put({row_, 2}, hint, looks::hint());
        const auto* text = std::get_if<std::string>(&value);
        const int lines =
            std::max(count_lines(hint, 10, hint_width - looks::padding),
                     count_lines(text ? *text : std::string(), looks::size, value_width - looks::padding));
        sheet_.sheet().set_row_height(row_++, std::max(row_height, lines_height(lines, looks::size)));
    }

    void write_particular(const texts::ParticularText& particular) {
        const std::string text = text_of(particular.what, context_.report, context_.statute.agencies);
        const SheetPosition at{row_, 1};
        const bool is_year = particular.what == Particular::year;
        xlsx::CellStyle style = is_year ? looks::input() : looks::text_input();
        xlsx::CellContent value = std::monostate{};
        if (!text.empty()) value = text;
        if (is_year && !text.empty()) value = Amount{context_.report.year, 0};
        write_row(std::string(particular.label), value, style, std::string(particular.hint));
        if (is_year) add_year_rules(at);
        if (particular.what == Particular::name) add_open_item(at, std::string(particular.label));
        add_choices(particular.what, at);
    }

    void add_choices(Particular what, SheetPosition at) {
        if (what == Particular::kind) choose(at, context_.places.kinds);
        if (what == Particular::level) choose(at, context_.places.levels);
        if (what == Particular::scope) choose(at, context_.places.scopes);
    }

    void choose(SheetPosition at, const FormPlaces::List& list) {
        sheet_.sheet().validate({at.row, at.column, 1, 1}, {.kind = xlsx::Validation::Kind::list,
                                                            .list = list.range,
                                                            .title = std::string(words::choose_title),
                                                            .message = std::string(words::choose_message)});
    }

    [[nodiscard]] std::string place(SheetPosition at) const { return fixed_range(sheet_, {at.row, at.column, 1, 1}); }

    void add_item(ResultItem::Kind kind, const std::string& what, SheetPosition at, const std::string& count) {
        const auto* label = sheet_.content_at({at.row, 0});
        context_.items.push_back({kind, sheet_.name(), what,
                                  fill_in(std::string(words::row_place), {{"item", std::get<std::string>(*label)}}),
                                  count});
    }

    void add_open_item(SheetPosition at, const std::string& label) {
        add_item(ResultItem::Kind::open, fill_in(std::string(words::is_open), {{"item", label}}), at,
                 "IF(LEN(" + place(at) + ")=0,1,0)");
    }

    /// 1 where a number stands outside of some years; what is no number counts as `otherwise`.
    [[nodiscard]] std::string outside(SheetPosition at, int first, int last, const char* otherwise) const {
        const std::string cell = place(at);
        return "IF(LEN(" + cell + ")=0,0,IF(COUNT(" + cell + ")=0," + otherwise + ",IF(OR(" + cell + '<' +
               std::to_string(first) + ',' + cell + '>' + std::to_string(last) + "),1,0)))";
    }

    void add_year_rules(SheetPosition at) {
        const Form& form = context_.form;
        sheet_.sheet().validate({at.row, at.column, 1, 1}, {.least = first_report_year,
                                                            .most = last_report_year,
                                                            .title = std::string(words::year_title),
                                                            .message = std::string(words::year_message)});
        add_open_item(at, std::get<std::string>(*sheet_.content_at({at.row, 0})));
        add_item(ResultItem::Kind::differs, std::string(words::year_wrong), at,
                 outside(at, first_report_year, last_report_year, "1"));
        const bool ends = form.last_year < last_report_year;
        const std::string what =
            fill_in(std::string(ends ? words::year_of_form_until : words::year_of_form),
                    {{"first", std::to_string(form.first_year)}, {"last", std::to_string(form.last_year)}});
        add_item(ResultItem::Kind::ask, what, at, outside(at, form.first_year, form.last_year, "0"));
    }

    void write_choice(const Table& table) {
        const SheetPosition at{row_, 1};
        const std::string label = table.name.zh + std::string(texts::has_data_suffix);
        write_row(label, std::monostate{}, looks::input(), std::string(texts::choice_hint));
        choose(at, context_.places.has_data);
        context_.places.choices.push_back(place(at));
        context_.places.choice_labels.push_back(label);
    }

    DraftSheet& sheet_;
    FormContext& context_;
    std::uint32_t row_{first_row};
};

}  // namespace

void write_particulars_sheet(DraftSheet& sheet, FormContext& context) { ParticularsWriter(sheet, context).write(); }

}  // namespace nianbao
