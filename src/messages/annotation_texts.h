/// The words of the sheet that lists the findings in an annotated workbook; its name is with those of the form's sheets
/// (`form_workbook_texts.h`).
#pragma once

#include <string_view>

namespace nianbao::annotation_texts {

inline constexpr std::string_view title = "检查意见";
inline constexpr std::string_view nothing_found = "检查完毕，未发现问题。";

inline constexpr std::string_view head_number = "序号";
inline constexpr std::string_view head_severity = "级别";
inline constexpr std::string_view head_place = "位置";
inline constexpr std::string_view head_message = "意见";
inline constexpr std::string_view head_hint = "修改建议";
inline constexpr std::string_view head_code = "规则编号";

}  // namespace nianbao::annotation_texts
