// What a section's text must speak of. The words come from the catalogue; here is only how they are looked for.
#include <algorithm>

#include "checks/check_context.h"
#include "narrative/passages.h"
#include "unicode/dense_text.h"
#include "unicode/utf8.h"

namespace nianbao {
namespace {

/// No text that says there is nothing is longer, in code points.
constexpr long longest_none = 64;

std::string dense_text(std::string_view text) {
    std::string dense;
    for (std::size_t at = 0; at < text.size();) {
        const char32_t code = next_code_point(text, at);
        if (!is_blank(code)) append_code_point(dense, code);
    }
    return dense;
}

std::string without_punctuation(const std::string& text) {
    std::string words;
    for (std::size_t at = 0; at < text.size();) {
        const char32_t code = next_code_point(text, at);
        if (code != U'。' && code != U'.' && code != U'，' && code != U'；' && code != U'！')
            append_code_point(words, code);
    }
    return words;
}

std::string without(std::string text, const std::vector<std::string>& words) {
    for (const std::string& word : words) {
        for (auto at = text.find(word); at != std::string::npos; at = text.find(word, at)) text.erase(at, word.size());
    }
    return text;
}

/// The section a rule's parameter names; nothing where the report does not have it (another rule says so).
std::optional<std::size_t> section_of(const Rule& rule, const CheckContext& context) {
    const auto section = find_section(context.form, parameter_word(rule, "section"));
    return section && has_section(context.report, context.form, *section) ? section : std::nullopt;
}

/// The paragraphs of a section in one piece, a line each.
std::string text_of_section(const CheckContext& context, std::size_t section) {
    std::string text;
    for (const WordPassage& passage : context.text.of(section)) {
        text += passage.passage.text;
        text += '\n';
    }
    return text;
}

/// The text of a section with the headings of its sub-items.
class HeadedText {
public:
    HeadedText(const CheckContext& context, std::size_t section) : passages_(context.text.of(section)) {
        length_ = length_of(passages_);
        if (!context.form.sections[section].extra_items) return;
        for (const ExtraItem& item : context.report.others) {
            headings_.push_back(read_dense(item.heading).codes);
            length_ += headings_.back().size();
        }
    }

