/// Which lines of a page are of its tables, and so no part of the narrative.
#pragma once

#include <vector>

#include "model/page.h"
#include "recognition/page_stream.h"
#include "recognition/page_tables.h"

namespace nianbao {

/// What a line of the page is taken for before its words are looked at.
struct LineUse {
    bool of_table{};     ///< of a table, or of a grid that is none of the report's
    bool after_table{};  ///< the first line behind a table
};

/// By item of the stream. A line within the extent of a table is of the table, unless it says something of its own.
[[nodiscard]] std::vector<LineUse> uses_of_items(const Page& page, const PageStream& stream, const PageTables& found);

}  // namespace nianbao
