#include "recognition/stream_labels.h"

#include <algorithm>
#include <set>

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

/// The ordinal may stand before the core, in any of its shapes; then it is of the label.
std::size_t with_ordinal(const std::u32string& codes, std::size_t begin, std::size_t first,
                         const std::u32string& ordinal) {
    if (ordinal.empty()) return begin;
    std::size_t at = begin;
    const auto step = [&](auto&& is) {
        if (at > first && is(codes[at - 1])) --at;
    };
    step([](char32_t code) { return code == U'.' || code == U'、' || code == U',' || code == U')'; });
    if (at < first + ordinal.size() || codes.compare(at - ordinal.size(), ordinal.size(), ordinal) != 0) return begin;
    at -= ordinal.size();
    step([](char32_t code) { return code == U'('; });
    return at;
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

    void find(const StreamPattern& pattern, std::size_t index, std::vector<StreamLabel>& found) {
        std::vector<bool> taken(codes_.size());
        for (const StreamPattern::Spelling& spelling : pattern.spellings) {
            for (auto at = codes_.find(spelling.core); at != std::u32string::npos && found.size() < most_found;
                 at = codes_.find(spelling.core, at + 1)) {
                if (taken[at]) continue;
                const std::size_t begin = with_ordinal(codes_, at, 0, pattern.ordinal);
                const std::size_t end = at + spelling.core.size();
                const bool numbered = begin < at;
                if ((pattern.needs_ordinal && !numbered) || !may_begin(begin) || (!spelling.is_part && !may_end(end)))
                    continue;
                taken[at] = true;
                ends_.insert(end);
                begins_.insert(begin);
                const int weight =
                    static_cast<int>(2 * spelling.core.size()) + (numbered ? 6 : 0) + (before_value(end) ? 8 : 0);
                const StreamRange range{places_[begin], places_[end - 1] + 1};
                found.push_back({index, range, weight, spelling.is_other});
            }
        }
    }

private:
    [[nodiscard]] Gap gap_before(std::size_t at) const { return stream_.characters()[places_[at]].gap; }
    [[nodiscard]] bool is_parted(std::size_t at) const {
        return gap_before(at) != Gap::none || (at > 0 && places_[at] - places_[at - 1] > 1);
    }
    /// Behind a gap, a figure or a bracket: not within a word.
    [[nodiscard]] bool may_begin(std::size_t at) const {
        return at == 0 || is_parted(at) || !is_cjk(codes_[at - 1]) || ends_.contains(at);
    }
    [[nodiscard]] bool may_end(std::size_t end) const {
        return end == codes_.size() || is_parted(end) || !is_cjk(codes_[end]) || begins_.contains(end);
    }
    [[nodiscard]] bool before_value(std::size_t end) const {
        return end < codes_.size() && (is_digit(codes_[end]) || places_[end] - places_[end - 1] > 1);
    }

    const PageStream& stream_;
    std::u32string codes_;                 // without empty cells
    std::vector<std::size_t> places_;      // of each in the stream
    std::set<std::size_t> begins_, ends_;  // of the labels found so far
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
    std::vector<StreamLabel> found, helping;
    std::size_t known = 0;
    do {  // one label lets the next be seen
        known = found.size() + helping.size();
        found.clear();
        helping.clear();
        for (const StreamPattern& other : others) search.find(other, 0, helping);
        for (std::size_t i = 0; i < patterns.size(); ++i) search.find(patterns[i], i, found);
    } while (found.size() + helping.size() > known && found.size() < most_found);
    std::stable_sort(found.begin(), found.end(),
                     [](const StreamLabel& a, const StreamLabel& b) { return a.at.begin < b.at.begin; });
    return found;
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
