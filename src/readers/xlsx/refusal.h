/// Why a workbook is not read, as the one finding its reader gives.
#pragma once

#include <map>
#include <string>

#include "model/diagnostic.h"
#include "ooxml/package_error.h"

namespace nianbao::xlsx_reading {

using Arguments = std::map<std::string, std::string>;

[[nodiscard]] InputError refusal(const std::string& code, const std::string& variant, Arguments arguments = {});

/// The finding for what is wrong with the package itself.
[[nodiscard]] InputError refusal(const ooxml::PackageError& error);

}  // namespace nianbao::xlsx_reading
