#include "cli/session.h"

#include <algorithm>
#include <istream>
#include <iterator>
#include <ostream>

#include "checks/checks.h"
#include "cli/files.h"
#include "cli/text_encoding.h"
#include "forms/form_reader.h"
#include "forms/rule_pack.h"
#include "forms/statute.h"
#include "messages/phrases.h"
#include "readers/json_report_reader.h"
#include "readers/json_source.h"
#include "readers/nearest_word.h"

namespace nianbao {
namespace {

constexpr std::size_t max_definition_bytes = 1U << 20U;

SourceFiles with_folder_in_front(SourceFiles files, const std::string& folder) {
    if (folder.empty()) return files;
    for (auto& [path, text] : read_folder(folder, max_definition_bytes)) files[path] = std::move(text);
    return files;
}

void apply_choice(const std::string& choice, Catalogue& catalogue, Language language) {
    const auto equals = choice.find('=');
    const std::string code = choice.substr(0, equals);
    const std::string level = equals == std::string::npos ? std::string{} : choice.substr(equals + 1);
    if (!catalogue.find(code)) {
        std::vector<std::string> codes;
        for (const Rule& rule : catalogue.rules) codes.push_back(rule.code);
        std::string message = fill_in(phrases::unknown_rule.in(language), {{"word", code}});
        const std::string nearest = nearest_word(code, codes);
        if (!nearest.empty()) message += fill_in(phrases::did_you_mean.in(language), {{"word", nearest}});
        throw UsageError(message);
    }
    RulePack pack;
    try {
        pack.rules[code].severity = read_severity(level);
    } catch (const DefinitionError&) {
        throw UsageError(fill_in(phrases::bad_value.in(language), {{"word", "--rule " + code}, {"value", level}, {"known", "off, info, warning, error"}}));
    }
    apply(pack, catalogue);
}

std::string bytes_of(const std::string& path, Shell& shell) {
    if (path != "-") return read_file(path, max_json_bytes);
    std::string bytes;
    std::istreambuf_iterator<char> at(shell.in);
    for (; at != std::istreambuf_iterator<char>() && bytes.size() <= max_json_bytes; ++at) bytes += *at;
    return bytes;
}

Diagnostic not_found(const ReadError& error) {
    Diagnostic diagnostic;
    diagnostic.code = "i.not-found";
    diagnostic.variant = error.variant;
    diagnostic.arguments["reason"] = error.what();
    return diagnostic;
}

}  // namespace

Statute load_session_statute(const Invocation& invocation, Language language) {
    Statute statute = load_statute(with_folder_in_front(embedded_folder("schemas/"), invocation.value("--schemas")));
    for (const std::string& file : invocation.all("--rules")) {
        apply(read_rule_pack(to_utf8(read_file(file, max_definition_bytes)), file), statute.catalogue);
    }
    for (const std::string& choice : invocation.all("--rule")) apply_choice(choice, statute.catalogue, language);
    return statute;
}

SourceFiles load_session_templates(const Invocation& invocation) {
    return with_folder_in_front(embedded_folder("templates/"), invocation.value("--templates"));
}

Input read_input(const std::string& path, const Statute& statute, Shell& shell) {
    Input input;
    input.name = path == "-" ? phrases::standard_input.in(shell.language) : path;
    try {
        input.reading = read_json_report(to_utf8(bytes_of(path, shell)), statute);
        input.reading->provenance.file = input.name;
        input.form = statute.find_form(input.reading->report.form);
        input.problems = input.reading->notes;
    } catch (const InputError& error) {
        input.problems = error.diagnostics;
    } catch (const ReadError& error) {
        input.problems = {not_found(error)};
    }
    return input;
}

std::vector<std::string> expand_inputs(const Invocation& invocation) {
    std::vector<std::string> paths;
    for (const std::string& input : invocation.inputs) {
        if (invocation.has("--recursive") && is_folder(input)) {
            const auto below = files_below(input);
            paths.insert(paths.end(), below.begin(), below.end());
        } else {
            paths.push_back(input);
        }
    }
    return paths;
}

std::vector<Diagnostic> check_input(const Input& input, const Statute& statute) {
    std::vector<Diagnostic> findings = input.problems;
    if (!input.reading) return findings;
    for (Diagnostic& finding : check_report(input.reading->report, *input.form, statute.catalogue, statute.agencies)) {
        locate(finding, input.reading->provenance);
        findings.push_back(std::move(finding));
    }
    return findings;
}

Destination::Destination(const Invocation& invocation, std::size_t count, Shell& shell)
    : path_(invocation.value("--output")), replace_(invocation.has("--force")), shell_(shell) {
    if (path_.empty()) {
        path_ = ".";
    } else if (path_ == "-") {
        kind_ = Kind::standard_output;
    } else if (!path_.ends_with('/') && !is_folder(path_) && count == 1) {
        kind_ = Kind::file;
    }
    if (kind_ == Kind::standard_output && count > 1) {
        throw UsageError(fill_in(phrases::several_to_one.in(shell.language), {{"count", std::to_string(count)}, {"file", path_}}));
    }
}

std::string Destination::write(const Output& output) const {
    if (kind_ == Kind::standard_output) {
        shell_.out.write(output.bytes.data(), static_cast<std::streamsize>(output.bytes.size()));
        shell_.out.flush();
        if (!shell_.out) throw OutputError("-", "I/O error", false);
        return {};
    }
    std::string path = path_;
    if (kind_ == Kind::folder) path = (path_ == "." ? std::string{} : path_ + (path_.ends_with('/') ? "" : "/")) + output.file_name;
    write_file(path, output.bytes, replace_);
    return path;
}

}  // namespace nianbao
