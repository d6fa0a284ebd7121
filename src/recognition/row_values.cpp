#include "recognition/row_values.h"

#include <algorithm>
#include <array>

#include "narrative/heading_repeat.h"
#include "recognition/digit_runs.h"
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

/// A number with the label behind it, whether or not the number of that follows: longer than any unit, or with figures
/// behind the words.
bool is_glued(std::u32string_view code) {
    constexpr std::ptrdiff_t longest_unit = 6;
    const auto is_word = [](char32_t each) { return each >= 0x3400; };
    const auto word = std::find_if(code.begin(), code.end(), is_word);
    return std::count_if(word, code.end(), is_word) > longest_unit ||
           (word != code.end() && is_digit(code.back()) && std::any_of(word, code.end(), is_digit));
}

/// 0013, which is several numbers: no number begins with 0.
bool is_run_with_nought(const ValuePiece& piece) {
    return piece.text.size() > 1 && piece.text.front() == '0' &&
           piece.text.find_first_not_of("0123456789") == std::string::npos;
}

Kind kind_of(const std::string& text, std::u32string_view code, Unit unit) {
    if (read_written_number(without_plus(text), unit)) return Kind::number;
    if (is_dash_or_slash(code)) return Kind::mark;
    constexpr std::size_t longest_mark = 24;
    const std::size_t ordinal = leading_ordinal(text).length;
    if (ordinal > 0 && ordinal < text.size()) return Kind::other;  // 3.其他
    const bool begins_with_digit = is_digit(code.front()) || (code.size() > 1 && code.front() == U'-');
    return begins_with_digit && code.size() <= longest_mark && !is_glued(code) ? Kind::mark : Kind::other;
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

/// Neither in one line nor each in its own: what stands below the others may be the number of the page.
bool is_broken_off(const std::vector<ValuePiece>& pieces) {
    const auto lines = std::count_if(std::next(pieces.begin()), pieces.end(),
                                     [](const ValuePiece& piece) { return piece.gap == Gap::line; });
    return lines > 0 && static_cast<std::size_t>(lines) + 1 < pieces.size();
}

std::vector<ValuePiece> without_empty(const std::vector<ValuePiece>& run, bool before, bool behind) {
    auto first = run.begin(), last = run.end();
    while (before && first != last && first->kind == Kind::empty) ++first;
    while (behind && first != last && std::prev(last)->kind == Kind::empty) --last;
    return {first, last};
}

/// Every empty cell is one.
std::optional<RowValues> read_sure_row(const std::vector<ValuePiece>& pieces, std::size_t cells, std::size_t rows,
                                       Unit unit, const CellSums& sums) {
    const std::vector<ValuePiece> run = run_of_values(pieces);
    const std::vector<ValuePiece> inner = without_empty(run, true, true);
    if (std::any_of(inner.begin(), inner.end(), is_run_with_nought)) return std::nullopt;
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
    const auto one_row = [&](const std::vector<ValuePiece>& chosen) -> std::optional<RowValues> {
        RowValues values = values_of(chosen, Origin::How::exact);
        if (is_broken_off(chosen) && !sums.sums().empty() && !holds_with_noughts(values, sums)) return std::nullopt;
        return values;
    };
    for (const std::vector<ValuePiece>* whole : {&run, &inner}) {
        if (whole->size() == cells) return one_row(*whole);
    }
    if (inner.empty()) return std::nullopt;
    const auto left = without_empty(run, true, false), right = without_empty(run, false, true);
    if ((left.size() == cells) != (right.size() == cells)) return one_row(left.size() == cells ? left : right);
    return std::nullopt;
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
                         stream.characters()[begin].gap,
                         stream.characters()[begin].doubtful};
        const auto code = std::u32string_view(stream.codes()).substr(begin, end - begin);
        if (!empty) piece.kind = kind_of(piece.text, code, unit);
        pieces.push_back(std::move(piece));
        begin = end;
    }
    return pieces;
}

std::optional<RowValues> read_row(const std::vector<ValuePiece>& pieces, std::size_t cells, std::size_t rows, Unit unit,
                                  const CellSums& sums) {
    std::vector<ValuePiece> sure = pieces;
    std::erase_if(sure, [](const ValuePiece& piece) { return piece.doubtful; });
    auto values = read_sure_row(sure, cells, rows, unit, sums);
    if (values || rows > 1 || sure.size() == pieces.size()) return values;
    values = read_sure_row(pieces, cells, rows, unit, sums);
    return values && holds_with_noughts(*values, sums) ? values : std::nullopt;
}

bool holds_with_noughts(const RowValues& values, const CellSums& sums) {
    Numbers numbers;
    for (const RowValue& value : values) {
        const Amount* number = number_in(value.cell);
        if (!number && !std::holds_alternative<Blank>(value.cell)) return false;
        numbers.push_back(number ? *number : Amount{});
    }
    return sums.hold(numbers).value_or(false);
}

std::optional<std::vector<std::string>> runs_of_digits(const std::vector<ValuePiece>& pieces, std::size_t cells) {
    const std::vector<ValuePiece> run = without_empty(run_of_values(pieces), true, true);
    std::vector<std::string> digits;
    std::size_t count = 0;
    for (const ValuePiece& piece : run) {
        if (&piece != &run.front() && piece.gap > Gap::blank) return std::nullopt;  // parted by something
        if (piece.kind == Kind::empty || piece.text.find_first_not_of("0123456789") != std::string::npos)
            return std::nullopt;
        digits.push_back(piece.text);
        count += piece.text.size();
    }
    if (run.size() >= cells || count < cells || count > most_cut_digits) return std::nullopt;
    return digits;
}

std::optional<RowValues> read_single_run(const std::vector<ValuePiece>& pieces, std::size_t cells,
                                         const CellSums& sums) {
    const auto runs = runs_of_digits(pieces, cells);
    const auto ways = runs ? ways_to_cut(*runs, cells, sums) : std::nullopt;
    if (!ways || ways->size() != 1) return std::nullopt;
    const std::vector<ValuePiece> run = without_empty(run_of_values(pieces), true, true);
    RowValues values;
    for (const Amount& number : ways->front())
        values.push_back({Cell(number), {}, run.front().text, Origin::How::inferred, run.front().at.begin});
    values.back().at = run.back().at.begin;
    return values;
}

}  // namespace nianbao
