/// The manifest of a package in its canonical form: the same package gives the same bytes.
#pragma once

#include <string>

#include "model/package_manifest.h"

namespace nianbao {

[[nodiscard]] std::string write_package_manifest(const PackageManifest& manifest);

}  // namespace nianbao
