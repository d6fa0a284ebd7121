/// The look of the fill-in workbook, made for a screen: quiet colours, one of them for everything that is to be filled
/// in. What is printed of it, the tables, keeps the fonts of the finished workbook.
#pragma once

#include "writers/xlsx/workbook_look.h"

namespace nianbao::form_looks {

using xlsx::CellStyle;
using xlsx::Colours;
using xlsx::Horizontal;

inline constexpr std::uint32_t input_fill = 0xFFF8D6;
inline constexpr std::uint32_t computed_fill = 0xEFEFEF;
inline constexpr std::uint32_t head_fill = 0xE4ECF5;
inline constexpr std::uint32_t faint_fill = 0xF7F9FB;
inline constexpr std::uint32_t line = 0xA6A6A6;
inline constexpr std::uint32_t faint_line = 0xD9D9D9;
inline constexpr std::uint32_t title_colour = 0x1F3864;
inline constexpr std::uint32_t grey = workbook_look::grey;

inline constexpr Colours wrong{0x9C0006, 0xFFC7CE};
inline constexpr Colours ask{0x7F4A00, 0xFFDFB0};
inline constexpr Colours good{0x2E6B2E, 0xE2F0DA};
inline constexpr Colours quiet{0xA6A6A6, 0xFFFFFF};  ///< nothing was found

inline constexpr std::uint32_t input_tab = 0xF2C94C;
inline constexpr std::uint32_t guide_tab = 0x8FAADC;

inline constexpr double size = 11;
inline constexpr double small_size = 9;

inline CellStyle text(double points = size, std::uint32_t colour = 0) {
    return workbook_look::text_style(workbook_look::song, points, colour);
}

inline CellStyle title() {
    CellStyle style = workbook_look::text_style(workbook_look::hei, 16, title_colour);
    style.wrap = false;
    return style;
}

/// The first line of 校验结果, wherever it stands.
inline CellStyle verdict(double points) {
    CellStyle style = text(points);
    style.bold = true;
    style.wrap = false;
    return style;
}

inline CellStyle boxed(CellStyle style, std::uint32_t fill = 0) {
    style.border = true;
    style.border_colour = line;
    style.fill = fill;
    return style;
}

inline CellStyle head() {
    CellStyle style = boxed(text(size), head_fill);
    style.bold = true;
    style.horizontal = Horizontal::centre;
    return style;
}

inline CellStyle indented(CellStyle style) {
    style.indent = 1;
    return style;
}

/// Of a sheet that is made for the screen, should it be printed after all.
inline xlsx::PageSetup page(bool landscape = false) {
    constexpr double margin = 15 * workbook_look::millimetre;
    xlsx::PageSetup page;
    page.landscape = landscape;
    page.top = page.right = page.bottom = page.left = margin;
    page.header_margin = page.footer_margin = margin / 2;
    page.footer = workbook_look::page_number;
    return page;
}

inline CellStyle label() { return indented(boxed(text())); }
inline CellStyle hint() { return indented(boxed(text(10, grey))); }

/// What a cell of these styles leaves free of its width.
inline constexpr double padding = 18;

inline CellStyle input() {
    CellStyle style = indented(boxed(text(), input_fill));
    style.unlocked = true;
    return style;
}

/// Keeps what is typed as it is typed: a postcode keeps its zeros, a date stays a text.
inline CellStyle text_input() {
    CellStyle style = input();
    style.number_format = "@";
    return style;
}

/// Beside a table: lighter than the table itself.
inline CellStyle beside(std::uint32_t colour = grey, std::uint32_t fill = 0) {
    CellStyle style = boxed(text(small_size, colour), fill);
    style.border_colour = faint_line;
    style.horizontal = Horizontal::centre;
    return style;
}
inline CellStyle beside_head() { return beside(grey, faint_fill); }

}  // namespace nianbao::form_looks
