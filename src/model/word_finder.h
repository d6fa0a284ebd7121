/// Some words that are looked for together, in one walk over a text without blanks: those of a rule, or a few that only
/// a report gives. A whole vocabulary stands in a Lexicon.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace nianbao {

/// A set of code points that may hold one too many, and never one too few.
class CodeSieve {
public:
    void add(char32_t code) { bits_[slot_of(code)] |= std::uint64_t{1} << (code % 64U); }
    [[nodiscard]] bool may_hold(char32_t code) const { return ((bits_[slot_of(code)] >> (code % 64U)) & 1U) != 0; }
    [[nodiscard]] bool may_share(const CodeSieve& other) const {
        std::uint64_t shared = 0;
        for (std::size_t i = 0; i < slots; ++i) shared |= bits_[i] & other.bits_[i];
        return shared != 0;
    }

private:
    static constexpr std::size_t slots = 32;
    static std::size_t slot_of(char32_t code) { return (code / 64U) % slots; }

    std::array<std::uint64_t, slots> bits_{};
};

class WordFinder {
public:
    struct Match {
        std::size_t begin{std::u32string_view::npos}, length{};  ///< code points; length 0: nothing was found
        std::size_t word{};                                      ///< in the order of adding
    };

    /// An empty word is never found; it is counted all the same.
    void add(std::u32string word);

    [[nodiscard]] std::size_t size() const { return words_.size(); }
    /// Throws std::out_of_range.
    [[nodiscard]] const std::u32string& word(std::size_t index) const { return words_.at(index); }
    [[nodiscard]] bool holds_empty() const { return holds_empty_; }

    /// The longest word that begins at a place.
    [[nodiscard]] Match longest_at(std::u32string_view text, std::size_t at) const {
        return may_begin(text, at) ? compared_at(text, at) : Match{};
    }
    /// The earliest word at or behind `from`, the longest where several begin there.
    [[nodiscard]] Match find(std::u32string_view text, std::size_t from = 0) const;
    [[nodiscard]] bool stands_in(std::u32string_view text) const { return find(text).length > 0; }
    /// The same where the characters of the text are known.
    [[nodiscard]] bool stands_in(std::u32string_view text, const CodeSieve& characters) const {
        return first_.may_share(characters) && stands_in(text);
    }

private:
    /// One and the same for two characters that follow each other.
    static char32_t mixed(char32_t first, char32_t second) { return first * 31U + second; }
    [[nodiscard]] bool may_begin(std::u32string_view text, std::size_t at) const {
        if (!first_.may_hold(text[at])) return false;
        return single_.may_hold(text[at]) || (at + 1 < text.size() && pair_.may_hold(mixed(text[at], text[at + 1])));
    }
    [[nodiscard]] Match compared_at(std::u32string_view text, std::size_t at) const;

    CodeSieve first_, single_, pair_;  ///< how words begin, words of one character, the first two of longer ones
    std::vector<std::u32string> words_;
    bool holds_empty_{};
};

}  // namespace nianbao
