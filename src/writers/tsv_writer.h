/// The tables of a document as tab-separated text, for grids that take a paste: web sites' own tables, spreadsheets.
///
/// A block for each table, with an empty line between them: its name, which is the heading above it, then its rows. All
/// lines of a block have the same number of tabs. A merged cell stands in its first place, the others are empty.
/// Nothing is quoted: tabs and line breaks inside of a value become blanks. A text that a spreadsheet would calculate,
/// or take for a quoted one, has an apostrophe in front, as in CSV; numbers have none.
#pragma once

#include <string>

#include "model/document.h"

namespace nianbao {

/// Empty for a document without tables. On a draft each name says so.
[[nodiscard]] std::string write_tsv(const Document& document);

}  // namespace nianbao
