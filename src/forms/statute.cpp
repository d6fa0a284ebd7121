#include "forms/statute.h"

#include <array>

#include "forms/claims_reader.h"
#include "forms/form_reader.h"
#include "forms/relation_expansion.h"

namespace nianbao {
namespace {

/// The order of the catalogue; further files follow by name.
constexpr std::array<std::string_view, 5> rule_files{"rules/input.json", "rules/structure.json", "rules/tables.json",
                                                     "rules/words.json", "rules/dates.json"};

}  // namespace

Statute load_statute(const SourceFiles& schemas) {
    Statute statute;
    for (const std::string_view path : rule_files) {
        const auto file = schemas.find(path);
        if (file == schemas.end()) throw DefinitionError(std::string(path) + ": missing");
        read_rules(file->second, file->first, statute.catalogue);
    }
    const auto agencies = schemas.find("agencies.json");
    if (agencies == schemas.end()) throw DefinitionError("agencies.json: missing");
    statute.agencies = read_agencies(agencies->second, agencies->first);
    const auto drafting = schemas.find("drafting.json");
    if (drafting == schemas.end()) throw DefinitionError("drafting.json: missing");
    statute.drafting = read_drafting(drafting->second, drafting->first);
    const auto claims_file = schemas.find("claims.json");
    if (claims_file == schemas.end()) throw DefinitionError("claims.json: missing");
    const ClaimDefinitions claims = read_claims(claims_file->second, claims_file->first);
    statute.drafting.figures.none = claims.words->none;
    const auto recognition = schemas.find("recognition.json");
    if (recognition == schemas.end()) throw DefinitionError("recognition.json: missing");
    statute.recognition = read_recognition_words(recognition->second, recognition->first);
    for (auto file = schemas.rbegin(); file != schemas.rend(); ++file) {
        if (!file->first.starts_with("forms/")) continue;
        statute.forms.push_back(read_form(file->second, file->first));
        expand_relations(statute.forms.back(), statute.catalogue);
        statute.forms.back().claims = claims_of(claims, statute.forms.back(), statute.catalogue);
    }
    require_readings(claims, statute.forms);
    return statute;
}

}  // namespace nianbao
