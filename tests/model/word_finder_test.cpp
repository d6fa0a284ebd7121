// Words looked for together: the earliest, the longest where several begin, and nothing that is not there.
#include "model/word_finder.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <stdexcept>

using namespace nianbao;

namespace {

WordFinder finder(const std::vector<std::u32string>& words) {
    WordFinder made;
    for (const std::u32string& word : words) made.add(word);
    return made;
}

}  // namespace

TEST_CASE("the earliest word is found, the longest where several begin") {
    const WordFinder words = finder({U"收费", U"收", U"信息处理费", U""});
    struct Case {
        std::u32string text;
        std::size_t begin, length, word;
    };
    for (const Case& each : std::vector<Case>{{U"本年度收费0元", 3, 2, 0},
                                              {U"未收取信息处理费", 1, 1, 1},
                                              {U"信息处理费未收", 0, 5, 2},
                                              {U"信息处理", std::u32string::npos, 0, 0},
                                              {U"", std::u32string::npos, 0, 0}}) {
        const WordFinder::Match match = words.find(each.text);
        CHECK(match.begin == each.begin);
        CHECK(match.length == each.length);
        CHECK(match.word == each.word);
    }
    CHECK(words.find(U"收费，收费", 1).begin == 3);
    CHECK(words.longest_at(U"收费", 0).length == 2);
    CHECK(words.longest_at(U"收费", 1).length == 0);
    CHECK(words.holds_empty());
    CHECK(words.size() == 4);
    CHECK_THROWS_AS(static_cast<void>(words.word(4)), std::out_of_range);
}

TEST_CASE("a finder finds what a search for each word finds") {
    std::mt19937 random(7);
    const auto text_of = [&](std::size_t length) {
        std::u32string text;
        for (std::size_t i = 0; i < length; ++i)
            text += static_cast<char32_t>(0x4E00 + 2048 * (random() % 3) + random() % 3);
        return text;
    };
    for (int round = 0; round < 400; ++round) {
        std::vector<std::u32string> list;
        for (std::size_t i = 0; i < 1 + random() % 4; ++i) list.push_back(text_of(1 + random() % 3));
        const WordFinder words = finder(list);
        const std::u32string text = text_of(random() % 12);
        std::size_t earliest = std::u32string::npos;
        for (const std::u32string& word : list) earliest = std::min(earliest, text.find(word));
        CHECK(words.find(text).begin == earliest);
        CodeSieve characters;
        for (const char32_t code : text) characters.add(code);
        CHECK(words.stands_in(text, characters) == (earliest != std::u32string::npos));
    }
}
