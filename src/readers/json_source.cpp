#include "readers/json_source.h"

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <tuple>
#include <unordered_set>

#include "unicode/utf8.h"

namespace nianbao {
namespace {

/// Walks the bytes and counts them; the parser's position is what it has taken so far.
struct CountingIterator {
    using difference_type = std::ptrdiff_t;
    using value_type = char;
    using pointer = const char*;
    using reference = const char&;
    using iterator_category = std::input_iterator_tag;

    const char* at;
    const char* end;
    const char** seen;

    reference operator*() const { return *at; }
    CountingIterator& operator++() {
        ++at;
        *seen = at;
        return *this;
    }
    CountingIterator operator++(int) {
        CountingIterator before = *this;
        ++*this;
        return before;
    }
    bool operator==(const CountingIterator& other) const { return at == other.at; }
    bool operator!=(const CountingIterator& other) const { return at != other.at; }
};

/// Turns byte offsets, asked for in rising order, into lines and columns.
class PlaceCounter {
public:
    explicit PlaceCounter(std::string_view text) : text_(text) {}

    TextPlace at(std::size_t offset) {
        while (done_ < offset && done_ < text_.size()) {
            const char32_t code = next_code_point(text_, done_);
            if (code == '\n') {
                ++place_.line;
                place_.column = 1;
            } else {
                ++place_.column;
            }
        }
        return place_;
    }

private:
    std::string_view text_;
    std::size_t done_{};
    TextPlace place_{1, 1};
};

Diagnostic problem(std::string code, std::string variant, TextPlace place) {
    Diagnostic diagnostic;
    diagnostic.code = std::move(code);
    diagnostic.variant = std::move(variant);
    diagnostic.place = place;
    return diagnostic;
}

/// Numbers that no double holds, by the byte where they begin.
using MaskedNumbers = std::map<std::size_t, std::string>;

bool continues_number(char c) {
    return (c >= '0' && c <= '9') || c == '.' || c == 'e' || c == 'E' || c == '+' || c == '-';
}

/// The parser refuses numbers beyond a double's range, but what an agency wrote must be kept: outside of texts and
/// comments, long numbers and those with an exponent are put aside and a 1 stands in for them.
MaskedNumbers mask_numbers(std::string& text) {
    constexpr std::size_t surely_finite = 300;
    MaskedNumbers masked;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] == '"') {
            for (++at; at < text.size() && text[at] != '"'; ++at) at += text[at] == '\\' ? 1 : 0;
        } else if (text[at] == '/' && at + 1 < text.size()) {
            const bool block = text[at + 1] == '*';
            const auto end = block ? text.find("*/", at + 2) : text.find('\n', at);
            at = end == std::string::npos ? text.size() : end + (block ? 1 : 0);
        } else if (continues_number(text[at]) && text[at] != 'e' && text[at] != 'E') {
            std::size_t end = at;
            while (end < text.size() && continues_number(text[end])) ++end;
            const std::string number = text.substr(at, end - at);
            if (number.size() > surely_finite || number.find_first_of("eE") != std::string::npos) {
                masked[at] = number;
                text.replace(at, number.size(), "1" + std::string(number.size() - 1, ' '));
            }
            at = end - 1;
        }
    }
    return masked;
}

/// Builds the tree from the parser's events.
class TreeBuilder : public nlohmann::json_sax<nlohmann::json> {
public:
    TreeBuilder(std::string_view text, const char* const* seen, const MaskedNumbers& masked)
        : text_(text), seen_(seen), masked_(masked), places_(text) {}

    bool null() override { return add({JsonValue::Kind::null, {}, {}, {}, {}}); }
    bool boolean(bool value) override { return add({JsonValue::Kind::boolean, value ? "true" : "false", {}, {}, {}}); }
    bool number_integer(number_integer_t value) override { return add_number(std::to_string(value)); }
    bool number_unsigned(number_unsigned_t value) override { return add_number(std::to_string(value)); }
    bool number_float(number_float_t, const string_t& written) override { return add_number(written); }
    bool string(string_t& value) override { return add({JsonValue::Kind::text, std::move(value), {}, {}, {}}); }
    bool binary(binary_t&) override { return false; }
    bool start_object(std::size_t) override { return open(JsonValue::Kind::object); }
    bool start_array(std::size_t) override { return open(JsonValue::Kind::array); }
    bool end_object() override { return close(); }
    bool end_array() override { return close(); }

    bool key(string_t& name) override {
        const TextPlace place = take_token();
        if (!keys_.back().insert(name).second) {
            Diagnostic again = problem("i.duplicate-key", "", place);
            again.arguments["key"] = name;
            again.arguments["first"] = std::to_string(stack_.back()->find(name)->place.line);
            problems.push_back(std::move(again));
        }
        stack_.back()->members.push_back({std::move(name), place, {}});
        return true;
    }

    bool parse_error(std::size_t, const std::string&, const nlohmann::detail::exception& error) override {
        constexpr int number_overflow = 406;
        overflow = error.id == number_overflow;
        const std::string_view what = error.what();
        const auto says = [&](std::string_view words) { return what.find(words) != std::string_view::npos; };
        // A wrong token is told where it begins, a fault inside a text where it stands.
        std::size_t at = token_start();
        const bool ended = at >= text_.size() || says("missing closing quote") || says("unterminated");
        if (says("invalid string") && *seen_ > text_.data())
            at = std::max(at, static_cast<std::size_t>(*seen_ - text_.data()) - 1);
        if (ended) at = text_.size();
        Diagnostic syntax = problem("i.syntax", ended ? "ended" : "", places_.at(at));
        const std::string_view rest = text_.substr(at);
        syntax.arguments["near"] = shortened(rest.substr(0, rest.find_first_of("\r\n")), 12);
        problems.push_back(std::move(syntax));
        return false;
    }

