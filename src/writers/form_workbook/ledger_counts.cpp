#include "writers/form_workbook/ledger_counts.h"

#include <algorithm>

#include "messages/form_workbook_words.h"

namespace nianbao {
namespace {

/// How often a kind of applicant stands in the ledger, with a further condition such as `,K4:K9,"是"`.
std::string count_of(const FormPlaces& places, const std::string& kind, const std::string& condition = {}) {
    return "COUNTIFS(" + places.ledger_kind + ',' + kind + condition + ')';
}

std::string quoted(std::string_view text) { return '"' + std::string(text) + '"'; }

}  // namespace

CellId ledger_cell(const Form& form, std::uint16_t row, std::uint16_t column) {
    for (std::size_t i = 0; i < form.cells.size(); ++i) {
        const CellInfo& cell = form.cells[i];
        if (cell.table == form.ledger->table && cell.block == 0 && cell.row == row && cell.column == column)
            return static_cast<CellId>(i);
    }
    throw WriteError("the ledger names no cell of its table");
}

std::vector<std::uint16_t> ledger_columns(const Form& form) {
    std::vector<std::uint16_t> columns;
    const auto count = static_cast<std::uint16_t>(form.columns[form.ledger->table].front().size());
    for (std::uint16_t i = 0; i < count; ++i) {
        if (!form.cells[ledger_cell(form, form.ledger->received, i)].derived) columns.push_back(i);
    }
    return columns;
}

std::vector<std::uint16_t> ledger_outcomes(const Form& form) {
    std::vector<std::uint16_t> rows = form.ledger->outcomes;
    const std::uint16_t column = ledger_columns(form).front();
    std::erase_if(rows, [&](std::uint16_t row) { return form.cells[ledger_cell(form, row, column)].derived; });
    return rows;
}

std::string ledger_count_formula(const FormContext& context, CellId cell) {
    const Form& form = context.form;
    const CellInfo& info = form.cells[cell];
    if (!form.ledger || info.table != form.ledger->table || info.block != 0) return {};
    const std::vector<std::uint16_t> columns = ledger_columns(form);
    const auto column = std::find(columns.begin(), columns.end(), info.column);
    if (column == columns.end()) return {};
    const FormPlaces& places = context.places;
    const std::string& kind = places.applicants.entries[static_cast<std::size_t>(column - columns.begin())];
    const std::string carried = ',' + places.ledger_carried + ',' + quoted(form_workbook_words::yes);
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
