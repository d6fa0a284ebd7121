/// A command and its options as data: help, the parsing by CLI11, and one day man pages and completion come from it.
#pragma once

#include <iosfwd>
#include <map>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "model/text.h"

namespace nianbao {

struct OptionSpec {
    std::string name;        ///< `--to`
    std::string short_name;  ///< `-o`, or empty
    Text value;              ///< what its value is called in help; empty: a flag
    Text help;
    bool repeats{};                    ///< may be given several times
    std::vector<std::string> choices;  ///< what it accepts; empty: anything
    bool list{};                       ///< a comma-separated list of choices
};

/// What the user asked for.
struct Invocation {
    std::vector<std::string> inputs;
    std::map<std::string, std::vector<std::string>>
        values;  ///< by option name; a flag that was given has an empty list

    [[nodiscard]] bool has(const std::string& option) const { return values.count(option) > 0; }
    /// The last value of an option; empty when it was not given.
    [[nodiscard]] std::string value(const std::string& option) const;
    [[nodiscard]] std::vector<std::string> all(const std::string& option) const;
};

/// Where a command reads and writes, and how it speaks.
struct Shell {
    std::istream& in;
    std::ostream& out;
    std::ostream& err;
    Language language{Language::zh};
    bool color{};  ///< findings may be coloured: standard output is a terminal
};

struct CommandSpec {
    std::string name;
    Text summary;          ///< one line in the list of commands
    Text inputs;           ///< what its arguments are called; empty: it takes none
    bool many{};           ///< takes more than one
    bool optional{};       ///< may go without
    bool reads_reports{};  ///< its arguments are report files
    std::vector<OptionSpec> options;
    int (*run)(const Invocation&, Shell&){};
};

/// The commands in the order of help.
[[nodiscard]] const std::vector<CommandSpec>& all_commands();
[[nodiscard]] const CommandSpec* find_command(std::string_view name);

/// The command line is wrong: what is said, and of which command the help should be read.
class UsageError : public std::runtime_error {
public:
    explicit UsageError(const std::string& message) : std::runtime_error(message) {}
};

/// Nothing can go on: what is said, and the exit code.
class Refusal : public std::runtime_error {
public:
    Refusal(int exit_code, const std::string& message) : std::runtime_error(message), code(exit_code) {}
    int code;
};

// One file per command.
int run_blank(const Invocation&, Shell&);
int run_draft(const Invocation&, Shell&);
int run_check(const Invocation&, Shell&);
int run_fill(const Invocation&, Shell&);
int run_compare(const Invocation&, Shell&);
int run_import(const Invocation&, Shell&);
int run_convert(const Invocation&, Shell&);
int run_render(const Invocation&, Shell&);
int run_attach(const Invocation&, Shell&);
int run_rules(const Invocation&, Shell&);
int run_explain(const Invocation&, Shell&);

}  // namespace nianbao
