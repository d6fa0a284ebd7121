#include "cli/suggestions.h"

#include "messages/phrases.h"
#include "unicode/nearest_word.h"

namespace nianbao {

std::string did_you_mean(const std::string& word, const std::vector<std::string>& known, Language language) {
    const std::string nearest = nearest_word(word, known);
    return nearest.empty() ? nearest : fill_in(phrases::did_you_mean.in(language), {{"word", nearest}});
}

std::string list_of(const std::vector<std::string>& words, Language language) {
    std::string list;
    for (const std::string& word : words) list += (list.empty() ? "" : language == Language::zh ? "、" : ", ") + word;
    return list;
}

}  // namespace nianbao
