/// Workbooks written by hand: imitations of what programs are known to write, and files meant to do harm.
#pragma once

#include <functional>
#include <string>
#include <utility>
#include <vector>

namespace nianbao {

/// The parts of a package by their names, in the order they were first named.
class WorkbookParts {
public:
    std::string& operator[](const std::string& name);
    /// Deflated; `stored` leaves the parts as they are.
    [[nodiscard]] std::string packed(bool stored = false) const;

    std::vector<std::pair<std::string, std::string>> parts;
};

/// One sheet, 表一, in `xl/worksheets/sheet1.xml`, with this inside `<worksheet>`; the texts 甲 and 乙 are shared.
[[nodiscard]] WorkbookParts small_workbook(const std::string& sheet_content);
/// `<sheetData>` with this inside.
[[nodiscard]] std::string sheet_data(const std::string& rows);

struct SampleWorkbook {
    std::string name;  ///< of a file
    std::string code;  ///< of the one finding; empty: it is read
    std::string variant;
    std::function<std::string()> bytes;
};

/// What is imitated is in the name. All of them say the same: see `xlsx_reader_test.cpp`.
[[nodiscard]] std::vector<SampleWorkbook> imitated_workbooks();
[[nodiscard]] std::vector<SampleWorkbook> hostile_workbooks();

}  // namespace nianbao
