/// What every fuzz target ends on when a law does not hold.
#pragma once

#include <cstdlib>
#include <iostream>
#include <string_view>

namespace nianbao {

inline void require(bool holds, std::string_view law) {
    if (holds) return;
    std::cerr << "broken: " << law << "\n";
    std::abort();
}

}  // namespace nianbao
