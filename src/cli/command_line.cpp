#include "cli/command_line.h"

#include <CLI/CLI.hpp>
#include <algorithm>

#include "cli/suggestions.h"
#include "messages/phrases.h"

namespace nianbao {
namespace {

const OptionSpec* find_option(const CommandSpec& command, const std::string& name) {
    for (const OptionSpec& option : command.options) {
        if (option.name == name || (!option.short_name.empty() && option.short_name == name)) return &option;
    }
    return nullptr;
}

/// CLI11 takes an unknown option for one more input where many are accepted, so options are looked at first.
void refuse_unknown_options(const CommandSpec& command, const std::vector<std::string>& words, Language language) {
    for (std::size_t i = 0; i < words.size(); ++i) {
        const std::string& word = words[i];
        if (word == "--") return;
        if (word.size() < 2 || word[0] != '-') continue;
        const bool is_long = word[1] == '-';
        const std::string name = is_long ? word.substr(0, word.find('=')) : word.substr(0, 2);
        if (const OptionSpec* known = find_option(command, name)) {
            const bool value_follows = !known->value.zh.empty() && word == name;
            if (value_follows) {
                if (i + 1 == words.size() || find_option(command, words[i + 1])) {
                    throw UsageError(fill_in(phrases::missing_value.in(language), {{"word", name}}));
                }
                ++i;
            }
            continue;
        }
        std::vector<std::string> names;
        for (const OptionSpec& option : command.options) names.push_back(option.name);
        throw UsageError(fill_in(phrases::unknown_option.in(language), {{"word", name}}) +
                         did_you_mean(name, names, language));
    }
}

void refuse_unknown_choices(const OptionSpec& option, const std::vector<std::string>& given, Language language) {
    if (option.choices.empty()) return;
    for (const std::string& value : given) {
        if (std::find(option.choices.begin(), option.choices.end(), value) != option.choices.end()) continue;
        throw UsageError(
            fill_in(phrases::bad_value.in(language),
                    {{"word", option.name}, {"value", value}, {"known", list_of(option.choices, language)}}));
    }
}

void split_lists(const CommandSpec& command, Invocation& invocation) {
    for (const OptionSpec& option : command.options) {
        const auto given = invocation.values.find(option.name);
        if (!option.list || given == invocation.values.end()) continue;
        std::vector<std::string> items;
        for (const std::string& value : given->second) {
            for (const std::string& item : CLI::detail::split(value, ',')) {
                if (!item.empty() && std::find(items.begin(), items.end(), item) == items.end()) items.push_back(item);
            }
        }
        given->second = std::move(items);
    }
}

}  // namespace

Invocation parse_command_line(const CommandSpec& command, const std::vector<std::string>& words, Language language) {
    refuse_unknown_options(command, words, language);
    CLI::App app;
    app.set_help_flag();
    app.allow_windows_style_options(false);
    Invocation invocation;
    std::map<std::string, std::vector<std::string>> values;
    std::map<std::string, bool> flags;
    for (const OptionSpec& option : command.options) {
        const std::string names = option.short_name.empty() ? option.name : option.short_name + "," + option.name;
        if (option.value.zh.empty()) {
            app.add_flag(names, flags[option.name]);
        } else {
            app.add_option(names, values[option.name])
                ->expected(1)
                ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll)
                ->allow_extra_args(false);
        }
    }
    if (!command.inputs.zh.empty()) app.add_option("inputs", invocation.inputs);
    try {
        app.parse(std::vector<std::string>(words.rbegin(), words.rend()));
    } catch (const CLI::ExtrasError&) {
        throw UsageError(fill_in(phrases::extra_input.in(language),
                                 {{"word", app.remaining().empty() ? "" : app.remaining().front()}}));
    } catch (const CLI::ParseError& error) {
        throw UsageError(fill_in(phrases::bad_command_line.in(language), {{"detail", error.what()}}));
    }
    for (const auto& [name, given] : flags) {
        if (given) invocation.values[name];
    }
    for (const auto& [name, given] : values) {
        if (!given.empty()) invocation.values[name] = given;
    }
    split_lists(command, invocation);
    for (const OptionSpec& option : command.options)
        refuse_unknown_choices(option, invocation.all(option.name), language);
    if (invocation.has("--help")) return invocation;
    if (!command.inputs.zh.empty() && !command.optional && invocation.inputs.empty()) {
        throw UsageError(command.reads_reports ? phrases::missing_input.in(language)
                                               : fill_in(phrases::missing_argument.in(language),
                                                         {{"word", command.inputs.in(language)}}));
    }
    if (!command.many && invocation.inputs.size() > 1) {
        throw UsageError(fill_in(phrases::extra_input.in(language), {{"word", invocation.inputs[1]}}));
    }
    return invocation;
}

}  // namespace nianbao
