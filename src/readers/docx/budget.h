/// What a document may still take of the memory it is allowed.
#pragma once

#include <cstddef>

namespace nianbao::docx_reading {

/// Each throws InputError (i.limit) when it is too much.
class Budget {
public:
    /// A paragraph, a line break, a table, a row or a cell.
    void take_block();
    void take_text(std::size_t bytes);
    /// The places of a table's grid.
    void take_grid(std::size_t rows, std::size_t columns);

private:
    std::size_t blocks_{}, text_{}, places_{};
};

}  // namespace nianbao::docx_reading
