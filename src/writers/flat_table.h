/// A grid without its merged cells, for formats that have none: every row and column says by itself what it is.
///
/// Each band becomes a table of its own (table two gives four). A label is the path of its merged heads (三、… /
/// （三）… / 1.…); what stands over all columns joins the first head cell. A band of one row without row labels whose
/// columns repeat (table four) becomes a row for each group of columns.
#pragma once

#include <string>
#include <vector>

#include "model/document.h"

namespace nianbao {

struct FlatTable {
    std::vector<std::string> head;
    std::vector<std::vector<std::string>> rows;
    std::size_t label_columns{};  ///< 1: the first column holds row labels
};

[[nodiscard]] std::vector<FlatTable> flatten_table(const Grid& grid);

}  // namespace nianbao
