#include "model/rule.h"

#include <charconv>

namespace nianbao {

const Rule* Catalogue::find(const std::string& code) const {
    for (const Rule& rule : rules) {
        if (rule.code == code) return &rule;
    }
    return nullptr;
}

namespace {

const Parameter& parameter_of(const Rule& rule, const std::string& name) {
    static const Parameter none;
    const auto found = rule.parameters.find(name);
    return found == rule.parameters.end() ? none : found->second;
}

}  // namespace

const std::vector<std::vector<std::string>>& parameter_groups(const Rule& rule, const std::string& name) {
    return parameter_of(rule, name).groups;
}

const std::vector<WordFinder>& parameter_finders(const Rule& rule, const std::string& name) {
    return parameter_of(rule, name).finders;
}

const WordFinder& parameter_finder(const Rule& rule, const std::string& name) {
    static const WordFinder none;
    const auto& finders = parameter_finders(rule, name);
    return finders.empty() ? none : finders.front();
}

const std::vector<std::string>& parameter_words(const Rule& rule, const std::string& name) {
    static const std::vector<std::string> none;
    const auto& groups = parameter_groups(rule, name);
    return groups.empty() ? none : groups.front();
}

std::string parameter_word(const Rule& rule, const std::string& name) {
    const auto& words = parameter_words(rule, name);
    return words.empty() ? std::string{} : words.front();
}

long parameter_number(const Rule& rule, const std::string& name) {
    const std::string word = parameter_word(rule, name);
    long value = 0;
    std::from_chars(word.data(), word.data() + word.size(), value);
    return value;
}

}  // namespace nianbao
