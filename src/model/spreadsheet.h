/// A workbook as it was read, and nothing about how its file was made: sheets of cells, found by row and column.
///
/// What a file keeps as the result of a formula is not to be trusted: offices save it stale, some programs save none.
/// So a cell with a formula has two values, the one that is `stored` and the one that is worked out again
/// (`readers/spreadsheet/recalculate.h`).
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace nianbao {

struct SheetValue {
    enum class Kind : std::uint8_t {
        blank,   ///< nothing, or the empty text that a formula shows
        number,  ///< `text` is decimal, at most 15 significant digits, without exponent
        text,
        boolean,  ///< `text` is TRUE or FALSE
        error,    ///< `text` is `#REF!` and the like
    } kind{Kind::blank};
    std::string text;

    bool operator==(const SheetValue&) const = default;
};

/// Rows and columns count from 1.
struct SheetCell {
    std::uint32_t row{};
    std::uint16_t column{};
    SheetValue value;                  ///< for a formula: its result, worked out again where that is possible
    std::string formula;               ///< without `=`, a shared one moved to this cell; empty: a constant
    std::optional<SheetValue> stored;  ///< of a formula: what the file holds as its result; nothing: none
    bool recomputed{};                 ///< of a formula: `value` does not come from `stored`
    bool is_date{};                    ///< its number format shows a date
    std::string font;                  ///< name of the font, as the file has it
};

/// Both ends included.
struct SheetRange {
    std::uint32_t first_row{}, last_row{};
    std::uint16_t first_column{}, last_column{};
};

struct Sheet {
    std::string name;
    bool hidden{};
    std::vector<SheetCell> cells;  ///< by row, then column; those with nothing in them may be left out
    std::vector<SheetRange> merges;

    [[nodiscard]] const SheetCell* find(std::uint32_t row, std::uint16_t column) const;
};

struct Spreadsheet {
    std::vector<Sheet> sheets;  ///< in the order of their tabs
    /// What the file says of itself: `title`, `creator`, and properties of the writer's own by their names.
    std::map<std::string, std::string> properties;
    bool dates_from_1904{};  ///< day 0 of a date is 1904-01-01, not 1899-12-30
};

/// The date a number stands for in a cell, as `YYYY-MM-DD`; nothing before 1990 or after 2199.
[[nodiscard]] std::optional<std::string> date_of_serial(const Spreadsheet& book, const std::string& number);

}  // namespace nianbao
