/// The files of a package, in a folder or a ZIP archive. Nothing of an archive is ever unpacked to the disk.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "cli/files.h"

namespace nianbao {

inline constexpr const char* manifest_file_name = "manifest.json";

/// A package that was read.
struct PackageFiles {
    std::map<std::string, std::string> files;  ///< bytes by path inside the package
    std::vector<std::string> strange;          ///< paths of links, devices and of files that are too large: not read
};

/// Whether `-o` and the like name an archive: by the end of the name, in any case.
[[nodiscard]] bool names_archive(const std::string& path);

/// Reads a folder or an archive. What offices and systems leave behind (`~$…`, `Thumbs.db`, `.DS_Store`, …) is left
/// out; links are not followed. An archive that holds everything in one folder counts as that folder. Throws ReadError,
/// and ooxml::PackageError for an archive that is damaged or too large.
[[nodiscard]] PackageFiles read_package(const std::string& path);

/// Writes a folder that is new or empty whole or not at all; with `replace` also into one that holds something, file by
/// file. An archive is one file. Throws OutputError.
void write_package(const std::string& path, const std::map<std::string, std::string>& files, bool replace);

}  // namespace nianbao
