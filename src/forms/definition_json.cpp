#include "forms/definition_json.h"

#include "unicode/dense_text.h"

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

std::string scalar(const Json& value) { return value.is_string() ? value.get<std::string>() : value.dump(); }

namespace {

std::vector<std::string> scalars(const Json& list) {
    std::vector<std::string> all;
    for (const Json& value : list) all.push_back(scalar(value));
    return all;
}

}  // namespace

Parameter parameter(const Json& value) {
    Parameter read;
    if (!value.is_array()) {
        read.groups = {{scalar(value)}};
    } else if (value.empty() || !value.front().is_array()) {
        read.groups = {scalars(value)};
    } else {
        for (const Json& group : value) read.groups.push_back(scalars(group));
    }
    for (const auto& group : read.groups) read.finders.push_back(dense_words(group));
    return read;
}

}  // namespace nianbao::definition
