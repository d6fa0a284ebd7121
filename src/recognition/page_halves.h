/// One of two years that stand side by side in the tables of a page, as some agencies publish them.
#pragma once

#include <cstdint>

#include "model/page.h"

namespace nianbao {

enum class Half : std::uint8_t { left, right };

struct HalfPage {
    Page page;
    int year{};        ///< that stands over the half; 0: none does
    int other_year{};  ///< that stands over the other half
};

/// What stands on one side of the tables; all else stays. Lines are cut where their label comes again, grids in the
/// middle. A line of figures that cannot be cut in two is left out, so that none of them is taken for the other year.
/// The page is empty where nothing on it stands side by side.
[[nodiscard]] HalfPage half_of(const Page& page, Half half);

}  // namespace nianbao
