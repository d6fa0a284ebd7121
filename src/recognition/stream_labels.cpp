#include "recognition/stream_labels.h"

#include <algorithm>
#include <map>

#include "narrative/heading_repeat.h"

namespace nianbao {
namespace {

constexpr std::size_t shortest_alone = 3;
constexpr std::size_t shortest_part = 4;
constexpr std::size_t most_found = 20'000;

bool is_digit(char32_t code) { return code >= U'0' && code <= U'9'; }

bool is_cjk(char32_t code) { return code >= 0x3400 && code != empty_cell; }

StreamPattern::Spelling spelling_of(const std::string& label) {
    return {stream_key(std::string_view(label).substr(leading_ordinal(label).length)), false, false};
}

std::u32string ordinal_of(const std::string& label) {
    std::u32string key = stream_key(std::string_view(label).substr(0, leading_ordinal(label).length));
    std::erase_if(key, [](char32_t code) {
        return code == U'(' || code == U')' || code == U'.' || code == U'、' || code == U'．';
    });
    return key;
}

class LabelSearch {
public:
    LabelSearch(const PageStream& stream, const StreamRange& range) : stream_(stream) {
        for (std::size_t i = range.begin; i < range.end; ++i) {
            if (stream.codes()[i] == empty_cell) continue;
            places_.push_back(i);
            codes_ += stream.codes()[i];
        }
    }

    /// Everywhere the pattern may stand, whatever stands beside it.
    void look_for(const StreamPattern& pattern, std::size_t index) {
        for (std::size_t spelling = 0; spelling < pattern.spellings.size(); ++spelling) {
            const std::u32string& core = pattern.spellings[spelling].core;
            for (auto at = codes_.find(core); at != std::u32string::npos && seen_.size() < most_found;
                 at = codes_.find(core, at + 1)) {
                const std::size_t begin = with_ordinal(at, pattern.ordinal);
                if (pattern.needs_ordinal && begin == at) continue;
                seen_.push_back({&pattern, index, spelling, begin, at, at + core.size()});
            }
        }
    }

    /// Those that begin and end where labels do: chains of them from one such place to another. The first few patterns
    /// only help.
    [[nodiscard]] std::vector<StreamLabel> chained() {
        std::stable_sort(seen_.begin(), seen_.end(), [](const Seen& a, const Seen& b) { return a.begin < b.begin; });
        std::vector<bool> reached(codes_.size() + 1), leads_on(codes_.size() + 1);
        for (const Seen& each : seen_) {
            if (reached[each.begin] || may_begin(each.begin)) reached[each.end] = true;
        }
        for (auto each = seen_.rbegin(); each != seen_.rend(); ++each) {
            if (each->is_part() || leads_on[each->end] || may_end(each->end)) leads_on[each->begin] = true;
        }
        std::vector<StreamLabel> found;
        std::map<std::pair<std::size_t, std::size_t>, std::size_t>
            spelling_at;  // the longest counts, by pattern, place
        const auto stands = [&](const Seen& each) {
            return each.index != helping && (reached[each.begin] || may_begin(each.begin)) &&
                   (each.is_part() || leads_on[each.end] || may_end(each.end));
        };
        for (const Seen& each : seen_) {
            if (!stands(each)) continue;
            const auto [known, is_new] = spelling_at.try_emplace({each.index, each.at}, each.spelling);
            if (!is_new) known->second = std::min(known->second, each.spelling);
        }
        for (const Seen& each : seen_) {
            if (!stands(each) || spelling_at[{each.index, each.at}] != each.spelling) continue;
            const auto core = 2 * (each.end - each.at);
            const int weight =
                static_cast<int>(core) + (each.begin < each.at ? 6 : 0) + (before_value(each.end) ? 8 : 0);
            const StreamRange range{places_[each.begin], places_[each.end - 1] + 1};
            found.push_back({each.index, range, weight, each.pattern->spellings[each.spelling].is_other});
        }
        return found;
    }

    static constexpr std::size_t helping = SIZE_MAX;

private:
    struct Seen {
        const StreamPattern* pattern;
        std::size_t index, spelling, begin, at, end;  // ordinal, core, behind it

        [[nodiscard]] bool is_part() const { return pattern->spellings[spelling].is_part; }
    };

