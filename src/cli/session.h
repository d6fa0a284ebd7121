/// What the commands share: the law with the user's own definitions and rules on top, the writing of outputs. What they
/// read is in `cli/input.h`.
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "cli/command.h"
#include "cli/files.h"
#include "forms/schema_files.h"
#include "model/diagnostic.h"
#include "model/form.h"

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
