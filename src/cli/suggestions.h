/// What a user may have meant, and what there is to choose from.
#pragma once

#include <string>
#include <vector>

#include "model/text.h"

namespace nianbao {

/// 是不是“check”？ or nothing, where no known word is near.
[[nodiscard]] std::string did_you_mean(const std::string& word, const std::vector<std::string>& known,
                                       Language language);

/// txt、md、xlsx
[[nodiscard]] std::string list_of(const std::vector<std::string>& words, Language language);

}  // namespace nianbao
