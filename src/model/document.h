/// What is printed, and what a published page is read as: headings, paragraphs, tables as grids, charts. Every writer
/// takes it; the layout of a table is worked out once, in `composing/`, for all of them.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "model/diagnostic.h"
#include "model/form.h"

namespace nianbao {

struct Run {
    std::string text;
    bool strong{};
    std::optional<Address> shows;  ///< what of the report this is, when it is something of the report
    enum class Change : std::uint8_t { none, removed, added } change{};  ///< where two texts are shown in one
};

struct Paragraph {
    std::vector<Run> runs;
    enum class Role : std::uint8_t {
        body,
        guidance,  ///< advice in a blank template, to be deleted by whoever fills it in
        open,      ///< a place still to be written
        notice,    ///< a line of the program's own, such as 草稿
    } role{Role::body};
    Place place;
};

/// Level 1 is the title, 2 a section, 3 a sub-item.
struct Heading {
    int level{1};
    Paragraph text;
};

/// A cell of a grid; covers `rows` by `columns` places from (`row`, `column`), counted from 0.
struct GridCell {
    std::uint16_t row{}, column{}, rows{1}, columns{1};
    enum class Role : std::uint8_t {
        band,        ///< a line over the whole width, such as 第二十条第（一）项
        corner,      ///< above the row labels
        head,        ///< a column's label
        side,        ///< a row's label
        input,       ///< a value
        derived,     ///< a total
        difference,  ///< of two numbers, with its sign
        plain,
    } role{Role::plain};
    std::vector<Paragraph> text;
    std::optional<CellId> shows;
    std::optional<Amount> number;  ///< the value, where it is a number (`text` is how it reads)
    Place place;
};

/// A run of rows with heads of its own: table two has four, the others one.
struct Band {
    std::uint16_t first_row{}, head_rows{}, rows{};
};

struct Grid {
    std::string table;  ///< id of the statutory table; empty for any other
    std::uint16_t rows{}, columns{};
    std::uint16_t side_columns{};  ///< leading columns that hold row labels
    std::vector<Band> bands;
    std::vector<GridCell> cells;        ///< by row, then column
    std::vector<std::uint16_t> widths;  ///< of the columns on paper, in relation to each other; empty: all alike
    bool own_page{};                    ///< on paper it begins a page, with the heading above it
};

/// Numbers beside each other as bars. A table of the document has them too, so formats without pictures leave it out.
struct Chart {
    struct Bar {
        std::string label;             ///< 2024年
        std::string reads;             ///< how its number reads, or what stands for one: 未填
        std::optional<Amount> number;  ///< nothing: no bar
    };
    std::string title;
    std::vector<Bar> bars;
};

using DocumentBlock = std::variant<Heading, Paragraph, Grid, Chart>;

struct Document {
    std::string title;
    std::string agency;  ///< for the properties of the file
    int year{};
    bool draft{};  ///< 草稿 is marked on it
    /// What a file says of itself where its format has properties, by name (`kind`, `published`).
    std::map<std::string, std::string> properties;
    std::vector<DocumentBlock> blocks;
};

/// The text of a paragraph without its emphasis.
[[nodiscard]] inline std::string plain_text(const Paragraph& paragraph) {
    std::string text;
    for (const Run& run : paragraph.runs) text += run.text;
    return text;
}

}  // namespace nianbao
