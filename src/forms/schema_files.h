/// The files of `schemas/` and `templates/` that are compiled into the program, by their path
/// (`schemas/forms/2021.json`).
#pragma once

#include <map>
#include <string>
#include <string_view>

namespace nianbao {

/// Path to content; a user's own folder is put in front by replacing entries.
using SourceFiles = std::map<std::string, std::string, std::less<>>;

/// Everything compiled in. The views live as long as the program.
[[nodiscard]] const std::map<std::string_view, std::string_view>& embedded_files();

/// The compiled-in files below `folder` (`schemas/`), their paths without it.
[[nodiscard]] SourceFiles embedded_folder(std::string_view folder);

}  // namespace nianbao
