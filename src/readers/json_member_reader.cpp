#include "readers/json_member_reader.h"

#include <algorithm>

#include "narrative/paragraphs.h"
#include "unicode/nearest_word.h"
#include "unicode/utf8.h"

namespace nianbao {
namespace {

using Kind = JsonValue::Kind;

constexpr std::size_t most_problems = 50;

}  // namespace

Diagnostic& JsonMemberReader::problem(std::string code, std::string variant, TextPlace place) {
    if (problems_.size() >= most_problems) problems_.pop_back();
    Diagnostic& added = problems_.emplace_back();
    added.code = std::move(code);
    added.variant = std::move(variant);
    added.place = place;
    return added;
}

void JsonMemberReader::wrong_type(const std::string& key, const JsonValue& value, const std::string& variant) {
    Diagnostic& wrong = problem("i.type", variant, value.place);
    wrong.arguments["key"] = key;
    wrong.actual = shortened(value.text, 40);
}

void JsonMemberReader::unknown_key(const JsonMember& member, const std::vector<std::string>& known) {
    const std::string nearest = nearest_word(member.key, known);
    Diagnostic& unknown = problem("i.unknown-key", nearest.empty() ? "" : "nearest", member.place);
    unknown.arguments["key"] = shortened(member.key, 60);
    unknown.arguments["nearest"] = nearest;
    unknown.arguments["known"] = list_of(known);
}

void JsonMemberReader::require(const char* key, const JsonValue& object) {
    if (!object.find(key)) problem("i.type", "missing", object.place).arguments["key"] = key;
}

void JsonMemberReader::read_members(const JsonValue& object, const Readers& readers) {
    for (const JsonMember& member : object.members) {
        const auto reader =
            std::find_if(readers.begin(), readers.end(), [&](const auto& r) { return r.first == member.key; });
        if (reader != readers.end()) {
            reader->second(member);
            continue;
        }
        std::vector<std::string> known;
        for (const auto& [name, read] : readers) known.push_back(name);
        unknown_key(member, known);
    }
}

std::string JsonMemberReader::line_of(const JsonMember& member) {
    if (member.value.kind == Kind::null) return {};
    if (member.value.kind != Kind::text) {
        wrong_type(member.key, member.value, "text");
        return {};
    }
    if (find_control(member.value.text) || member.value.text.find('\n') != std::string::npos) {
        wrong_type(member.key, member.value, "control");
    }
    return trimmed(member.value.text);
}

void JsonMemberReader::refuse_if_wrong() {
    if (!problems_.empty()) throw InputError(std::move(problems_));
}

std::string JsonMemberReader::list_of(const std::vector<std::string>& words) {
    std::string list;
    for (const std::string& word : words) list += (list.empty() ? "" : ", ") + word;
    return list;
}

}  // namespace nianbao
