#include "forms/schema_files.h"

namespace nianbao {

SourceFiles embedded_folder(std::string_view folder) {
    SourceFiles files;
    for (const auto& [path, text] : embedded_files()) {
        if (path.starts_with(folder)) files.emplace(path.substr(folder.size()), text);
    }
    return files;
}

}  // namespace nianbao
