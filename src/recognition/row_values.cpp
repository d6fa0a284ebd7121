#include "recognition/row_values.h"

#include <algorithm>
#include <array>

#include "narrative/heading_repeat.h"
#include "recognition/sheet_value.h"
#include "unicode/utf8.h"

namespace nianbao {
namespace {

using Kind = ValuePiece::Kind;

constexpr std::size_t most_cut_digits = 24;

bool is_digit(char32_t code) { return code >= U'0' && code <= U'9'; }

bool is_dash_or_slash(std::u32string_view code) {
    return !code.empty() && code.find_first_not_of(U"-/\\—–―－／_") == std::u32string_view::npos;
}

std::string without_plus(const std::string& text) {
    const std::string bare = trimmed(text);
    for (const std::string_view plus : {"+", "＋"}) {
        if (bare.starts_with(plus) && bare.size() > plus.size()) return bare.substr(plus.size());
    }
    return bare;
}

Kind kind_of(const std::string& text, std::u32string_view code, Unit unit) {
    if (read_written_number(without_plus(text), unit)) return Kind::number;
    if (is_dash_or_slash(code)) return Kind::mark;
    constexpr std::size_t longest_mark = 24;
    const std::size_t ordinal = leading_ordinal(text).length;
    if (ordinal > 0 && ordinal < text.size()) return Kind::other;  // 3.其他
    const bool begins_with_digit = is_digit(code.front()) || (code.size() > 1 && code.front() == U'-');
    return begins_with_digit && code.size() <= longest_mark ? Kind::mark : Kind::other;
}

RowValue value_of(const ValuePiece& piece, Unit unit) {
    RowValue value;
    value.at = piece.at.begin;
    if (piece.kind == Kind::empty) {
        value.cell = Blank{};
        return value;
    }
    const auto number = read_written_number(without_plus(piece.text), unit);
    if (!number) {
        value.cell = Mark{trimmed(piece.text)};
        return value;
    }
    value.cell = number->number;
    value.note = number->note;
    if (!number->plain || without_plus(piece.text) != trimmed(piece.text)) {
        value.raw = piece.text;
        value.how = Origin::How::repaired;
    }
    return value;
}

bool holds_value(const ValuePiece& piece) { return piece.kind == Kind::number || piece.kind == Kind::mark; }

/// From the first value on, up to the words behind them. Words before the first belong to the label.
std::vector<ValuePiece> run_of_values(const std::vector<ValuePiece>& pieces) {
    const auto is_other = [](const ValuePiece& piece) { return piece.kind == Kind::other; };
    auto first = std::find_if(pieces.begin(), pieces.end(), holds_value);
    if (first == pieces.end()) {
        std::vector<ValuePiece> empties;
        std::copy_if(pieces.begin(), pieces.end(), std::back_inserter(empties),
                     [](const ValuePiece& piece) { return piece.kind == Kind::empty; });
        return empties;
    }
    while (first != pieces.begin() && std::prev(first)->kind == Kind::empty) --first;
    return {first, std::find_if(first, pieces.end(), is_other)};
}

class DigitCutter {
public:
    DigitCutter(const std::vector<std::string>& pieces, std::size_t cells, const RowTest& test)
        : pieces_(pieces), cells_(cells), test_(test) {}

