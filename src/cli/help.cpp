#include "cli/help.h"

#include "messages/phrases.h"
#include "unicode/width.h"

namespace nianbao {
namespace {

std::string padded(const std::string& text, std::size_t width) {
    const std::size_t taken = display_width(text);
    return taken < width ? text + std::string(width - taken, ' ') : text + "  ";
}

std::string option_words(const OptionSpec& option, Language language) {
    std::string words = option.short_name.empty() ? "    " : option.short_name + ", ";
    words += option.name;
    if (!option.value.zh.empty()) words += " " + option.value.in(language);
    return words;
}

std::string option_help(const OptionSpec& option, Language language) {
    std::string help = option.help.in(language);
    for (std::size_t i = 0; i < option.choices.size(); ++i) help += (i == 0 ? "" : ",") + option.choices[i];
    return help;
}

}  // namespace

std::string help_of_program(Language language) {
    std::string help = Text{"nianbao：政府信息公开工作年度报告的编写、检查和生成。\n\n",
                            "nianbao writes, checks and renders the annual report on open government information of "
                            "Chinese agencies.\n\n"}
                           .in(language);
    help += phrases::usage_label.in(language) +
            Text{"nianbao 命令 [选项] [年报…]\n\n", "nianbao COMMAND [OPTIONS] [INPUT…]\n\n"}.in(language);
    help += phrases::commands_label.in(language) + "\n";
    for (const CommandSpec& command : all_commands()) {
        help += "  " + padded(command.name, 12) + command.summary.in(language) + "\n";
    }
    help += "\n" + phrases::options_label.in(language) + "\n  " + padded("--help", 12) +
            Text{"显示本说明", "show this help"}.in(language);
    help += "\n  " + padded("--version", 12) + Text{"显示版本", "show the version"}.in(language);
    help += "\n  " + padded("--lang", 12) + Text{"语言：zh、en", "language: zh, en"}.in(language) + "\n\n";
    return help + phrases::help_footer.in(language) + "\n" + phrases::exit_codes.in(language) + "\n";
}

std::string help_of_command(const CommandSpec& command, Language language) {
    std::string help =
        "nianbao " + command.name + Text{"：", ": "}.in(language) + command.summary.in(language) + "\n\n";
    help += phrases::usage_label.in(language) + "nianbao " + command.name + Text{" [选项]", " [OPTIONS]"}.in(language);
    if (!command.inputs.zh.empty()) help += " " + command.inputs.in(language);
    help += "\n\n" + phrases::options_label.in(language) + "\n";
    for (const OptionSpec& option : command.options) {
        help += "  " + padded(option_words(option, language), 26) + option_help(option, language) + "\n";
    }
    return help;
}

}  // namespace nianbao
