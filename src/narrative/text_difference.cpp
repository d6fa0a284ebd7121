#include "narrative/text_difference.h"

#include <algorithm>
#include <string>
#include <unordered_map>
#include <utility>

#include "narrative/edit_script.h"
#include "narrative/numerals.h"
#include "narrative/sentences.h"
#include "unicode/utf8.h"

namespace nianbao {
namespace {

using Words = std::vector<std::string_view>;
using Kind = TextPiece::Kind;

bool is_latin(char32_t code) { return (code >= U'a' && code <= U'z') || (code >= U'A' && code <= U'Z'); }

std::size_t end_of_digits(std::string_view text, std::size_t at) {
    for (std::size_t next = at; next < text.size() && digit_value(next_code_point(text, next));) at = next;
    return at;
}

/// Behind the digits that a point, or a comma between thousands, makes part of the number before it.
std::size_t end_of_number(std::string_view text, std::size_t at) {
    constexpr std::size_t thousands = 3;
    for (at = end_of_digits(text, at); at < text.size();) {
        std::size_t next = at;
        const char32_t sign = next_code_point(text, next);
        const std::size_t end = end_of_digits(text, next);
        const bool comma = sign == U',' || sign == U'，';
        const bool goes_on = comma ? count_code_points(text.substr(next, end - next)) == thousands : sign == U'.';
        if (!goes_on || end == next) break;
        at = end;
    }
    return at;
}

std::size_t end_of_word(std::string_view text, std::size_t at) {
    const char32_t code = next_code_point(text, at);
    if (digit_value(code)) {
        at = end_of_number(text, at);
    } else if (is_latin(code)) {
        for (std::size_t next = at; next < text.size() && is_latin(next_code_point(text, next));) at = next;
    }
    return at;
}

Words words_of(std::string_view text) {
    Words words;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = end_of_word(text, at);
        words.push_back(text.substr(at, end - at));
        at = end;
    }
    return words;
}

Words sentences_of(std::string_view text) {
    Words sentences;
    for (const Sentence& sentence : split_sentences(text)) sentences.push_back(sentence.text);
    return sentences;
}

/// Gives like texts like numbers.
class Numbering {
public:
    std::vector<std::uint32_t> of(const Words& words) {
        std::vector<std::uint32_t> numbers;
        numbers.reserve(words.size());
        for (const std::string_view word : words)
            numbers.push_back(known_.emplace(word, static_cast<std::uint32_t>(known_.size())).first->second);
        return numbers;
    }

private:
    std::unordered_map<std::string_view, std::uint32_t> known_;
};

std::vector<EditStep> steps_between(const Words& before, const Words& after) {
    Numbering numbering;
    const auto first = numbering.of(before);
    return edit_script(first, numbering.of(after));
}

/// What changed at one place, and what stays the same behind it; lengths in words.
struct Change {
    std::string removed, added, same;
    std::size_t removed_length{}, added_length{}, same_length{};

