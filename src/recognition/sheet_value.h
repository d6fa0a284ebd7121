/// What a cell of a sheet says as a cell of the form: a number, a mark, or nothing. People write ４１, 1,204, 51件 or
/// 16（其中修订6件）; a number that can be meant in one way alone is read, and told. Everything else stays a mark.
#pragma once

#include <optional>
#include <string>

#include "model/report.h"
#include "model/spreadsheet.h"

namespace nianbao {

struct ReadValue {
    Cell cell = Blank{};
    std::string note;                 ///< a remark beside the number
    std::string raw;                  ///< the text as it stood, where the value was made from another writing of it
    bool is_date{};                   ///< the number shows as a date or a time: a mark, since 1-5 or 3:25 was typed
    std::optional<std::string> held;  ///< of a formula: what the file holds as its result, where that differs
    bool not_recomputed{};            ///< of a formula: `cell` is what the file holds, nobody knows how old
};

/// `cell` may be nothing: an empty place. `dates` is the workbook the cell is of.
[[nodiscard]] ReadValue read_sheet_value(const SheetCell* cell, Unit unit, const Spreadsheet& dates);

/// A count or an amount in any of its honest writings; nothing where there is doubt.
struct ReadNumber {
    Amount number;
    std::string note;
    bool plain{};  ///< digits alone
};
[[nodiscard]] std::optional<ReadNumber> read_written_number(const std::string& text, Unit unit);

}  // namespace nianbao
