#include "forms/ledger_lines.h"

#include "forms/form_reader.h"

namespace nianbao {

CellId ledger_cell(const Form& form, std::uint16_t row, std::uint16_t column) {
    for (std::size_t i = 0; i < form.cells.size(); ++i) {
        const CellInfo& cell = form.cells[i];
        if (cell.table == form.ledger->table && cell.block == 0 && cell.row == row && cell.column == column)
            return static_cast<CellId>(i);
    }
    throw DefinitionError("the ledger names no cell of its table");
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

}  // namespace nianbao
