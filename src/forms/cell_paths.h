/// Cells named by a path in which `*` stands for any one part: `/requests/outcomes/refused/*/total`.
#pragma once

#include <string_view>
#include <vector>

#include "model/form.h"

namespace nianbao {

/// In the order of the form; none where the form has no such cell.
[[nodiscard]] std::vector<CellId> cells_at(const Form& form, std::string_view pattern);

}  // namespace nianbao
