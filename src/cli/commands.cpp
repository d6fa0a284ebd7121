// What the program can do, as data: every command with its options and their help in both languages.
#include <algorithm>

#include "cli/command.h"
#include "cli/output_formats.h"

namespace nianbao {
namespace {

OptionSpec output() {
    return {"--output",
            "-o",
            {"位置", "PATH"},
            {"输出文件；以“/”结尾或已有的为文件夹；“-”为标准输出",
             "output file, or folder (“/” at its end); “-” is standard output"},
            false,
            {},
            false};
}
OptionSpec force() { return {"--force", "-f", {}, {"文件已存在时覆盖", "replace files that exist"}, false, {}, false}; }
OptionSpec rule() {
    return {"--rule",
            "",
            {"代码=程度", "CODE=LEVEL"},
            {"改变一条规则的程度：off、info、warning、error", "severity of a rule: off, info, warning, error"},
            true,
            {},
            false};
}
OptionSpec rules_file() {
    return {"--rules", "", {"文件", "FILE"}, {"地方规则包（JSON）", "local rule pack (JSON)"}, true, {}, false};
}
OptionSpec recursive() {
    return {"--recursive", "-r", {},   {"输入为文件夹时，逐层读取其中的文件", "enter folders given as input"},
            false,         {},   false};
}
OptionSpec accept() {
    return {"--accept",
            "",
            {"文件", "FILE"},
            {"已认可的问题（JSON），写明理由的不再计", "findings accepted with a reason (JSON); they do not count"},
            true,
            {},
            false};
}
OptionSpec format(std::vector<std::string> choices) {
    return {"--format", "", {"格式", "FORMAT"}, {"输出格式：", "output format: "}, false, std::move(choices), false};
}
OptionSpec targets(std::vector<std::string> choices) {
    return {"--to",
            "-t",
            {"格式", "FORMATS"},
            {"要生成的格式，用逗号隔开：", "formats to write, comma-separated: "},
            false,
            std::move(choices),
            true};
}
OptionSpec tables() {
    return {"--tables",
            "",
            {"文件", "FILE"},
            {"数据表另在一个文件里的，从这里取各表的数", "file that the tables are taken from, where they stand apart"},
            false,
            {},
            false};
}
OptionSpec templates() {
    return {
        "--templates", "", {"文件夹", "DIR"}, {"优先使用其中的模板", "folder of templates that come first"}, false, {},
        false};
}

std::vector<OptionSpec> options_of_all() {
    return {
        {"--schemas",
         "",
         {"文件夹", "DIR"},
         {"优先使用其中的格式定义", "folder of form definitions that come first"},
         false,
         {},
         false},
        {"--lang", "", {"语言", "LANG"}, {"说明和提示的语言：", "language of messages: "}, false, {"zh", "en"}, false},
        {"--help", "-h", {}, {"显示本说明", "show this help"}, false, {}, false},
    };
}

CommandSpec command(std::string name, Text summary, Text inputs, bool many, bool optional,
                    std::vector<OptionSpec> options, int (*run)(const Invocation&, Shell&)) {
    for (OptionSpec& option : options_of_all()) options.push_back(std::move(option));
    const bool reads_reports = inputs.en.starts_with("INPUT");
    return {std::move(name), std::move(summary), std::move(inputs),  many,
            optional,        reads_reports,      std::move(options), run};
}

std::vector<CommandSpec> make_commands() {
    const Text input{"年报…", "INPUT…"};
    return {
        command("blank", {"生成空白表", "write blank templates"}, {}, false, true,
                {{"--agency",
                  "",
                  {"名称", "NAME"},
                  {"单位全称（必填）", "full name of the agency (required)"},
                  false,
                  {},
                  false},
                 {"--year",
                  "",
                  {"年度", "YEAR"},
                  {"报告年度，如2024（必填）", "report year, such as 2024 (required)"},
                  false,
                  {},
                  false},
                 targets({"xlsx", "docx", "json", "md", "txt", "html", "pdf"}),
                 {"--previous",
                  "",
                  {"文件", "FILE"},
                  {"上年年报；其数字列在空白表（xlsx）旁供对照",
                   "last year's report; its figures stand beside the blanks (xlsx)"},
                  false,
                  {},
                  false},
                 output(),
                 force(),
                 templates()},
                run_blank),
        command(
            "check", {"检查年报", "check reports"}, input, true, false,
            {format({"human", "json", "jsonl"}),
             {"--strict", "", {}, {"有“请核实”的也以退出码1结束", "exit 1 for warnings too"}, false, {}, false},
             {"--annotate",
              "",
              {"文件", "FILE"},
              {"在文件（xlsx、docx）的副本上用批注标出问题", "write a copy (xlsx, docx) with the findings as comments"},
              false,
              {},
              false},
             tables(),
             {"--previous",
              "",
              {"文件", "FILE"},
              {"上年年报，用来核对结转等；可以给几个年度的，逐年核对",
               "last year's report, to check what was carried over; may be repeated"},
              true,
              {},
              false},
             accept(),
             {"--write-accepted",
              "",
              {"文件", "FILE"},
              {"把须修改、请核实的各处记入文件，供填写认可的理由",
               "add the findings to a file, where reasons are filled in"},
              false,
              {},
              false},
             force(),
             rule(),
             rules_file(),
             recursive(),
             {"--verbose",
              "-v",
              {},
              {"说明由单位名称判断出的类别和级别，以及不再出现的认可",
               "say what was inferred of the agency, which accepted findings are gone"},
              false,
              {},
              false}},
            run_check),
        command("draft", {"起草下一年度年报", "begin next year's report"}, {"上年年报", "INPUT"}, false, false,
                {targets({"json", "docx", "xlsx", "md", "txt", "html"}),
                 tables(),
                 {"--skeleton",
                  "",
                  {},
                  {"只留框架，不带上年的文字", "the frame alone, without last year's words"},
                  false,
                  {},
                  false},
                 output(),
                 force(),
                 templates()},
                run_draft),
        command("import", {"读入已公布的年报", "read a published report"}, {"年报", "INPUT"}, false, false,
                {format({"human", "json"}),
                 {"--agency",
                  "",
                  {"名称", "NAME"},
                  {"单位全称，标题里看不出时用", "full name of the agency, where no title tells it"},
                  false,
                  {},
                  false},
                 {"--year",
                  "",
                  {"年度", "YEAR"},
                  {"报告年度，标题里看不出时用", "report year, where no title tells it"},
                  false,
                  {},
                  false},
                 {"--half",
                  "",
                  {"左右", "SIDE"},
                  {"两个年度并排的，只读一边：", "of two years side by side, read one: "},
                  false,
                  {"left", "right"},
                  false},
                 tables(),
                 output(),
                 force()},
                run_import),
        command("compare", {"对照两份或几个年度的年报", "compare reports"}, input, true, false,
                {format({"text", "md", "html", "json", "xlsx"}), output(), force(), templates()}, run_compare),
        command("fill", {"计算合计", "compute totals"}, {"年报", "INPUT"}, false, false,
                {{"--zero-blanks",
                  "",
                  {},
                  {"把未填的格填为0，逐格列出", "set open cells to 0, listing each"},
                  false,
                  {},
                  false},
                 tables(),
                 output(),
                 force()},
                run_fill),
        command("convert", {"转为另一种格式", "bring a report to another form"}, {"年报", "INPUT"}, false, false,
                {{"--to",
                  "-t",
                  {"格式", "FORM"},
                  {"转成哪一版格式（必填），如2021", "the form wanted (required), such as 2021"},
                  false,
                  {},
                  false},
                 tables(),
                 output(),
                 force()},
                run_convert),
        command("render", {"生成年报成稿", "write finished reports"}, input, true, true,
                {targets(output_format_names()),
                 tables(),
                 output(),
                 force(),
                 {"--as-draft",
                  "",
                  {},
                  {"有须修改之处也生成，标明“草稿”", "write all the same, marked 草稿"},
                  false,
                  {},
                  false},
                 {"--width",
                  "",
                  {"列数", "N"},
                  {"文本中表格的最大宽度，默认100", "greatest width of tables in text, 100 if not given"},
                  false,
                  {},
                  false},
                 {"--fragment",
                  "",
                  {},
                  {"网页只要正文一段，样式写在各元素里，供网站后台粘贴",
                   "of a web page the article alone, for a site's editor"},
                  false,
                  {},
                  false},
                 templates(),
                 {"--list-values",
                  "",
                  {},
                  {"列出模板中可用的内容（不需要年报）", "list what templates can use (takes no INPUT)"},
                  false,
                  {},
                  false},
                 {"--form",
                  "",
                  {"格式", "FORM"},
                  {"列出哪一版格式的，默认现行格式", "of which form to list it, the one in force if not given"},
                  false,
                  {},
                  false},
                 accept(),
                 rule(),
                 rules_file(),
                 recursive()},
                run_render),
        command("attach", {"生成正式资料包，或者核对资料包", "make the official package, or verify one"},
                {"年报", "INPUT"}, false, false,
                {{"--output",
                  "-o",
                  {"位置", "PATH"},
                  {"资料包：文件夹，以“.zip”结尾的为压缩包（必填）",
                   "the package: a folder, or a file ending in .zip (required)"},
                  false,
                  {},
                  false},
                 {"--verify",
                  "",
                  {},
                  {"核对已有的资料包：是否缺、多、改，各份是否一致",
                   "verify the package given: what is missing, extra or changed"},
                  false,
                  {},
                  false},
                 {"--with-pdf",
                  "",
                  {},
                  {"同时生成PDF（须装有LibreOffice）", "a PDF too (needs LibreOffice)"},
                  false,
                  {},
                  false},
                 force(),
                 {"--as-draft",
                  "",
                  {},
                  {"有须修改之处也生成，标明“草稿”", "write all the same, marked 草稿"},
                  false,
                  {},
                  false},
                 tables(),
                 templates(),
                 accept(),
                 rule(),
                 rules_file()},
                run_attach),
        command("rules", {"列出全部规则", "list all rules"}, {}, false, true, {format({"human", "json"}), rules_file()},
                run_rules),
        command("explain", {"说明一条规则", "explain a rule"}, {"规则代码", "CODE"}, false, false, {rules_file()},
                run_explain),
    };
}

}  // namespace

const std::vector<CommandSpec>& all_commands() {
    static const std::vector<CommandSpec> commands = make_commands();
    return commands;
}

const CommandSpec* find_command(std::string_view name) {
    const auto& commands = all_commands();
    const auto found =
        std::find_if(commands.begin(), commands.end(), [&](const CommandSpec& c) { return c.name == name; });
    return found == commands.end() ? nullptr : &*found;
}

std::string Invocation::value(const std::string& option) const {
    const auto found = values.find(option);
    return found == values.end() || found->second.empty() ? std::string{} : found->second.back();
}

std::vector<std::string> Invocation::all(const std::string& option) const {
    const auto found = values.find(option);
    return found == values.end() ? std::vector<std::string>{} : found->second;
}

}  // namespace nianbao
