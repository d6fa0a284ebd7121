/// Reports as the commands get them: from a file of any format, standard input, or two files that are one report.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cli/command.h"
#include "cli/files.h"
#include "cli/input_formats.h"
#include "model/form.h"
#include "model/origin.h"

namespace nianbao {

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

    /// Of a report in two halves: where its tables come from (`Diagnostic::in_tables_file`).
    struct TablesFile {
        std::string path, name;
        std::vector<std::string> sheets;
    };
    std::optional<TablesFile> tables;
};

/// Reads a file, or standard input for `-`; never throws for what is wrong with it.
[[nodiscard]] Input read_input(const std::string& path, const Statute& statute, Shell& shell,
                               const ReadingChoices& choices = {});

/// The same; with `--tables` the tables are taken from there, and `path` gives whose report it is and its words. Throws
/// UsageError where there are several inputs for one such file.
[[nodiscard]] Input read_input(const Invocation& invocation, const std::string& path, const Statute& statute,
                               Shell& shell, const ReadingChoices& choices = {});

/// The inputs of a command; with `--recursive` the files in folders instead of the folders.
[[nodiscard]] std::vector<std::string> expand_inputs(const Invocation& invocation);

/// The findings of a report, placed in its file, the reader's notes first; with last year's report also those of the
/// rules that look back.
[[nodiscard]] std::vector<Diagnostic> check_input(const Input& input, const Statute& statute,
                                                  const Input* last_year = nullptr);

/// A file that cannot be opened, as a finding.
[[nodiscard]] Diagnostic not_found(const ReadError& error);

}  // namespace nianbao
