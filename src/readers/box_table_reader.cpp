#include "readers/box_table_reader.h"

#include <algorithm>
#include <numeric>

#include "unicode/utf8.h"
#include "unicode/width.h"

namespace nianbao {
namespace {

constexpr std::u32string_view box_signs = U"│─┌┐└┘├┤┬┴┼";
constexpr std::u32string_view with_right_end = U"─┌└├┬┴┼";  // a line leaves them to the right
constexpr std::u32string_view with_lower_end = U"│┌┐├┤┬┼";  // downwards
constexpr std::u32string_view with_upper_end = U"│└┘├┤┴┼";  // upwards
constexpr std::size_t most_columns = 4'000;

bool is_one_of(char32_t code, std::u32string_view signs) { return signs.find(code) != std::u32string_view::npos; }

/// A line by the columns it takes; the second column of a wide character is 0.
std::u32string columns_of(const std::string& line) {
    std::u32string columns;
    for (std::size_t at = 0; at < line.size() && columns.size() < most_columns;) {
        const std::size_t begin = at;
        const char32_t code = next_code_point(line, at);
        const std::size_t width = display_width(std::string_view(line).substr(begin, at - begin));
        columns += code;
        for (std::size_t i = 1; i < width; ++i) columns += U'\0';
        if (width == 0) columns.back() = code;  // a mark of its own column is cut with its neighbour
    }
    return columns;
}

class BoxTableReader {
public:
    BoxTableReader(const std::vector<std::string>& lines, std::uint16_t number) : number_(number) {
        std::size_t width = 0;
        for (const std::string& line : lines) {
            lines_.push_back(columns_of(line));
            width = std::max(width, lines_.back().size());
        }
        for (std::u32string& line : lines_) line.resize(width, U' ');
        find_borders();
    }

    Grid read() {
        Grid grid;
        if (rows_.size() < 2 || columns_.size() < 2) return grid;
        grid.rows = static_cast<std::uint16_t>(row_count());
        grid.columns = static_cast<std::uint16_t>(column_count());
        join_boxes();
        std::vector<bool> told(parents_.size());
        for (std::size_t row = 0; row < row_count(); ++row) {
            for (std::size_t column = 0; column < column_count(); ++column) {
                const std::size_t box = root_of(row * column_count() + column);
                if (told[box]) continue;
                told[box] = true;
                grid.cells.push_back(cell_of(box, row, column));
            }
        }
        grid.bands = {{0, 0, grid.rows}};
        return grid;
    }

private:
    [[nodiscard]] std::size_t row_count() const { return rows_.size() - 1; }
    [[nodiscard]] std::size_t column_count() const { return columns_.size() - 1; }
    [[nodiscard]] char32_t at(std::size_t line, std::size_t column) const { return lines_[line][column]; }

    /// Every line with a horizontal stroke, every column with a vertical one.
    void find_borders() {
        for (std::size_t line = 0; line < lines_.size(); ++line) {
            if (lines_[line].find(U'─') != std::u32string::npos) rows_.push_back(line);
        }
        const std::size_t width = lines_.empty() ? 0 : lines_.front().size();
        for (std::size_t column = 0; column < width; ++column) {
            const bool any = std::any_of(rows_.begin(), rows_.end(), [&](std::size_t line) {
                const char32_t sign = at(line, column);
                return is_one_of(sign, with_lower_end) || is_one_of(sign, with_upper_end);
            });
            if (any) columns_.push_back(column);
        }
    }

    [[nodiscard]] bool has_lower_border(std::size_t row, std::size_t column) const {
        const std::size_t line = rows_[row + 1];
        return is_one_of(at(line, columns_[column]), with_right_end) && at(line, columns_[column] + 1) == U'─';
    }
    [[nodiscard]] bool has_right_border(std::size_t row, std::size_t column) const {
        return is_one_of(at(rows_[row], columns_[column + 1]), with_lower_end);
    }

    std::size_t root_of(std::size_t box) {
        while (parents_[box] != box) box = parents_[box] = parents_[parents_[box]];
        return box;
    }

    void join_boxes() {
        parents_.resize(row_count() * column_count());
        std::iota(parents_.begin(), parents_.end(), std::size_t{0});
        const auto join = [&](std::size_t a, std::size_t b) {
            const std::size_t first = root_of(a), second = root_of(b);
            parents_[std::max(first, second)] = std::min(first, second);
        };
        for (std::size_t row = 0; row < row_count(); ++row) {
            for (std::size_t column = 0; column < column_count(); ++column) {
                const std::size_t box = row * column_count() + column;
                if (column + 1 < column_count() && !has_right_border(row, column)) join(box, box + 1);
                if (row + 1 < row_count() && !has_lower_border(row, column)) join(box, box + column_count());
            }
        }
    }

    GridCell cell_of(std::size_t box, std::size_t row, std::size_t column) {
        std::size_t rows = 1, columns = 1;
        while (column + columns < column_count() && root_of(row * column_count() + column + columns) == box) ++columns;
        while (row + rows < row_count() && root_of((row + rows) * column_count() + column) == box) ++rows;
        GridCell cell{static_cast<std::uint16_t>(row), static_cast<std::uint16_t>(column),
                      static_cast<std::uint16_t>(rows), static_cast<std::uint16_t>(columns)};
        cell.place = GridPlace{number_, static_cast<std::uint16_t>(row + 1), static_cast<std::uint16_t>(column + 1)};
        const std::string text = text_of(row, row + rows, column, column + columns);
        if (!text.empty()) cell.text.push_back(Paragraph{{Run{text}}});
        return cell;
    }

    /// Strokes that another cell's border draws into a merged cell are none of its text.
    [[nodiscard]] std::string text_of(std::size_t row, std::size_t end_row, std::size_t column,
                                      std::size_t end_column) const {
        std::string text;
        for (std::size_t line = rows_[row] + 1; line < rows_[end_row]; ++line) {
            std::string own;
            for (std::size_t i = columns_[column] + 1; i < columns_[end_column]; ++i) {
                const char32_t code = at(line, i);
                if (code != U'\0' && !is_one_of(code, box_signs)) append_code_point(own, code);
            }
            text += trimmed(own);
        }
        return text;
    }

    std::uint16_t number_;
    std::vector<std::u32string> lines_;
    std::vector<std::size_t> rows_, columns_;  // lines and columns with borders
    std::vector<std::size_t> parents_;
};

}  // namespace

bool is_box_line(std::string_view line) {
    std::size_t at = 0;
    return !line.empty() && is_one_of(next_code_point(line, at), U"│┌├└");
}

Grid read_box_table(const std::vector<std::string>& lines, std::uint16_t number) {
    return BoxTableReader(lines, number).read();
}

}  // namespace nianbao
