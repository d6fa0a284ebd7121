#include "writers/xlsx/sheet_metrics.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <numeric>

#include "unicode/utf8.h"

namespace nianbao {
namespace {

constexpr double cell_padding = 7;   // left and right together
constexpr double line_pitch = 1.45;  // of the font size: the tallest of the usual Chinese fonts
constexpr double least_row_height = 21;
constexpr double head_characters = 3;  // on a line of a column's label, where it is short
constexpr double side_characters = 4;  // the same of a row's label
constexpr double label_lines = 3;      // a long label of one row is given a column in which it takes no more
constexpr double stretch_step = 1;

/// In ems. Letters are taken as wide as those of the fonts that stand in for a missing Chinese one. What has no width
/// counts a little, so that no line is endless.
double em_width(char32_t code) {
    constexpr double none = 0.05;
    if (code >= 0x2000) return code <= 0x200F || (code >= 0xFE00 && code <= 0xFE0F) ? none : 1;
    if (code >= 0x300 && code < 0x370) return none;
    const bool capital = (code >= 'A' && code <= 'Z') || code == '@' || code == '%' || code == 'm' || code == 'w';
    return capital ? 0.85 : 0.56;
}

bool is_wide(char32_t code) { return code >= 0x2000; }

/// Marks that may not begin a line.
bool closes(char32_t code) {
    constexpr std::u32string_view marks = U"，。、；：？！）〕】》〉」』”’…—％·,.;:?!)]}%";
    return marks.find(code) != std::u32string_view::npos;
}

/// Marks that may not end a line.
bool opens(char32_t code) {
    return std::u32string_view(U"（〔【《〈「『“‘([{").find(code) != std::u32string_view::npos;
}

/// What a line break cannot cut: a wide character or a word, with the marks around it. A line feed is one by itself.
struct Piece {
    std::size_t begin{};  ///< byte of the text
    double width{};
    bool blank{}, line_feed{};
};

std::vector<Piece> pieces_of(std::string_view text, double font_size, double line_width) {
    std::vector<Piece> pieces;
    bool in_word = false;
    bool after_opening = false;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t begin = at;
        const char32_t code = next_code_point(text, at);
        const double width = em_width(code) * font_size;
        const bool blank = code == U' ' || code == U'\t' || code == U'\n';
        const bool of_word = !blank && !is_wide(code) && !closes(code);
        const bool sticks = !blank && (closes(code) || after_opening || (of_word && in_word));
        if (sticks && !pieces.empty() && !pieces.back().blank && pieces.back().width + width <= line_width) {
            pieces.back().width += width;
        } else {
            pieces.push_back({begin, width, blank, code == U'\n'});
        }
        in_word = of_word;
        after_opening = opens(code);
    }
    return pieces;
}

double sum_of(const std::vector<double>& values, std::uint32_t first, std::uint32_t count) {
    const auto begin = values.begin() + static_cast<std::ptrdiff_t>(first);
    return std::accumulate(begin, begin + static_cast<std::ptrdiff_t>(count), 0.0);
}

/// The narrowest column in which a box reads well: four characters as two lines of two, not of three and one.
double least_width(const TableBox& box, double font_size) {
    const double whole = text_width(box.text, font_size);
    if (box.kind == TableBox::Kind::number) return whole + cell_padding;
    const double characters = std::ceil(whole / font_size);
    const double usual = box.kind == TableBox::Kind::side ? side_characters : head_characters;
    const double line = std::max(usual, std::ceil(characters / std::max<double>(label_lines, box.rows)));
    const double lines = std::max(1.0, std::ceil(characters / line));
    return std::max(2.0, std::ceil(characters / lines)) * font_size + cell_padding;
}

/// Gives the columns or rows that a box covers, in equal parts, what they lack.
void make_room(std::vector<double>& sizes, std::uint32_t first, std::uint32_t count, double needed) {
    const double missing = needed - sum_of(sizes, first, count);
    if (missing <= 0) return;
    for (std::uint32_t i = first; i < first + count; ++i) sizes[i] += missing / count;
}

std::vector<double> least_columns(const std::vector<TableBox>& boxes, std::uint32_t columns, double font_size) {
    std::vector<double> widths(columns, 2 * font_size + cell_padding);
    for (const TableBox& box : boxes) {
        if (box.columns == 1) widths[box.column] = std::max(widths[box.column], least_width(box, font_size));
    }
    for (const TableBox& box : boxes) {
        if (box.columns > 1) make_room(widths, box.column, box.columns, least_width(box, font_size));
    }
    return widths;
}

/// What each column lacks to show its labels of one kind on one line.
std::vector<double> lacking(const std::vector<TableBox>& boxes, const std::vector<double>& widths, double font_size,
                            bool sides) {
    std::vector<double> lack(widths.size(), 0);
    for (const TableBox& box : boxes) {
        if (box.columns > 1 || (box.kind == TableBox::Kind::side) != sides) continue;
        const double whole = text_width(box.text, font_size) + cell_padding;
        lack[box.column] = std::max(lack[box.column], whole - widths[box.column]);
    }
    return lack;
}

/// Gives room step by step to the column that lacks most; what is left when none lacks anything.
double give_to_longest(std::vector<double>& widths, std::vector<double> lack, double room) {
    for (; room >= stretch_step; room -= stretch_step) {
        const auto most = std::max_element(lack.begin(), lack.end());
        if (*most <= 0) break;
        *most -= stretch_step;
        widths[static_cast<std::size_t>(most - lack.begin())] += stretch_step;
    }
    return room;
}

/// Long row labels come first. Column labels get either all that they lack or too little to break them elsewhere.
void stretch(std::vector<double>& widths, const std::vector<TableBox>& boxes, double font_size, double room) {
    room = give_to_longest(widths, lacking(boxes, widths, font_size, true), room);
    const std::vector<double> lack = lacking(boxes, widths, font_size, false);
    const double all = std::accumulate(lack.begin(), lack.end(), 0.0);
    double share = room / static_cast<double>(widths.size());
    if (all <= room) {
        for (std::size_t i = 0; i < widths.size(); ++i) widths[i] += lack[i];
        share = (room - all) / static_cast<double>(widths.size());
    } else {
        share = std::min(share, font_size / 4);
    }
    for (double& width : widths) width += share;
}

std::vector<double> row_heights(const std::vector<TableBox>& boxes, std::uint32_t rows,
                                const std::vector<double>& columns, double font_size) {
    std::vector<double> heights(rows, least_row_height);
    const auto needed = [&](const TableBox& box) {
        const double width = sum_of(columns, box.column, box.columns) - cell_padding;
        return lines_height(count_lines(box.text, font_size, width), font_size);
    };
    for (const TableBox& box : boxes) {
        if (box.rows == 1) heights[box.row] = std::max(heights[box.row], needed(box));
    }
    for (const TableBox& box : boxes) {
        if (box.rows > 1) make_room(heights, box.row, box.rows, needed(box));
    }
    for (double& height : heights) height = std::min(height, max_row_height);
    return heights;
}

}  // namespace

