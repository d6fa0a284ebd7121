/// The look of the workbook: fonts, sizes, colours and margins, after GB/T 9704 where a sheet can follow it. Fonts are
/// named as offices in China have them; another machine puts in its own.
#pragma once

#include "messages/workbook_texts.h"
#include "writers/xlsx/workbook.h"

namespace nianbao::workbook_look {

using xlsx::CellStyle;
using xlsx::Horizontal;

inline constexpr double millimetre = 72 / 25.4;
inline constexpr double a4_width = 210 * millimetre;
inline constexpr double a4_height = 297 * millimetre;

inline constexpr const char* song = "宋体";
inline constexpr const char* fangsong = "仿宋_GB2312";
inline constexpr const char* kai = workbook_texts::item_font.data();
inline constexpr const char* hei = workbook_texts::section_font.data();
inline constexpr const char* title_song = workbook_texts::title_font.data();

inline constexpr std::uint32_t black = 0;
inline constexpr std::uint32_t grey = 0x808080;
inline constexpr std::uint32_t red = 0xC00000;
inline constexpr std::uint32_t removed = red;     ///< struck through besides
inline constexpr std::uint32_t added = 0x1F4E79;  ///< strong besides

/// The width of the type area of an official document.
inline constexpr double text_width = 156 * millimetre;
inline constexpr const char* paragraph_indent = "　　";

inline constexpr double text_size = 16;
inline constexpr double title_size = 22;
inline constexpr double table_size = 10.5;
inline constexpr double small_size = 9;

inline CellStyle text_style(const char* font, double size, std::uint32_t colour = black) {
    CellStyle style;
    style.font = font;
    style.size = size;
    style.colour = colour;
    return style;
}

inline CellStyle title() {
    CellStyle style = text_style(title_song, title_size);
    style.horizontal = Horizontal::centre;
    return style;
}

inline CellStyle draft_mark() {
    CellStyle style = text_style(hei, text_size, red);
    style.horizontal = Horizontal::right;
    return style;
}

inline CellStyle attachment_mark() { return text_style(hei, text_size); }

inline CellStyle table_heading() {
    CellStyle style = text_style(hei, text_size);
    style.horizontal = Horizontal::centre;
    return style;
}

inline CellStyle table_cell(const char* font, Horizontal horizontal, std::uint32_t colour = black) {
    CellStyle style;
    style.font = font;
    style.size = table_size;
    style.border = true;
    style.horizontal = horizontal;
    style.colour = colour;
    return style;
}

inline CellStyle below_table(const char* font, std::uint32_t colour = black) {
    CellStyle style;
    style.font = font;
    style.size = small_size;
    style.colour = colour;
    return style;
}

/// A verdict, on the screen alone.
inline CellStyle check(std::uint32_t colour = 0x548235) {
    CellStyle style = below_table(song, colour);
    style.horizontal = Horizontal::centre;
    return style;
}

/// Page header and footer in Excel's codes; the size comes before the font, for a digit may follow.
inline std::string small_header(const std::string& text) { return "&R&9&\"宋体,Regular\"" + text; }
inline std::string draft_header(const std::string& text) { return "&L&16&\"黑体,Regular\"&KC00000" + text; }
inline constexpr const char* page_number = "&C&14&\"宋体,Regular\"— &P —";

}  // namespace nianbao::workbook_look
