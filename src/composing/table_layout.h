/// A statutory table as a grid with its official merged heads: worked out here once, for all writers.
///
/// The grid has as many leading side columns as the deepest row label and as many value columns as the widest block;
/// the last column of a narrower block takes what is left. Each block is a band: its heading line over the whole width
/// (where the form gives one), the heads of its columns, its rows. `Band::head_rows` counts the heading line and the
/// heads, `Band::rows` all lines of the band. Rows without any label (table four) give no side column and no corner.
#pragma once

#include <cstddef>
#include <string>

#include "model/document.h"
#include "model/form.h"
#include "model/report.h"

namespace nianbao {

/// What stands in a cell that is still open.
struct CellDisplay {
    std::string input;    ///< to be filled in
    std::string derived;  ///< a total that is computed from the others
};

[[nodiscard]] Grid lay_out_table(const Form& form, std::size_t table, const Report& report,
                                 const CellDisplay& open = {});

}  // namespace nianbao
