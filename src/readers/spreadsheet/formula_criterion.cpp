#include "readers/spreadsheet/formula_criterion.h"

#include <array>
#include <string_view>
#include <utility>

#include "unicode/utf8.h"

namespace nianbao::formulas {
namespace {

constexpr std::size_t longest_pattern = 255 * 4;

char32_t lower(char32_t c) { return c >= U'A' && c <= U'Z' ? c - U'A' + U'a' : c; }

/// One step of a pattern.
struct PatternUnit {
    enum class Kind : std::uint8_t { any_text, any_character, character } kind{};
    char32_t character{};
    std::size_t next{};
};

PatternUnit unit_at(std::string_view pattern, std::size_t at) {
    char32_t c = next_code_point(pattern, at);
    if (c == U'*') return {PatternUnit::Kind::any_text, c, at};
    if (c == U'?') return {PatternUnit::Kind::any_character, c, at};
    if (c == U'~' && at < pattern.size()) c = next_code_point(pattern, at);
    return {PatternUnit::Kind::character, lower(c), at};
}

}  // namespace

// Only the last `*` is ever tried again, further on: what stood before it has matched as early as it can.
bool matches_pattern(std::string_view text, std::string_view pattern) {
    std::size_t at = 0, in_pattern = 0, retry_at = 0;
    std::optional<std::size_t> behind_star;
    while (at < text.size()) {
        if (in_pattern < pattern.size()) {
            const PatternUnit unit = unit_at(pattern, in_pattern);
            if (unit.kind == PatternUnit::Kind::any_text) {
                behind_star = in_pattern = unit.next;
                retry_at = at;
                continue;
            }
            std::size_t next = at;
            const char32_t c = lower(next_code_point(text, next));
            if (unit.kind == PatternUnit::Kind::any_character || unit.character == c) {
                at = next;
                in_pattern = unit.next;
                continue;
            }
        }
        if (!behind_star) return false;
        static_cast<void>(next_code_point(text, retry_at));
        at = retry_at;
        in_pattern = *behind_star;
    }
    while (in_pattern < pattern.size() && pattern[in_pattern] == '*') ++in_pattern;
    return in_pattern == pattern.size();
}

Criterion::Criterion(const Value& value) : wanted_(value) {
    if (is_blank(value)) wanted_ = number_value(0);
    if (is_text(value)) read(value.text);
}

void Criterion::read(std::string text) {
    static constexpr std::array<std::pair<std::string_view, Comparison>, 6> signs{{
        {"<>", Comparison::not_equal},
        {"<=", Comparison::at_most},
        {">=", Comparison::at_least},
        {"=", Comparison::equal},
        {"<", Comparison::less},
        {">", Comparison::greater},
    }};
    if (text.size() > longest_pattern) throw Unsupported();
    for (const auto& [sign, comparison] : signs) {
        if (!text.starts_with(sign)) continue;
        comparison_ = comparison;
        bare_ = false;
        text.erase(0, sign.size());
        break;
    }
    const bool in_order = comparison_ != Comparison::equal && comparison_ != Comparison::not_equal;
    if (in_order && text.empty()) throw Unsupported();
    if (text.starts_with('#')) throw Unsupported();  // an error by its name
    if (const auto number = parse_number(text)) {
        wanted_ = number_value(*number);
    } else if (same_text(text, "TRUE") || same_text(text, "FALSE")) {
        wanted_ = boolean_value(same_text(text, "TRUE"));
    } else {
        wanted_ = text_value(std::move(text));
    }
}

bool Criterion::is_equal(const Value& value, FormulaCells& cells) const {
    if (is_text(wanted_)) {
        if (wanted_.text.empty()) return is_blank(value) || (bare_ && is_text(value) && value.text.empty());
        if (!is_text(value)) return false;
        if (wanted_.text.find_first_of("*?~") == std::string::npos) return same_text(value.text, wanted_.text);
        constexpr std::size_t pairs_a_step = 64;
        cells.charge(value.text.size() * wanted_.text.size() / pairs_a_step);
        return matches_pattern(value.text, wanted_.text);
    }
    if (is_number(wanted_) && is_text(value)) {
        const auto number = parse_number(value.text);
        return number && same_number(*number, wanted_.number);
    }
    return value.kind == wanted_.kind &&
           (is_error(value) ? value.text == wanted_.text : same_number(value.number, wanted_.number));
}

bool Criterion::holds(int order) const {
    switch (comparison_) {
        case Comparison::less:
            return order < 0;
        case Comparison::at_most:
            return order <= 0;
        case Comparison::greater:
            return order > 0;
        default:
            return order >= 0;
    }
}

bool Criterion::matches(const Value& value, FormulaCells& cells) const {
    if (comparison_ == Comparison::equal) return is_equal(value, cells);
    if (comparison_ == Comparison::not_equal) return !is_equal(value, cells);
    return value.kind == wanted_.kind && !is_error(value) && holds(compare(value, wanted_));
}

bool Criterion::matches_blank() const {
    const bool wants_blank = is_text(wanted_) && wanted_.text.empty();
    if (comparison_ == Comparison::equal) return wants_blank;
    return comparison_ == Comparison::not_equal && !wants_blank;
}

}  // namespace nianbao::formulas
