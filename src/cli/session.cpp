#include "cli/session.h"

#include <algorithm>
#include <istream>
#include <iterator>
#include <ostream>

#include "cli/exit_code.h"
#include "cli/files.h"
#include "cli/input.h"
#include "cli/suggestions.h"
#include "cli/text_encoding.h"
#include "forms/form_reader.h"
#include "forms/rule_pack.h"
#include "forms/statute.h"
#include "messages/finding_text.h"
#include "messages/labels.h"
#include "messages/phrases.h"
#include "readers/json_source.h"

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
        throw UsageError(unknown_rule_message(code, catalogue, language));
    }
    if (level.empty()) throw UsageError(fill_in(phrases::rule_without_level.in(language), {{"word", code}}));
    RulePack pack;
    try {
        pack.rules[code].severity = read_severity(level);
    } catch (const DefinitionError&) {
        throw UsageError(fill_in(phrases::bad_value.in(language),
                                 {{"word", "--rule " + code},
                                  {"value", level},
                                  {"known", list_of({"off", "info", "warning", "error"}, language)}}));
    }
    apply(pack, catalogue);
}

/// A rule pack that is wrong is an input that cannot be read: told with its name and, where it is no JSON, the place.
void apply_pack(const std::string& file, Catalogue& catalogue, Language language) {
    const auto refuse = [&](const std::string& detail) {
        throw Refusal(exit_unreadable,
                      fill_in(phrases::bad_rules_file.in(language), {{"file", file}, {"detail", detail}}));
    };
    try {
        const std::string text = to_utf8(read_file(file, max_definition_bytes));
        static_cast<void>(parse_json(text));
        const RulePack pack = read_rule_pack(text, file);
        for (const auto& [code, change] : pack.rules) {
            if (catalogue.find(code)) continue;
            refuse(unknown_rule_message(code, catalogue, language));
        }
        apply(pack, catalogue);
    } catch (const InputError& error) {
        refuse(fault_text(error, catalogue, language));
    } catch (const ReadError& error) {
        refuse(fault_text(error, catalogue, language));
    } catch (const DefinitionError& error) {
        refuse(error.what());
    }
}

}  // namespace

std::string unknown_rule_message(const std::string& code, const Catalogue& catalogue, Language language) {
    std::vector<std::string> codes;
    for (const Rule& rule : catalogue.rules) codes.push_back(rule.code);
    return fill_in(phrases::unknown_rule.in(language), {{"word", code}}) + did_you_mean(code, codes, language);
}

std::string fault_text(const InputError& error, const Catalogue& catalogue, Language language) {
    const Diagnostic& first = error.diagnostics.front();
    const std::string place = place_text(first.place, {}, language);
    return place + (place.empty() ? "" : " ") + describe(first, {catalogue, nullptr, nullptr}, language).message;
}

std::string fault_text(const ReadError& error, const Catalogue& catalogue, Language language) {
    return describe(not_found(error), {catalogue, nullptr, nullptr}, language).message;
}

Statute load_session_statute(const Invocation& invocation, Language language) {
    Statute statute = load_statute(load_session_schemas(invocation));
    for (const std::string& file : invocation.all("--rules")) apply_pack(file, statute.catalogue, language);
    for (const std::string& choice : invocation.all("--rule")) apply_choice(choice, statute.catalogue, language);
    return statute;
}

SourceFiles load_session_schemas(const Invocation& invocation) {
    return with_folder_in_front(embedded_folder("schemas/"), invocation.value("--schemas"));
}

SourceFiles load_session_templates(const Invocation& invocation) {
    return with_folder_in_front(embedded_folder("templates/"), invocation.value("--templates"));
}

std::string output_message(const OutputError& error, Language language) {
    const auto text = [&]() -> const Text& {
        switch (error.fault) {
            case OutputError::Fault::exists:
                return phrases::file_exists;
            case OutputError::Fault::not_regular:
                return phrases::not_regular_file;
            case OutputError::Fault::same_name:
                return phrases::same_name;
            case OutputError::Fault::no_office:
                return phrases::pdf_no_office;
            case OutputError::Fault::no_font:
                return phrases::pdf_no_font;
            case OutputError::Fault::not_printed:
                return phrases::pdf_not_printed;
            case OutputError::Fault::too_slow:
                return phrases::pdf_too_slow;
            case OutputError::Fault::text_lost:
                return phrases::pdf_text_lost;
            case OutputError::Fault::failed:
                break;
        }
        return phrases::write_failed;
    };
    const std::string file = error.path == "-" ? phrases::standard_output.in(language) : error.path;
    return fill_in(text().in(language), {{"file", file}, {"reason", error.what()}});
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
        throw UsageError(
            fill_in(phrases::several_to_one.in(shell.language), {{"count", std::to_string(count)}, {"file", path_}}));
    }
}

std::string Destination::write(const Output& output) {
    if (kind_ == Kind::standard_output) {
        shell_.out.write(output.bytes.data(), static_cast<std::streamsize>(output.bytes.size()));
        shell_.out.flush();
        if (!shell_.out) throw OutputError("-", "I/O error");
        return {};
    }
    std::string path = path_;
    if (kind_ == Kind::folder)
        path = (path_ == "." ? std::string{} : path_ + (path_.ends_with('/') ? "" : "/")) + output.file_name;
    // Two reports of one run that would share a name: the second is refused even where files may be replaced.
    if (!written_.insert(path).second) throw OutputError(path, {}, OutputError::Fault::same_name);
    write_file(path, output.bytes, replace_);
    return path;
}

}  // namespace nianbao
