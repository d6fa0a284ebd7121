/// Where bytes of a page stand: lines and columns, counted from 1, columns in code points. Asked in any order.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "model/diagnostic.h"

namespace nianbao::html_reading {

class SourcePlaces {
public:
    explicit SourcePlaces(std::string_view source);

    [[nodiscard]] TextPlace of(std::size_t byte) const;

private:
    [[nodiscard]] std::size_t code_points_before(std::size_t byte) const;

    std::string_view source_;
    std::vector<std::size_t> lines_;    ///< the byte at which each begins
    std::vector<std::uint32_t> steps_;  ///< code points before every so many bytes
};

}  // namespace nianbao::html_reading
