/// Walks the members of JSON objects by what is expected of each, and gathers everything that is wrong, so that one run
/// tells all.
#pragma once

#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "model/diagnostic.h"
#include "readers/json_source.h"

namespace nianbao {

class JsonMemberReader {
protected:
    using Read = std::function<void(const JsonMember&)>;
    using Readers = std::vector<std::pair<std::string, Read>>;

    /// Hands each member to its reader; others are unknown keys.
    void read_members(const JsonValue& object, const Readers& readers);

    /// A single line of text; null is the empty one.
    [[nodiscard]] std::string line_of(const JsonMember& member);

    Diagnostic& problem(std::string code, std::string variant, TextPlace place);
    void wrong_type(const std::string& key, const JsonValue& value, const std::string& variant);
    void unknown_key(const JsonMember& member, const std::vector<std::string>& known);
    void require(const char* key, const JsonValue& object);

    /// Throws InputError with what was gathered, if anything.
    void refuse_if_wrong();

    [[nodiscard]] static std::string list_of(const std::vector<std::string>& words);

private:
    std::vector<Diagnostic> problems_;
};

}  // namespace nianbao
