/// Reads the files of `schemas/` into the model: forms, the catalogue of rules, the words by which agencies are told
/// apart.
///
/// The files are part of the program or were put in front of it by its user; what is wrong with one is a
/// DefinitionError that names the file and the place in it.
#pragma once

#include <stdexcept>
#include <string>
#include <string_view>

#include "model/form.h"
#include "model/rule.h"

namespace nianbao {

class DefinitionError : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

/// A form definition, cells and lines worked out, relations still empty (`expand_relations`).
[[nodiscard]] Form read_form(std::string_view json, const std::string& file);

/// Appends the rules of one file of `schemas/rules/`.
void read_rules(std::string_view json, const std::string& file, Catalogue& catalogue);

[[nodiscard]] RecognitionWords read_recognition_words(std::string_view json, const std::string& file);
[[nodiscard]] AgencyVocabulary read_agencies(std::string_view json, const std::string& file);
/// `schemas/drafting.json`, but for the words of denial, which stand with the claims.
[[nodiscard]] Drafting read_drafting(std::string_view json, const std::string& file);

[[nodiscard]] BasisKind read_basis_kind(const std::string& word);
[[nodiscard]] Severity read_severity(const std::string& word);
[[nodiscard]] std::string_view name_of(BasisKind kind);
[[nodiscard]] std::string_view name_of(Severity severity);

}  // namespace nianbao
