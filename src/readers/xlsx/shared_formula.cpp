#include "readers/xlsx/shared_formula.h"

#include <algorithm>

#include "readers/xlsx_reader.h"

namespace nianbao::xlsx_reading {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); }

/// What a reference, a name, a number or a function is made of. Bytes from 0x80 are letters of names in Chinese.
bool is_word(char c) {
    return is_letter(c) || is_digit(c) || c == '$' || c == '_' || c == '.' || c == '\\' || c == '?' ||
           static_cast<unsigned char>(c) >= 0x80;
}

/// A reference taken apart; either half may be missing (`$B` of `$B:C`, `3` of `3:5`).
struct Reference {
    bool column_stays{}, row_stays{};
    std::string_view letters, digits;
};

std::optional<Reference> take_apart(std::string_view word) {
    Reference found;
    std::size_t at = 0;
    const auto take = [&](bool (*belongs)(char)) {
        const std::size_t begin = at;
        while (at < word.size() && belongs(word[at])) ++at;
        return word.substr(begin, at - begin);
    };
    const auto take_dollar = [&] {
        const bool there = at < word.size() && word[at] == '$';
        at += there ? 1U : 0U;
        return there;
    };
    found.column_stays = take_dollar();
    found.letters = take(is_letter);
    if (found.letters.empty()) {
        found.row_stays = found.column_stays;
    } else {
        found.row_stays = take_dollar();
    }
    found.digits = take(is_digit);
    const bool dangling = found.row_stays && found.digits.empty();
    if (at != word.size() || dangling || (found.letters.empty() && found.digits.empty())) return std::nullopt;
    return found;
}

class Mover {
public:
    Mover(CellPosition from, CellPosition to)
        : rows_(static_cast<long>(to.row) - static_cast<long>(from.row)), columns_(to.column - from.column) {}

    /// `in_range`: a colon stands beside it, so a column or a row alone is a reference too.
    [[nodiscard]] std::string moved(std::string_view word, bool in_range) const {
        const auto reference = take_apart(word);
        if (!reference) return std::string(word);
        const bool whole = !reference->letters.empty() && !reference->digits.empty();
        if (!whole && !in_range) return std::string(word);
        const auto column = read_column(reference->letters);
        const auto row = read_row(reference->digits);
        if ((!reference->letters.empty() && !column) || (!reference->digits.empty() && !row)) return std::string(word);
        std::string text;
        if (column && !add_column(text, *column, reference->column_stays)) return "#REF!";
        if (row && !add_row(text, *row, reference->row_stays)) return "#REF!";
        return text;
    }

private:
    [[nodiscard]] bool add_column(std::string& text, std::uint16_t column, bool stays) const {
        const long moved = column + (stays ? 0 : columns_);
        if (moved < 1 || moved > max_sheet_columns) return false;
        text += (stays ? "$" : "") + column_letters(static_cast<std::uint16_t>(moved));
        return true;
    }
    [[nodiscard]] bool add_row(std::string& text, std::uint32_t row, bool stays) const {
        const long moved = static_cast<long>(row) + (stays ? 0 : rows_);
        if (moved < 1 || moved > static_cast<long>(max_sheet_rows)) return false;
        text += (stays ? "$" : "") + std::to_string(moved);
        return true;
    }

    long rows_, columns_;
};

/// Behind a text in quotes, a sheet's name in quotes or what stands in brackets, which begins at `at`. A quote within
/// is doubled, so that it reads as two texts side by side.
std::size_t end_of_quoted(std::string_view formula, std::size_t at) {
    if (formula[at] != '[') return std::min(formula.find(formula[at], at + 1), formula.size() - 1) + 1;
    std::size_t open = 0;
    for (; at < formula.size(); ++at) {
        if (formula[at] == '[') ++open;
        if (formula[at] == ']' && --open == 0) return at + 1;
    }
    return at;
}

}  // namespace

std::string moved_formula(std::string_view formula, CellPosition from, CellPosition to) {
    const Mover mover(from, to);
    std::string text;
    for (std::size_t at = 0; at < formula.size();) {
        const char c = formula[at];
        std::size_t end = at + 1;
        if (c == '"' || c == '\'' || c == '[') {
            end = end_of_quoted(formula, at);
            text += formula.substr(at, end - at);
        } else if (is_word(c)) {
            while (end < formula.size() && is_word(formula[end])) ++end;
            const char next = end < formula.size() ? formula[end] : '\0';
            const char before = at > 0 ? formula[at - 1] : '\0';
            const std::string_view word = formula.substr(at, end - at);
            const bool other = next == '(' || next == '!' || next == '[' || before == ']';
            text += other ? std::string(word) : mover.moved(word, next == ':' || before == ':');
        } else {
            text += c;
        }
        at = end;
    }
    return text;
}

}  // namespace nianbao::xlsx_reading
