/// The main part of a workbook: which sheets there are.
#pragma once

#include <string>
#include <vector>

#include "ooxml/package.h"

namespace nianbao::xlsx_reading {

struct SheetEntry {
    std::string name;
    bool hidden{};
    std::string part;  ///< inside the package
};

struct WorkbookPart {
    std::vector<SheetEntry> sheets;  ///< worksheets alone, in the order of their tabs
    bool dates_from_1904{};
};

/// Throws PackageError, and InputError where there are too many sheets, none at all, or two in one part.
[[nodiscard]] WorkbookPart read_workbook_part(const ooxml::Package& package);

}  // namespace nianbao::xlsx_reading
