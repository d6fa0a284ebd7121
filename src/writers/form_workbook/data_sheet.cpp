#include "messages/form_workbook_words.h"
#include "messages/labels.h"
#include "writers/form_workbook/form_looks.h"
#include "writers/form_workbook/ledger_counts.h"
#include "writers/form_workbook/sheets.h"

namespace nianbao {
namespace {

namespace looks = form_looks;
namespace texts = form_workbook_texts;
namespace words = form_workbook_words;

constexpr std::uint32_t first_list = 3;

/// Columns of choices, one after the other, right of what the file says of itself.
class ListWriter {
public:
    explicit ListWriter(DraftSheet& sheet) : sheet_(sheet) {}

    FormPlaces::List write(const std::vector<std::string>& choices) {
        FormPlaces::List list;
        for (std::uint32_t i = 0; i < choices.size(); ++i) {
            sheet_.put({i, column_}, choices[i], looks::text());
            list.entries.push_back(fixed_range(sheet_, {i, column_, 1, 1}));
        }
        list.range = fixed_range(sheet_, {0, column_, static_cast<std::uint32_t>(choices.size()), 1});
        sheet_.sheet().set_column_width(column_++, 160);
        return list;
    }

private:
    DraftSheet& sheet_;
    std::uint32_t column_{first_list};
};

std::vector<std::string> names_of(const std::vector<AgencyVocabulary::Entry>& entries) {
    std::vector<std::string> names;
    for (const AgencyVocabulary::Entry& entry : entries) names.push_back(entry.name.zh);
    return names;
}

void write_ledger_lists(ListWriter& lists, FormContext& context) {
    const Form& form = context.form;
    std::vector<std::string> applicants, outcomes;
    for (const std::uint16_t column : ledger_columns(form))
        applicants.push_back(column_label(form, ledger_cell(form, form.ledger->received, column)));
    std::vector<std::uint16_t> rows = ledger_outcomes(form);
    rows.push_back(form.ledger->carried_out);
    for (const std::uint16_t row : rows) outcomes.push_back(row_label(form, ledger_cell(form, row, 0)));
    context.places.applicants = lists.write(applicants);
    context.places.outcomes = lists.write(outcomes);
}

}  // namespace

void write_data_sheet(DraftSheet& sheet, FormContext& context) {
    const std::pair<std::string_view, std::string> facts[]{
        {texts::data_form, context.form.id},
        {texts::data_citation, context.form.citation},
        {texts::data_version, context.options.program_version},
    };
    std::uint32_t row = 0;
    for (const auto& [label, value] : facts) {
        sheet.put({row, 0}, std::string(label), looks::text());
        sheet.put({row++, 1}, value, looks::text());
    }
    sheet.sheet().set_column_width(0, 70);
    sheet.sheet().set_column_width(1, 140);
    FormPlaces& places = context.places;
    const AgencyVocabulary& agencies = context.statute.agencies;
    ListWriter lists(sheet);
    places.kinds = lists.write(names_of(agencies.kinds));
    places.levels = lists.write(names_of(agencies.levels));
    places.scopes = lists.write(names_of(agencies.scopes));
    places.has_data = lists.write({std::string(texts::has_data), std::string(texts::has_none)});
    places.yes_or_no = lists.write({std::string(texts::yes), std::string(texts::no)});
    if (context.form.ledger) write_ledger_lists(lists, context);
    sheet.sheet().protect();
    sheet.sheet().hide();
}

}  // namespace nianbao
