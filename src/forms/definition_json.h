/// What the readers of `schemas/` share: small typed accessors over nlohmann/json that turn its exceptions into
/// DefinitionError. Included by sources of `forms/` alone.
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "forms/form_reader.h"
#include "model/rule.h"
#include "model/text.h"

namespace nianbao::definition {

using Json = nlohmann::json;

/// Parses a file and hands it to `read`; any error is told with the file's name.
template <typename Read>
auto with_json(std::string_view text, const std::string& file, Read read) {
    try {
        return read(Json::parse(text));
    } catch (const Json::exception& error) {
        throw DefinitionError(file + ": " + error.what());
    } catch (const DefinitionError& error) {
        throw DefinitionError(file + ": " + error.what());
    }
}

[[nodiscard]] std::string word(const Json& object, const char* key);
[[nodiscard]] std::vector<std::string> words(const Json& object, const char* key);
/// `{"zh", "en"}`, or a plain text, which is then the Chinese one; empty when the key is missing.
[[nodiscard]] Text text(const Json& object, const char* key);
[[nodiscard]] Text text(const Json& value);
/// A number or text, a list of them, or a list of such lists.
[[nodiscard]] Parameter parameter(const Json& value);
/// A number or text as text; a number keeps its spelling.
[[nodiscard]] std::string scalar(const Json& value);

}  // namespace nianbao::definition
