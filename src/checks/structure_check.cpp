// The six sections: there, not headed twice, on the right edition, and listed rightly in the preface.
#include <algorithm>
#include <optional>

#include "checks/check_context.h"
#include "narrative/numerals.h"
#include "narrative/passages.h"
#include "unicode/dense_text.h"
#include "unicode/utf8.h"

namespace nianbao {
namespace {

using Codes = std::u32string;

/// Without the small words and signs that vary in honest lists.
Codes essence(const Codes& codes) {
    constexpr std::u32string_view small = U"的和与及、，“”《》 　";
    Codes kept;
    for (const char32_t code : codes) {
        if (small.find(code) == Codes::npos) kept += code == U'它' ? U'他' : code;  // 其它 is 其他
    }
    return kept;
}

std::size_t distance(const Codes& a, const Codes& b) {
    std::vector<std::size_t> row(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        std::size_t diagonal = row[0];
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t above = row[j];
            row[j] = std::min({row[j] + 1, row[j - 1] + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1)});
            diagonal = above;
        }
    }
    return row[b.size()];
}

/// A piece of the sentence that differs from a section's name by a slip of one or two characters.
std::string near_miss(const Codes& sentence, const Codes& name) {
    constexpr std::size_t slips = 2;
    if (name.size() < 6) return {};
    std::size_t least = slips + 1;
    std::string best;
    for (std::size_t length = name.size() - 1; length <= name.size() + 1; ++length) {
        for (std::size_t at = 0; at + length <= sentence.size(); ++at) {
            const Codes window = sentence.substr(at, length);
            // A slip inside a word leaves both its ends alone.
            if (window.front() != name.front() || window.back() != name.back()) continue;
            const std::size_t slip = distance(window, name);
            if (slip == 0 || slip >= least) continue;
            least = slip;
            best = utf8(window);
        }
    }
    return best;
}

/// No sentence that lists six sections is longer, in code points.
constexpr std::size_t longest_list = 1000;

class PartsList {
public:
    PartsList(const Rule& rule, const CheckContext& context, Findings& findings)
        : rule_(rule), context_(context), names_(context.form.section_names), findings_(findings) {}

    void look_at(const WordPassage& text) {
        const bool may_count = text.mentions(parameter_finder(rule_, "made_of"));
        if (!may_count && !may_be_list(text.codes())) return;
        const std::u32string_view codes = text.codes();
        for (std::size_t begin = 0; begin < codes.size();) {
            const std::size_t end = std::min(codes.find(U'。', begin), codes.size() - 1) + 1;
            const std::u32string_view sentence = codes.substr(begin, end - begin);
            const bool may_list = may_be_list(sentence);
            if (sentence.size() <= longest_list && (may_list || counts_parts(sentence))) {
                const Address where = text.address_of_codes(begin, end);
                const auto written = std::string_view(text.passage.text).substr(where.begin, where.end - where.begin);
                if (may_list) {
                    judge(where, written);
                } else {
                    judge_count(where, written);
                }
            }
            begin = end;
        }
    }

private:
    /// Cheap and sure: a list names at least two sections in so many words.
    bool may_be_list(std::u32string_view text) const {
        const auto first = names_.words.find(text);
        for (auto match = first; match.length > 0; match = names_.words.find(text, match.begin + 1)) {
            if (names_.section_of[match.word] != names_.section_of[first.word]) return true;
        }
        return false;
    }

    /// 本报告由五个部分组成: a count without names.
    bool counts_parts(std::u32string_view text) const {
        const WordFinder& units = parameter_finder(rule_, "units");
        const WordFinder& verbs = parameter_finder(rule_, "made_of");
        for (auto verb = verbs.find(text); verb.length > 0; verb = verbs.find(text, verb.begin + 1)) {
            for (std::size_t unit = 0; unit < units.size(); ++unit) {
                if (text.substr(0, verb.begin).ends_with(units.word(unit)))
                    return parameter_finder(rule_, "whole").stands_in(text);
            }
        }
        return false;
    }

    bool lists(const Codes& dense, std::size_t section) const {
        for (std::size_t word = names_.word_of(section);
             word < names_.words.size() && names_.section_of[word] == section; ++word) {
            if (dense.find(essence(names_.words.word(word))) != Codes::npos) return true;
        }
        return false;
    }

