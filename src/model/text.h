/// One text in the two languages the program speaks. Chinese is the reference: statutory wording exists in
/// Chinese alone, and the English beside it is a gloss for readers, never quoted as the form's own words.
#pragma once

#include <string>

namespace nianbao {

enum class Language { zh, en };

struct Text {
    std::string zh;
    std::string en;

    /// The text in `language`; the Chinese one where no English was given.
    [[nodiscard]] const std::string& in(Language language) const {
        return language == Language::en && !en.empty() ? en : zh;
    }
    bool operator==(const Text&) const = default;
};

}  // namespace nianbao
