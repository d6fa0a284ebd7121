/// The main part of a workbook and its properties: which sheets there are, and what the file says of itself.
#pragma once

#include <map>
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

/// `title`, `creator` and the custom properties. Throws PackageError.
[[nodiscard]] std::map<std::string, std::string> read_properties(const ooxml::Package& package);

}  // namespace nianbao::xlsx_reading
