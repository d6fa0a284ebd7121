/// The sums of the form as formulas of a spreadsheet, and the values these formulas have. Formulas are plain text in
/// the invariant (English) notation, without the leading `=`; no spreadsheet library is needed here.
///
/// A formula never takes an empty cell for 0: as long as one of its cells holds no number it shows nothing.
#pragma once

#include <compare>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/form.h"

namespace nianbao {

/// A cell of a worksheet, row and column from 0.
struct SheetPosition {
    std::uint32_t row{};
    std::uint32_t column{};
    auto operator<=>(const SheetPosition&) const = default;
};

/// `D8`
[[nodiscard]] std::string cell_name(SheetPosition position);

/// Where the cells of a form stand on one sheet.
using CellPositions = std::map<CellId, SheetPosition>;

/// Whether a sheet has all the cells that the relation speaks of (last year's are on none).
[[nodiscard]] bool is_on_sheet(const Relation& relation, const CellPositions& positions);

/// The told cell from the others, such as `IF(COUNT(D8:I8)<6,"",SUM(D8:I8))`. The relation is on the sheet, an
/// equation, and counts its told cell once.
[[nodiscard]] std::string total_formula(const Relation& relation, const CellPositions& positions);

struct Verdicts {
    std::string_view holds, fails;
};

/// `IF(COUNT(D8:J8)<7,"",IF(ABS(SUM(D8:I8)-J8)=0,"平","不平"))` of an equation on the sheet. Where money is among the
/// cells the difference only has to be below half a millionth, since a spreadsheet computes in binary.
[[nodiscard]] std::string check_formula(const Relation& relation, const Form& form, const CellPositions& positions,
                                        Verdicts verdicts);

/// `IF(COUNT(D8,E8)<2,0,IF(D8-E8<0,1,0))` of a relation on the sheet that is "not negative": 1 where it is broken.
[[nodiscard]] std::string shortfall_formula(const Relation& relation, const Form& form, const CellPositions& positions);

/// Whether a spreadsheet keeps the number exactly: it has 15 significant digits.
[[nodiscard]] bool is_sheet_number(const Amount& amount);

/// What a sheet shows in a cell, and the relation that its formula is made of where it has one.
struct SheetValue {
    std::optional<Amount> number;
    const Relation* formula{};
};

/// The values of a sheet, its formulas worked out.
class SheetValues {
public:
    struct Given {
        std::optional<Amount> number;  ///< nothing: the cell is open or holds a text
        bool open{};
    };

    /// A derived total becomes a formula where it is open or equals its sum; what disagrees with its sum stays.
    SheetValues(const Form& form, const CellPositions& positions, std::map<CellId, Given> given);

    [[nodiscard]] const SheetValue& of(CellId cell) const { return values_.at(cell); }
    /// What the check of a relation on this sheet says; nothing where a number is missing.
    [[nodiscard]] std::optional<bool> holds(const Relation& relation) const;

private:
    enum class State : std::uint8_t { waiting, settling, settled };

    void settle(CellId cell);
    void choose_formula(CellId cell);
    [[nodiscard]] bool can_define(const Relation& relation, CellId cell);
    [[nodiscard]] std::optional<Amount> sum_of_others(const Relation& relation, CellId cell) const;

    const Form& form_;
    std::map<CellId, Given> given_;
    std::map<CellId, std::vector<const Relation*>> defining_;
    std::map<CellId, SheetValue> values_;
    std::map<CellId, State> states_;
};

}  // namespace nianbao
