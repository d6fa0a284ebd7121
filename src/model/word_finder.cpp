#include "model/word_finder.h"

#include <utility>

namespace nianbao {

void WordFinder::add(std::u32string word) {
    if (word.empty()) {
        holds_empty_ = true;
    } else {
        first_.add(word.front());
        if (word.size() == 1) single_.add(word.front());
        if (word.size() > 1) pair_.add(mixed(word[0], word[1]));
    }
    words_.push_back(std::move(word));
}

WordFinder::Match WordFinder::find(std::u32string_view text, std::size_t from) const {
    for (std::size_t at = from; at < text.size(); ++at) {
        if (!may_begin(text, at)) continue;
        if (const Match match = compared_at(text, at); match.length > 0) return match;
    }
    return {};
}

WordFinder::Match WordFinder::compared_at(std::u32string_view text, std::size_t at) const {
    Match longest;
    const std::u32string_view rest = text.substr(at);
    for (std::size_t i = 0; i < words_.size(); ++i) {
        const std::u32string& word = words_[i];
        if (word.size() > longest.length && word.front() == rest.front() && rest.starts_with(word))
            longest = {at, word.size(), i};
    }
    return longest;
}

}  // namespace nianbao
