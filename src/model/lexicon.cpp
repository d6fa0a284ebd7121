#include "model/lexicon.h"

#include <stdexcept>

namespace nianbao {

Lexicon::Entry Lexicon::add(std::u32string_view word) {
    if (word.empty() || word.front() >= first_codes) throw std::invalid_argument("a word that cannot be looked for");
    if (first_.empty()) first_.resize(first_codes / 64);
    first_[word.front() / 64] |= std::uint64_t{1} << (word.front() % 64);
    std::uint32_t node = root;
    for (const char32_t code : word) node = child_or_new(node, code);
    if (entry_of_[node] == no_entry) entry_of_[node] = entries_++;
    return entry_of_[node];
}

std::uint32_t Lexicon::child_or_new(std::uint32_t node, char32_t code) {
    if (2 * (used_ + 1) > edges_.size()) grow();
    const std::uint64_t key = key_of(node, code);
    std::size_t slot = slot_of(key);
    while (edges_[slot].key != 0 && edges_[slot].key != key) slot = (slot + 1) & (edges_.size() - 1);
    if (edges_[slot].key == 0) {
        edges_[slot] = {key, static_cast<std::uint32_t>(entry_of_.size())};
        entry_of_.push_back(no_entry);
        ++used_;
    }
    return edges_[slot].to;
}

void Lexicon::grow() {
    std::vector<Edge> before(edges_.empty() ? 64 : 2 * edges_.size());
    before.swap(edges_);
    for (const Edge& edge : before) {
        if (edge.key == 0) continue;
        std::size_t slot = slot_of(edge.key);
        while (edges_[slot].key != 0) slot = (slot + 1) & (edges_.size() - 1);
        edges_[slot] = edge;
    }
}

}  // namespace nianbao
