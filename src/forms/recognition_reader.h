/// Reads `schemas/recognition.json`.
#pragma once

#include <string>
#include <string_view>

#include "model/recognition_words.h"

namespace nianbao {

/// Throws DefinitionError.
[[nodiscard]] RecognitionWords read_recognition_words(std::string_view text, const std::string& file);

}  // namespace nianbao
