#include "recognition/page_halves.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "unicode/utf8.h"

namespace nianbao {
namespace {

constexpr int first_year = 2008, last_year = 2100;

char32_t half_width(char32_t code) { return code >= U'０' && code <= U'９' ? code - U'０' + U'0' : code; }
bool is_digit(char32_t code) { return code >= U'0' && code <= U'9'; }
bool is_word(char32_t code) { return code >= 0x3400 && code < 0xFF00; }

/// A line without its blanks; each character knows where it stood.
struct BareLine {
    std::u32string codes;
    std::vector<std::size_t> begins;  ///< bytes
};

BareLine bare(std::string_view text) {
    BareLine line;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t begin = at;
        const char32_t code = next_code_point(text, at);
        if (is_blank(code) || code == U'\t') continue;
        line.codes += half_width(code);
        line.begins.push_back(begin);
    }
    return line;
}

/// Two texts that differ in their figures alone are one.
std::u32string without_figures(std::u32string codes) {
    std::replace_if(codes.begin(), codes.end(), is_digit, U'0');
    return codes;
}

bool has_words(const std::u32string& codes) { return std::any_of(codes.begin(), codes.end(), is_word); }

/// The year that stands in a text, where it is one and no more; 0 otherwise.
int year_in(const std::u32string& codes) {
    int found = 0;
    for (std::size_t i = 0; i < codes.size();) {
        int value = 0;
        std::size_t length = 0;
        for (; i + length < codes.size() && is_digit(codes[i + length]); ++length) {
            if (length < 4) value = 10 * value + static_cast<int>(codes[i + length] - U'0');
        }
        if (length == 4 && value >= first_year && value <= last_year) {
            if (found != 0) return 0;
            found = value;
        }
        i += std::max<std::size_t>(length, 1);
    }
    return found;
}

struct Years {
    int left{}, right{};

    /// Takes what stands over both sides, unless something did before.
    bool take(const std::u32string& one, const std::u32string& other) {
        const int first = year_in(one), second = year_in(other);
        if (first == 0 || second == 0 || first == second) return false;
        if (left == 0) *this = {first, second};
        return true;
    }
};

/// How a line is cut: where the right side begins, and how much in front is of both.
struct Cut {
    std::size_t at{};      ///< byte
    std::size_t shared{};  ///< bytes
};

/// The same twice, but for figures: heads, and the years over them.
std::optional<std::size_t> twice(const BareLine& line) {
    const std::size_t half = line.codes.size() / 2;
    if (half == 0 || line.codes.size() % 2 != 0 || !has_words(line.codes)) return std::nullopt;
    const std::u32string left = without_figures(line.codes.substr(0, half));
    if (left != without_figures(line.codes.substr(half))) return std::nullopt;
    return half;
}

/// The label in front of figures, where it comes once more.
std::optional<std::size_t> label_again(const BareLine& line) {
    std::size_t length = 0;
    bool words = false;
    while (length < line.codes.size() && !(words && is_digit(line.codes[length])))
        words = is_word(line.codes[length++]) || words;
    constexpr std::size_t least = 2;
    if (length < least || length == line.codes.size()) return std::nullopt;
    const std::u32string label = line.codes.substr(0, length);
    const auto again = line.codes.find(label, length);
    if (again == std::u32string::npos || line.codes.find(label, again + length) != std::u32string::npos)
        return std::nullopt;
    return again;
}

/// The figures at the end of a line: the bytes at which they begin.
std::vector<std::size_t> figures_at_end(std::string_view text) {
    std::vector<std::size_t> begins;
    bool in_token = false, all_figures = true;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t begin = at;
        const char32_t code = half_width(next_code_point(text, at));
        if (is_blank(code) || code == U'\t') {
            in_token = false;
            continue;
        }
        if (!in_token) {
            if (!all_figures) begins.clear();
            begins.push_back(begin);
            all_figures = true;
        }
        in_token = true;
        all_figures = all_figures && (is_digit(code) || code == U'.' || code == U',' || code == U'-' || code == U'+');
    }
    if (!all_figures) begins.clear();
    return begins;
}

/// As many figures on either side, behind a label of both or none.
std::optional<Cut> cut_figures(std::string_view text) {
    const std::vector<std::size_t> begins = figures_at_end(text);
    if (begins.empty() || begins.size() % 2 != 0) return std::nullopt;
    return Cut{begins[begins.size() / 2], begins.front()};
}

class Halving {
public:
    Halving(const Page& page, Half half) : page_(page), half_(half) {}

