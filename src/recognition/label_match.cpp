#include "recognition/label_match.h"

#include <algorithm>

#include "unicode/utf8.h"

namespace nianbao {
namespace {

constexpr std::size_t shortest_with_slips = 4;
constexpr std::size_t characters_a_slip = 6;
constexpr std::size_t longest_with_slips = 120;

char32_t folded(char32_t code) {
    if (code >= 0xFF01 && code <= 0xFF5E) return code - 0xFEE0;  // full-width forms of ASCII
    if (code == U'“' || code == U'”' || code == U'＂') return U'"';
    if (code == U'‘' || code == U'’') return U'\'';
    return code;
}

}  // namespace

// Only the diagonals that so many slips can reach are looked at.
bool differ_within(std::u32string_view a, std::u32string_view b, std::size_t slips) {
    const auto same = static_cast<std::size_t>(std::mismatch(a.begin(), a.end(), b.begin(), b.end()).first - a.begin());
    a.remove_prefix(same);
    b.remove_prefix(same);
    const std::size_t far = slips + 1;
    std::vector<std::size_t> row(b.size() + 1, far);
    for (std::size_t j = 0; j <= std::min(b.size(), slips); ++j) row[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        const std::size_t first = i > slips ? i - slips : 1, last = std::min(b.size(), i + slips);
        std::size_t diagonal = row[first - 1];
        row[first - 1] = first == 1 ? std::min(i, far) : far;
        std::size_t nearest = row[first - 1];
        for (std::size_t j = first; j <= last; ++j) {
            const std::size_t above = row[j];
            row[j] = std::min({above + 1, row[j - 1] + 1, diagonal + (a[i - 1] == b[j - 1] ? 0U : 1U), far});
            nearest = std::min(nearest, row[j]);
            diagonal = above;
        }
        if (nearest == far) return false;
    }
    return row[b.size()] <= slips;
}

std::u32string label_key(std::string_view text) {
    std::u32string key;
    for (std::size_t at = 0; at < text.size();) {
        const char32_t code = next_code_point(text, at);
        if (is_blank(code) || code == U'\n' || code == U'\r' || code == 0x200B) continue;
        key += folded(code);
    }
    while (!key.empty() && (key.back() == U':' || key.back() == U'。')) key.pop_back();
    return key;
}

LabelPattern::LabelPattern(const std::string& label, const std::vector<std::string>& also_written)
    : keys_{label_key(label)} {
    for (const std::string& other : also_written) keys_.push_back(label_key(other));
}

bool LabelPattern::is(const std::u32string& key) const {
    return std::find(keys_.begin(), keys_.end(), key) != keys_.end();
}

bool LabelPattern::is_near(const std::u32string& key) const {
    return std::any_of(keys_.begin(), keys_.end(), [&](const std::u32string& own) {
        if (own.size() < shortest_with_slips || own.size() > longest_with_slips) return false;
        const std::size_t slips = 1 + own.size() / characters_a_slip;
        const std::size_t longer = std::max(own.size(), key.size());
        const std::size_t shorter = std::min(own.size(), key.size());
        return longer - shorter <= slips && differ_within(own, key, slips);
    });
}

}  // namespace nianbao
