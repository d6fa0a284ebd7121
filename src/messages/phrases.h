/// The program's own words in both languages: everything it says that is not a rule of the catalogue or the help of an
/// option. `{name}` is filled in by `fill_in`.
#pragma once

#include <map>
#include <string>

#include "model/text.h"

namespace nianbao {

/// Puts the arguments in the places of their names; a name without an argument stays as it is.
[[nodiscard]] std::string fill_in(const std::string& text, const std::map<std::string, std::string>& arguments);

namespace phrases {

// How severe a finding is, and why it may be quoted.
inline const Text severity_error{"须修改", "must be mended"};
inline const Text severity_warning{"请核实", "please check"};
inline const Text severity_info{"提示", "note"};
inline const Text severity_off{"关闭", "off"};
inline const Text basis_stated{"表内注明", "printed in the form"};
inline const Text basis_implied{"表式含义", "meant by the form"};
inline const Text basis_law{"法规条文", "regulation"};
inline const Text basis_practice{"通行做法", "common practice"};
inline const Text basis_local{"地方要求", "local requirement"};
inline const Text basis_format{"文件格式", "file format"};

// Cells and numbers inside findings.
inline const Text not_filled_in{"未填", "(open)"};
inline const Text at_least{"不少于{number}", "at least {number}"};
inline const Text at_most{"不多于{number}", "at most {number}"};
inline const Text particulars{"标题、单位等信息", "the particulars"};
inline const Text row_and_column{"“{row}”行“{column}”列", "row “{row}”, column “{column}”"};
inline const Text only_row{"“{row}”", "“{row}”"};
inline const Text suspect{
    "这些不符可能同出一处：{table}{cell}填报{actual}，若应为{wanted}，则各处都能相符。",
    "These may have one cause: {table}, {cell} is {actual}; with {wanted} all of them would agree."};
inline const Text reading{"{names}{value}件", "{value} {names}"};
inline const Text readings_together{"{names}合计{value}件", "{value} {names} together"};
inline const Text between_readings{"、", ", "};
inline const Text for_example{"涉及：{cells}。", "Concerns: {cells}."};
inline const Text and_more{"等", " and others"};

// The last line of a finding.
inline const Text place_label{"位置：", "at: "};
inline const Text rule_label{"规则：", "rule: "};
inline const Text basis_label{"依据：", "basis: "};
inline const Text line_and_column{"第{line}行第{column}列", "line {line}, column {column}"};
inline const Text sheet_and_cell{"“{sheet}”工作表{cell}", "sheet “{sheet}”, cell {cell}"};
inline const Text table_row_column{"第{table}个表第{row}行第{column}列", "table {table}, row {row}, column {column}"};
inline const Text page_and_line{"第{page}页第{line}行", "page {page}, line {line}"};
inline const Text paragraph_number{"第{paragraph}段", "paragraph {paragraph}"};
inline const Text standard_input{"标准输入", "standard input"};
inline const Text standard_output{"标准输出", "standard output"};

// The closing line of a check.
inline const Text count_errors{"{count}处须修改", "must be mended: {count}"};
inline const Text count_warnings{"{count}处请核实", "please check: {count}"};
inline const Text count_infos{"{count}处提示", "notes: {count}"};
inline const Text count_unreadable{"{count}个文件无法读取", "unreadable: {count}"};
inline const Text total_start{"共", "Total: "};
inline const Text total_reports{"{count}份年报，", "reports {count}, "};
inline const Text verdict_mend{"，修改后可报送。", "; can be submitted once mended."};
inline const Text verdict_check{"，核实后可报送。", "; can be submitted once checked."};
inline const Text verdict_ready{"，可以报送。", "; can be submitted."};
inline const Text verdict_unread{"。", "."};
inline const Text all_clean{"未发现问题，可以报送。", "Nothing found; can be submitted."};
inline const Text count_accepted{"另有{count}处已认可。", " Accepted besides: {count}."};
inline const Text no_last_year{"（没有上年报告，未核对结转。）",
                               " (No report of last year; what was carried over is not checked.)"};
inline const Text some_without_last_year{
    "（{count}份没有上年报告，未核对结转。）",
    " ({count} without last year's report; what they carried over is not checked.)"};
inline const Text unknown_issuer{
    "{agency}：从名称看不出单位类别，只针对某类单位的规则不检查（可在报告中写明单位类别和行政层级）。",
    "{agency}: its kind does not show in its name; rules for certain kinds are not checked (give kind and level)."};
inline const Text inferred_issuer{"{agency}：按名称判断为{kind}{level}。",
                                  "{agency}: taken from its name to be: {kind}{level}."};

// Findings that a reviewer has accepted.
inline const Text accepted{"已认可", "accepted"};
inline const Text accepted_reason{"理由：", "reason: "};
inline const Text accepted_gone{"不再出现：{agency}{year}年度 {code} {cell}",
                                "found no longer: {agency} {year} {code} {cell}"};
inline const Text accepted_without_reason{"认可文件中有{count}处没有写理由，不算认可。",
                                          "listed as accepted without a reason, so not accepted: {count}."};
inline const Text accepted_added{"新记入{count}处，写明理由后即为认可：{file}",
                                 "added {count}, each accepted once its reason is filled in: {file}"};
inline const Text accepted_none_new{"没有要新记入的：{file}", "nothing new to add: {file}"};
inline const Text bad_accepted_file{"认可文件“{file}”有误：{detail}",
                                    "the file of accepted findings “{file}” is wrong: {detail}"};

// Rules and their pages.
inline const Text not_built{"尚未实现", "not built yet"};
inline const Text page_severity{"程度", "Severity"};
inline const Text page_basis{"依据", "Basis"};
inline const Text page_statement{"要求", "What must be so"};
inline const Text page_why{"说明", "Why"};
inline const Text page_wrong{"错例", "Wrong"};
inline const Text page_right{"对例", "Right"};
inline const Text page_finding{"检查结果示例", "How a finding reads"};
inline const Text page_hint{"怎样改", "What to do"};
inline const Text rules_total{"共{count}条规则，其中{built}条已实现。", "{count} rules, {built} of them built."};

// What the other commands say.
inline const Text filled_total{"计算：{table}{cell}＝{value}", "computed: {table}, {cell} = {value}"};
inline const Text filled_zero{"填0：{table}{cell}", "set to 0: {table}, {cell}"};
inline const Text filled_nothing{"没有需要计算的合计。", "No totals to compute."};
inline const Text filled_open{"还有{count}格合计因所含各格未填，没有计算。",
                              "totals not computed, for want of their parts: {count}."};
inline const Text filled_zeros{"共有{zeros}格填为“0”。", "cells set to 0: {zeros}."};
inline const Text filled_count{"共计算合计{totals}格。", "totals computed: {totals}."};
inline const Text converted_nothing{"年报已是{form}，照录未改。",
                                    "The report is on the {form} already; it is copied as it is."};
inline const Text converted_place{"{table}{cell}", "{table}, {cell}"};
inline const Text converted_plus{"＋", " + "};
inline const Text converted_moved{"转到：{from}填报{value}→{to}", "moved: {from} is {value} → {to}"};
inline const Text converted_divided{"分填：{table}{row}都是0，新格式分为{rows}，各填0",
                                    "divided: {table}, {row} is 0 throughout; the new form has {rows}, 0 each"};
inline const Text converted_joined{"合并：{to}＝{value}（原为{parts}）", "joined: {to} = {value} (was {parts})"};
inline const Text converted_lost{"未转：{from}填报{value}，{reason}", "not carried: {from} is {value}: {reason}"};
inline const Text converted_no_home{"新格式没有对应栏目", "the new form has no place for it"};
inline const Text converted_whole_only{
    "新格式分为{count}格，而这一行不都是0或有附注，不能分开",
    "the new form divides the cell into {count}; the row is not 0 throughout or has remarks"};
inline const Text converted_comma{"", ", "};  // between labels in quotation marks
inline const Text converted_parts_open{"新格式合为一格，各格未填齐或有附注，无法合并",
                                       "the new form has one cell, and not all parts are numbers without a remark"};
inline const Text figure_and_note{"{value}（附注：{note}）", "{value} (remark: {note})"};
inline const Text converted_lost_text{
    "未转：“{title}”的文字（{count}段），新格式没有对应位置",
    "not carried: text of “{title}” (paragraphs: {count}): the new form has no place for it"};
inline const Text converted_open_row{"待填：{table}{row}行{columns}列",
                                     "to be filled in: {table}, row {row}, columns {columns}"};
inline const Text converted_open{"待填：{to}", "to be filled in: {to}"};
inline const Text converted_count{
    "已转为{form}：转入{carried}格，未转{lost}处，待填{open}格。",
    "Now on the {form}: cells carried {carried}, not carried {lost}, to be filled in {open}."};
inline const Text no_conversion{"没有从“{from}”到“{to}”的对照（schemas/conversions），不能转换。",
                                "nothing says how “{from}” becomes “{to}” (schemas/conversions); it is not converted."};
inline const Text refused{"未生成文件：上列须修改之处改正后再生成；确需先看样稿的，可加 --as-draft。",
                          "Nothing was written: mend what is listed above first, or add --as-draft for a draft."};
// The marks of a draft, which `n.placeholder` finds, and the list of what is to be done.
inline const Text draft_suffix{"（草稿）", " (draft)"};
inline const Text draft_figure{"〔上年{was}，请填本年数〕", "〔上年{was}，请填本年数〕"};
inline const Text draft_date{"〔上年{was}，请填本年情况〕", "〔上年{was}，请填本年情况〕"};
inline const Text draft_year{"〔上年写{was}，请核对〕", "〔上年写{was}，请核对〕"};
inline const Text draft_none{"〔上年写“{was}”，请核对〕", "〔上年写“{was}”，请核对〕"};
inline const Text draft_citation{"〔上年依据，本年为{now}，请改写〕", "〔上年依据，本年为{now}，请改写〕"};
inline const Text draft_cell{"〔上年{was}〕", "〔上年{was}〕"};
inline const Text draft_other_form{"本年年报用{form}，上年年报是{last_form}，栏目不同，请按本年的表填写。",
                                   "This year's report is on the {form}, last year's on the {last_form}."};
inline const Text draft_carried{"已结转：{row}：{values}。", "carried: {row}: {values}."};
inline const Text draft_nothing_carried{"上年结转未能填入：上年年报没有结转数。",
                                        "nothing was carried: last year's report has no figures for it."};
inline const Text draft_tasks{"请逐项完成：", "To be done:"};
inline const Text draft_open_table{"{table}有{count}格待填。", "{table}: {count} cells to be filled in."};
inline const Text draft_expected{"{cell}按上年推算应为{sum}，请按实际填写。",
                                 "{cell}: from last year's it should be {sum}; give the real figure."};
inline const Text draft_marks{
    "正文有{count}处上年的数字、日期和“没有”“未发生”之类的说法已作标记〔上年……〕，请改写为本年情况。",
    "{count} figures, dates and claims of none are marked 〔上年…〕 in the text: put this year's."};
inline const Text draft_to_write{"请重新撰写：{fields}。", "To be written anew: {fields}."};
inline const Text draft_dropped{"上年年报的这些文字是按上年格式写的，没有带入草稿：{fields}。",
                                "Text written for last year's form was left out: {fields}."};
inline const Text draft_homeless{
    "上年年报有{count}格的数在本年的表里没有对应的格，草稿中没有列出（逐格清单见 nianbao convert）。",
    "{count} cells of last year have no cell in this year's form and are not shown; nianbao convert lists them."};
inline const Text draft_same_text{"与上年相同的文字约占{percent}%，定稿前请改写。",
                                  "About {percent}% of the text is last year's; rewrite it before it is final."};
inline const Text imported_count{
    "{agency}{year}年度，{form}：直接读出{exact}格，经整理{repaired}格，由合计推出{inferred}格，未填或未读出{open}格。",
    "{agency} {year}, {form}: cells read as they stood {exact}, put right {repaired}, inferred {inferred}, open "
    "{open}."};
// A comparison of reports.
inline const Text compare_year{"{year}年度", "{year}"};
inline const Text compare_agency_and_year{"{agency}{year}年度", "{agency} {year}"};
inline const Text compare_title_of_years{"{agency}{labels}年报对照", "{agency}: reports compared, {labels}"};
inline const Text compare_title_of_others{"{labels}年报对照", "Reports compared: {labels}"};
inline const Text compare_many_labels{"{label}等{count}份", "{label} and others, {count} in all"};
inline const Text compare_report_of_year{"{label}：{agency}（{file}）", "{label}: {agency} ({file})"};
inline const Text compare_report_of_agency{"{label}：{year}年度（{file}）", "{label}: {year} ({file})"};
inline const Text compare_report_of_both{"{label}（{file}）", "{label} ({file})"};
inline const Text compare_same{"各份年报相同。", "The reports are the same."};
inline const Text compare_named_report{"{label}：{agency}{year}年度", "{label}: {agency} {year}"};
inline const Text compare_summary{"{particulars}，{tables}，{words}。", "{particulars}; {tables}; {words}."};
inline const Text compare_particulars{"单位等信息", "Particulars"};
inline const Text compare_same_particulars{"单位等信息相同", "The particulars are the same"};
inline const Text compare_other_particulars{"单位等信息有{count}项不同", "Particulars that differ: {count}"};
inline const Text compare_same_tables{"表格相同", "the tables are the same"};
inline const Text compare_other_cells{"表格有{count}格不同", "cells that differ: {count}"};
inline const Text compare_same_words{"文字相同", "the text is the same"};
inline const Text compare_other_paragraphs{"文字有{count}段不同", "paragraphs that differ: {count}"};
inline const Text compare_other_items{"各栏文字相同，位置不同", "the text is the same, at other places"};
inline const Text compare_other_sections{
    "{count}个部分的文字不全相同（逐段对照请每次取两份）",
    "sections whose text is not alike in all: {count} (compare two for the words)"};
inline const Text compare_legend{"文字对照的标记：", "Marks in the text: "};
inline const Text compare_only_in{"只见于{label}", "only in {label}"};
inline const Text compare_item{"项目", "item"};
inline const Text compare_not_said{"未写", "(not said)"};
inline const Text compare_difference{"增减", "change"};
inline const Text compare_key_figures{"主要数据", "Key figures"};
inline const Text compare_other_cells_same{"其余{count}格相同。", "The other cells are the same: {count}."};
inline const Text compare_other_cells_nothing{"其余{count}格各份都是0或未填。",
                                              "The other cells are 0 or open in all: {count}."};
inline const Text compare_same_paragraphs{"（{count}段相同，略）", "(the same in both, left out: {count})"};
inline const Text compare_moved{"（位置不同）", "(at another place)"};
inline const Text compare_moved_paragraph{"（下面这一段换了位置，文字没有变）",
                                          "(the next paragraph stands at another place, unchanged)"};
inline const Text compare_same_texts{"相同的栏目：{texts}。", "The same in both: {texts}."};
inline const Text compare_between_texts{"、", ", "};
inline const Text compare_not_asked{"无此栏", "(not asked)"};
inline const Text compare_distance{"相差", "difference"};
inline const Text compare_overview{"对照情况", "Overview"};
inline const Text compare_section_head{"部分", "section"};
inline const Text compare_cells_head{"不同的格", "cells that differ"};
inline const Text compare_paragraphs_head{"不同的段", "paragraphs that differ"};
inline const Text compare_similarity_head{"文字相似度", "similarity of the text"};
inline const Text compare_similarity_of{"{label}与{before}文字相似度", "similarity of {label} to {before}"};
inline const Text compare_similarity_remark{
    "文字相似度：后一份的文字有多少与前一份相同，不计数字和标点。",
    "Similarity: how much of the later text stands in the one before it, figures and punctuation aside."};
inline const Text compare_uncompared_count{
    "另有{count}个数因格式不同未能对照，列在后面。",
    "Figures without a counterpart on the other form: {count}; they are listed below."};
inline const Text input_once{"标准输入（“-”）只能用一次。", "standard input (“-”) can be read once."};
inline const Text compare_uncompared{"{label}未能对照的数据", "Figures of {label} without a counterpart"};
inline const Text compare_why{"原因", "why"};
inline const Text compare_value{"填报", "value"};
inline const Text compare_needs_two{"对照要两份以上年报。", "two reports or more are needed."};

// A package, and what became of it.
inline const Text package_table{"数据表{number}_{name}", "数据表{number}_{name}"};
inline const Text package_written{"已生成资料包：{file}（{count}个文件）", "package written: {file} (files: {count})"};
inline const Text package_unreadable{"资料包“{file}”无法核对：{detail}",
                                     "the package “{file}” cannot be verified: {detail}"};
inline const Text package_no_manifest{"里面没有清单 manifest.json。", "it holds no manifest.json."};
inline const Text package_targets{"文件夹，或者以“.zip”结尾的文件", "a folder, or a file ending in .zip"};
inline const Text package_missing{"缺少：{file}", "missing: {file}"};
inline const Text package_extra{"多出：{file}（清单里没有）", "not in the manifest: {file}"};
inline const Text package_strange{"没有读取：{file}（是链接、设备，或者太大）",
                                  "not read: {file} (a link, a device, or too large)"};
inline const Text package_changed{"有改动：{file}", "changed: {file}"};
inline const Text package_differs{"说法不一：{file}（与清单相符，但与{source}不同）",
                                  "says something else: {file} (as in the manifest, but not as {source} has it)"};
inline const Text package_manifest_differs{"清单有改动：{file}（与{source}不同）",
                                           "the manifest was changed: {file} (not as {source} has it)"};
inline const Text package_same_words{"字节与打包时不同，读出的数和文字没有变。",
                                     "The bytes are others; the figures and words read from it are the same."};
inline const Text package_same_cells{"字节与打包时不同，读出的数没有变。",
                                     "The bytes are others; the figures read from it are the same."};
inline const Text package_other_bytes{"字节与打包时不同。", "The bytes are others than those packed."};
inline const Text package_not_read{"读不出内容：{detail}", "It cannot be read: {detail}"};
inline const Text package_whole{"资料包完好：{count}个文件都在，没有改动；各份成稿和数据表内容一致。",
                                "The package is whole: files {count}, none changed; all copies say the same."};
inline const Text package_broken{
    "资料包与打包时不同：有改动{changed}个，缺少{missing}个，多出{extra}个（清单共{count}个文件）。",
    "The package is not as it was packed: changed {changed}, missing {missing}, not in the "
    "manifest {extra} (of {count} files)."};
inline const Text copy_was_and_now{"{where}：原为{was}，现为{now}", "{where}: was {was}, is {now}"};
inline const Text copy_reworded{"{where}：原文“{was}”，现文“{now}”", "{where}: was “{was}”, is “{now}”"};
inline const Text copy_added{"{where}：多出“{text}”", "{where}: added “{text}”"};
inline const Text copy_removed{"{where}：缺少“{text}”", "{where}: gone “{text}”"};
inline const Text copy_lacks{"缺少这些文字：{text}", "characters that are not there: {text}"};
inline const Text copy_moved{"{where}：换了位置“{text}”", "{where}: moved “{text}”"};

// How the particulars of a report are called.
inline const Text particular_form{"格式", "form"};
inline const Text particular_name{"单位名称", "agency"};
inline const Text particular_kind{"单位类别", "kind"};
inline const Text particular_level{"行政层级", "level"};
inline const Text particular_scope{"统计范围", "scope"};
inline const Text particular_short_names{"简称", "short names"};
inline const Text particular_former_names{"曾用名", "former names"};
inline const Text particular_contact{"联系方式", "contact"};
inline const Text particular_year{"年度", "year"};
inline const Text particular_title{"标题", "title"};
inline const Text particular_published{"公布日期", "published"};
inline const Text particular_document_number{"文号", "document number"};
inline const Text particular_officers{"责任人", "officers"};

inline const Text wrote{"已生成：{file}", "written: {file}"};
inline const Text blank_suffix{"（空白表）", "（空白表）"};

// What an HTML page says beside its document.
inline const Text html_contents{"目录", "Contents"};
inline const Text draft_mark{"草稿", "Draft"};
inline const Text chart_bar{"{label}：{reads}", "{label}: {reads}"};
inline const Text chart_between{"；", "; "};
inline const Text chart_end{"。", "."};

// What is wrong with the command line, and where nothing can go on.
inline const Text error_label{"错误：", "error: "};
inline const Text fragment_of_page{"“--fragment”只用于网页，格式只能是html：--to html",
                                   "“--fragment” is for web pages: the only format must be html, --to html"};
inline const Text see_help{"用法见：nianbao {command} --help", "see: nianbao {command} --help"};
inline const Text no_command{"没有写要做什么。", "no command was given."};
inline const Text unknown_command{"没有“{word}”这个命令。", "there is no command “{word}”."};
inline const Text unknown_option{"没有“{word}”这个选项。", "there is no option “{word}”."};
inline const Text did_you_mean{"是不是“{word}”？", " Did you mean “{word}”?"};
inline const Text missing_input{"缺少输入文件（从标准输入读取的，写“-”）。",
                                "an input file is missing (write “-” for standard input)."};
inline const Text missing_argument{"缺少{word}。", "{word} is missing."};
inline const Text extra_input{"多余的参数：“{word}”。", "an argument too many: “{word}”."};
inline const Text missing_value{"选项“{word}”后面缺少内容。", "option “{word}” needs a value."};
inline const Text missing_option{"缺少选项“{word}”。", "option “{word}” is missing."};
inline const Text bad_value{"选项“{word}”不能是“{value}”；可以是：{known}。",
                            "option “{word}” cannot be “{value}”; it can be: {known}."};
inline const Text bad_command_line{"命令行有误：{detail}", "the command line is wrong: {detail}"};
inline const Text unknown_rule{"没有规则“{word}”；全部规则见 nianbao rules。",
                               "there is no rule “{word}”; nianbao rules lists them."};
inline const Text rule_without_level{
    "“--rule {word}”没有写程度；应写作 --rule {word}=程度，程度可以是 off、info、warning、error。",
    "“--rule {word}” has no level; write --rule {word}=LEVEL with off, info, warning or error."};
inline const Text several_to_one{
    "有{count}个文件要写，“{file}”只能装一个；请用 -o 指定文件夹（以“/”结尾）。",
    "{count} files are to be written and “{file}” holds one; give a folder with -o (ending in “/”)."};
inline const Text output_format{"看不出“{file}”是什么格式；请用 {option} 指定：{known}。",
                                "“{file}” does not show its format; name it with {option}: {known}."};
inline const Text file_exists{"“{file}”已存在，未覆盖；要覆盖请加 --force。",
                              "“{file}” exists and was not replaced; add --force to replace it."};
inline const Text not_regular_file{"“{file}”不是普通文件（是文件夹、管道或设备），没有写入。",
                                   "“{file}” is no regular file (a folder, pipe or device); nothing was written."};
inline const Text same_name{"本次处理的另一份年报也要写成“{file}”，这一份没有写；单位和年度相同的，请分开处理。",
                            "another report of this run has the file name “{file}”; this one was not written."};
inline const Text bad_agency_name{"“--agency”应是一行文字，不能含控制字符。",
                                  "“--agency” is one line of text without control characters."};
inline const Text pdf_no_office{
    "PDF 由 LibreOffice 从 Word 文件转成，本机没有装，没有生成。请安装（Debian：apt install libreoffice-writer-nogui "
    "fonts-noto-cjk）；或者生成 docx，再用 Word、WPS 另存为 PDF。",
    "PDF is made by LibreOffice, which is not installed; nothing was written. Install it (Debian: apt install "
    "libreoffice-writer-nogui fonts-noto-cjk), or write docx and save it as PDF in Word or WPS."};
inline const Text pdf_no_font{
    "本机没有中文字体，PDF 里的汉字会成为方框，没有生成。请安装（Debian：apt install fonts-noto-cjk）。",
    "no font with Chinese characters is installed, a PDF would show boxes; nothing was written. Install one (Debian: "
    "apt install fonts-noto-cjk)."};
inline const Text pdf_not_printed{
    "“{file}”没有生成：LibreOffice 没有转出 PDF。请查看是否装有 libreoffice-writer；或者生成 docx，再用 Word、WPS "
    "另存为 PDF。",
    "“{file}” was not written: LibreOffice gave no PDF. See that libreoffice-writer is installed, or write docx and "
    "save it as PDF in Word or WPS."};
inline const Text pdf_too_slow{
    "“{file}”没有生成：LibreOffice 在限定的时间内没有转完。请稍后再试；或者生成 docx，再用 Word、WPS 另存为 PDF。",
    "“{file}” was not written: LibreOffice did not come to an end in time. Try again later, or write docx and save it "
    "as PDF in Word or WPS."};
inline const Text pdf_text_lost{
    "“{file}”没有生成：LibreOffice 转出的 PDF 文字不全，缺少“{reason}”等字。请生成 docx，再用 Word、WPS 另存为 PDF。",
    "“{file}” was not written: the PDF that LibreOffice gave lacks text, such as “{reason}”. Write docx and save it as "
    "PDF in Word or WPS."};
inline const Text write_failed{"“{file}”无法写入：{reason}。", "“{file}” cannot be written: {reason}."};
inline const Text bad_definition{"格式定义有误：{detail}", "a definition is wrong: {detail}"};
inline const Text bad_template{"模板有误：{file} 第{line}行第{column}列：{detail}",
                               "a template is wrong: {file}:{line}:{column}: {detail}"};
inline const Text bad_rules_file{"规则文件“{file}”有误：{detail}", "the rules file “{file}” is wrong: {detail}"};
inline const Text previous_of_other_agency{"请核实：上年年报（--previous）的单位是{given}，不是{wanted}。",
                                           "check: last year's report (--previous) is of {given}, not of {wanted}."};
inline const Text previous_of_other_year{"请核实：上年年报（--previous）是{given}年度的，不是{wanted}年度的。",
                                         "check: last year's report (--previous) is of {given}, not of {wanted}."};
inline const Text no_previous{"以前年度的年报（--previous）无法读取，没有往下做。",
                              "a report of an earlier year (--previous) cannot be read; nothing was done."};
inline const Text tables_of_one{"“--tables”一次只能配一份年报。", "“--tables” goes with one report at a time."};
inline const Text one_standard_input{"标准输入（-）只能读一次。", "standard input (-) can be read only once."};
inline const Text annotate_one{"“--annotate”一次只能标一个文件。", "“--annotate” takes one file at a time."};
inline const Text annotate_whole{"“--annotate”不能与“--tables”同用：问题可能在另一个文件里。",
                                 "“--annotate” does not go with “--tables”: findings may be in the other file."};
inline const Text annotate_office_file{
    "“--annotate”只能标在工作簿（.xlsx）或 Word 文件（.docx）上；“{file}”都不是。",
    "“--annotate” marks workbooks (.xlsx) and Word documents (.docx); “{file}” is neither."};
inline const Text annotate_old_office{
    "“{file}”是旧格式的文件，“--annotate”标不上去。请用办公软件打开后另存为 {extension}，再标一次。",
    "“--annotate” cannot mark “{file}”, which is in an old format. Open it in an office, save it as {extension}, try "
    "again."};
inline const Text annotate_failed{
    "“{file}”的意见标不上去：{reason}。请用办公软件打开后另存为 {extension}，再标一次。",
    "“{file}” cannot be marked: {reason}. Open it in an office, save it as {extension}, try again."};
inline const Text annotated{"已标出问题：{file}", "marked: {file}"};
inline const Text cannot_read{"无法读取：{detail}", "cannot be read: {detail}"};
inline const Text our_fault{"程序出错（不是您的问题），请报告：{detail}",
                            "this is our fault, please report it: {detail}"};

// The shape of help.
inline const Text usage_label{"用法：", "Usage: "};
inline const Text commands_label{"命令：", "Commands:"};
inline const Text options_label{"选项：", "Options:"};
inline const Text help_footer{"每个命令的用法：nianbao 命令 --help", "Help on a command: nianbao COMMAND --help"};
inline const Text exit_codes{
    "退出码：0完成 1年报不合规则 2命令行有误 3输入读不了 4输出写不了 5程序出错",
    "Exit codes: 0 done, 1 rule broken, 2 command line, 3 unreadable, 4 unwritable, 5 our fault"};

}  // namespace phrases
}  // namespace nianbao
