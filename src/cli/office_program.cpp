#include "cli/office_program.h"

#include <algorithm>
#include <filesystem>
#include <system_error>
#include <vector>

#include "cli/files.h"

namespace nianbao {
namespace {

namespace fs = std::filesystem;

/// Folders of LibreOffice's own installer, which puts nothing on the PATH.
std::vector<std::string> office_folders() {
    std::vector<std::string> folders;
    std::error_code ignored;
    for (const auto& entry : fs::directory_iterator("/opt", ignored)) {
        if (entry.path().filename().string().starts_with("libreoffice"))
            folders.push_back(entry.path().string() + "/program");
    }
    std::sort(folders.begin(), folders.end());
    return folders;
}

}  // namespace

std::optional<std::string> find_office() { return find_program("soffice", office_folders()); }

OfficeResult convert_by_office(const std::string& file, const std::string& extension, const PrivateFolder& folder) {
    const auto program = find_office();
    if (!program) return {};
    const ChildResult result =
        run_child(*program,
                  {"-env:UserInstallation=file://" + folder.path() + "/profile", "--headless", "--norestore",
                   "--convert-to", extension, "--outdir", folder.path() + "/out", file},
                  folder);
    if (!result.ended_well) return {{}, result.took_too_long};
    try {
        const std::string name = fs::path(file).stem().string() + "." + extension;
        std::string bytes = read_file(folder.path() + "/out/" + name, max_child_output);
        if (bytes.size() <= max_child_output) return {std::move(bytes), false};
    } catch (const ReadError&) {  // it says 0 also where it wrote nothing
    }
    return {};
}

}  // namespace nianbao
