/// The workbook's own words: what stands in it and comes neither from the document nor from the form.
#pragma once

#include <string_view>

namespace nianbao::workbook_texts {

/// Before the names of what a finished workbook says of itself in its properties: agency, year, kind…
inline constexpr std::string_view property_prefix = "nianbao.";

// Fonts of the narrative by which a reader tells its headings from text that merely looks like one.
inline constexpr std::string_view title_font = "方正小标宋简体";
inline constexpr std::string_view section_font = "黑体";
inline constexpr std::string_view item_font = "楷体_GB2312";
inline constexpr std::string_view reference_font = "宋体";  ///< of `see_sheet`

inline constexpr std::string_view narrative_sheet = "正文";
inline constexpr std::string_view other_sheet = "附表";
inline constexpr std::string_view draft = "草稿";

/// In the narrative, where a table stands in the document; `{sheet}` is the table's sheet.
inline constexpr std::string_view see_sheet = "（见“{sheet}”工作表）";

/// U+200B at the end of a row of the narrative, which no trimmed paragraph ends in: it goes on in the row below.
inline constexpr std::string_view continues_below = "\u200B";

/// Below a table: a remark beside a number, as 行·列：remark.
inline constexpr std::string_view note = "注：";
inline constexpr std::string_view label_separator = "·";
inline constexpr std::string_view colon = "：";

inline constexpr std::string_view check = "校验";
inline constexpr std::string_view balanced = "平";
inline constexpr std::string_view unbalanced = "不平";

// What the checks beside the tables of the fill-in form say.
inline constexpr std::string_view agrees = "相符";
inline constexpr std::string_view row_differs = "横向合计不符";
inline constexpr std::string_view column_differs = "纵向合计不符";
inline constexpr std::string_view balance_differs = "勾稽关系不符";
inline constexpr std::string_view ledger_differs = "与台账不符";
inline constexpr std::string_view differs = "不符";
inline constexpr std::string_view please_check = "请核实";

}  // namespace nianbao::workbook_texts
