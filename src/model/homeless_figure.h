/// A figure of a report that another form has no one place for.
#pragma once

#include <cstddef>
#include <cstdint>

#include "model/form.h"
#include "model/text.h"

namespace nianbao {

struct HomelessFigure {
    CellId cell{};  ///< of the form it stands on
    enum class Why : std::uint8_t {
        no_place,
        divided,  ///< several places, and nothing says how much is in which
        joined,   ///< one of several that go together, of which not all are numbers without a remark
    } why{};
    std::size_t parts{};  ///< of a divided line: how many it becomes
    Text reason;          ///< why there is no place; may be empty
};

}  // namespace nianbao
