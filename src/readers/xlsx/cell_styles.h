/// What a cell's style says of it: whether its number is shown as a date or time, and in which font.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "ooxml/package.h"

namespace nianbao::xlsx_reading {

/// Whether a number format shows a date or a time: 14–22 and their like, or a code such as `yyyy"年"m"月"` or `[h]:mm`.
[[nodiscard]] bool is_date_format(std::uint32_t builtin);
[[nodiscard]] bool is_date_code(std::string_view code);

class CellStyles {
public:
    struct Style {
        std::uint16_t font{};
        bool is_date{};
    };

    /// By the number in a cell's `s`; one that is not there is an ordinary style.
    [[nodiscard]] bool is_date(std::string_view style) const { return find(style).is_date; }
    [[nodiscard]] const std::string& font(std::string_view style) const;

    std::vector<std::string> fonts;
    std::vector<Style> styles;

private:
    [[nodiscard]] Style find(std::string_view style) const;
};

/// Throws PackageError.
[[nodiscard]] CellStyles read_cell_styles(const ooxml::Package& package);

}  // namespace nianbao::xlsx_reading
