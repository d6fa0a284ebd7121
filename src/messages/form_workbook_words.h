/// What the fill-in workbook says to whoever fills it in. Nobody looks for these words; what a reader finds its way by
/// is in `form_workbook_texts.h`. `{…}` is filled in by the writer.
#pragma once

#include <array>
#include <string_view>

namespace nianbao::form_workbook_words {

// 填表说明
inline constexpr std::string_view guide_title = "政府信息公开工作年度报告填报表";
inline constexpr std::string_view guide_edition = "{name}　{citation}";
inline constexpr std::string_view now = "目前进度";
inline constexpr std::string_view colours = "颜色";
inline constexpr std::string_view colour_input = "浅黄色：请填写";
inline constexpr std::string_view colour_computed = "灰色：自动计算或者不用填，已锁定";
inline constexpr std::string_view colour_wrong = "红色：数据不符，请更正";
inline constexpr std::string_view colour_ask = "橙色：请核实，属实的可不改";
inline constexpr std::string_view steps = "填写步骤";
struct Step {
    std::string_view text;
    bool of_ledger{};  ///< left out where the form has no ledger
};
inline constexpr std::array step_texts{
    Step{"在“基本信息”填写单位名称、报告年度等；哪张表全年没有发生，就在该表选“无”，各格按0计。"},
    Step{"填写三张表的浅黄色格，只填数字，没有发生的填0，不留空；可以整块粘贴（请用“只粘贴数值”）。总计自动计算。"},
    Step{"有“申请台账”的逐件登记，件数自动计入申请情况表；不用台账的，直接在表中填数。", true},
    Step{"在“文字部分”填写各项内容；一格内换行用Alt+Enter，每行为一段。"},
    Step{"查看“校验结果”，第一行为“可以报送”后保存，把本文件交审核人。"},
};
inline constexpr std::string_view suppliers = "数据来源";
inline constexpr std::string_view supplied = "{table}：{rows}";
inline constexpr std::string_view deadline = "公布期限";
inline constexpr std::string_view deadline_day = "{year}年度报告：{next}年{month}月{day}日前。";
inline constexpr std::string_view protection = "保护";
inline constexpr std::string_view protection_text =
    "各表已锁定，没有密码，需要调整时在“审阅”中撤销保护。请不要改动表名、行名、列名。";

// 基本信息
inline constexpr std::string_view particulars_title = "基本信息";
inline constexpr std::string_view choose_title = "请从列表中选择";
inline constexpr std::string_view choose_message = "请从下拉列表中选择一项，或者留空。";
inline constexpr std::string_view year_title = "报告年度";
inline constexpr std::string_view year_message = "请填四位数字的年度，如2024。";

// The tables.
inline constexpr std::string_view count_title = "请填整数";
inline constexpr std::string_view count_message = "件数须为不小于0的整数，没有发生的填0。";
inline constexpr std::string_view change_message = "请填整数，减少的填负数，没有变化的填0。";
inline constexpr std::string_view money_title = "请填金额";
inline constexpr std::string_view money_message = "金额须为不小于0的数，单位为万元，没有发生的填0。";
inline constexpr std::string_view table_hint = "浅黄色格填数字，没有发生的填0；灰色格自动计算或者不用填。";
inline constexpr std::string_view cells_open = "本表还有";
inline constexpr std::string_view cells_open_unit = "格未填。";
inline constexpr std::string_view all_filled = "本表已填完。";
inline constexpr std::string_view chosen_none = "已选“无”，各格按0计；";
inline constexpr std::string_view check_reason = "：是否合理";
inline constexpr std::string_view check_ledger_count = "：台账件数";
inline constexpr std::string_view check_ledger = "：与台账核对";
inline constexpr std::string_view ledger_cell = "·台账·";
inline constexpr std::string_view last_year_row = "数据";

// 申请台账
inline constexpr std::string_view ledger_title = "申请台账";
inline constexpr std::string_view ledger_hint =
    "可以不用。一件申请一行，按“申请人类型”“是否上年结转”“办理结果”自动计入{table}；没有办结的，办理结果留空。";
inline constexpr std::string_view ledger_lines = "已登记件数";

// 校验结果
inline constexpr std::string_view still_open = "还有";
inline constexpr std::string_view open_unit = "处未填";
inline constexpr std::string_view differs_unit = "处不符";
inline constexpr std::string_view and_mark = "、";
inline constexpr std::string_view ready = "可以报送";
inline constexpr std::string_view result_hint =
    "随填随算。“未填”“不符”须补填、更正；“请核实”的属实可不改。报送后程序还会按全部规则复核。";
inline constexpr std::array result_heads{
    std::string_view("结果"),     std::string_view("处数"),   std::string_view("工作表"),
    std::string_view("检查内容"), std::string_view("看哪里"),
};
inline constexpr std::string_view passed = "—";
inline constexpr std::string_view open = "未填";
inline constexpr std::string_view is_open = "{item}未填";
inline constexpr std::string_view cells_blank = "每格都要填数，没有发生的填0";
inline constexpr std::string_view in_inputs = "浅黄色格";
inline constexpr std::string_view not_numbers = "填的不是数字";
inline constexpr std::string_view negatives = "件数、金额填了负数";
inline constexpr std::string_view fractions = "件数填了小数";
inline constexpr std::string_view none_beside_figures = "选了“无”，表中却填了不是0的数";
inline constexpr std::string_view none_place = "“{item}”和表中浅黄色格";
inline constexpr std::string_view year_wrong = "报告年度不是四位数字的年度";
inline constexpr std::string_view year_of_form = "本格式用于{first}年度以后的报告";
inline constexpr std::string_view year_of_form_until = "本格式用于{first}年度至{last}年度的报告";
inline constexpr std::string_view section_empty = "“{section}”没有内容";
inline constexpr std::string_view section_short = "“{section}”不足{limit}字";
inline constexpr std::string_view in_texts = "“内容”栏";
inline constexpr std::string_view row_place = "“{item}”行";
inline constexpr std::string_view right_place = "表右侧“{label}”列";
inline constexpr std::string_view below_place = "表下方“{label}”行";
inline constexpr std::string_view beside_place = "表右侧“{right}”列、下方“{below}”行";
inline constexpr std::string_view row_sums = "各行合计与各项之和一致";
inline constexpr std::string_view ledger_agrees = "填报的件数与申请台账一致";
inline constexpr std::string_view ledger_without_kind = "台账中有的行没有选申请人类型，未计入";
inline constexpr std::string_view ledger_done_without_result = "台账中有的行有办结日期，没有选办理结果";

}  // namespace nianbao::form_workbook_words