    [[nodiscard]] std::size_t length() const { return std::max(removed_length, added_length); }
};

/// The first one may have nothing but what stays the same.
std::vector<Change> changes_of(const Words& before, const Words& after) {
    std::vector<Change> changes(1);
    for (const EditStep& step : steps_between(before, after)) {
        const bool same = step.first && step.second;
        if (!same && changes.back().same_length > 0) changes.emplace_back();
        Change& change = changes.back();
        if (same) {
            change.same += before[*step.first];
            ++change.same_length;
        } else if (step.first) {
            change.removed += before[*step.first];
            ++change.removed_length;
        } else {
            change.added += after[*step.second];
            ++change.added_length;
        }
    }
    return changes;
}

void absorb(Change& change, const Change& next) {
    change.removed += change.same + next.removed;
    change.added += change.same + next.added;
    change.removed_length += change.same_length + next.removed_length;
    change.added_length += change.same_length + next.added_length;
    change.same = next.same;
    change.same_length = next.same_length;
}

bool is_number(const std::string& text, std::size_t length) {
    std::size_t at = 0;
    return length == 1 && digit_value(next_code_point(text, at));
}

/// A figure that gave way to another one is told by itself; so is what changes behind the end of a sentence.
bool stands_alone(const Change& change) {
    if (is_number(change.removed, change.removed_length) && is_number(change.added, change.added_length)) return true;
    return change.same.find("。") != std::string::npos || change.same.find("；") != std::string::npos;
}

/// Takes two changes for one where less stays the same between them than either changes.
std::vector<Change> without_splinters(const std::vector<Change>& changes) {
    std::vector<Change> kept;
    for (const Change& change : changes) {
        kept.push_back(change);
        while (kept.size() > 1) {
            Change& before = kept[kept.size() - 2];
            if (before.same_length > std::min(before.length(), kept.back().length())) break;
            if (stands_alone(before)) break;
            const Change last = kept.back();
            absorb(before, last);
            kept.pop_back();
        }
    }
    return kept;
}

void append(std::vector<TextPiece>& pieces, Kind kind, const std::string& text) {
    if (text.empty()) return;
    if (!pieces.empty() && pieces.back().kind == kind) {
        pieces.back().text += text;
    } else {
        pieces.push_back({kind, text});
    }
}

void append(std::vector<TextPiece>& pieces, const std::vector<Change>& changes) {
    for (const Change& change : changes) {
        append(pieces, Kind::removed, change.removed);
        append(pieces, Kind::added, change.added);
        append(pieces, Kind::same, change.same);
    }
}

bool ends_sentence(std::string_view text) { return text.empty() || text.ends_with("。") || text.ends_with("；"); }

/// What was put in or left out may be taken to begin a little later, where the words behind it are those it begins
/// with: it does, where whole sentences come of it.
void slide_to_sentence(Change& change, std::string& before) {
    std::string& moving = change.removed.empty() ? change.added : change.removed;
    if (moving.empty() || (!change.removed.empty() && !change.added.empty()) || ends_sentence(before)) return;
    const Words own = words_of(moving), behind = words_of(change.same);
    std::string passed;
    for (std::size_t i = 0; i < own.size() && i < behind.size() && own[i] == behind[i]; ++i) {
        passed += own[i];
        if (!ends_sentence(passed)) continue;
        before += passed;
        moving = moving.substr(passed.size()) + passed;
        change.same.erase(0, passed.size());
        return;
    }
}

std::vector<Change> slid_to_sentences(std::vector<Change> changes) {
    for (std::size_t i = 1; i < changes.size(); ++i) slide_to_sentence(changes[i], changes[i - 1].same);
    return changes;
}

/// Two texts of which neither is so long that its words could not be searched for.
constexpr std::size_t longest_by_words = 1'000;

std::vector<Change> word_changes(std::string_view before, std::string_view after) {
    return slid_to_sentences(without_splinters(changes_of(words_of(before), words_of(after))));
}

/// In long texts whole sentences are searched for first, then words in those that changed.
void append_long(std::vector<TextPiece>& pieces, std::string_view before, std::string_view after) {
    for (const Change& change : changes_of(sentences_of(before), sentences_of(after))) {
        append(pieces, word_changes(change.removed, change.added));
        append(pieces, Kind::same, change.same);
    }
}

/// How much two paragraphs have in common: the pairs of neighbouring words of either that stand in both, in percent.
class Likeness {
public:
    explicit Likeness(const std::string& text) {
        const Words words = words_of(text);
        for (std::size_t i = 0; i + 1 < words.size(); ++i)
            pairs_.push_back(text.substr(static_cast<std::size_t>(words[i].data() - text.data()),
                                         words[i].size() + words[i + 1].size()));
        std::sort(pairs_.begin(), pairs_.end());
    }

