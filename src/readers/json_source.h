/// A parsed JSON text that knows where every value stood, with numbers as they were written. Comments are accepted;
/// duplicate keys, NUL bytes, more than 64 levels or 8 MiB are not.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "model/diagnostic.h"

namespace nianbao {

struct JsonMember;

struct JsonValue {
    enum class Kind : std::uint8_t { null, boolean, number, text, array, object } kind{Kind::null};
    std::string text;  ///< of a text, or a number as written
    std::vector<JsonValue> items;
    std::vector<JsonMember> members;
    TextPlace place;  ///< where the value begins

    [[nodiscard]] const JsonMember* find(std::string_view key) const;
};

struct JsonMember {
    std::string key;
    TextPlace place;  ///< where the key begins
    JsonValue value;
};

/// Parses UTF-8 text (without byte order mark). Throws InputError: i.syntax, i.duplicate-key or i.limit, each with its
/// place.
[[nodiscard]] JsonValue parse_json(std::string_view text);

constexpr std::size_t max_json_bytes = 8U << 20U;
constexpr std::size_t max_json_depth = 64;

}  // namespace nianbao
