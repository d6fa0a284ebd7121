/// The words of the fill-in workbook that a reader finds it by: names of its sheets, labels of its rows, heads of its
/// columns, choices of its lists. The writer prints them, the reader looks for them; neither has words of its own for
/// these. What comes from the form (labels of tables, titles of fields) is not here.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace nianbao::form_workbook_texts {

// Sheets. Each table has a sheet of its own, named as findings call the table.
inline constexpr std::string_view guide_sheet = "填表说明";
inline constexpr std::string_view particulars_sheet = "基本信息";
inline constexpr std::string_view ledger_sheet = "申请台账";
inline constexpr std::string_view narrative_sheet = "文字部分";
inline constexpr std::string_view result_sheet = "校验结果";
inline constexpr std::string_view data_sheet = "程序数据";      ///< hidden
inline constexpr std::string_view findings_sheet = "检查意见";  ///< added to an annotated copy

// Heads of the sheet of particulars.
inline constexpr std::string_view head_particular = "项目";
inline constexpr std::string_view head_value = "填写";
inline constexpr std::string_view head_hint = "说明";

/// A row of the sheet of particulars.
enum class Particular : std::uint8_t {
    name,
    year,
    kind,
    level,
    scope,
    short_names,   ///< several are divided by 、
    former_names,  ///< likewise
    title,
    document_number,
    published,  ///< a date, or its text 2025-01-20
    address,
    postcode,
    telephone,
    website,
    leader,
    reviewer,
    clerk,
};

struct ParticularText {
    Particular what;
    std::string_view label, hint;
};

inline constexpr std::array particulars{
    ParticularText{Particular::name, "单位名称", "全称，与公章一致"},
    ParticularText{Particular::year, "报告年度", "四位数字，如2024"},
    ParticularText{Particular::kind, "单位类别", "从列表中选择；不选的由程序按名称判断"},
    ParticularText{Particular::level, "行政层级", "从列表中选择；不选的由程序按名称判断"},
    ParticularText{Particular::scope, "统计范围", "只报本单位数据的选“本机关”，汇总所辖单位的选“本行政区域”"},
    ParticularText{Particular::short_names, "单位简称", "正文中使用的简称，多个的用“、”隔开；没有的不填"},
    ParticularText{Particular::former_names, "曾用名称", "本年度改过名称的填写，多个的用“、”隔开"},
    ParticularText{Particular::title, "报告标题", "不填的由程序按格式生成"},
    ParticularText{Particular::document_number, "发文字号", "没有的不填"},
    ParticularText{Particular::published, "公布日期", "如2025-01-20；尚未确定的不填"},
    ParticularText{Particular::address, "联系地址", "供公众查询；在“文字部分”的前言里也要写明"},
    ParticularText{Particular::postcode, "邮政编码", ""},
    ParticularText{Particular::telephone, "联系电话", ""},
    ParticularText{Particular::website, "公布网址", "公布本报告电子版的网页"},
    ParticularText{Particular::leader, "分管负责人", "第一责任人；只留在填报文件中，不随报告公布"},
    ParticularText{Particular::reviewer, "审核人", "只留在填报文件中，不随报告公布"},
    ParticularText{Particular::clerk, "经办人", "只留在填报文件中，不随报告公布"},
};

/// Behind the particulars, for each table: its name and this; the value is one of the two choices, or open.
inline constexpr std::string_view has_data_suffix = "有无数据";
inline constexpr std::string_view has_data = "有";
inline constexpr std::string_view has_none = "无";
inline constexpr std::string_view choice_hint = "全表没有发生的选“无”，各格按0计，不用再填；有发生的选“有”";

inline constexpr std::string_view separator_of_names = "、";

// 申请台账: a line is a request. What stands in its lines beyond so many is not counted by the formulas.
inline constexpr std::array ledger_heads{
    std::string_view("序号"),         std::string_view("收到日期"), std::string_view("申请人类型"),
    std::string_view("是否上年结转"), std::string_view("办理结果"), std::string_view("办结日期"),
    std::string_view("备注"),
};
enum LedgerColumn : std::size_t {
    ledger_number,
    ledger_received,
    ledger_kind,
    ledger_carried,
    ledger_outcome,
    ledger_done,
    ledger_remark,
};
inline constexpr std::uint32_t ledger_capacity = 1000;
inline constexpr std::string_view yes = "是";
inline constexpr std::string_view no = "否";

// The top of the narrative sheet.
inline constexpr std::string_view narrative_title = "文字部分";
inline constexpr std::string_view narrative_hint =
    "在“内容”栏填写；一格内换行用Alt+Enter，每行为一段，不用空格缩进，不写标题和序号。";

// Heads of the narrative sheet; a row of it is one field, found by its section's heading and its own title.
inline constexpr std::string_view head_section = "部分";
inline constexpr std::string_view head_item = "项目";
inline constexpr std::string_view head_text = "内容";
inline constexpr std::string_view head_guidance = "填写要求";
inline constexpr std::string_view head_length = "字数";
/// In the column 项目: the text goes on from the row above, its paragraph too.
inline constexpr std::string_view continued = "（续）";
// In the column 填写要求, where it does not come from the form.
inline constexpr std::string_view spare_guidance = "需要另加的小项，标题写在“项目”栏；没有的不填。";
inline constexpr std::string_view extra_guidance = "本单位另加的小项。";

// Labels of the hidden sheet; the value stands right of each.
inline constexpr std::string_view data_form = "格式";
inline constexpr std::string_view data_citation = "文号";
inline constexpr std::string_view data_version = "程序版本";

// What stands beside or below a table, and is not of it: rows and columns with these words in their head or label.
inline constexpr std::string_view last_year_prefix = "上年·";
inline constexpr std::string_view check_prefix = "校验";
inline constexpr std::string_view source_head = "数据来源";

}  // namespace nianbao::form_workbook_texts
