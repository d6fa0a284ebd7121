#include "writers/json_text.h"

#include <array>
#include <cstdio>

#include "unicode/utf8.h"

namespace nianbao {
namespace {

/// Chinese characters take two columns; near enough for deciding where to break.
std::size_t columns_of(std::string_view text) {
    std::size_t columns = 0;
    for (std::size_t at = 0; at < text.size();) columns += next_code_point(text, at) < 0x1100 ? 1 : 2;
    return columns;
}

}  // namespace

std::string json_quoted(std::string_view text) {
    std::string quoted = "\"";
    for (const char c : text) {
        switch (c) {
            case '"':
                quoted += "\\\"";
                break;
            case '\\':
                quoted += "\\\\";
                break;
            case '\n':
                quoted += "\\n";
                break;
            case '\r':
                quoted += "\\r";
                break;
            case '\t':
                quoted += "\\t";
                break;
            default:
                if (static_cast<unsigned char>(c) < 0x20) {
                    std::array<char, 8> escape{};
                    std::snprintf(escape.data(), escape.size(), "\\u%04x", static_cast<unsigned>(c));
                    quoted += escape.data();
                } else {
                    quoted += c;
                }
        }
    }
    return quoted + '"';
}

JsonNode JsonNode::text(std::string_view value) { return raw(json_quoted(value)); }

JsonNode JsonNode::raw(std::string value) {
    JsonNode node;
    node.scalar_ = std::move(value);
    return node;
}

JsonNode JsonNode::object() {
    JsonNode node;
    node.kind_ = Kind::object;
    return node;
}

JsonNode JsonNode::array() {
    JsonNode node;
    node.kind_ = Kind::array;
    return node;
}

JsonNode& JsonNode::put(std::string key, JsonNode value) {
    members_.emplace_back(std::move(key), std::move(value));
    return *this;
}

JsonNode& JsonNode::add(JsonNode value) {
    items_.push_back(std::move(value));
    return *this;
}

void JsonNode::print_line(std::string& out) const {
    if (kind_ == Kind::scalar) {
        out += scalar_;
        return;
    }
    out += kind_ == Kind::object ? '{' : '[';
    bool first = true;
    for (const auto& [key, value] : members_) {
        if (!first) out += ", ";
        first = false;
        out += json_quoted(key) + ": ";
        value.print_line(out);
    }
    for (const JsonNode& item : items_) {
        if (!first) out += ", ";
        first = false;
        item.print_line(out);
    }
    out += kind_ == Kind::object ? '}' : ']';
}

void JsonNode::print(std::string& out, std::size_t indent, std::size_t width) const {
    const std::string short_form = line();
    if (kind_ == Kind::scalar || empty() || indent + columns_of(short_form) <= width) {
        out += short_form;
        return;
    }
    const std::string margin(indent + 2, ' ');
    out += kind_ == Kind::object ? "{\n" : "[\n";
    bool first = true;
    const auto next = [&] {
        if (!first) out += ",\n";
        first = false;
        out += margin;
    };
    for (const auto& [key, value] : members_) {
        next();
        out += json_quoted(key) + ": ";
        value.print(out, indent + 2, width);
    }
    for (const JsonNode& item : items_) {
        next();
        item.print(out, indent + 2, width);
    }
    out += "\n" + std::string(indent, ' ') + (kind_ == Kind::object ? '}' : ']');
}

std::string JsonNode::line() const {
    std::string out;
    print_line(out);
    return out;
}

std::string JsonNode::page(std::size_t width) const {
    std::string out;
    print(out, 0, width);
    return out + '\n';
}

JsonNode json_texts(const std::vector<std::string>& texts) {
    JsonNode list = JsonNode::array();
    for (const std::string& text : texts) list.add(JsonNode::text(text));
    return list;
}

}  // namespace nianbao