    /// Code points without blanks.
    [[nodiscard]] std::size_t length() const { return length_; }
    [[nodiscard]] bool mentions(const WordFinder& words) const {
        const auto stands_in = [&](const std::u32string& heading) { return words.stands_in(heading); };
        return mentions_any(passages_, words) || std::any_of(headings_.begin(), headings_.end(), stands_in);
    }

private:
    std::span<const WordPassage> passages_;
    std::vector<std::u32string> headings_;
    std::size_t length_{};
};

/// Whether the field of a section whose path ends in `name` has text: its heading says what it is about.
bool has_field_text(const CheckContext& context, std::size_t section, const std::string& name) {
    const auto fields = context.form.fields_of(static_cast<int>(section));
    return std::any_of(fields.begin(), fields.end(), [&](FieldId id) {
        return context.form.fields[id].path.ends_with("/" + name) && !text_of(context.report, id).empty();
    });
}

/// Where an ordinal stands as one: at the beginning or behind a sign, not inside 统一是.
std::size_t find_ordinal(const std::string& text, const std::string& ordinal, std::size_t from) {
    for (auto at = text.find(ordinal, from); at != std::string::npos; at = text.find(ordinal, at + 1)) {
        if (at == 0 || text[at - 1] == '\n' || text[at - 1] == ' ') return at;
        const std::string_view before = std::string_view(text).substr(0, at);
        for (const std::string_view sign : {"。", "；", "，", "：", "、", "　", "（", "“"}) {
            if (before.ends_with(sign)) return at;
        }
    }
    return std::string::npos;
}

/// Lengths of the runs 一是…二是…三是… in a text.
std::vector<int> enumerations(const std::string& text, const std::vector<std::string>& ordinals) {
    std::vector<int> runs;
    std::size_t at = 0;
    constexpr std::size_t enough = 3;  // only two runs are compared
    while (!ordinals.empty() && runs.size() < enough &&
           (at = find_ordinal(text, ordinals.front(), at)) != std::string::npos) {
        const std::size_t restart = find_ordinal(text, ordinals.front(), at + 1);
        int length = 1;
        for (; static_cast<std::size_t>(length) < ordinals.size(); ++length) {
            const auto next = find_ordinal(text, ordinals[static_cast<std::size_t>(length)], at + 1);
            if (next == std::string::npos || (restart != std::string::npos && next > restart)) break;
            at = next;
        }
        runs.push_back(length);
        ++at;
    }
    return runs;
}

}  // namespace

void check_overview_items(const Rule& rule, const CheckContext& context, Findings& findings) {
    for (std::size_t section = 0; section < context.form.sections.size(); ++section) {
        if (!context.form.sections[section].extra_items) continue;
        const HeadedText text(context, section);
        if (text.length() == 0) continue;
        std::vector<std::string> missing;
        for (const FieldId id : context.form.fields_of(static_cast<int>(section))) {
            const Field& field = context.form.fields[id];
            if (field.role != Field::Role::item || !text_of(context.report, id).empty()) continue;
            WordFinder words = dense_words(field.mentioned_by);
            words.add(read_dense(field.heading).codes);
            if (!text.mentions(words)) missing.push_back(field.heading);
        }
        if (missing.empty()) continue;
        add_finding(findings, rule, at_section(section)).arguments["items"] = list_of(missing);
    }
}

void check_mentions_all(const Rule& rule, const CheckContext& context, Findings& findings) {
    for (const std::string& id : parameter_words(rule, "sections")) {
        const auto section = find_section(context.form, id);
        if (!section) continue;
        const HeadedText text(context, *section);
        if (text.length() == 0) continue;
        std::vector<std::string> missing;
        const auto& groups = parameter_groups(rule, "groups");
        for (std::size_t i = 0; i < groups.size(); ++i) {
            if (!text.mentions(parameter_finders(rule, "groups")[i])) missing.push_back(groups[i].front());
        }
        if (!missing.empty()) add_finding(findings, rule, at_section(*section)).arguments["items"] = list_of(missing);
    }
}

void check_mentions_both(const Rule& rule, const CheckContext& context, Findings& findings) {
    const auto section = section_of(rule, context);
    if (!section) return;
    const HeadedText text(context, *section);
    if (static_cast<long>(text.length()) < parameter_number(rule, "limit")) return;  // told as too short
    for (const std::string side : {"problems", "improvements"}) {
        const bool mentioned = has_field_text(context, *section, side) || text.mentions(parameter_finder(rule, side));
        if (mentioned) continue;
        add_finding(findings, rule, at_section(*section), side);
        return;  // a text that speaks of neither is told once
    }
}

void check_length(const Rule& rule, const CheckContext& context, Findings& findings) {
    const auto section = section_of(rule, context);
    if (!section) return;
    const auto length = static_cast<long>(length_of(context.text.of(*section)));
    const long limit = parameter_number(rule, "limit");
    if (length <= limit) return;
    Diagnostic& finding = add_finding(findings, rule, at_section(*section));
    finding.actual = finding.arguments["length"] = std::to_string(length);
    finding.expected = "≤" + std::to_string(limit);
    finding.arguments["limit"] = std::to_string(limit);
}

void check_required_text(const Rule& rule, const CheckContext& context, Findings& findings) {
    const auto section = section_of(rule, context);
    if (!section) return;
    const auto passages = context.text.of(*section);
    const auto length = static_cast<long>(length_of(passages));
    if (length == 0) {
        add_finding(findings, rule, at_section(*section));
        return;
    }
    const long limit = parameter_number(rule, "limit");
    if (length >= std::max(limit, longest_none)) return;
    const std::string text = dense_text(text_of_section(context, *section));
    const auto& none = parameter_words(rule, "none_words");
    const bool says_none = limit > 0 && std::find(none.begin(), none.end(), without_punctuation(text)) != none.end();
    if (!says_none && length >= limit) return;
    Diagnostic& finding = add_finding(findings, rule, passages.front().passage.at, "short");
    finding.excerpt = text;
    finding.arguments["limit"] = std::to_string(limit);
}

void check_paired(const Rule& rule, const CheckContext& context, Findings& findings) {
    const auto section = section_of(rule, context);
    if (!section) return;
    const auto runs = enumerations(text_of_section(context, *section), parameter_words(rule, "ordinals"));
    if (runs.size() != 2 || runs[0] == runs[1]) return;
    Diagnostic& finding = add_finding(findings, rule, at_section(*section));
    finding.actual = finding.arguments["improvements"] = std::to_string(runs[1]);
    finding.expected = finding.arguments["problems"] = std::to_string(runs[0]);
}

void check_other_fee(const Rule& rule, const CheckContext& context, Findings& findings) {
    const auto section = section_of(rule, context);
    if (!section) return;
    const auto passages = context.text.of(*section);
    const bool misleads = mentions_any(passages, parameter_finder(rule, "not_words"));
    if (length_of(passages) == 0 || (!misleads && mentions_any(passages, parameter_finder(rule, "words")))) return;
    const std::string text = dense_text(text_of_section(context, *section));
    if (mentions_any(without(text, parameter_words(rule, "not_words")), parameter_words(rule, "words"))) return;
    const auto& none = parameter_words(rule, "none_words");
    const bool only_none = std::find(none.begin(), none.end(), without_punctuation(text)) != none.end();
    Diagnostic& finding = add_finding(findings, rule, passages.front().passage.at, only_none ? "only-none" : "");
    finding.excerpt = shortened(text, 40);
}

void check_contact(const Rule& rule, const CheckContext& context, Findings& findings) {
    const bool given = context.report.agency.contact != Contact{};
    const auto preface = context.text.of(before_sections);
    // Where there is no preface, section one opens with it.
    const auto overview = context.text.of(0);
    const auto opening = overview.first(std::min<std::size_t>(overview.size(), 1));
    const WordFinder& words = parameter_finder(rule, "words");
    const bool silent = length_of(preface) + length_of(opening) == 0;
    if ((silent && !given) || mentions_any(preface, words) || mentions_any(opening, words)) return;
    add_finding(findings, rule, at_identity(Identity::contact), given ? "given" : "");
}

}  // namespace nianbao
