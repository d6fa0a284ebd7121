/// The columns of 文字部分, found by their heads, or by the form's titles below them.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

#include "messages/form_workbook_texts.h"
#include "model/form.h"
#include "recognition/label_grid.h"

namespace nianbao::narrative_form {

enum Column : std::size_t { section, item, text, guidance, length, count_ };
inline constexpr std::array<std::string_view, count_> heads{
    form_workbook_texts::head_section, form_workbook_texts::head_item, form_workbook_texts::head_text,
    form_workbook_texts::head_guidance, form_workbook_texts::head_length};

struct NarrativeColumns {
    std::array<std::optional<std::uint32_t>, count_> at;
    std::optional<std::uint32_t> head_row;  ///< nothing: found by the titles below it
    std::uint32_t first_row{};

    [[nodiscard]] std::uint32_t of(Column column) const { return *at[column]; }
};

/// Three heads of five are enough, else half of the form's titles in one column. A head that is not found stands
/// between its neighbours.
[[nodiscard]] std::optional<NarrativeColumns> narrative_columns(const LabelGrid& grid, const Form& form);

}  // namespace nianbao::narrative_form
