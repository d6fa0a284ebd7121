/// The rows of a table that have a label: what stands behind it and before the next is the row.
#pragma once

#include "recognition/table_frame.h"

namespace nianbao {

/// A row whose digits ran together is settled with all the others; a row of the old form that is several on this one is
/// each of them where it is 0; a row whose label alone is missing has its place from the order.
void read_named_rows(TableFrame& frame);

}  // namespace nianbao
