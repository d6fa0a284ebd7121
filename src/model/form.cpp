#include "model/form.h"

#include <algorithm>

namespace nianbao {

std::optional<CellId> Form::find_cell(std::string_view path) const {
    for (std::size_t i = 0; i < cells.size(); ++i) {
        if (cells[i].path == path) return static_cast<CellId>(i);
    }
    return std::nullopt;
}

std::optional<FieldId> Form::find_field(std::string_view path) const {
    for (std::size_t i = 0; i < fields.size(); ++i) {
        if (fields[i].path == path) return static_cast<FieldId>(i);
    }
    return std::nullopt;
}

const Line& Form::row_of(CellId cell) const {
    const CellInfo& info = cells[cell];
    return rows[info.table][info.block][info.row];
}

const Line& Form::column_of(CellId cell) const {
    const CellInfo& info = cells[cell];
    return columns[info.table][info.block][info.column];
}

std::vector<FieldId> Form::fields_of(int section) const {
    std::vector<FieldId> found;
    for (std::size_t i = 0; i < fields.size(); ++i) {
        if (fields[i].section == section) found.push_back(static_cast<FieldId>(i));
    }
    return found;
}

const Form* Statute::find_form(std::string_view id) const {
    const auto found = std::find_if(forms.begin(), forms.end(), [&](const Form& form) { return form.id == id; });
    return found == forms.end() ? nullptr : &*found;
}

}  // namespace nianbao
