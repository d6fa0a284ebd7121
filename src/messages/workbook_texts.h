/// The workbook's own words: what stands in it and comes neither from the document nor from the form.
#pragma once

#include <string_view>

namespace nianbao::workbook_texts {

inline constexpr std::string_view narrative_sheet = "正文";
inline constexpr std::string_view other_sheet = "附表";
inline constexpr std::string_view draft = "草稿";

/// In the narrative, where a table stands in the document; `{sheet}` is the table's sheet.
inline constexpr std::string_view see_sheet = "（见“{sheet}”工作表）";

/// Below a table: a remark beside a number, as 行·列：remark.
inline constexpr std::string_view note = "注：";
inline constexpr std::string_view label_separator = "·";
inline constexpr std::string_view colon = "：";

inline constexpr std::string_view check = "校验";
inline constexpr std::string_view balanced = "平";
inline constexpr std::string_view unbalanced = "不平";

}  // namespace nianbao::workbook_texts
