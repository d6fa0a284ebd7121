/// Which edition of the form a page is on, and its tables: the one whose labels they have, never the one of the year.
#pragma once

#include <string>
#include <vector>

#include "model/form.h"
#include "recognition/page_stream.h"
#include "recognition/stream_table.h"

namespace nianbao {

struct PageTables {
    const Form* form{};
    std::vector<StreamTable> tables;          ///< of the form
    std::vector<StreamRange> section_ranges;  ///< from the heading of each section to the next that was found
};

/// Throws InputError where there is neither a table nor half of the headings of any form, or two years stand beside
/// each other. `edition` is that of a page without tables, where someone knows it.
[[nodiscard]] PageTables find_page_tables(const Page& page, const PageStream& stream, const Statute& statute,
                                          const std::string& edition = {});

/// Says why a page is not read.
[[noreturn]] void refuse_page(const char* code, const char* variant, const std::string& near = {});

}  // namespace nianbao
