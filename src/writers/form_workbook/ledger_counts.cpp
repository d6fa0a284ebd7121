#include "writers/form_workbook/ledger_counts.h"

#include <algorithm>

#include "messages/form_workbook_texts.h"

namespace nianbao {
namespace {

/// How often a kind of applicant stands in the ledger, with a further condition such as `,K4:K9,"是"`.
std::string count_of(const FormPlaces& places, const std::string& kind, const std::string& condition = {}) {
    return "COUNTIFS(" + places.ledger_kind + ',' + kind + condition + ')';
}

std::string quoted(std::string_view text) { return '"' + std::string(text) + '"'; }

}  // namespace

std::string ledger_count_formula(const FormContext& context, CellId cell) {
    const Form& form = context.form;
    const CellInfo& info = form.cells[cell];
    if (!form.ledger || info.table != form.ledger->table || info.block != 0) return {};
    const std::vector<std::uint16_t> columns = ledger_columns(form);
    const auto column = std::find(columns.begin(), columns.end(), info.column);
    if (column == columns.end()) return {};
    const FormPlaces& places = context.places;
    const std::string& kind = places.applicants.entries[static_cast<std::size_t>(column - columns.begin())];
    const std::string carried = ',' + places.ledger_carried + ',' + quoted(form_workbook_texts::yes);
    if (info.row == form.ledger->received) return count_of(places, kind) + '-' + count_of(places, kind, carried);
    if (info.row == form.ledger->carried_in) return count_of(places, kind, carried);
    const std::string outcome = ',' + places.ledger_outcome + ',';
    if (info.row == form.ledger->carried_out) {  // not finished: nothing chosen, or the row's own label
        return count_of(places, kind, outcome + "\"\"") + '+' +
               count_of(places, kind, outcome + places.outcomes.entries.back());
    }
    const std::vector<std::uint16_t> outcomes = ledger_outcomes(form);
    const auto row = std::find(outcomes.begin(), outcomes.end(), info.row);
    if (row == outcomes.end()) return {};
    const auto index = static_cast<std::size_t>(row - outcomes.begin());
    return count_of(places, kind, outcome + places.outcomes.entries[index]);
}

}  // namespace nianbao
