#include "checks/word_passages.h"

#include <algorithm>
#include <utility>

#include "unicode/utf8.h"

namespace nianbao {
namespace {

/// The names by which a text speaks of its own unit.
WordFinder own_names(const Agency& agency, const AgencyVocabulary& vocabulary) {
    WordFinder names;
    const auto add = [&](std::string_view name) { names.add(read_dense(name).codes); };
    add(agency.name);
    for (const std::string& name : agency.short_names) add(name);
    for (const std::string& name : agency.former_names) add(name);
    // 区教育局 and 教育局 for 示例区教育局.
    constexpr std::size_t shortest = 3 * 3;
    for (const auto& marker : vocabulary.markers) {
        const auto at = agency.name.find(marker.text);
        if (at == std::string::npos || at == 0) continue;
        for (const std::size_t from : {at, at + marker.text.size()}) {
            if (agency.name.size() - from >= shortest) add(std::string_view(agency.name).substr(from));
        }
    }
    return names;
}

std::size_t count_paragraphs(const Report& report) {
    std::size_t count = 0;
    for (const auto& field : report.narrative) count += field ? field->size() : 0;
    for (const ExtraItem& item : report.others) count += item.text.size();
    return count;
}

}  // namespace

Address WordPassage::address_of_codes(std::size_t begin, std::size_t end) const {
    Address where = passage.at;
    where.begin = tokens.text.begins[begin];
    where.end = tokens.text.ends[end - 1];
    return where;
}

Address WordPassage::address(std::size_t first, std::size_t last) const {
    return address_of_codes(tokens.tokens[first].begin, tokens.tokens[last].end);
}

std::string WordPassage::excerpt(std::size_t first, std::size_t last) const {
    constexpr std::size_t longest = 60;
    const std::uint32_t begin = tokens.begin_byte(first);
    return shortened(passage.text.substr(begin, tokens.end_byte(last) - begin), longest);
}

WordPassages read_word_passages(const Report& report, const Form& form, const AgencyVocabulary& agencies,
                                bool with_counts) {
    WordPassages text;
    text.begins_.reserve(form.sections.size() + 2);
    text.passages_.reserve(count_paragraphs(report));
    const Claims& claims = form.claims;
    const bool counts = with_counts && claims.words;
    const WordFinder names = counts ? own_names(report.agency, agencies) : WordFinder{};
    const ClaimScope scope{report.year, report.agency.scope == claims.area_scope};
    for (int section = before_sections; section < static_cast<int>(form.sections.size()); ++section) {
        text.begins_.push_back(text.passages_.size());
        for (const Passage& passage : passages_of(report, form, section)) {
            WordPassage& added = text.passages_.emplace_back();
            added.passage = passage;
            added.tokens.text = read_dense(passage.text);
            for (const char32_t code : added.codes()) added.characters.add(code);
            if (!counts || section == before_sections) continue;
            const bool is_field = passage.at.kind == Address::Kind::field;
            const int topic = is_field ? claims.topic_of_field[passage.at.index] : -1;
            added.tokens = claim_tokens(std::move(added.tokens.text), *claims.words, names);
            added.counts = read_counts(added.tokens, claims.claims, scope, topic);
        }
    }
    text.begins_.push_back(text.passages_.size());
    return text;
}

std::size_t length_of(std::span<const WordPassage> passages) {
    std::size_t length = 0;
    for (const WordPassage& passage : passages) length += passage.codes().size();
    return length;
}

bool mentions_any(std::span<const WordPassage> passages, const WordFinder& words) {
    return std::any_of(passages.begin(), passages.end(),
                       [&](const WordPassage& passage) { return passage.mentions(words); });
}

}  // namespace nianbao
