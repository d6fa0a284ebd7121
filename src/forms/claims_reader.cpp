#include "forms/claims_reader.h"

#include <algorithm>
#include <array>
#include <utility>

#include "forms/cell_paths.h"
#include "forms/definition_json.h"
#include "forms/form_reader.h"
#include "unicode/dense_text.h"

namespace nianbao {
namespace {

using definition::Json;
using definition::text;
using definition::word;
using definition::words;

/// The keys of "words"; "shield" has no role: its words only keep shorter ones from being seen in them.
constexpr std::array<std::pair<std::string_view, WordRole>, static_cast<std::size_t>(WordRole::count_)> roles{{
    {"unit", WordRole::unit},
    {"other_unit", WordRole::other_unit},
    {"money", WordRole::money},
    {"ten_thousand", WordRole::ten_thousand},
    {"filler", WordRole::filler},
    {"introduction", WordRole::introduction},
    {"number_of", WordRole::number_of},
    {"join", WordRole::join},
    {"together", WordRole::together},
    {"each", WordRole::each},
    {"respectively", WordRole::respectively},
    {"among", WordRole::among},
    {"and_so_on", WordRole::and_so_on},
    {"about_before", WordRole::about_before},
    {"below_before", WordRole::below_before},
    {"above_before", WordRole::above_before},
    {"above_behind", WordRole::above_behind},
    {"about_behind", WordRole::about_behind},
    {"comparison", WordRole::comparison},
    {"change", WordRole::change},
    {"decrease", WordRole::decrease},
    {"own_time", WordRole::own_time},
    {"same_time", WordRole::same_time},
    {"last_time", WordRole::last_time},
    {"next_time", WordRole::next_time},
    {"part_of_time", WordRole::part_of_time},
    {"until", WordRole::until},
    {"wider", WordRole::wider},
    {"narrower", WordRole::narrower},
    {"part_of", WordRole::part_of},
    {"other_subject", WordRole::other_subject},
    {"negation", WordRole::negation},
    {"elsewhere", WordRole::elsewhere},
    {"publishing", WordRole::publishing},
    {"self", WordRole::self},
    {"organ", WordRole::organ},
    {"condition", WordRole::condition},
    {"share", WordRole::share},
    {"doing", WordRole::doing},
    {"not_of_year", WordRole::not_of_year},
}};
constexpr std::string_view shield = "shield";

constexpr std::array<std::pair<const char*, NoneWords::Role>, 9> none_roles{{
    {"verbs", NoneWords::verb},
    {"bare", NoneWords::bare},
    {"links", NoneWords::link},
    {"counted", NoneWords::counted},
    {"not_counted", NoneWords::not_counted},
    {"no_claim_behind", NoneWords::no_claim_behind},
    {"conditions", NoneWords::condition},
    {"attributive", NoneWords::attributive},
    {"cases", NoneWords::case_word},
}};

std::u32string lexicon_word(const std::string& word) {
    std::u32string codes = code_points(word);
    if (codes.empty()) throw DefinitionError("an empty word");
    return codes;
}

/// Collects the words; each of them stands once in the lexicon, with all that it is.
class WordCollector {
public:
    ClaimWord& entry(const std::string& word) {
        const Lexicon::Entry entry = words_.lexicon.add(lexicon_word(word));
        if (entry == words_.words.size()) words_.words.emplace_back();
        return words_.words[entry];
    }

    void read_roles(const Json& node) {
        for (const auto& [key, list] : node.items()) {
            const auto* role = std::find_if(roles.begin(), roles.end(),
                                            [&, name = key](const auto& each) { return each.first == name; });
            if (role == roles.end() && key != shield) throw DefinitionError("unknown role " + key);
            for (const Json& each : list) {
                ClaimWord& added = entry(each.get<std::string>());
                if (role != roles.end()) added.roles |= std::uint64_t{1} << static_cast<unsigned>(role->second);
            }
        }
    }

    void read_none(const Json& node) {
        for (const auto& [key, role] : none_roles) {
            for (const std::string& each : words(node, key)) words_.none.add(lexicon_word(each), role);
        }
    }

    void read_topic(const Json& node) {
        const int topic = static_cast<int>(words_.topics.size());
        words_.topics.push_back(word(node, "id"));
        for (const std::string& each : words(node, "words")) {
            ClaimWord& added = entry(each);
            if (added.topic >= 0) throw DefinitionError("two topics have the word " + each);
            added.topic = topic;
        }
    }

    [[nodiscard]] int topic(const std::string& id) const {
        const auto found = std::find(words_.topics.begin(), words_.topics.end(), id);
        if (found == words_.topics.end()) throw DefinitionError("unknown topic " + id);
        return static_cast<int>(found - words_.topics.begin());
    }

