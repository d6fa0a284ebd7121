#include "forms/issuer.h"

#include <algorithm>

namespace nianbao {
namespace {

bool has_had_name(const Agency& agency, const std::string& name) {
    const auto& former = agency.former_names;
    return agency.name == name || std::find(former.begin(), former.end(), name) != former.end();
}

using Marker = AgencyVocabulary::Marker;

bool inside_longer_word(const std::string& name, std::size_t at, const Marker& marker) {
    return std::any_of(marker.unless.begin(), marker.unless.end(), [&](const std::string& word) {
        const auto offset = word.find(marker.text);
        return offset != std::string::npos && at >= offset && name.compare(at - offset, word.size(), word) == 0;
    });
}

/// The level of the last administrative area that the name begins with: 示例市示例区财政局 is a county's.
std::string level_from_area(const std::string& name, const AgencyVocabulary& vocabulary) {
    std::string level;
    std::size_t last = 0;
    for (const Marker& marker : vocabulary.markers) {
        for (auto at = name.find(marker.text); at != std::string::npos; at = name.find(marker.text, at + 1)) {
            if (at < last || (at == 0) != marker.leading || inside_longer_word(name, at, marker)) continue;
            last = at;
            level = marker.level;
        }
    }
    return level;
}

bool has(const std::vector<std::string>& list, const std::string& value) {
    return std::find(list.begin(), list.end(), value) != list.end();
}

}  // namespace

bool is_same_agency(const Agency& a, const Agency& b) { return has_had_name(a, b.name) || has_had_name(b, a.name); }

Issuer issuer_of(const Agency& agency, const AgencyVocabulary& vocabulary) {
    Issuer issuer{agency.kind, agency.level, false, false};
    const auto ending = std::find_if(vocabulary.endings.begin(), vocabulary.endings.end(),
                                     [&](const auto& each) { return agency.name.ends_with(each.text); });
    const bool fits = ending != vocabulary.endings.end();
    if (issuer.kind.empty() && fits) {
        issuer.kind = ending->kind;
        issuer.kind_inferred = true;
    }
    if (issuer.level.empty()) {
        issuer.level = fits && !ending->level.empty() ? ending->level : level_from_area(agency.name, vocabulary);
        issuer.level_inferred = !issuer.level.empty();
    }
    return issuer;
}

bool matches_issuer(const std::vector<std::string>& patterns, const Issuer& issuer) {
    return std::any_of(patterns.begin(), patterns.end(), [&](const std::string& pattern) {
        const auto at = pattern.find('@');
        const std::string kind = pattern.substr(0, at);
        const std::string level = at == std::string::npos ? "*" : pattern.substr(at + 1);
        return (kind == "*" || kind == issuer.kind) && (level == "*" || level == issuer.level);
    });
}

bool concerns(const Applies& applies, const Issuer& issuer, const std::string& form, int year) {
    return (applies.forms.empty() || has(applies.forms, form)) &&
           (applies.kinds.empty() || has(applies.kinds, issuer.kind)) &&
           (applies.levels.empty() || has(applies.levels, issuer.level)) &&
           (applies.issuers.empty() || matches_issuer(applies.issuers, issuer)) &&
           !matches_issuer(applies.except, issuer) && year >= applies.from_year && year <= applies.to_year;
}

}  // namespace nianbao
