// The six sections: there, not headed twice, on the right edition, and listed rightly in the preface.
#include <algorithm>
#include <optional>
#include <set>

#include "checks/check_context.h"
#include "narrative/numerals.h"
#include "narrative/passages.h"
#include "narrative/sentences.h"
#include "unicode/utf8.h"

namespace nianbao {
namespace {

using Codes = std::vector<char32_t>;

Codes codes_of(std::string_view text) {
    Codes codes;
    for (std::size_t at = 0; at < text.size();) codes.push_back(next_code_point(text, at));
    return codes;
}

/// A heading without its ordinal: what stands behind the first 、.
std::string name_in(const std::string& heading) {
    const std::string mark = "、";
    const auto at = heading.find(mark);
    return at == std::string::npos ? heading : heading.substr(at + mark.size());
}

/// Without the small words and signs that vary in honest lists.
Codes essence(const Codes& codes) {
    static const std::set<char32_t> small{U'的', U'和', U'与', U'及', U'、', U'，',
                                          U'“',  U'”',  U'《', U'》', U' ',  U'　'};
    Codes kept;
    for (const char32_t code : codes) {
        if (small.count(code) == 0) kept.push_back(code == U'它' ? U'他' : code);  // 其它 is 其他
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
            const Codes window(sentence.begin() + static_cast<std::ptrdiff_t>(at),
                               sentence.begin() + static_cast<std::ptrdiff_t>(at + length));
            // A slip inside a word leaves both its ends alone.
            if (window.front() != name.front() || window.back() != name.back()) continue;
            const std::size_t slip = distance(window, name);
            if (slip == 0 || slip >= least) continue;
            least = slip;
            best.clear();
            for (const char32_t code : window) append_code_point(best, code);
        }
    }
    return best;
}

/// No sentence that lists six sections is longer, in bytes.
constexpr std::size_t longest_list = 3000;

class PartsList {
public:
    PartsList(const Rule& rule, const CheckContext& context, Findings& findings)
        : rule_(rule), context_(context), findings_(findings) {
        for (const Section& section : context.form.sections) {
            std::vector<std::string> names{name_in(section.heading)};
            for (const std::string& other : section.also_written) names.push_back(name_in(other));
            names_.push_back(std::move(names));
        }
    }

    void look_at(const Passage& passage) {
        for (const Sentence& sentence : split_sentences(passage.text, false)) {
            if (sentence.text.size() > longest_list) continue;
            if (may_be_list(sentence.text)) {
                judge(passage, sentence.begin, sentence.text);
            } else if (counts_parts(sentence.text)) {
                judge_count(place_of(passage, sentence.begin, sentence.text), sentence.text);
            }
        }
    }

private:
    /// Cheap and sure: a list names at least two sections in so many words.
    bool may_be_list(std::string_view text) const {
        return std::count_if(names_.begin(), names_.end(),
                             [&](const auto& names) { return mentions_any(text, names); }) >= 2;
    }

    /// 本报告由五个部分组成: a count without names.
    bool counts_parts(std::string_view text) const {
        if (!mentions_any(text, parameter_words(rule_, "whole"))) return false;
        for (const std::string& unit : parameter_words(rule_, "units")) {
            for (const std::string& verb : parameter_words(rule_, "made_of")) {
                if (text.find(unit + verb) != std::string_view::npos) return true;
            }
        }
        return false;
    }

    static Address place_of(const Passage& passage, std::size_t offset, std::string_view text) {
        Address where = passage.at;
        where.begin = static_cast<std::uint32_t>(offset);
        where.end = static_cast<std::uint32_t>(offset + text.size());
        return where;
    }

    bool lists(const Codes& dense, std::size_t section) const {
        return std::any_of(names_[section].begin(), names_[section].end(), [&](const std::string& name) {
            const Codes wanted = essence(codes_of(name));
            return std::search(dense.begin(), dense.end(), wanted.begin(), wanted.end()) != dense.end();
        });
    }

    /// A sentence is a list of parts when it names all sections but one or two.
    void judge(const Passage& passage, std::size_t offset, std::string_view text) {
        const Codes sentence = codes_of(text);
        const Codes dense = essence(sentence);
        std::vector<const Section*> missing;
        for (std::size_t i = 0; i < names_.size(); ++i) {
            if (!lists(dense, i)) missing.push_back(&context_.form.sections[i]);
        }
        if (missing.size() > 2) return;
        const Address where = place_of(passage, offset, text);
        bool told = judge_count(where, text);
        for (const Section* section : missing) {
            const std::string slip = near_miss(sentence, codes_of(name_in(section->heading)));
            if (slip.empty()) continue;
            Diagnostic& finding = add_finding(findings_, rule_, where, "typo");
            finding.excerpt = slip;
            finding.expected = name_in(section->heading);
            told = true;
        }
        if (!told && !missing.empty()) tell_missing(where, text, missing);
    }

    void tell_missing(const Address& where, std::string_view text, const std::vector<const Section*>& missing) {
        Diagnostic& finding = add_finding(findings_, rule_, where);
        finding.excerpt = shortened(text, 60);
        for (const Section* section : missing) finding.arguments["items"] += "“" + name_in(section->heading) + "”";
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
    Findings& findings_;
    std::vector<std::vector<std::string>> names_;  ///< by section: as the form has it, and other spellings
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
        if (watched && passages_of(context.report, context.form, static_cast<int>(i)).empty()) {
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
        for (const Passage& passage : passages_of(context.report, context.form, section)) list.look_at(passage);
    }
}

}  // namespace nianbao