    [[nodiscard]] std::shared_ptr<const ClaimWords> done() { return std::make_shared<ClaimWords>(std::move(words_)); }

private:
    ClaimWords words_;
};

Claim::Time read_time(const std::string& name) {
    if (name.empty()) return Claim::Time::own;
    if (name == "last") return Claim::Time::last;
    if (name == "next") return Claim::Time::next;
    throw DefinitionError("unknown time " + name);
}

ClaimDefinitions::Definition read_claim(const Json& node, WordCollector& collector, std::uint16_t index) {
    ClaimDefinitions::Definition definition;
    Claim& claim = definition.claim;
    claim.id = word(node, "id");
    claim.topic = collector.topic(word(node, "topic"));
    claim.bare = node.value("bare", false);
    claim.self_evident = node.value("self_evident", false);
    claim.total = node.value("total", false);
    claim.deniable = node.value("deniable", true);
    claim.published = node.value("published", true);
    claim.exemplified = node.value("exemplified", false);
    claim.asker = node.value("asker", false);
    claim.at_most = node.value("at_most", false);
    claim.time = read_time(word(node, "time"));
    definition.rule = word(node, "rule");
    if (node.contains("none")) {
        definition.none_rule = word(node.at("none"), "rule");
        claim.none_variant = word(node.at("none"), "variant");
    }
    for (const std::string& each : words(node, "words")) collector.entry(each).claims.push_back(index);
    for (const Json& reading : node.at("readings")) {
        definition.readings.push_back({text(reading, "name"), words(reading, "add"), words(reading, "subtract"),
                                       words(reading, "less_stated"), words(reading, "under"),
                                       words(reading, "whole")});
        if (definition.readings.back().add.empty())
            throw DefinitionError("claim " + claim.id + ": a reading adds nothing");
    }
    return definition;
}

int rule_index(const Catalogue& catalogue, const std::string& code) {
    if (code.empty()) return -1;
    const Rule* rule = catalogue.find(code);
    if (!rule) throw DefinitionError("there is no rule " + code);
    return static_cast<int>(rule - catalogue.rules.data());
}

/// The cells of some entries with a sign; false where the form lacks those of one.
bool add_terms(const std::vector<std::string>& entries, int sign, const Form& form,
               std::vector<ClaimReading::Term>& terms) {
    for (const std::string& entry : entries) {
        const auto cells = cells_at(form, entry);
        for (const CellId cell : cells) terms.push_back({sign, cell});
        if (cells.empty()) return false;
    }
    return true;
}

std::vector<std::uint16_t> claim_indices(const ClaimDefinitions& definitions, const std::vector<std::string>& ids) {
    std::vector<std::uint16_t> indices;
    for (const std::string& id : ids) {
        const auto found = std::find_if(definitions.claims.begin(), definitions.claims.end(),
                                        [&](const auto& each) { return each.claim.id == id; });
        if (found == definitions.claims.end()) throw DefinitionError("unknown claim " + id);
        indices.push_back(static_cast<std::uint16_t>(found - definitions.claims.begin()));
    }
    return indices;
}

/// Runs what may fail and names the file.
template <typename Work>
auto named(const ClaimDefinitions& definitions, Work work) {
    try {
        return work();
    } catch (const DefinitionError& error) {
        throw DefinitionError(definitions.file + ": " + error.what());
    }
}

}  // namespace

ClaimDefinitions read_claims(std::string_view json, const std::string& file) {
    return definition::with_json(json, file, [&](const Json& root) {
        ClaimDefinitions definitions;
        definitions.file = file;
        WordCollector collector;
        collector.read_roles(root.at("words"));
        collector.read_none(root.at("none"));
        for (const Json& topic : root.at("topics")) {
            collector.read_topic(topic);
            definitions.fields_of_topic.push_back(words(topic, "fields"));
        }
        for (const Json& claim : root.at("claims"))
            definitions.claims.push_back(
                read_claim(claim, collector, static_cast<std::uint16_t>(definitions.claims.size())));
        definitions.some_rule = word(root, "some_but");
        definitions.area_scope = word(root, "area_scope");
        definitions.own_year_only = words(root, "own_year_only");
        definitions.words = collector.done();
        return definitions;
    });
}

Claims claims_of(const ClaimDefinitions& definitions, const Form& form, const Catalogue& catalogue) {
    return named(definitions, [&] {
        Claims claims;
        claims.words = definitions.words;
        claims.some_rule = rule_index(catalogue, definitions.some_rule);
        for (const auto& definition : definitions.claims) {
            Claim& claim = claims.claims.emplace_back(definition.claim);
            claim.rule = rule_index(catalogue, definition.rule);
            claim.none_rule = rule_index(catalogue, definition.none_rule);
            for (const auto& each : definition.readings) {
                ClaimReading reading;
                reading.name = each.name;
                reading.less_stated = claim_indices(definitions, each.less_stated);
                reading.under = claim_indices(definitions, each.under);
                if (add_terms(each.add, 1, form, reading.terms) && add_terms(each.subtract, -1, form, reading.terms) &&
                    add_terms(each.whole, 1, form, reading.whole))
                    claim.readings.push_back(std::move(reading));
            }
        }
        claims.area_scope = definitions.area_scope;
        for (const Section& section : form.sections) {
            const auto& sections = definitions.own_year_only;
            claims.own_year_only.push_back(std::find(sections.begin(), sections.end(), section.id) != sections.end());
        }
        claims.topic_of_field.assign(form.fields.size(), -1);
        for (std::size_t topic = 0; topic < definitions.fields_of_topic.size(); ++topic) {
            for (const std::string& path : definitions.fields_of_topic[topic]) {
                const auto field = form.find_field(path);
                if (!field) throw DefinitionError("no field " + path);
                claims.topic_of_field[*field] = static_cast<int>(topic);
            }
        }
        return claims;
    });
}

void require_readings(const ClaimDefinitions& definitions, const std::vector<Form>& forms) {
    named(definitions, [&] {
        for (const auto& definition : definitions.claims) {
            for (const auto& reading : definition.readings) {
                ClaimReading resolved;
                const bool somewhere = std::any_of(forms.begin(), forms.end(), [&](const Form& form) {
                    return add_terms(reading.add, 1, form, resolved.terms) &&
                           add_terms(reading.subtract, -1, form, resolved.terms) &&
                           add_terms(reading.whole, 1, form, resolved.whole);
                });
                if (!somewhere)
                    throw DefinitionError("claim " + definition.claim.id + ": no form has the cells of “" +
                                          reading.name.zh + "”, " + reading.add.front());
            }
        }
    });
}

}  // namespace nianbao
