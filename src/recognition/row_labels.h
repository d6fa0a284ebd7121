/// Where the named rows of a table stand: their labels in the order of the form, and labels with a slip between them.
#pragma once

#include <optional>
#include <vector>

#include "recognition/table_frame.h"

namespace nianbao {

/// By `frame.named`. Slips, other spellings and rows that stand twice in a line are noted in the frame's result.
[[nodiscard]] std::vector<std::optional<StreamLabel>> find_row_labels(TableFrame& frame);

}  // namespace nianbao
