#include "writers/form_workbook/draft_book.h"

#include <utility>

#include "writers/form_workbook/formula_values.h"

namespace nianbao {
namespace {

std::string fixed_cell(SheetPosition at) {
    const std::string name = cell_name(at);
    const auto digits = name.find_first_of("0123456789");
    return '$' + name.substr(0, digits) + '$' + name.substr(digits);
}

}  // namespace

void DraftSheet::put(const xlsx::Extent& at, xlsx::CellContent content, const xlsx::CellStyle& style) {
    index_[{at.row, at.column}] = cells_.size();
    cells_.push_back({at, std::move(content), style});
}

const xlsx::CellContent* DraftSheet::content_at(SheetPosition at) const {
    const auto found = index_.find(at);
    return found == index_.end() ? nullptr : &cells_[found->second].content;
}

DraftSheet& DraftBook::add_sheet(const std::string& name) {
    return sheets_.emplace_back(workbook_.add_sheet(name), name);
}

const DraftSheet* DraftBook::find_sheet(const std::string& name) const {
    for (const DraftSheet& sheet : sheets_) {
        if (sheet.name() == name) return &sheet;
    }
    return nullptr;
}

void DraftBook::write_out() {
    FormulaValues values(*this);
    for (DraftSheet& sheet : sheets_) {
        for (DraftSheet::Placed& cell : sheet.cells_) {
            if (auto* formula = std::get_if<xlsx::Formula>(&cell.content)) {
                formula->cached = values.shown_in(sheet.name(), {cell.at.row, cell.at.column});
            }
        }
    }
    for (DraftSheet& sheet : sheets_) {
        for (const DraftSheet::Placed& cell : sheet.cells_) sheet.sheet_.write(cell.at, cell.content, cell.style);
    }
}

std::string fixed_range(const xlsx::Extent& at) {
    const std::string first = fixed_cell({at.row, at.column});
    if (at.rows * at.columns == 1) return first;
    return first + ':' + fixed_cell({at.row + at.rows - 1, at.column + at.columns - 1});
}

std::string fixed_range(const DraftSheet& sheet, const xlsx::Extent& at) {
    return '\'' + sheet.name() + "'!" + fixed_range(at);
}

}  // namespace nianbao
