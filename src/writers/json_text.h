/// JSON as text, for people and programs: keys in the order they were put, short objects on one line.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace nianbao {

class JsonNode {
public:
    [[nodiscard]] static JsonNode text(std::string_view value);
    /// A number or literal, written as it is.
    [[nodiscard]] static JsonNode raw(std::string value);
    [[nodiscard]] static JsonNode object();
    [[nodiscard]] static JsonNode array();

    /// Adds a member to an object.
    JsonNode& put(std::string key, JsonNode value);
    JsonNode& put(std::string key, std::string_view value) { return put(std::move(key), text(value)); }
    /// Adds an item to an array.
    JsonNode& add(JsonNode value);
    [[nodiscard]] bool empty() const { return members_.empty() && items_.empty(); }

    /// All on one line.
    [[nodiscard]] std::string line() const;
    /// Indented; whatever fits `width` columns stands on one line. Ends with a line break.
    [[nodiscard]] std::string page(std::size_t width = 120) const;

private:
    enum class Kind { scalar, object, array } kind_{Kind::scalar};
    std::string scalar_;
    std::vector<std::pair<std::string, JsonNode>> members_;
    std::vector<JsonNode> items_;

    void print(std::string& out, std::size_t indent, std::size_t width) const;
    void print_line(std::string& out) const;
};

/// A text in quotes, with what JSON must escape escaped.
[[nodiscard]] std::string json_quoted(std::string_view text);

/// A list of texts.
[[nodiscard]] JsonNode json_texts(const std::vector<std::string>& texts);

}  // namespace nianbao
