#include "narrative/copied_text.h"

#include <algorithm>
#include <set>
#include <string>
#include <unordered_map>

#include "unicode/letters.h"
#include "unicode/utf8.h"

namespace nianbao {
namespace {

constexpr std::size_t shortest = 10;     // characters of a passage: more than a standing phrase
constexpr std::size_t most_places = 16;  // looked at where one phrase stands often

struct Character {
    char32_t code{};
    std::size_t begin{}, end{};  // bytes
};

bool is_digit(char32_t code) { return (code >= U'0' && code <= U'9') || (code >= U'０' && code <= U'９'); }

/// Ends a paragraph; no passage goes beyond it.
constexpr char32_t line_end = U'\n';

/// Letters and ideographs; a run of digits is one 0.
std::vector<Character> characters_of(std::string_view text) {
    std::vector<Character> characters;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t begin = at;
        const char32_t code = next_code_point(text, at);
        if (is_digit(code)) {
            if (!characters.empty() && characters.back().code == U'0' && characters.back().end == begin) {
                characters.back().end = at;
            } else {
                characters.push_back({U'0', begin, at});
            }
        } else if (is_letter(code) || code == line_end) {
            characters.push_back({code, begin, at});
        }
    }
    return characters;
}

/// How many characters from `at` on the paragraph has, which begins there.
std::size_t length_of_paragraph(const std::vector<Character>& characters, std::size_t at) {
    std::size_t end = at;
    while (end < characters.size() && characters[end].code != line_end) ++end;
    return end - at;
}

bool begins_paragraph(const std::vector<Character>& characters, std::size_t at) {
    return characters[at].code != line_end && (at == 0 || characters[at - 1].code == line_end);
}

std::u32string letters_of(const std::vector<Character>& characters, std::size_t at, std::size_t length) {
    std::u32string letters;
    for (std::size_t i = at; i < at + length; ++i) letters += characters[i].code;
    return letters;
}

/// The paragraphs that are too short to be passages: copied where the whole is.
std::set<std::u32string> short_paragraphs(const std::vector<Character>& characters) {
    std::set<std::u32string> found;
    for (std::size_t at = 0; at < characters.size(); ++at) {
        if (!begins_paragraph(characters, at)) continue;
        const std::size_t length = length_of_paragraph(characters, at);
        if (length < shortest) found.insert(letters_of(characters, at, length));
    }
    return found;
}

std::size_t hash_at(const std::vector<Character>& characters, std::size_t at) {
    std::size_t hash = 0;
    for (std::size_t i = 0; i < shortest; ++i) hash = hash * 1'000'003 + characters[at + i].code;
    return hash;
}

using Index = std::unordered_map<std::size_t, std::vector<std::size_t>>;

Index index_of(const std::vector<Character>& characters) {
    Index index;
    for (std::size_t at = 0; at + shortest <= characters.size(); ++at) {
        std::vector<std::size_t>& places = index[hash_at(characters, at)];
        if (places.size() < most_places) places.push_back(at);
    }
    return index;
}

std::size_t common_length(const std::vector<Character>& a, std::size_t i, const std::vector<Character>& b,
                          std::size_t j) {
    std::size_t length = 0;
    while (i + length < a.size() && j + length < b.size() && a[i + length].code == b[j + length].code &&
           a[i + length].code != line_end) {
        ++length;
    }
    return length;
}

/// Of the passage from `at` on that stands in the source; 0 where it is too short for one.
std::size_t longest_passage(const std::vector<Character>& mine, std::size_t at, const std::vector<Character>& theirs,
                            const Index& index) {
    if (at + shortest > mine.size()) return 0;
    const auto places = index.find(hash_at(mine, at));
    if (places == index.end()) return 0;
    std::size_t length = 0;
    for (const std::size_t place : places->second) length = std::max(length, common_length(mine, at, theirs, place));
    return length < shortest ? 0 : length;
}

/// Of the short paragraph that begins at `at` and stands in the source whole.
std::size_t whole_paragraph(const std::vector<Character>& mine, std::size_t at,
                            const std::set<std::u32string>& short_ones) {
    if (short_ones.empty() || !begins_paragraph(mine, at)) return 0;
    const std::size_t length = length_of_paragraph(mine, at);
    return length < shortest && short_ones.count(letters_of(mine, at, length)) > 0 ? length : 0;
}

}  // namespace

CopiedText copied_text(std::string_view text, std::string_view source) {
    const std::vector<Character> mine = characters_of(text), theirs = characters_of(source);
    const Index index = index_of(theirs);
    const std::set<std::u32string> short_ones = short_paragraphs(theirs);
    CopiedText found;
    found.characters = static_cast<std::size_t>(
        std::count_if(mine.begin(), mine.end(), [](const Character& each) { return each.code != line_end; }));
    for (std::size_t at = 0; at < mine.size();) {
        const std::size_t length =
            std::max(longest_passage(mine, at, theirs, index), whole_paragraph(mine, at, short_ones));
        if (length == 0) {
            ++at;
            continue;
        }
        found.copied += length;
        const std::size_t begin = mine[at].begin;
        found.passages.push_back(text.substr(begin, mine[at + length - 1].end - begin));
        at += length;
    }
    std::stable_sort(found.passages.begin(), found.passages.end(),
                     [](std::string_view a, std::string_view b) { return a.size() > b.size(); });
    return found;
}

}  // namespace nianbao
