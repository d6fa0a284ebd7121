#include "checks/word_passages.h"

#include "unicode/utf8.h"

namespace nianbao {
namespace {

/// The names by which a text speaks of its own unit.
std::vector<std::u32string> own_names(const Agency& agency, const AgencyVocabulary& vocabulary) {
    std::vector<std::u32string> names;
    const auto add = [&](const std::string& name) {
        if (std::u32string dense = read_dense(name).codes; !dense.empty()) names.push_back(std::move(dense));
    };
    add(agency.name);
    for (const std::string& name : agency.short_names) add(name);
    for (const std::string& name : agency.former_names) add(name);
    // 区教育局 and 教育局 for 示例区教育局.
    constexpr std::size_t shortest = 3 * 3;
    for (const auto& marker : vocabulary.markers) {
        const auto at = agency.name.find(marker.text);
        if (at == std::string::npos || at == 0) continue;
        for (const std::size_t from : {at, at + marker.text.size()}) {
            if (agency.name.size() - from >= shortest) add(agency.name.substr(from));
        }
    }
    return names;
}

}  // namespace

Address WordPassage::address(std::size_t first, std::size_t last) const {
    Address where = passage.at;
    where.begin = tokens.begin_byte(first);
    where.end = tokens.end_byte(last);
    return where;
}

std::string WordPassage::excerpt(std::size_t first, std::size_t last) const {
    constexpr std::size_t longest = 60;
    const std::uint32_t begin = tokens.begin_byte(first);
    return shortened(passage.text.substr(begin, tokens.end_byte(last) - begin), longest);
}

std::vector<WordPassage> read_word_passages(const Report& report, const Form& form, const AgencyVocabulary& agencies) {
    std::vector<WordPassage> all;
    const Claims& claims = form.claims;
    if (!claims.words) return all;
    const std::vector<std::u32string> names = own_names(report.agency, agencies);
    const ClaimScope scope{report.year, report.agency.scope == claims.area_scope};
    for (std::size_t section = 0; section < form.sections.size(); ++section) {
        for (const Passage& passage : passages_of(report, form, static_cast<int>(section))) {
            const bool is_field = passage.at.kind == Address::Kind::field;
            const int topic = is_field ? claims.topic_of_field[passage.at.index] : -1;
            WordPassage& added = all.emplace_back();
            added.passage = passage;
            added.tokens = claim_tokens(passage.text, *claims.words, names);
            added.counts = read_counts(added.tokens, claims.claims, scope, topic);
        }
    }
    return all;
}

}  // namespace nianbao
