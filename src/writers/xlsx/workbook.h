/// Workbooks in memory: the part of libxlsxwriter 1.1.4 that nianbao uses, without its traps. Every return code is
/// checked and becomes a WriteError; merges never overlap; texts are sanitised here; the bytes do not depend on clock,
/// zone or locale.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "model/amount.h"

struct lxw_worksheet;

namespace nianbao::xlsx {

/// Cells of a sheet, from 0; more than one are merged.
struct Extent {
    std::uint32_t row{}, column{}, rows{1}, columns{1};
};

enum class Horizontal : std::uint8_t { left, centre, right };

/// Text stands in the middle of the height of its cell, or at its top. Colours are 0xRRGGBB, 0 is the usual one.
struct CellStyle {
    std::string font;
    double size{10.5};
    bool bold{}, border{}, wrap{true};
    Horizontal horizontal{Horizontal::left};
    std::uint32_t colour{};
    std::string number_format{};
    std::uint32_t fill{}, border_colour{};
    bool unlocked{};  ///< may be typed in on a protected sheet
    bool top{};
    std::uint8_t indent{};  ///< of text on the left, in widths of a character
    bool struck{};

    bool operator==(const CellStyle&) const = default;
};

/// Differs from the style of its cell in what is set here.
struct TextRun {
    std::string text;
    bool strong{}, struck{};
    std::uint32_t colour{};

    [[nodiscard]] bool looks_like(const TextRun& other) const {
        return strong == other.strong && struck == other.struck && colour == other.colour;
    }
};

/// `cached` is the value until someone computes it, and all that many viewers show.
struct Formula {
    std::string text;
    std::variant<std::string, Amount> cached;
};

using CellContent = std::variant<std::monostate, Amount, std::string, std::vector<TextRun>, Formula>;

/// A4. Margins are points; header and footer are in Excel's codes.
struct PageSetup {
    bool landscape{};
    double top{72}, right{72}, bottom{72}, left{72}, header_margin{36}, footer_margin{36};
    std::string header, footer;
    std::optional<Extent> print_area;                                      ///< nothing: all that is used
    std::optional<std::pair<std::uint32_t, std::uint32_t>> repeated_rows;  ///< first and last
    bool on_one_page{};                                                    ///< else one page wide
};

struct Colours {
    std::uint32_t letters{}, ground{};
};

struct Highlight {
    std::string_view text;  ///< of the cells that are coloured
    Colours colours;
};

/// What may be typed into a cell (pasting is not stopped by it). `title` has up to 32 characters, `message` up to 255.
struct Validation {
    enum class Kind : std::uint8_t { whole, decimal, list } kind{Kind::whole};
    std::optional<std::int64_t> least{}, most{};  ///< of a number; `most` only with `least`
    std::string list{};                           ///< the cells that hold the choices: `'程序数据'!$D$2:$D$7`
    std::string title{}, message{};
};

class FormatTable;

class Sheet {
public:
    Sheet(lxw_worksheet* sheet, FormatTable& formats) : sheet_(sheet), formats_(formats) {}

    /// Every value goes through here. Texts over the limit of a cell are cut.
    void write(const Extent& at, const CellContent& content, const CellStyle& style);
    void set_column_width(std::uint32_t column, double points);
    void set_row_height(std::uint32_t row, double points);
    void set_page(const PageSetup& page);
    void freeze_rows(std::uint32_t rows);
    void freeze(std::uint32_t rows, std::uint32_t columns);
    void highlight(const Extent& at, const Highlight& what);
    /// Colours the cells for which the formula holds; it is written for the first cell, and speaks of this sheet only.
    void highlight_where(const Extent& at, const std::string& formula, const Colours& colours);
    void validate(const Extent& at, const Validation& what);
    /// Against slips, without a password: only unlocked cells take text; rows and columns may be made wider.
    void protect();
    void hide();
    void hide_columns(std::uint32_t first, std::uint32_t count);
    void hide_gridlines();
    void set_tab_colour(std::uint32_t colour);
    /// The sheet that is seen first.
    void activate();
    /// Leaves out Excel's green triangles: numbers kept as text, formulas unlike their neighbours.
    void silence_hints(const Extent& at);

private:
    void merge(const Extent& at, const CellStyle& style);

    lxw_worksheet* sheet_;
    FormatTable& formats_;
    std::vector<Extent> merged_;
};

struct Properties {
    std::string title, author;
    int year{};  ///< decides the date of creation, the first day after it
};

class Workbook {
public:
    explicit Workbook(const Properties& properties);
    ~Workbook();
    Workbook(const Workbook&) = delete;
    Workbook& operator=(const Workbook&) = delete;

    /// `name` comes from `sheet_name()`.
    Sheet& add_sheet(const std::string& name);
    /// A property of the file beyond the usual ones; both texts have up to 255 characters.
    void set_property(const std::string& name, const std::string& value);
    /// Ends the workbook; nothing may be written after it.
    [[nodiscard]] std::string bytes();

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace nianbao::xlsx