    JsonValue root;
    std::vector<Diagnostic> problems;
    bool overflow{};  ///< stopped at a number that no double holds

private:
    /// Where the next token begins: behind blanks, separators and comments.
    std::size_t token_start() const {
        std::size_t at = token_end_;
        while (at < text_.size()) {
            const char c = text_[at];
            if (c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == ',' || c == ':') {
                ++at;
            } else if (c == '/' && at + 1 < text_.size()) {
                at = comment_end(at);
            } else {
                break;
            }
        }
        return at;
    }

    /// The place where the token that was just reported began; the next one is looked for behind its end.
    TextPlace take_token() {
        const std::size_t at = token_start();
        token_end_ = token_end(at);
        return places_.at(at);
    }

    std::size_t comment_end(std::size_t at) const {
        const bool block = text_[at + 1] == '*';
        const auto end = block ? text_.find("*/", at + 2) : text_.find('\n', at);
        return end == std::string_view::npos ? text_.size() : end + (block ? 2 : 0);
    }

    /// Behind the token that begins at `at`; what stands there was found right by the parser.
    std::size_t token_end(std::size_t at) const {
        if (at >= text_.size()) return at;
        if (text_[at] == '"') {
            for (++at; at < text_.size() && text_[at] != '"'; ++at) at += text_[at] == '\\' ? 1 : 0;
            return at + 1;
        }
        if (std::string_view("{}[]").find(text_[at]) != std::string_view::npos) return at + 1;
        return number_or_literal_end(at);
    }

    /// A number ends behind a leading 0, so that the 34 of 034 is a token of its own, as it is for the parser.
    std::size_t number_or_literal_end(std::size_t at) const {
        const auto is_part = [&](std::size_t i) {
            if (i >= text_.size()) return false;
            const char c = text_[i];
            return continues_number(c) || (c >= 'a' && c <= 'z');
        };
        const auto is_digit = [&](std::size_t i) { return i < text_.size() && text_[i] >= '0' && text_[i] <= '9'; };
        if (text_[at] == '-') ++at;
        if (at < text_.size() && text_[at] == '0' && is_digit(at + 1)) return at + 1;
        while (is_part(at)) ++at;
        return at;
    }

    JsonValue* put(JsonValue value) {
        if (stack_.empty()) {
            root = std::move(value);
            return &root;
        }
        JsonValue& parent = *stack_.back();
        if (parent.kind == JsonValue::Kind::object) {
            parent.members.back().value = std::move(value);
            return &parent.members.back().value;
        }
        parent.items.push_back(std::move(value));
        return &parent.items.back();
    }

    bool add(JsonValue value) {
        value.place = take_token();
        put(std::move(value));
        return true;
    }
    bool add_number(std::string written) {
        const auto masked = masked_.find(token_start());
        if (masked != masked_.end()) written = masked->second;
        return add({JsonValue::Kind::number, std::move(written), {}, {}, {}});
    }

    bool open(JsonValue::Kind kind) {
        const TextPlace place = take_token();
        if (stack_.size() >= max_json_depth) {
            Diagnostic deep = problem("i.limit", "depth", place);
            deep.arguments["limit"] = std::to_string(max_json_depth);
            problems.push_back(std::move(deep));
            return false;
        }
        stack_.push_back(put({kind, {}, {}, {}, place}));
        keys_.emplace_back();
        return true;
    }

    bool close() {
        static_cast<void>(take_token());
        stack_.pop_back();
        keys_.pop_back();
        return true;
    }

    std::string_view text_;
    const char* const* seen_;
    const MaskedNumbers& masked_;
    PlaceCounter places_;
    std::size_t token_end_{};
    std::vector<JsonValue*> stack_;  // each is the last child of the one before, so none moves while it is open
    std::vector<std::unordered_set<std::string>> keys_;
};

}  // namespace

const JsonMember* JsonValue::find(std::string_view key) const {
    const auto found = std::find_if(members.begin(), members.end(), [&](const JsonMember& m) { return m.key == key; });
    return found == members.end() ? nullptr : &*found;
}

JsonValue parse_json(std::string_view text) {
    if (text.size() > max_json_bytes) {
        Diagnostic large = problem("i.limit", "size", {1, 1});
        large.arguments["limit"] = std::to_string(max_json_bytes >> 20U);
        throw InputError({std::move(large)});
    }
    if (const auto nul = text.find('\0'); nul != std::string_view::npos) {
        throw InputError({problem("i.encoding", "nul", PlaceCounter(text).at(nul))});
    }
    const auto parse = [](std::string_view source, const MaskedNumbers& masked) {
        const char* seen = source.data();
        const char* end = source.data() + source.size();
        TreeBuilder builder(source, &seen, masked);
        const bool ok =
            nlohmann::json::sax_parse(CountingIterator{source.data(), end, &seen}, CountingIterator{end, end, &seen},
                                      &builder, nlohmann::json::input_format_t::json, true, true);
        if (!ok && builder.problems.empty()) builder.problems.push_back(problem("i.syntax", "", {1, 1}));
        return std::tuple(std::move(builder.root), std::move(builder.problems), builder.overflow);
    };
    auto [root, problems, overflow] = parse(text, {});
    if (overflow) {
        std::string masked_text(text);
        const MaskedNumbers masked = mask_numbers(masked_text);
        std::tie(root, problems, overflow) = parse(masked_text, masked);
    }
    if (!problems.empty()) throw InputError(std::move(problems));
    return std::move(root);
}

}  // namespace nianbao
