/// What the values of templates are, for whoever writes one: the list of `render --list-values`. What a form calls its
/// sections and fields is told in its own words.
#pragma once

#include "model/text.h"

namespace nianbao::template_value_texts {

inline const Text title{"标题", "the title"};
inline const Text year{"报告年度", "the report year"};
inline const Text last_year{"上一年度", "the year before"};
inline const Text next_year{"下一年度", "the year after"};
inline const Text citation{"规定格式的文件的文号", "the document that sets the form"};
inline const Text document_number{"文号", "document number"};
inline const Text published{"公布日期，如2025-01-20", "date of publication, as 2025-01-20"};
inline const Text published_year{"公布日期的年", "its year"};
inline const Text published_month{"公布日期的月", "its month"};
inline const Text published_day{"公布日期的日", "its day"};
inline const Text agency{"单位", "the agency"};
inline const Text agency_name{"单位全称", "its full name"};
inline const Text short_name{"单位简称，没有的为全称", "its short name, or the full one"};
inline const Text contact{"联系方式", "how to reach it"};
inline const Text address{"地址", "address"};
inline const Text postcode{"邮编", "postcode"};
inline const Text telephone{"电话", "telephone"};
inline const Text website{"网站", "website"};
inline const Text draft{"是不是草稿", "whether this is a draft"};
inline const Text with_guidance{"要不要填写说明", "whether advice is wanted"};
inline const Text place{"待写之处的样子，成稿中为空", "how a place to be written looks; empty when finished"};
inline const Text open_cell{"待填的格的样子，成稿中为空", "how an open cell looks; empty when finished"};
inline const Text derived_cell{"待算的格的样子，成稿中为空", "how an open total looks; empty when finished"};
inline const Text attachment{"单独成件的数据表", "the table that is an attachment of its own"};
inline const Text attachment_mark{"附件标记，正文没有列为附件的为空",
                                  "its mark; empty where the report does not list it"};
inline const Text attachment_name{"附件名称", "its name"};
inline const Text attached_table{"其中的数据表", "the table itself"};
inline const Text sections{"各部分，依次", "all sections in their order"};

// Of a section.
inline const Text section_heading{"该部分的标题", "its heading"};
inline const Text table{"该部分的数据表", "its table"};
inline const Text table_name{"数据表的名称", "what its table is called"};
inline const Text sources{"各数据由谁提供", "who knows the figures"};
inline const Text source{"提供者", "who knows them"};
inline const Text labels{"提供的行、列，提供全表的为空", "of which rows or columns; empty: of all"};
inline const Text empty{"是不是什么都没有写", "whether nothing is written in it"};
inline const Text items{"写了内容的分项，依次", "its items with text, in order"};
inline const Text every_item{"全部分项，依次", "all its items, in order"};
inline const Text fields{"不分项的正文，依次", "its text without items, in order"};
inline const Text before{"表前的说明", "the text before its table"};
inline const Text after{"表后的说明", "the text after its table"};

// Of a field or an item.
inline const Text number{"序号，如一、二", "its number: 一, 二"};
inline const Text heading{"小标题，没有的为空", "its heading; empty: none"};
inline const Text name{"所写内容的名称", "what it is about"};
inline const Text guidance{"填写说明", "advice on writing it"};
inline const Text text{"所写的内容", "what is written in it"};

// The kinds.
inline const Text kind_line{"文字", "text"};
inline const Text kind_paragraphs{"段落", "paragraphs"};
inline const Text kind_table{"表格", "table"};
inline const Text kind_list{"列表", "list"};
inline const Text kind_flag{"是否", "true/false"};
inline const Text kind_group{"组", "group"};

inline const Text form_without_list{"“--form”与“--list-values”同用。", "“--form” goes with “--list-values”."};

}  // namespace nianbao::template_value_texts
