/// Words that are looked for in one walk over a text: a trie over code points, built once and never changed afterwards.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace nianbao {

class Lexicon {
public:
    /// Words are counted from 0 in the order of their adding.
    using Entry = std::uint32_t;

    struct Match {
        std::size_t length{};  ///< code points; 0: no word
        Entry entry{};
    };

    /// A word that was added before has the entry it had. An empty word is `std::invalid_argument`.
    Entry add(std::u32string_view word);
    [[nodiscard]] std::size_t size() const { return entries_; }

    /// Calls `found(length, entry)` for each word that begins at `at`, the shortest first.
    template <typename Found>
    void each_at(std::u32string_view text, std::size_t at, Found found) const {
        if (at >= text.size() || !may_begin(text[at])) return;
        std::uint32_t node = root;
        for (std::size_t i = at; i < text.size(); ++i) {
            node = child(node, text[i]);
            if (node == nowhere) return;
            if (entry_of_[node] != no_entry) found(i + 1 - at, entry_of_[node]);
        }
    }

    [[nodiscard]] Match longest_at(std::u32string_view text, std::size_t at) const {
        Match longest;
        each_at(text, at, [&](std::size_t length, Entry entry) { longest = {length, entry}; });
        return longest;
    }

private:
    struct Edge {
        std::uint64_t key{};  ///< the node it leaves and its code point; 0: no edge
        std::uint32_t to{};
    };

    static constexpr std::uint32_t root = 1, nowhere = 0;
    static constexpr Entry no_entry = 0xFFFFFFFF;
    static constexpr std::size_t first_codes = 0x10000;

    static std::uint64_t key_of(std::uint32_t node, char32_t code) { return (std::uint64_t{node} << 21U) | code; }
    [[nodiscard]] std::size_t slot_of(std::uint64_t key) const {
        return static_cast<std::size_t>((key * 0x9E3779B97F4A7C15U) >> 20U) & (edges_.size() - 1);
    }
    [[nodiscard]] bool may_begin(char32_t code) const {
        return code < first_codes && !first_.empty() && ((first_[code / 64] >> (code % 64)) & 1U) != 0;
    }
    [[nodiscard]] std::uint32_t child(std::uint32_t node, char32_t code) const {
        const std::uint64_t key = key_of(node, code);
        for (std::size_t slot = slot_of(key);; slot = (slot + 1) & (edges_.size() - 1)) {
            if (edges_[slot].key == key) return edges_[slot].to;
            if (edges_[slot].key == 0) return nowhere;
        }
    }
    std::uint32_t child_or_new(std::uint32_t node, char32_t code);
    void grow();

    std::vector<Edge> edges_;  ///< open addressing, a power of two, at most half full
    std::vector<Entry> entry_of_{no_entry, no_entry};
    std::vector<std::uint64_t> first_;  ///< a bit for each code point that begins a word
    std::size_t used_{};
    Entry entries_{};
};

}  // namespace nianbao
