#include "cli/issuer_line.h"

#include "forms/issuer.h"
#include "messages/phrases.h"
#include "unicode/utf8.h"

namespace nianbao {

std::string issuer_lines(const Agency& agency, const AgencyVocabulary& vocabulary, Language language) {
    const Issuer issuer = issuer_of(agency, vocabulary);
    const std::string shown = made_visible(agency.name);
    std::string lines;
    if (issuer.kind.empty()) lines += fill_in(phrases::unknown_issuer.in(language), {{"agency", shown}}) + "\n";
    if (!issuer.kind_inferred && !issuer.level_inferred) return lines;
    const auto name = [&](const std::vector<AgencyVocabulary::Entry>& entries, const std::string& id, bool inferred) {
        for (const auto& entry : entries) {
            if (inferred && entry.id == id) return entry.name.in(language);
        }
        return std::string{};
    };
    const std::string kind = name(vocabulary.kinds, issuer.kind, issuer.kind_inferred);
    const std::string level = name(vocabulary.levels, issuer.level, issuer.level_inferred);
    const std::string between = kind.empty() || level.empty() ? "" : language == Language::zh ? "、" : ", ";
    return lines +
           fill_in(phrases::inferred_issuer.in(language),
                   {{"agency", shown}, {"kind", kind}, {"level", between + level}}) +
           "\n";
}

}  // namespace nianbao
