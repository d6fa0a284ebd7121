/// Blocks of a table that are one row without a label. Their columns fall into groups; each has a name, and one total.
#pragma once

#include "recognition/table_frame.h"

namespace nianbao {

/// The row as a whole, or its groups where each stands by itself below its name; digits that ran together or broke are
/// put right where the sums leave one way.
void read_unnamed_rows(TableFrame& frame);

}  // namespace nianbao
