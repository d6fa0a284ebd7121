// Another unit's name where the report speaks of itself: copied from a neighbour.
#include <algorithm>
#include <optional>

#include "checks/check_context.h"
#include "unicode/dense_text.h"
#include "unicode/letters.h"
#include "unicode/utf8.h"

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

/// In code points; 2024年度 before a name is no part of it.
constexpr std::size_t longest_name = 24, longest_year = 6;

bool ends_clause(char32_t code) { return !is_ideograph(code) && !is_letter(code); }

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
        for (const std::u32string& ending : endings_) last_.add(ending.back());
    }

    void run() {
        if (endings_.empty()) return;
        for (const WordPassage& passage : context_.text.all()) look_at(passage);
    }

private:
    void look_at(const WordPassage& passage) {
        const std::u32string& codes = passage.codes();
        for (std::size_t at = 0; at < codes.size(); ++at) {
            if (!last_.may_hold(codes[at]) || !ends_name(codes, at + 1)) continue;
            if (const auto name = foreign_name(codes, clause_begin(codes, at), at + 1)) tell(passage, *name, at + 1);
        }
    }

    /// Whether an ending of names ends there, and a verb follows by which it speaks.
    [[nodiscard]] bool ends_name(Codes codes, std::size_t end) const {
        const auto ends = [&](const std::u32string& ending) { return codes.substr(0, end).ends_with(ending); };
        return end < codes.size() && parameter_finder(rule_, "verbs").longest_at(codes, end).length > 0 &&
               std::any_of(endings_.begin(), endings_.end(), ends);
    }

    /// Where the clause begins that a place stands in; no further back than the longest name with a year reaches.
    [[nodiscard]] static std::size_t clause_begin(Codes codes, std::size_t at) {
        const std::size_t least = at < longest_name + longest_year ? 0 : at - longest_name - longest_year;
        while (at > least && !ends_clause(codes[at - 1])) --at;
        return at;
    }

    /// Where the name of another unit begins that ends at `end` and speaks for itself.
    [[nodiscard]] std::optional<std::size_t> foreign_name(Codes codes, std::size_t begin, std::size_t end) const {
        constexpr std::size_t shortest = 4;
        if (end - begin > longest_name + longest_year) return std::nullopt;
        begin = behind_year(codes, begin);
        const Codes name = codes.substr(begin, end - begin);
        if (begin >= end || name.size() < shortest || name.size() > longest_name) return std::nullopt;
        if (parameter_finder(rule_, "not_names").stands_in(name)) return std::nullopt;
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

    void tell(const WordPassage& passage, std::size_t begin, std::size_t end) {
        std::size_t last = end;
        while (last < passage.codes().size() && !ends_clause(passage.codes()[last])) ++last;
        const Address where = passage.address_of_codes(begin, end), clause = passage.address_of_codes(begin, last);
        Diagnostic& finding = add_finding(findings_, rule_, where);
        const std::string_view text = passage.passage.text;
        finding.excerpt = std::string(text.substr(clause.begin, clause.end - clause.begin));
        finding.expected = context_.report.agency.name;
        finding.actual = std::string(text.substr(where.begin, where.end - where.begin));
    }

    const Rule& rule_;
    const CheckContext& context_;
    Findings& findings_;
    std::vector<std::u32string> own_, endings_;
    CodeSieve last_;  ///< the last characters of the endings
};

}  // namespace

void check_foreign_unit(const Rule& rule, const CheckContext& context, Findings& findings) {
    ForeignUnitReader(rule, context, findings).run();
}

}  // namespace nianbao
