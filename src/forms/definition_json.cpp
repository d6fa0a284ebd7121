#include "forms/definition_json.h"

namespace nianbao::definition {

std::string word(const Json& object, const char* key) {
    const auto found = object.find(key);
    return found == object.end() ? std::string{} : found->get<std::string>();
}

std::vector<std::string> words(const Json& object, const char* key) {
    const auto found = object.find(key);
    return found == object.end() ? std::vector<std::string>{} : found->get<std::vector<std::string>>();
}

Text text(const Json& value) {
    if (value.is_string()) return {value.get<std::string>(), {}};
    return {word(value, "zh"), word(value, "en")};
}

Text text(const Json& object, const char* key) {
    const auto found = object.find(key);
    return found == object.end() ? Text{} : text(*found);
}

}  // namespace nianbao::definition
