/// Why a page is not read, as the one finding its reader gives.
#pragma once

#include <cstddef>
#include <string>

#include "model/diagnostic.h"

namespace nianbao::html_reading {

[[nodiscard]] InputError beyond_limit(const std::string& variant, std::size_t limit, Place place = {});

}  // namespace nianbao::html_reading
