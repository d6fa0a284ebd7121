#include "narrative/sentences.h"

#include <algorithm>

namespace nianbao {

std::vector<Sentence> split_sentences(std::string_view text) {
    constexpr std::string_view full_stop = "。";
    constexpr std::string_view semicolon = "；";
    std::vector<Sentence> sentences;
    std::size_t begin = 0;
    while (begin < text.size()) {
        std::size_t end = std::min(text.find(full_stop, begin), text.find(semicolon, begin));
        end = end == std::string_view::npos ? text.size() : end + full_stop.size();
        sentences.push_back({begin, text.substr(begin, end - begin)});
        begin = end;
    }
    return sentences;
}

}  // namespace nianbao
