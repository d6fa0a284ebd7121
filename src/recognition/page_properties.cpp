#include "recognition/page_properties.h"

#include <algorithm>
#include <string>
#include <vector>

#include "recognition/label_match.h"

namespace nianbao {
namespace {

std::string known(const std::string& id, const std::vector<AgencyVocabulary::Entry>& entries) {
    const bool is_known = std::any_of(entries.begin(), entries.end(), [&](const auto& each) { return each.id == id; });
    return is_known ? id : std::string();
}

int year_in(const std::string& text) {
    constexpr std::size_t digits = 4;
    const bool is_year = text.size() == digits && text.find_first_not_of("0123456789") == std::string::npos;
    return is_year ? std::stoi(text) : 0;
}

}  // namespace

void take_properties(const Document& document, const Statute& statute, Report& report, TitleParts& parts) {
    if (document.properties.empty() || label_key(document.title) != label_key(report.title)) return;
    const auto property = [&](const char* name) {
        const auto found = document.properties.find(name);
        return found == document.properties.end() ? std::string() : found->second;
    };
    if (const std::string agency = property("agency"); !agency.empty()) parts.agency = agency;
    if (const int year = year_in(property("year")); year > 0) parts.year = year;
    report.agency.kind = known(property("kind"), statute.agencies.kinds);
    report.agency.level = known(property("level"), statute.agencies.levels);
    report.agency.scope = known(property("scope"), statute.agencies.scopes);
    report.published = property("published");
    report.document_number = property("document_number");
}

}  // namespace nianbao