    std::vector<std::vector<std::string>> cut() {
        go(0, 0);
        return std::move(found_);
    }

private:
    void go(std::size_t piece, std::size_t at) {
        if (found_.size() > 1 || steps_++ > 200'000) return;
        if (piece == pieces_.size()) return finish();
        const std::string& digits = pieces_[piece];
        if (at == digits.size()) return go(piece + 1, 0);
        std::size_t left = digits.size() - at;
        for (std::size_t later = piece + 1; later < pieces_.size(); ++later) left += pieces_[later].size();
        if (numbers_.size() >= cells_ || left < cells_ - numbers_.size()) return;
        const std::size_t longest = digits[at] == '0' ? 1 : digits.size() - at;
        for (std::size_t length = 1; length <= longest; ++length) {
            numbers_.push_back(digits.substr(at, length));
            go(piece, at + length);
            numbers_.pop_back();
        }
    }

    void finish() {
        if (numbers_.size() != cells_) return;
        std::vector<Amount> amounts;
        for (const std::string& number : numbers_) {
            const auto amount = parse_amount(number);
            if (!amount) return;
            amounts.push_back(*amount);
        }
        if (test_(amounts).value_or(false)) found_.push_back(numbers_);
    }

    const std::vector<std::string>& pieces_;
    std::size_t cells_;
    const RowTest& test_;
    std::size_t steps_{};
    std::vector<std::string> numbers_;
    std::vector<std::vector<std::string>> found_;
};

std::optional<RowValues> cut_row(const std::vector<ValuePiece>& numbers, std::size_t cells, const RowTest& test) {
    std::vector<std::string> digits;
    std::size_t count = 0;
    for (const ValuePiece& piece : numbers) {
        if (&piece != &numbers.front() && piece.gap > Gap::blank) return std::nullopt;  // parted by something
        const bool bare = piece.text.find_first_not_of("0123456789") == std::string::npos;
        if (!bare) return std::nullopt;
        digits.push_back(piece.text);
        count += piece.text.size();
    }
    if (count < cells || count > most_cut_digits) return std::nullopt;
    const auto ways = cut_digits(digits, cells, test);
    if (ways.size() != 1) return std::nullopt;
    RowValues values;
    for (const std::string& number : ways.front()) {
        RowValue value{Cell(*parse_amount(number)), {}, {}, Origin::How::inferred, numbers.front().at.begin};
        value.raw = numbers.front().text;
        values.push_back(std::move(value));
    }
    return values;
}

bool passes(const std::vector<ValuePiece>& pieces, Unit unit, const RowTest& test) {
    std::vector<Amount> numbers;
    for (const ValuePiece& piece : pieces) {
        const auto number = read_written_number(without_plus(piece.text), unit);
        if (!number) return true;  // nobody knows
        numbers.push_back(number->number);
    }
    return test(numbers).value_or(true);
}

/// On a line of its own below the others: it may be the number of the page.
bool last_stands_alone(const std::vector<ValuePiece>& pieces) {
    if (pieces.size() < 3 || pieces.back().gap != Gap::line) return false;
    return std::none_of(std::next(pieces.begin()), std::prev(pieces.end()),
                        [](const ValuePiece& piece) { return piece.gap == Gap::line; });
}

std::vector<ValuePiece> without_empty(const std::vector<ValuePiece>& run, bool before, bool behind) {
    auto first = run.begin(), last = run.end();
    while (before && first != last && first->kind == Kind::empty) ++first;
    while (behind && first != last && std::prev(last)->kind == Kind::empty) --last;
    return {first, last};
}

}  // namespace

std::vector<ValuePiece> value_pieces(const PageStream& stream, const StreamRange& range, Unit unit) {
    std::vector<ValuePiece> pieces;
    for (std::size_t begin = range.begin; begin < range.end;) {
        std::size_t end = begin + 1;
        const bool empty = stream.codes()[begin] == empty_cell;
        while (!empty && end < range.end && stream.characters()[end].gap == Gap::none &&
               stream.codes()[end] != empty_cell)
            ++end;
        ValuePiece piece{Kind::empty,
                         empty ? std::string() : stream.text_of(begin, end),
                         {begin, end},
                         stream.characters()[begin].gap};
        const auto code = std::u32string_view(stream.codes()).substr(begin, end - begin);
        if (!empty) piece.kind = kind_of(piece.text, code, unit);
        pieces.push_back(std::move(piece));
        begin = end;
    }
    return pieces;
}

std::vector<std::vector<std::string>> cut_digits(const std::vector<std::string>& pieces, std::size_t cells,
                                                 const RowTest& test) {
    return DigitCutter(pieces, cells, test).cut();
}

std::optional<RowValues> read_row(const std::vector<ValuePiece>& pieces, std::size_t cells, std::size_t rows, Unit unit,
                                  const RowTest& test) {
    const std::vector<ValuePiece> run = run_of_values(pieces);
    const std::vector<ValuePiece> inner = without_empty(run, true, true);
    const auto values_of = [&](const std::vector<ValuePiece>& chosen, Origin::How how) {
        RowValues values;
        for (const ValuePiece& piece : chosen) {
            values.push_back(value_of(piece, unit));
            if (how != Origin::How::exact) values.back().how = how;
        }
        return values;
    };
    const bool has_empty =
        std::any_of(inner.begin(), inner.end(), [](const ValuePiece& piece) { return piece.kind == Kind::empty; });
    if (rows > 1) {
        if (has_empty || inner.size() != cells * rows) return std::nullopt;
        return values_of(inner, Origin::How::repaired);
    }
    for (const std::vector<ValuePiece>* whole : {&run, &inner}) {
        if (whole->size() != cells) continue;
        if (last_stands_alone(*whole) && !passes(*whole, unit, test)) return std::nullopt;
        return values_of(*whole, Origin::How::exact);
    }
    if (inner.empty()) return std::nullopt;
    const auto left = without_empty(run, true, false), right = without_empty(run, false, true);
    if ((left.size() == cells) != (right.size() == cells))
        return values_of(left.size() == cells ? left : right, Origin::How::exact);
    if (!has_empty && inner.size() < cells) return cut_row(inner, cells, test);
    return std::nullopt;
}

}  // namespace nianbao
