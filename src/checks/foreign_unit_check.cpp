// Another unit's name where the report speaks of itself: copied from a neighbour.
#include <algorithm>
#include <optional>

#include "checks/check_context.h"
#include "narrative/dense_text.h"
#include "narrative/passages.h"
#include "unicode/letters.h"

namespace nianbao {
namespace {

using Codes = std::u32string_view;

/// Whether the characters of a short name follow in order in a full one: 区工信局 in 示例区工业和信息化局.
bool is_short_for(Codes name, Codes full) {
    std::size_t at = 0;
    for (const char32_t code : full) {
        if (at < name.size() && name[at] == code) ++at;
    }
    return at == name.size();
}

bool ends_clause(char32_t code) { return !is_letter(code); }

class ForeignUnitReader {
public:
    ForeignUnitReader(const Rule& rule, const CheckContext& context, Findings& findings)
        : rule_(rule), context_(context), findings_(findings) {
        const Agency& agency = context.report.agency;
        own_.push_back(read_dense(agency.name).codes);
        for (const std::string& name : agency.short_names) own_.push_back(read_dense(name).codes);
        for (const std::string& name : agency.former_names) own_.push_back(read_dense(name).codes);
        for (const auto& ending : context.agencies.endings) {
            if (ending.kind == context.issuer.kind) endings_.push_back(code_points(ending.text));
        }
        for (const std::string& verb : parameter_words(rule, "verbs")) verbs_.push_back(code_points(verb));
        for (const std::string& word : parameter_words(rule, "not_names")) not_names_.push_back(code_points(word));
        for (const std::u32string& ending : endings_) last_ += ending.back();
    }

    void run() {
        if (endings_.empty()) return;
        for (const Passage& passage : all_passages(context_.report, context_.form)) look_at(passage);
    }

private:
    void look_at(const Passage& passage) {
        const DenseText text = read_dense(passage.text);
        std::size_t begin = 0;
        for (std::size_t at = 0; at < text.codes.size(); ++at) {
            if (ends_clause(text.codes[at])) {
                begin = at + 1;
            } else if (last_.find(text.codes[at]) != std::u32string::npos) {
                if (const auto name = foreign_name(text, begin, at + 1)) tell(passage, text, *name, at + 1);
            }
        }
    }

    /// Where the name of another unit begins that ends at `end` and speaks for itself.
    [[nodiscard]] std::optional<std::size_t> foreign_name(const DenseText& text, std::size_t begin,
                                                          std::size_t end) const {
        constexpr std::size_t shortest = 4, longest = 24;
        const Codes codes = text.codes;
        constexpr std::size_t year = 6;
        if (end - begin > longest + year) return std::nullopt;
        begin = behind_year(codes, begin);
        const Codes name = codes.substr(begin, end - begin);
        if (begin >= end || name.size() < shortest || name.size() > longest) return std::nullopt;
        const auto ends = [&](const std::u32string& ending) { return name.ends_with(ending); };
        const auto follows = [&](const std::u32string& verb) { return codes.substr(end).starts_with(verb); };
        const auto holds = [&](const std::u32string& word) { return name.find(word) != Codes::npos; };
        if (std::none_of(endings_.begin(), endings_.end(), ends) ||
            std::none_of(verbs_.begin(), verbs_.end(), follows) ||
            std::any_of(not_names_.begin(), not_names_.end(), holds))
            return std::nullopt;
        const bool own = std::any_of(own_.begin(), own_.end(), [&](const std::u32string& each) {
            return is_short_for(name, each) || is_short_for(each, name);
        });
        return own ? std::nullopt : std::optional(begin);
    }

    /// 2024年示例区商务局: the year stands before the name.
    static std::size_t behind_year(Codes codes, std::size_t begin) {
        std::size_t at = begin;
        while (at < codes.size() && codes[at] >= U'0' && codes[at] <= U'9') ++at;
        if (at == begin || at >= codes.size() || codes[at] != U'年') return begin;
        ++at;
        return at < codes.size() && codes[at] == U'度' ? at + 1 : at;
    }

    void tell(const Passage& passage, const DenseText& text, std::size_t begin, std::size_t end) {
        std::size_t last = end;
        while (last < text.codes.size() && !ends_clause(text.codes[last])) ++last;
        Address where = passage.at;
        where.begin = text.begins[begin];
        where.end = text.ends[end - 1];
        Diagnostic& finding = add_finding(findings_, rule_, where);
        finding.excerpt = std::string(passage.text.substr(where.begin, text.ends[last - 1] - where.begin));
        finding.expected = context_.report.agency.name;
        finding.actual = std::string(passage.text.substr(where.begin, where.end - where.begin));
    }

    const Rule& rule_;
    const CheckContext& context_;
    Findings& findings_;
    std::vector<std::u32string> own_, endings_, verbs_, not_names_;
    std::u32string last_;  ///< the last characters of the endings
};

}  // namespace

void check_foreign_unit(const Rule& rule, const CheckContext& context, Findings& findings) {
    ForeignUnitReader(rule, context, findings).run();
}

}  // namespace nianbao
