/// Why a file is not read, as the one finding its reader gives.
#pragma once

#include <map>
#include <string>

#include "model/diagnostic.h"
#include "ooxml/package_error.h"

namespace nianbao {

[[nodiscard]] InputError refusal(const std::string& code, const std::string& variant,
                                 std::map<std::string, std::string> arguments = {});

/// The finding for what is wrong with the package itself. `no_archive` is the variant of i.not-a-report for bytes that
/// are none.
[[nodiscard]] InputError refusal(const ooxml::PackageError& error, const std::string& no_archive);

}  // namespace nianbao
