/// The sheets of the fill-in workbook, one source each. Each puts its cells down and leaves in the context what others
/// refer to.
#pragma once

#include "writers/form_workbook/form_context.h"

namespace nianbao {

/// 填表说明; comes last, for it shows the result.
void write_guide_sheet(DraftSheet& sheet, FormContext& context);
/// 基本信息. Sets `choices`.
void write_particulars_sheet(DraftSheet& sheet, FormContext& context);
/// 申请台账, of a form that has a ledger. Sets the places of the ledger.
void write_ledger_sheet(DraftSheet& sheet, FormContext& context);
/// A statutory table with everything beside it. The choices and the ledger have their places.
void write_form_table_sheet(DraftSheet& sheet, std::size_t table, FormContext& context);
/// 文字部分
void write_texts_sheet(DraftSheet& sheet, FormContext& context);
/// 校验结果, from the items that the others left.
void write_result_sheet(DraftSheet& sheet, FormContext& context);
/// 程序数据, hidden. Sets the lists of choices.
void write_data_sheet(DraftSheet& sheet, FormContext& context);

}  // namespace nianbao
