/// What the commands share: the law with the user's own definitions and rules on top, the reading of inputs, the
/// writing of outputs.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "cli/command.h"
#include "cli/files.h"
#include "forms/schema_files.h"
#include "model/form.h"
#include "model/origin.h"

namespace nianbao {

/// The statute, with `--schemas` in front and `--rules` and `--rule` applied. Throws DefinitionError, ReadError or
/// UsageError.
[[nodiscard]] Statute load_session_statute(const Invocation& invocation, Language language);

/// The compiled-in definitions, with `--schemas` in front.
[[nodiscard]] SourceFiles load_session_schemas(const Invocation& invocation);

/// The compiled-in templates, with `--templates` in front.
[[nodiscard]] SourceFiles load_session_templates(const Invocation& invocation);

/// There is no such rule, and which one may have been meant.
[[nodiscard]] std::string unknown_rule_message(const std::string& code, const Catalogue& catalogue, Language language);

/// What is wrong with a file that the command line names, and where: its first fault.
[[nodiscard]] std::string fault_text(const InputError& error, const Catalogue& catalogue, Language language);
[[nodiscard]] std::string fault_text(const ReadError& error, const Catalogue& catalogue, Language language);

/// One input: a reading with its form, or why there is none.
struct Input {
    std::string path;  ///< as given; `-` for standard input
    std::string name;  ///< as shown to people
    std::optional<Reading> reading;
    const Form* form{};
    std::vector<Diagnostic> problems;  ///< what made it unreadable, or the reader's notes
    std::vector<std::string> sheets;   ///< of a workbook, what places count
    std::string bytes;                 ///< of the file
    std::string_view format;           ///< name of the input format; empty where there was no file
};

/// Reads a file, or standard input for `-`; never throws for what is wrong with it.
[[nodiscard]] Input read_input(const std::string& path, const Statute& statute, Shell& shell);

/// The inputs of a command; with `--recursive` the files in folders instead of the folders.
[[nodiscard]] std::vector<std::string> expand_inputs(const Invocation& invocation);

/// The findings of a report, placed in its file, the reader's notes first; with last year's report also those of the
/// rules that look back.
[[nodiscard]] std::vector<Diagnostic> check_input(const Input& input, const Statute& statute,
                                                  const Input* last_year = nullptr);

/// Why a file was not written, for people.
[[nodiscard]] std::string output_message(const OutputError& error, Language language);

/// Something to be written: to a file of its own name in a folder, or to where `-o` says.
struct Output {
    std::string file_name;  ///< the name it has by itself
    std::string bytes;
};

/// Where outputs go: `-o` as a folder, as a file, or as standard output; without it the current folder.
class Destination {
public:
    /// `count` files are to come. Throws UsageError where one file cannot hold them.
    Destination(const Invocation& invocation, std::size_t count, Shell& shell);

    /// Writes one and returns where to; empty for standard output. Throws OutputError.
    std::string write(const Output& output);
    [[nodiscard]] bool is_standard_output() const { return kind_ == Kind::standard_output; }

private:
    enum class Kind { folder, file, standard_output } kind_{Kind::folder};
    std::string path_;
    bool replace_{};
    std::set<std::string> written_;
    Shell& shell_;
};

}  // namespace nianbao
