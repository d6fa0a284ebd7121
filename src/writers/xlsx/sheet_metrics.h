/// How much room text and tables need on a sheet, estimated without the fonts: a spreadsheet never grows merged cells
/// by itself. Estimates err on the large side, so that every label shows completely. Lengths are points.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace nianbao {

/// Excel refuses taller rows.
constexpr double max_row_height = 409;

/// Of text on one line.
[[nodiscard]] double text_width(std::string_view text, double font_size);

/// The bytes at which the lines of wrapped text begin: East Asian text breaks anywhere but before closing marks and
/// behind opening ones, other words stay whole unless they are longer than a line.
[[nodiscard]] std::vector<std::size_t> line_starts(std::string_view text, double font_size, double width);

[[nodiscard]] int count_lines(std::string_view text, double font_size, double width);

/// The height of so many lines, whatever font the reader's machine puts in.
[[nodiscard]] double lines_height(int lines, double font_size);

/// A cell of a table that is to be measured; places count from 0.
struct TableBox {
    std::uint32_t row{}, column{}, rows{1}, columns{1};
    std::string_view text;
    enum class Kind : std::uint8_t { head, side, number /* shows as #### where it does not fit */ } kind{Kind::head};
};

/// Paper that a table may be printed on, without its margins.
struct PaperWidths {
    double portrait{}, landscape{};
};

struct TableMeasures {
    std::vector<double> columns, rows;
    bool landscape{};
};

/// Columns fill the width of the paper; it is turned where they do not fit, and where even that is too narrow they
/// keep the width that they need.
[[nodiscard]] TableMeasures measure_table(const std::vector<TableBox>& boxes, std::uint32_t rows, std::uint32_t columns,
                                          double font_size, PaperWidths paper);

}  // namespace nianbao
