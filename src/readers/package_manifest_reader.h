/// Reads the manifest of a package. Nothing in it is trusted: its paths stay inside the package.
#pragma once

#include <string_view>

#include "model/package_manifest.h"

namespace nianbao {

constexpr std::size_t most_packaged_files = 1'000;

/// Reads UTF-8 text without byte order mark. Throws InputError with every unknown or missing key, wrong type, path that
/// leads out of the package or stands twice, and with i.limit for too many files.
[[nodiscard]] PackageManifest read_package_manifest(std::string_view text);

/// Whether a path names a place inside a package: parts divided by `/`, none of them empty, `.` or `..`; no `\`, no
/// `:`, no control character.
[[nodiscard]] bool is_inside_package(std::string_view path);

}  // namespace nianbao