    HalfPage run() {
        find_labels();
        HalfPage result;
        result.page = page_;
        std::vector<DocumentBlock> blocks;
        for (std::size_t i = 0; i < page_.document.blocks.size(); ++i) {
            const DocumentBlock& block = page_.document.blocks[i];
            if (const auto* paragraph = std::get_if<Paragraph>(&block)) {
                if (auto line = half_of_line(i, *paragraph)) blocks.emplace_back(std::move(*line));
            } else if (const auto* grid = std::get_if<Grid>(&block)) {
                if (auto side = half_of_grid(*grid)) blocks.emplace_back(std::move(*side));
            } else {
                blocks.push_back(block);
            }
        }
        if (cuts_ == 0) return {};
        result.page.document.blocks = std::move(blocks);
        const bool left = half_ == Half::left;
        result.year = left ? years_.left : years_.right;
        result.other_year = left ? years_.right : years_.left;
        return result;
    }

private:
    /// Lines are of tables from the first to the last that has its label twice.
    void find_labels() {
        for (std::size_t i = 0; i < page_.document.blocks.size(); ++i) {
            const auto* paragraph = std::get_if<Paragraph>(&page_.document.blocks[i]);
            if (!paragraph) continue;
            const BareLine line = bare(plain_text(*paragraph));
            std::optional<std::size_t> at = twice(line);
            if (at && years_.take(line.codes.substr(0, *at), line.codes.substr(*at))) {
                over_tables_.insert(i);
                continue;
            }
            if (!at) at = label_again(line);
            if (!at) continue;
            if (by_label_.empty()) first_ = i;
            last_ = i;
            by_label_[i] = {line.begins[*at], 0};
        }
    }

    std::optional<Paragraph> half_of_line(std::size_t block, const Paragraph& paragraph) {
        if (over_tables_.count(block) > 0) return std::nullopt;
        const bool among_tables = !by_label_.empty() && block >= first_ && block <= last_ + 1;
        if (!among_tables) return paragraph;
        const std::string text = plain_text(paragraph);
        std::optional<Cut> cut;
        if (const auto found = by_label_.find(block); found != by_label_.end()) cut = found->second;
        if (!cut) cut = cut_figures(text);
        if (!cut) return figures_at_end(text).empty() ? std::optional(paragraph) : std::nullopt;
        ++cuts_;
        Paragraph side = paragraph;
        const std::string in_front = text.substr(0, cut->shared);
        const std::string left = text.substr(cut->shared, cut->at - cut->shared), right = text.substr(cut->at);
        side.runs = {Run{in_front + (half_ == Half::left ? left : right)}};
        if (auto* place = std::get_if<TextPlace>(&side.place); place && half_ == Half::right && in_front.empty())
            place->column += static_cast<std::uint32_t>(count_code_points(std::string_view(text).substr(0, cut->at)));
        return side;
    }

    /// Nothing where its sides are not alike.
    std::optional<Grid> half_of_grid(const Grid& grid) {
        if (!is_alike(grid)) return has_figures(grid) ? std::nullopt : std::optional(grid);
        ++cuts_;
        const auto width = static_cast<std::uint16_t>(grid.columns / 2);
        const std::uint16_t begin = half_ == Half::left ? 0 : width;
        const auto end = static_cast<std::uint16_t>(begin + width);
        Grid side = grid;
        side.columns = width;
        side.cells.clear();
        for (GridCell cell : grid.cells) {
            const auto from = std::max(cell.column, begin);
            const auto to = std::min(static_cast<std::uint16_t>(cell.column + cell.columns), end);
            if (from >= to) continue;
            cell.column = static_cast<std::uint16_t>(from - begin);
            cell.columns = static_cast<std::uint16_t>(to - from);
            side.cells.push_back(std::move(cell));
        }
        return side;
    }

    static std::u32string words_of(const GridCell& cell) {
        std::u32string words;
        for (const Paragraph& paragraph : cell.text) words += bare(plain_text(paragraph)).codes;
        return words;
    }

    static bool has_figures(const Grid& grid) {
        return std::any_of(grid.cells.begin(), grid.cells.end(), [](const GridCell& cell) {
            const std::u32string words = words_of(cell);
            return !words.empty() && std::all_of(words.begin(), words.end(), is_digit);
        });
    }

    /// Its labels are the same on both sides, and its years differ if it has any.
    bool is_alike(const Grid& grid) {
        if (grid.columns % 2 != 0) return false;
        const std::size_t width = grid.columns / 2;
        std::map<std::pair<std::size_t, std::size_t>, std::u32string> right;
        for (const GridCell& cell : grid.cells) {
            if (cell.column >= width) right[{cell.row, cell.column - width}] = words_of(cell);
        }
        std::size_t labels = 0, same = 0;
        for (const GridCell& cell : grid.cells) {
            const std::u32string words = words_of(cell);
            if (cell.column + cell.columns > width || !has_words(words)) continue;
            ++labels;
            const auto other = right.find({cell.row, cell.column});
            if (other == right.end() || without_figures(other->second) != without_figures(words)) continue;
            ++same;
            static_cast<void>(years_.take(words, other->second));
        }
        return labels > 0 && 4 * same >= 3 * labels;
    }

    const Page& page_;
    Half half_;
    std::map<std::size_t, Cut> by_label_;  ///< by block
    std::set<std::size_t> over_tables_;    ///< lines that are nothing but the two years
    std::size_t first_{}, last_{}, cuts_{};
    Years years_;
};

}  // namespace

HalfPage half_of(const Page& page, Half half) { return Halving(page, half).run(); }

}  // namespace nianbao
