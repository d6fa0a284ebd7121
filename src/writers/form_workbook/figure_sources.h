/// Who in an agency supplies the figures of a table (数据来源), as the form says.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "model/form.h"

namespace nianbao {

/// Of the row a cell stands in; where the rows of its block name none, of all its columns.
[[nodiscard]] std::string source_of_row(const Form& form, CellId cell);

/// Each source of a table with the labels of what it supplies; one that supplies the whole table has none.
[[nodiscard]] std::vector<std::pair<std::string, std::vector<std::string>>> sources_of_table(const Form& form,
                                                                                             std::size_t table);

}  // namespace nianbao
