/// What a workbook may still take of the memory it is allowed.
#pragma once

#include <cstddef>

namespace nianbao::xlsx_reading {

/// Each throws InputError (i.limit) when it is too much.
class Budget {
public:
    void take_cell();
    /// Bytes of a text that is kept. A shared string counts each time a cell has it: ten bytes of the file may stand
    /// for a long text.
    void take_text(std::size_t bytes);
    void take_merge();

private:
    std::size_t cells_{}, text_{}, merges_{};
};

}  // namespace nianbao::xlsx_reading