    /// The ordinal may stand before the core, in any of its shapes; then it is of the label.
    [[nodiscard]] std::size_t with_ordinal(std::size_t begin, const std::u32string& ordinal) const {
        if (ordinal.empty()) return begin;
        std::size_t at = begin;
        const auto step = [&](auto&& is) {
            if (at > 0 && is(codes_[at - 1])) --at;
        };
        step([](char32_t code) { return code == U'.' || code == U'、' || code == U',' || code == U')'; });
        const bool pointed = at < begin;
        if (at < ordinal.size() || codes_.compare(at - ordinal.size(), ordinal.size(), ordinal) != 0) return begin;
        at -= ordinal.size();
        const bool of_figure = is_digit(ordinal.front()) && at > 0 && is_digit(codes_[at - 1]) && !is_parted(at);
        if (of_figure && !pointed) return begin;
        step([](char32_t code) { return code == U'('; });
        return at;
    }

    [[nodiscard]] Gap gap_before(std::size_t at) const { return stream_.characters()[places_[at]].gap; }
    [[nodiscard]] bool is_parted(std::size_t at) const {
        return gap_before(at) != Gap::none || (at > 0 && places_[at] - places_[at - 1] > 1);
    }
    /// Behind a gap, a figure or a bracket: not within a word.
    [[nodiscard]] bool may_begin(std::size_t at) const { return at == 0 || is_parted(at) || !is_cjk(codes_[at - 1]); }
    [[nodiscard]] bool may_end(std::size_t end) const {
        return end == codes_.size() || is_parted(end) || !is_cjk(codes_[end]);
    }
    [[nodiscard]] bool before_value(std::size_t end) const {
        if (end == codes_.size()) return false;
        const std::size_t behind = places_[end - 1] + 1;
        const bool empty = behind < places_[end] && !stream_.characters()[behind].doubtful;
        return is_digit(codes_[end]) || empty;
    }

    const PageStream& stream_;
    std::u32string codes_;             // without empty cells
    std::vector<std::size_t> places_;  // of each in the stream
    std::vector<Seen> seen_;
};

}  // namespace

StreamPattern stream_pattern(const std::string& label, const std::vector<std::string>& also_written) {
    StreamPattern pattern;
    pattern.written = label;
    pattern.ordinal = ordinal_of(label);
    pattern.spellings.push_back(spelling_of(label));
    for (const std::string& other : also_written) {
        pattern.spellings.push_back(spelling_of(other));
        pattern.spellings.back().is_other = true;
    }
    const std::u32string core = pattern.spellings.front().core;
    const std::size_t cut = core.find_first_of(U"(、,");
    if (cut != std::u32string::npos && cut >= shortest_part)
        pattern.spellings.push_back({core.substr(0, cut), true, false});
    pattern.needs_ordinal = !pattern.ordinal.empty() && core.size() < shortest_alone;
    std::erase_if(pattern.spellings, [](const auto& spelling) { return spelling.core.empty(); });
    std::stable_sort(pattern.spellings.begin(), pattern.spellings.end(),
                     [](const auto& a, const auto& b) { return a.core.size() > b.core.size(); });
    return pattern;
}

std::vector<StreamLabel> find_labels(const PageStream& stream, const StreamRange& range,
                                     const std::vector<StreamPattern>& patterns,
                                     const std::vector<StreamPattern>& others) {
    LabelSearch search(stream, range);
    for (std::size_t i = 0; i < patterns.size(); ++i) search.look_for(patterns[i], i);
    for (const StreamPattern& other : others) search.look_for(other, LabelSearch::helping);
    return search.chained();
}

std::vector<std::optional<StreamLabel>> labels_in_order(const std::vector<StreamLabel>& found, std::size_t patterns) {
    // best[p]: the heaviest chain that ends in a pattern before p, of those that were looked at.
    struct Chain {
        int weight{};
        std::size_t last{SIZE_MAX};
    };
    std::vector<Chain> best(patterns + 1);
    std::vector<int> weights(found.size());
    std::vector<std::size_t> before(found.size(), SIZE_MAX);
    for (std::size_t i = 0; i < found.size(); ++i) {
        const Chain chain = best[found[i].pattern];
        weights[i] = chain.weight + found[i].weight;
        before[i] = chain.last;
        for (std::size_t p = found[i].pattern + 1; p <= patterns && best[p].weight < weights[i]; ++p)
            best[p] = {weights[i], i};
    }
    std::vector<std::optional<StreamLabel>> chosen(patterns);
    for (std::size_t i = best[patterns].last; i != SIZE_MAX; i = before[i]) chosen[found[i].pattern] = found[i];
    return chosen;
}

}  // namespace nianbao
