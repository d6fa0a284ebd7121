#include "cli/program.h"

#include <ostream>

#include "cli/command_line.h"
#include "cli/files.h"
#include "cli/help.h"
#include "cli/session.h"
#include "cli/suggestions.h"
#include "forms/form_reader.h"
#include "messages/phrases.h"
#include "model/diagnostic.h"
#include "templating/template_error.h"
#include "unicode/utf8.h"
#include "writers/write_error.h"

namespace nianbao {
namespace {

/// `--lang` counts wherever it stands, so that errors of the command line are told in it too.
Language chosen_language(const std::vector<std::string>& words, Language otherwise) {
    for (std::size_t i = 0; i < words.size(); ++i) {
        std::string value;
        if (words[i] == "--lang" && i + 1 < words.size()) value = words[i + 1];
        if (words[i].starts_with("--lang=")) value = words[i].substr(7);
        if (value == "en") return Language::en;
        if (value == "zh") return Language::zh;
    }
    return otherwise;
}

int fail(Shell& shell, ExitCode code, const std::string& message) {
    shell.out.flush();
    shell.err << phrases::error_label.in(shell.language) << made_visible(message) << "\n";
    return code;
}

int usage_failure(Shell& shell, const std::string& message, const std::string& command) {
    fail(shell, exit_command_line, message);
    std::string see = fill_in(phrases::see_help.in(shell.language), {{"command", command}});
    if (command.empty()) see.erase(see.find("  "), 1);
    shell.err << see << "\n";
    return exit_command_line;
}

/// A template of the user's own is named with its folder.
std::string template_path(const std::string& file, const std::string& own_templates) {
    if (own_templates.empty()) return file;
    std::string path = own_templates + (own_templates.ends_with('/') ? "" : "/") + file;
    return file_exists(path) ? path : file;
}

int template_failure(Shell& shell, const TemplateError& error, const std::string& own_templates) {
    return fail(
        shell, exit_unreadable,
        fill_in(phrases::bad_template.in(shell.language), {{"file", template_path(error.place.file, own_templates)},
                                                           {"line", std::to_string(error.place.line)},
                                                           {"column", std::to_string(error.place.column)},
                                                           {"detail", error.message.in(shell.language)}}));
}

int run_command(const CommandSpec& command, const std::vector<std::string>& words, Shell& shell) {
    const auto told = [&](const Text& text, const std::string& detail) {
        return fill_in(text.in(shell.language), {{"detail", detail}});
    };
    std::string own_templates;
    try {
        const Invocation invocation = parse_command_line(command, words, shell.language);
        if (invocation.has("--help")) {
            shell.out << help_of_command(command, shell.language);
            return exit_done;
        }
        own_templates = invocation.value("--templates");
        return command.run(invocation, shell);
    } catch (const UsageError& error) {
        return usage_failure(shell, error.what(), command.name);
    } catch (const Refusal& refusal) {
        return fail(shell, static_cast<ExitCode>(refusal.code), refusal.what());
    } catch (const OutputError& error) {
        return fail(shell, exit_unwritable, output_message(error, shell.language));
    } catch (const TemplateError& error) {
        return template_failure(shell, error, own_templates);
    } catch (const DefinitionError& error) {
        return fail(shell, exit_unreadable, told(phrases::bad_definition, error.what()));
    } catch (const ReadError& error) {
        return fail(shell, exit_unreadable, told(phrases::cannot_read, error.what()));
    } catch (const InputError&) {
        return fail(shell, exit_unreadable, told(phrases::cannot_read, "i.encoding"));
    } catch (const WriteError& error) {
        return fail(shell, exit_unwritable,
                    fill_in(phrases::write_failed.in(shell.language), {{"file", ""}, {"reason", error.what()}}));
    } catch (const std::exception& error) {
        return fail(shell, exit_our_fault, told(phrases::our_fault, error.what()));
    }
}

}  // namespace

Language language_of_locale(const std::string& name) { return name.starts_with("en") ? Language::en : Language::zh; }

std::string output_lost_message(Language language) {
    return phrases::error_label.in(language) +
           fill_in(phrases::write_failed.in(language),
                   {{"file", phrases::standard_output.in(language)}, {"reason", "I/O error"}});
}

int run_program(const std::vector<std::string>& words, Shell& shell) {
    shell.language = chosen_language(words, shell.language);
    std::vector<std::string> rest = words;
    // Before the command only --lang, --help and --version make sense.
    while (!rest.empty() && rest.front().starts_with("--lang")) {
        const bool separate = rest.front() == "--lang" && rest.size() > 1;
        rest.erase(rest.begin(), rest.begin() + (separate ? 2 : 1));
    }
    if (rest.empty()) return usage_failure(shell, phrases::no_command.in(shell.language), "");
    const std::string name = rest.front();
    rest.erase(rest.begin());
    if (name == "--help" || name == "-h" || name == "help") {
        const CommandSpec* about = rest.empty() ? nullptr : find_command(rest.front());
        shell.out << (about ? help_of_command(*about, shell.language) : help_of_program(shell.language));
        return exit_done;
    }
    if (name == "--version") {
        shell.out << "nianbao " << NIANBAO_VERSION << "\n";
        return exit_done;
    }
    if (const CommandSpec* command = find_command(name)) return run_command(*command, rest, shell);
    std::vector<std::string> names;
    for (const CommandSpec& command : all_commands()) names.push_back(command.name);
    const bool option = name.starts_with('-');
    const Text& message = option ? phrases::unknown_option : phrases::unknown_command;
    return usage_failure(
        shell, fill_in(message.in(shell.language), {{"word", name}}) + did_you_mean(name, names, shell.language), "");
}

}  // namespace nianbao