    /// The names of the sections that a sentence does not list, whatever small words it has.
    std::vector<std::string> missing_in(const Codes& sentence) const {
        std::vector<bool> listed(context_.form.sections.size());
        for (auto match = names_.words.find(sentence); match.length > 0;
             match = names_.words.find(sentence, match.begin + 1))
            listed[names_.section_of[match.word]] = true;
        std::vector<std::string> missing;
        if (std::find(listed.begin(), listed.end(), false) == listed.end()) return missing;
        const Codes dense = essence(sentence);
        for (std::size_t i = 0; i < listed.size(); ++i) {
            if (!listed[i] && !lists(dense, i)) missing.push_back(utf8(names_.words.word(names_.word_of(i))));
        }
        return missing;
    }

    /// A sentence is a list of parts when it names all sections but one or two.
    void judge(const Address& where, std::string_view text) {
        const Codes sentence = code_points(text);
        const std::vector<std::string> missing = missing_in(sentence);
        if (missing.size() > 2) return;
        bool told = judge_count(where, text);
        for (const std::string& name : missing) {
            const std::string slip = near_miss(sentence, code_points(name));
            if (slip.empty()) continue;
            Diagnostic& finding = add_finding(findings_, rule_, where, "typo");
            finding.excerpt = slip;
            finding.expected = name;
            told = true;
        }
        if (!told && !missing.empty()) tell_missing(where, text, missing);
    }

    void tell_missing(const Address& where, std::string_view text, const std::vector<std::string>& missing) {
        Diagnostic& finding = add_finding(findings_, rule_, where);
        finding.excerpt = shortened(text, 60);
        for (const std::string& name : missing) finding.arguments["items"] += "“" + name + "”";
    }

    /// The first count of parts in a sentence that is wrong, unless another one there is right.
    bool judge_count(const Address& where, std::string_view text) {
        const auto sections = static_cast<int>(context_.form.sections.size());
        std::optional<std::pair<TrailingNumber, std::size_t>> wrong;
        for (const std::string& unit : parameter_words(rule_, "units")) {
            for (auto at = text.find(unit); at != std::string_view::npos; at = text.find(unit, at + 1)) {
                const auto number = number_at_end(text.substr(at < 30 ? 0 : at - 30, at < 30 ? at : 30));
                if (!number || number->value < 2) continue;
                const std::size_t begin = number->begin + (at < 30 ? 0 : at - 30);
                if (is_ordinal(text.substr(0, begin))) continue;
                if (number->value == sections) return false;
                if (!wrong) wrong = {{number->value, begin}, at + unit.size()};
            }
        }
        if (!wrong) return false;
        Diagnostic& finding = add_finding(findings_, rule_, where, "count");
        finding.actual = std::to_string(wrong->first.value);
        finding.expected = std::to_string(sections);
        finding.excerpt = std::string(text.substr(wrong->first.begin, wrong->second - wrong->first.begin));
        finding.arguments["sections"] = chinese_number(sections);
        return true;
    }

    static bool is_ordinal(std::string_view before) { return before.ends_with("第"); }

    const Rule& rule_;
    const CheckContext& context_;
    const SectionNames& names_;
    Findings& findings_;
};

}  // namespace

void check_section_missing(const Rule& rule, const CheckContext& context, Findings& findings) {
    const auto& must_hold_text = parameter_words(rule, "never_empty");
    for (std::size_t i = 0; i < context.form.sections.size(); ++i) {
        const Section& section = context.form.sections[i];
        if (section.table >= 0) continue;  // a missing table is told by its own rule
        if (!has_section(context.report, context.form, i)) {
            add_finding(findings, rule, at_section(i));
            continue;
        }
        const bool watched =
            std::find(must_hold_text.begin(), must_hold_text.end(), section.id) != must_hold_text.end();
        if (watched && context.text.of(i).empty()) {
            add_finding(findings, rule, at_section(i), "empty");
        }
    }
}

void check_edition(const Rule& rule, const CheckContext& context, Findings& findings) {
    const int year = context.report.year;
    if (year >= context.form.first_year && year <= context.form.last_year) return;
    Diagnostic& finding =
        add_finding(findings, rule, at_identity(Identity::form), year < context.form.first_year ? "early" : "");
    finding.actual = context.form.id;
}

void check_parts_list(const Rule& rule, const CheckContext& context, Findings& findings) {
    PartsList list(rule, context, findings);
    for (const int section : {before_sections, 0}) {
        for (const WordPassage& passage : context.text.of(section)) list.look_at(passage);
    }
}

}  // namespace nianbao
