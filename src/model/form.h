/// The statutory form as data: the chapter to read first.
///
/// A *form* is one edition of the 政府信息公开工作年度报告 (国办公开办函〔2021〕30号, 〔2019〕60号). It has six
/// *sections*; three of them hold a *table*, the others narrative *fields*. A table is one or more *blocks*; in a
/// block a tree of rows meets a tree of columns, and where a leaf row meets a leaf column stands a *cell*.
///
/// A cell is a small number (`CellId`, an index into `Form::cells`, in the order of the form) and a path, which is the
/// JSON pointer of the report file: table id, then the ids of its row, then those of its column. A node without an
/// id adds nothing to the path (`/disclosure/licensing`, `/disputes/direct_litigation/upheld`).
///
/// *Relations* are the sums of the form, expanded to single cells: Σ ±cell + constant = 0, or ≥ 0.
///
/// Everything here is read once per process from `schemas/` and never changed.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/claims.h"
#include "model/drafting.h"
#include "model/recognition_words.h"
#include "model/rule.h"
#include "model/text.h"

namespace nianbao {

using CellId = std::uint16_t;
using FieldId = std::uint16_t;

enum class Unit : std::uint8_t {
    count,   ///< a whole number, 0 or more
    change,  ///< a whole number that may be negative (本年增/减)
    money,   ///< a decimal number, 0 or more (万元 in the 2021 form)
};

/// A row or column with everything below it. `label.zh` is the exact statutory text.
struct Axis {
    std::string id;
    Text label;
    std::vector<std::string> also_written;
    std::optional<Unit> unit;
    Text source;  ///< who in an agency knows the number (数据来源)
    std::vector<Axis> children;
};

struct Block {
    std::string heading;  ///< a line over the whole width, such as 第二十条第（一）项; may be empty
    std::string corner;   ///< what stands above the row labels
    std::vector<Axis> rows, columns;
};

struct Table {
    std::string id;
    Text name;        ///< how findings call it: 申请情况表
    Text attachment;  ///< its title as an official attachment of its own
    std::vector<Block> blocks;
    std::vector<std::uint16_t> widths;  ///< of its columns on paper, in relation to each other; empty: all alike
    bool own_page{};                    ///< on paper it begins a page
};

struct Section {
    std::string id;
    std::string heading;
    std::vector<std::string> also_written;
    Text name;           ///< how findings call it: 第一部分
    int table{-1};       ///< index into Form::tables; -1: narrative
    bool extra_items{};  ///< further sub-items with headings of their own may be added
};

/// A place for narrative text.
struct Field {
    std::string path;     ///< `/narrative/overview/oversight`
    int section{-1};      ///< index into Form::sections; -1: before the first
    std::string heading;  ///< the sub-item's heading without its number; empty: none
    std::vector<std::string> also_written;
    std::vector<std::string> mentioned_by;  ///< words by which a text shows that it speaks of this item
    Text title, guidance;
    bool takes_plain_text{};  ///< receives the text of its group where that is given as plain text
    enum class Role : std::uint8_t { text, item, before_table, after_table } role{Role::text};
};

/// One column or row of a table once the trees are flattened.
struct Line {
    std::vector<const Axis*> path;  ///< from the outermost node to the leaf

    [[nodiscard]] const Axis& leaf() const { return *path.back(); }
};

struct CellInfo {
    std::string path;
    std::uint8_t table{}, block{};
    std::uint16_t row{}, column{};  ///< leaf indices within the block
    Unit unit{};
    bool derived{};  ///< a total that may be left out
};

struct Term {
    int sign{1};
    CellId cell{};
    bool last_year{};
};

struct Relation {
    std::vector<Term> terms;
    Amount constant;
    bool at_least_zero{};
    CellId told_at{};
    bool defines{};
    std::size_t rule{};    ///< index into the catalogue
    std::size_t adding{};  ///< how many of the terms, from the first, stand on the adding side
    std::vector<std::string> follows_from;
};

/// How a list of single requests (申请台账) counts into a table: its leaf rows, within the first block. The columns are
/// the kinds of applicants.
struct Ledger {
    std::size_t table{};
    std::uint16_t received{}, carried_in{}, carried_out{};
    std::vector<std::uint16_t> outcomes;  ///< a total among them counts nothing
};

/// A number by which reports are compared at a glance: the sum of some cells.
struct KeyFigure {
    Text name;
    std::vector<CellId> cells;
};

/// What the sections are called in a sentence: their headings without ordinals, in all spellings.
struct SectionNames {
    WordFinder words;
    std::vector<std::uint16_t> section_of;  ///< by word; the form's own spelling of a section comes first

    /// The first word of a section.
    [[nodiscard]] std::size_t word_of(std::size_t section) const {
        std::size_t word = 0;
        while (section_of[word] != section) ++word;
        return word;
    }
};

struct Form {
    std::string id;  ///< "2021"
    Text name;
    std::string citation;               ///< 国办公开办函〔2021〕30号
    std::string title;                  ///< the report's title, with {agency} and {year}
    int first_year{}, last_year{9999};  ///< report years it is meant for
    bool offered{true};                 ///< `blank` offers it
    std::vector<Section> sections;
    std::vector<Field> fields;
    std::vector<Table> tables;
    std::optional<Ledger> ledger;
    std::vector<KeyFigure> key_figures;
    SectionNames section_names;

    // Worked out by the reader from what stands above.
    std::vector<CellInfo> cells;
    std::vector<std::vector<CellId>> table_cells;
    std::vector<Relation> relations;
    /// By table and block: the leaf rows and columns.
    std::vector<std::vector<std::vector<Line>>> rows, columns;
    Claims claims;

    Form() = default;
    Form(Form&&) = default;  // lines point into the tables, which a move keeps where they are
    Form& operator=(Form&&) = default;
    Form(const Form&) = delete;
    Form& operator=(const Form&) = delete;
    ~Form() = default;

    [[nodiscard]] std::optional<CellId> find_cell(std::string_view path) const;
    [[nodiscard]] std::optional<FieldId> find_field(std::string_view path) const;
    [[nodiscard]] const Line& row_of(CellId cell) const;
    [[nodiscard]] const Line& column_of(CellId cell) const;
    /// The fields of a section, in the order of the form.
    [[nodiscard]] std::vector<FieldId> fields_of(int section) const;
    /// The cells of a table, in the order of the form.
    [[nodiscard]] const std::vector<CellId>& cells_of(int table) const {
        return table_cells[static_cast<std::size_t>(table)];
    }
};

/// What a report says about its kind of issuer, with the endings by which a name shows it.
struct AgencyVocabulary {
    struct Entry {
        std::string id;
        Text name;
    };
    struct Ending {
        std::string text, kind, level;
    };
    struct Marker {
        std::string text, level;
        std::vector<std::string> unless;  ///< longer words in which it means something else
        bool leading{};                   ///< counts only where the name begins with it; others never there
    };
    std::vector<Entry> kinds, levels, scopes;
    std::vector<Ending> endings;  ///< the first that fits decides
    std::vector<Marker> markers;  ///< the last one in the name decides
};

/// The whole law the program knows: what is compiled in from `schemas/`.
struct Statute {
    Catalogue catalogue;
    AgencyVocabulary agencies;
    Drafting drafting;
    RecognitionWords recognition;
    std::vector<Form> forms;  ///< newest first

    [[nodiscard]] const Form* find_form(std::string_view id) const;
};

}  // namespace nianbao