    [[nodiscard]] std::size_t percent(const Likeness& other) const {
        std::size_t common = 0;
        for (auto a = pairs_.begin(), b = other.pairs_.begin(); a != pairs_.end() && b != other.pairs_.end();) {
            if (*a == *b) {
                ++common, ++a, ++b;
            } else {
                *a < *b ? ++a : ++b;
            }
        }
        const std::size_t all = pairs_.size() + other.pairs_.size();
        return all == 0 ? 0 : 200 * common / all;
    }

private:
    std::vector<std::string> pairs_;
};

/// Paragraphs of which none stands in the other text, between two that do.
struct Gap {
    std::vector<std::size_t> first, second;
};

constexpr std::size_t least_likeness = 30;
constexpr std::size_t most_pairs = 2'500;

/// Which paragraphs of a gap stand beside each other: the pairs that have most in common, in order.
class GapPairs {
public:
    GapPairs(const Gap& gap, const Paragraphs& before, const Paragraphs& after)
        : rows_(gap.first.size()), columns_(gap.second.size()) {
        if (rows_ * columns_ > most_pairs) return;
        std::vector<Likeness> left, right;
        for (const std::size_t i : gap.first) left.emplace_back(before[i]);
        for (const std::size_t j : gap.second) right.emplace_back(after[j]);
        best_.assign((rows_ + 1) * (columns_ + 1), 0);
        likeness_.resize(rows_ * columns_);
        for (std::size_t i = rows_; i-- > 0;) {
            for (std::size_t j = columns_; j-- > 0;) {
                const std::size_t likeness = left[i].percent(right[j]);
                likeness_[i * columns_ + j] = likeness >= least_likeness ? likeness : 0;
                best(i, j) = std::max({best(i + 1, j), best(i, j + 1), paired(i, j)});
            }
        }
    }

    /// Whether, with the paragraphs before them told, these two stand beside each other.
    [[nodiscard]] bool pairs(std::size_t i, std::size_t j) const {
        return !best_.empty() && likeness_[i * columns_ + j] > 0 && best(i, j) == paired(i, j);
    }
    /// Whether the one of the first text is told before that of the second.
    [[nodiscard]] bool first_goes(std::size_t i, std::size_t j) const {
        return best_.empty() || best(i, j) == best(i + 1, j);
    }

private:
    std::size_t& best(std::size_t i, std::size_t j) { return best_[i * (columns_ + 1) + j]; }
    [[nodiscard]] std::size_t best(std::size_t i, std::size_t j) const { return best_[i * (columns_ + 1) + j]; }
    [[nodiscard]] std::size_t paired(std::size_t i, std::size_t j) const {
        const std::size_t likeness = likeness_[i * columns_ + j];
        return likeness == 0 ? 0 : likeness + best(i + 1, j + 1);
    }

    std::size_t rows_, columns_;
    std::vector<std::size_t> best_, likeness_;
};

void append_gap(std::vector<ComparedParagraph>& all, Gap& gap, const Paragraphs& before, const Paragraphs& after) {
    const GapPairs found(gap, before, after);
    std::size_t i = 0, j = 0;
    while (i < gap.first.size() || j < gap.second.size()) {
        const bool both = i < gap.first.size() && j < gap.second.size();
        if (both && found.pairs(i, j)) {
            const std::size_t left = gap.first[i++], right = gap.second[j++];
            all.push_back({left, right, text_difference(before[left], after[right])});
        } else if (j == gap.second.size() || (both && found.first_goes(i, j))) {
            const std::size_t left = gap.first[i++];
            all.push_back({left, {}, {{Kind::removed, before[left]}}});
        } else {
            const std::size_t right = gap.second[j++];
            all.push_back({{}, right, {{Kind::added, after[right]}}});
        }
    }
    gap = {};
}

Words views_of(const Paragraphs& paragraphs) { return {paragraphs.begin(), paragraphs.end()}; }

}  // namespace

std::vector<TextPiece> text_difference(std::string_view before, std::string_view after) {
    std::vector<TextPiece> pieces;
    if (std::max(count_code_points(before), count_code_points(after)) > longest_by_words) {
        append_long(pieces, before, after);
    } else {
        append(pieces, word_changes(before, after));
    }
    return pieces;
}

std::vector<ComparedParagraph> paragraph_differences(const Paragraphs& before, const Paragraphs& after) {
    std::vector<ComparedParagraph> all;
    Gap gap;
    for (const EditStep& step : steps_between(views_of(before), views_of(after))) {
        if (step.first && step.second) {
            append_gap(all, gap, before, after);
            all.push_back({step.first, step.second, {{Kind::same, before[*step.first]}}});
        } else if (step.first) {
            gap.first.push_back(*step.first);
        } else {
            gap.second.push_back(*step.second);
        }
    }
    append_gap(all, gap, before, after);
    return all;
}

}  // namespace nianbao
