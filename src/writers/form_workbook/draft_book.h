/// The fill-in workbook before its values are known: every cell is put down first, so that the formulas can be worked
/// out over all sheets, and then written with the value that each formula has.
#pragma once

#include <deque>
#include <map>
#include <string>
#include <vector>

#include "writers/xlsx/sheet_formulas.h"
#include "writers/xlsx/workbook.h"

namespace nianbao {

class DraftSheet {
public:
    DraftSheet(xlsx::Sheet& sheet, std::string name) : sheet_(sheet), name_(std::move(name)) {}

    /// A formula's cached value is not looked at: it is worked out.
    void put(const xlsx::Extent& at, xlsx::CellContent content, const xlsx::CellStyle& style);
    void put_at(SheetPosition at, xlsx::CellContent content, const xlsx::CellStyle& style) {
        put(xlsx::Extent{at.row, at.column, 1, 1}, std::move(content), style);
    }

    /// Everything that is no cell: widths, heights, validations, protection.
    [[nodiscard]] xlsx::Sheet& sheet() { return sheet_; }
    [[nodiscard]] const std::string& name() const { return name_; }
    /// What stands in a cell; nothing where none was put.
    [[nodiscard]] const xlsx::CellContent* content_at(SheetPosition at) const;

private:
    friend class DraftBook;
    struct Placed {
        xlsx::Extent at;
        xlsx::CellContent content;
        xlsx::CellStyle style;
    };

    xlsx::Sheet& sheet_;
    std::string name_;
    std::vector<Placed> cells_;
    std::map<SheetPosition, std::size_t> index_;
};

class DraftBook {
public:
    explicit DraftBook(xlsx::Workbook& workbook) : workbook_(workbook) {}

    DraftSheet& add_sheet(const std::string& name);
    [[nodiscard]] const DraftSheet* find_sheet(const std::string& name) const;
    /// Works out every formula and writes all cells. Throws WriteError where a formula cannot be worked out.
    void write_out();

private:
    xlsx::Workbook& workbook_;
    std::deque<DraftSheet> sheets_;
};

/// `$D$2:$D$7`, or `$D$2` of a single cell.
[[nodiscard]] std::string fixed_range(const xlsx::Extent& at);
/// `'程序数据'!$D$2:$D$7`
[[nodiscard]] std::string fixed_range(const DraftSheet& sheet, const xlsx::Extent& at);

}  // namespace nianbao
