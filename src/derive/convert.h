/// Brings a report to another form: carries what has a home there and accounts for every cell that has none.
#pragma once

#include <cstdint>
#include <vector>

#include "derive/fill.h"
#include "forms/conversion.h"
#include "model/form.h"
#include "model/homeless_figure.h"
#include "model/report.h"

namespace nianbao {

/// What became of a cell of the old form that says something: a number, a mark or a remark.
struct CellFate {
    enum class Kind : std::uint8_t {
        kept,       ///< the same cell of the new form
        moved,      ///< another cell with the same number
        divided,    ///< 0, and so 0 in each of several
        joined,     ///< added with others to one
        homeless,   ///< the new form has no place for it
        undivided,  ///< several places, and nothing says how much is in which
        unjoined,   ///< one of several that go together, of which not all are numbers without a remark
    };
    CellId from{};
    Kind kind{};
    std::vector<CellId> to;  ///< none where it was not carried
};

struct ConvertedReport {
    Report report;
    std::vector<CellFate> fates;  ///< by CellId of the old form; each cell that says something once
    std::vector<CellId> open;     ///< of the new form: what nothing of the old one fills, totals aside
    std::vector<FilledCell> totals;
    std::vector<FieldId> lost_texts;    ///< of the old form
    std::vector<ExtraItem> lost_items;  ///< the new form takes no items of the agency's own
};

/// The figures that were not carried, and why.
[[nodiscard]] std::vector<HomelessFigure> homeless_figures(const ConvertedReport& converted,
                                                           const Conversion& conversion);

/// A report of `from` on `to`. Totals that were left out are computed, others carried. Cells that have no counterpart
/// on the old form are blank.
[[nodiscard]] ConvertedReport convert_report(const Report& report, const Form& from, const Form& to,
                                             const Conversion& conversion);

}  // namespace nianbao
