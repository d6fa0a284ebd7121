#include "narrative/heading_repeat.h"

#include <algorithm>
#include <array>

#include "narrative/numerals.h"
#include "unicode/utf8.h"

namespace nianbao {
namespace {

using std::string_view;

std::size_t blanks_at(string_view text, std::size_t at) {
    const std::size_t begin = at;
    while (at < text.size()) {
        std::size_t next = at;
        if (!is_blank(next_code_point(text, next))) break;
        at = next;
    }
    return at - begin;
}

/// The length of the first of `words` that stands at `at`.
template <typename Words>
std::size_t any_at(string_view text, std::size_t at, const Words& words) {
    for (const string_view word : words) {
        if (text.substr(at).starts_with(word)) return word.size();
    }
    return 0;
}

bool digit_at(string_view text, std::size_t at) {
    return at < text.size() && digit_value(next_code_point(text, at)).has_value();
}

constexpr std::array<string_view, 10> numerals{"一", "二", "三", "四", "五", "六", "七", "八", "九", "十"};

/// The bytes of a number of up to three signs, in digits or in words.
std::size_t number_at(string_view text, std::size_t at) {
    const std::size_t begin = at;
    for (int signs = 0; signs < 3; ++signs) {
        std::size_t next = at + any_at(text, at, numerals);
        if (next == at && digit_at(text, at)) static_cast<void>(next_code_point(text, next));
        if (next == at) break;
        at = next;
    }
    return at - begin;
}

int value_of(string_view number) {
    const auto read = number_at_end(number);
    return read && read->begin == 0 ? read->value : 0;
}

/// Cheap and sure: no other character begins an ordinal.
bool may_open_ordinal(string_view text) {
    if (text.empty()) return false;
    std::size_t at = 0;
    const char32_t code = next_code_point(text, at);
    return code == U'（' || code == U'(' || digit_value(code) ||
           std::u32string_view(U"一二三四五六七八九十").find(code) != std::u32string_view::npos;
}

Ordinal bracketed_ordinal(string_view text) {
    const std::size_t open = any_at(text, 0, std::array<string_view, 2>{"（", "("});
    if (open == 0) return {};
    const std::size_t begin = open + blanks_at(text, open);
    const std::size_t number = number_at(text, begin);
    const std::size_t end = begin + number + blanks_at(text, begin + number);
    const std::size_t close = any_at(text, end, std::array<string_view, 2>{"）", ")"});
    if (number == 0 || close == 0) return {};
    return {value_of(text.substr(begin, number)), end + close + blanks_at(text, end + close)};
}

Ordinal pointed_ordinal(string_view text) {
    const std::size_t number = number_at(text, 0);
    const std::size_t point = any_at(text, number, std::array<string_view, 3>{"、", ".", "．"});
    const std::size_t end = number + point;
    if (number == 0 || point == 0 || (text[number] == '.' && digit_at(text, end))) return {};
    return {value_of(text.substr(0, number)), end + blanks_at(text, end)};
}

/// What is often added to a heading when it is written again: 主动公开情况, 依申请公开方面.
std::size_t additions_at(string_view text, std::size_t at) {
    constexpr std::array<string_view, 3> additions{"情况", "方面", "工作"};
    const std::size_t begin = at;
    while (const std::size_t length = any_at(text, at, additions)) at += length;
    return at - begin;
}

/// What closes a heading at `at`, with the blanks behind it. A blank alone does so only where an ordinal opened the
/// heading, and never before a number: `（一）主动公开政府信息 16 条` is a sentence.
struct Closing {
    bool found{};
    std::size_t length{};
};
Closing closing_at(string_view text, std::size_t at, bool after_ordinal) {
    constexpr std::array<string_view, 5> signs{"：", ":", "。", ".", "．"};
    if (at == text.size()) return {true, 0};
    const std::size_t sign = any_at(text, at, signs);
    if (sign > 0 && !(text[at] == '.' && digit_at(text, at + 1))) return {true, sign + blanks_at(text, at + sign)};
    const std::size_t blanks = blanks_at(text, at);
    return {after_ordinal && blanks > 0 && !digit_at(text, at + blanks), blanks};
}

bool begins_list(const Paragraphs& text, int number) {
    const std::string next = chinese_number(number + 1) + "、";
    return std::any_of(text.begin(), text.end(),
                       [&](const std::string& paragraph) { return paragraph.find(next) != std::string::npos; });
}

/// The section's number alone, written as its heading has it.
std::size_t bare_section_number(const Paragraphs& text, string_view heading) {
    const Ordinal number = leading_ordinal(heading);
    const string_view first = text.front();
    if (number.value == 0 || !first.starts_with(heading.substr(0, number.length))) return 0;
    const std::size_t end = number.length + blanks_at(first, number.length);
    return any_at(first, end, numerals) > 0 || begins_list(text, number.value) ? 0 : end;
}

}  // namespace

Ordinal leading_ordinal(string_view text) {
    if (!may_open_ordinal(text)) return {};
    const Ordinal bracketed = bracketed_ordinal(text);
    return bracketed.length > 0 ? bracketed : pointed_ordinal(text);
}

std::size_t repeated_heading(string_view text, string_view heading, const std::vector<std::string>& also_written) {
    const auto opens = [&](string_view spelling) { return text.starts_with(spelling); };
    if (!may_open_ordinal(text) && !opens(heading) && std::none_of(also_written.begin(), also_written.end(), opens))
        return 0;
    std::vector<string_view> spellings(also_written.begin(), also_written.end());
    spellings.push_back(heading);
    std::sort(spellings.begin(), spellings.end(), [](string_view a, string_view b) { return a.size() > b.size(); });
    const std::size_t ordinal = leading_ordinal(text).length;
    for (const string_view spelling : spellings) {
        if (spelling.empty() || !text.substr(ordinal).starts_with(spelling)) continue;
        const std::size_t end = ordinal + spelling.size() + additions_at(text, ordinal + spelling.size());
        const Closing closing = closing_at(text, end, ordinal > 0);
        if (closing.found) return end + closing.length;
    }
    return 0;
}

std::size_t repeated_section_heading(const Paragraphs& text, const Section& section) {
    if (text.empty()) return 0;
    // Cheap and sure: a text that repeats one of the headings begins with a number, or with characters of the heading.
    constexpr std::size_t two_characters = 6;
    const string_view opening = string_view(text.front()).substr(0, two_characters);
    const auto holds = [&](const std::string& spelling) { return spelling.find(opening) != std::string::npos; };
    if (!may_open_ordinal(text.front()) && !holds(section.heading) &&
        std::none_of(section.also_written.begin(), section.also_written.end(), holds))
        return 0;
    const auto words = [](const std::string& heading) { return heading.substr(leading_ordinal(heading).length); };
    std::vector<std::string> others;
    for (const std::string& spelling : section.also_written) others.push_back(words(spelling));
    const std::size_t whole = repeated_heading(text.front(), words(section.heading), others);
    return whole > 0 ? whole : bare_section_number(text, section.heading);
}

std::size_t repeated_heading(const Form& form, FieldId field, const Paragraphs& text) {
    const Field& info = form.fields[field];
    if (text.empty() || info.section < 0) return 0;
    switch (info.role) {
        case Field::Role::item:
            return repeated_heading(text.front(), info.heading, info.also_written);
        case Field::Role::after_table:
            return 0;
        default:
            return repeated_section_heading(text, form.sections[static_cast<std::size_t>(info.section)]);
    }
}

}  // namespace nianbao