double text_width(std::string_view text, double font_size) {
    double ems = 0;
    for (std::size_t at = 0; at < text.size();) ems += em_width(next_code_point(text, at));
    return ems * font_size;
}

std::vector<std::size_t> line_starts(std::string_view text, double font_size, double width) {
    const double room = std::max(width, font_size);
    std::vector<std::size_t> starts{0};
    double used = 0;
    for (const Piece& piece : pieces_of(text, font_size, room)) {
        if (piece.line_feed) {
            starts.push_back(piece.begin + 1);
            used = 0;
        } else if (used + piece.width <= room) {
            used += piece.width;
        } else if (!piece.blank) {  // blanks hang over the end of a line
            if (used > 0) starts.push_back(piece.begin);
            used = piece.width;
        }
    }
    return starts;
}

int count_lines(std::string_view text, double font_size, double width) {
    return static_cast<int>(line_starts(text, font_size, width).size());
}

double lines_height(int lines, double font_size) { return lines * font_size * line_pitch + 4; }

TableMeasures measure_table(const std::vector<TableBox>& boxes, std::uint32_t rows, std::uint32_t columns,
                            double font_size, PaperWidths paper) {
    TableMeasures measures;
    measures.columns = least_columns(boxes, columns, font_size);
    const double least = sum_of(measures.columns, 0, columns);
    measures.landscape = least > paper.portrait;
    const double width = measures.landscape ? paper.landscape : paper.portrait;
    if (least < width) stretch(measures.columns, boxes, font_size, width - least);
    measures.rows = row_heights(boxes, rows, measures.columns, font_size);
    return measures;
}

}  // namespace nianbao
