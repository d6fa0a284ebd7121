#include "cli/package_files.h"

#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <system_error>

#include "cli/input_formats.h"
#include "ooxml/archive.h"
#include "unicode/letters.h"

namespace nianbao {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t most_entries = 2'000;
constexpr ooxml::ArchiveLimits archive_limits{.archive = 128U << 20U,
                                              .entries = most_entries,
                                              .part = 64U << 20U,
                                              .all_parts = 256U << 20U,
                                              .whole_part = 64U << 20U};

/// The parts of a path that systems and offices leave behind.
bool is_litter(const std::string& path) {
    for (const fs::path& part : fs::path(path)) {
        const std::string name = part.string();
        if (name.starts_with("~$") || name.starts_with("._") || name == "Thumbs.db" || name == "desktop.ini" ||
            name == ".DS_Store" || name == "__MACOSX")
            return true;
    }
    return false;
}

PackageFiles read_folder_package(const std::string& folder) {
    PackageFiles package;
    std::error_code error;
    auto entry = fs::recursive_directory_iterator(folder, error);
    for (; !error && entry != fs::recursive_directory_iterator(); entry.increment(error)) {
        const std::string path = entry->path().lexically_relative(folder).generic_string();
        const fs::file_status status = entry->symlink_status(error);
        if (error) break;
        if (is_litter(path)) {
            entry.disable_recursion_pending();
        } else if (fs::is_regular_file(status)) {
            if (package.files.size() >= most_entries) throw ReadError("unreadable", std::strerror(EFBIG));
            std::string bytes = read_file(entry->path().string(), max_input_bytes());
            if (bytes.size() > max_input_bytes()) {
                package.strange.push_back(path);
            } else {
                package.files[path] = std::move(bytes);
            }
        } else if (!fs::is_directory(status)) {
            package.strange.push_back(path);
        }
    }
    if (error) throw ReadError("unreadable", error.message());
    std::sort(package.strange.begin(), package.strange.end());
    return package;
}

/// The one folder that holds everything, with `/` at its end; nothing where the manifest stands outside of folders.
std::string common_folder(const std::vector<std::string>& parts) {
    std::string folder;
    for (const std::string& part : parts) {
        if (part == manifest_file_name) return {};
        const std::size_t end = part.find('/');
        if (end != std::string::npos && part.substr(end + 1) == manifest_file_name) folder = part.substr(0, end + 1);
    }
    const bool holds_all = std::all_of(parts.begin(), parts.end(), [&](const std::string& part) {
        return part.starts_with(folder) || is_litter(part);
    });
    return holds_all ? folder : std::string();
}

PackageFiles read_archive_package(const std::string& path) {
    const std::string bytes = read_file(path, archive_limits.archive);
    const ooxml::Archive archive(bytes, archive_limits);
    const std::vector<std::string> parts = archive.parts();
    const std::string folder = common_folder(parts);
    PackageFiles package;
    for (const std::string& part : parts) {
        if (part.ends_with('/') || is_litter(part)) continue;
        package.files[part.substr(folder.size())] = archive.read(part);
    }
    return package;
}

std::string archive_of(const std::map<std::string, std::string>& files) {
    ooxml::ArchiveEditor editor;
    for (const auto& [path, bytes] : files) editor.put(path, bytes);
    return editor.finish();
}

bool is_empty_folder(const fs::path& path) {
    std::error_code error;
    return fs::is_empty(path, error) && !error;
}

/// A folder that goes, with what is in it, unless it has been put in its place.
class NewFolder {
public:
    explicit NewFolder(fs::path path) : path_(std::move(path)) {
        std::error_code error;
        fs::create_directories(path_, error);
        if (error) throw OutputError(path_.string(), error.message());
    }
    NewFolder(const NewFolder&) = delete;
    NewFolder& operator=(const NewFolder&) = delete;
    ~NewFolder() {
        std::error_code ignored;
        if (!in_place_) fs::remove_all(path_, ignored);
    }

    [[nodiscard]] const fs::path& path() const { return path_; }
    void put_in_place(const fs::path& target) {
        std::error_code error;
        fs::rename(path_, target, error);
        if (error) throw OutputError(target.string(), error.message());
        in_place_ = true;
    }

private:
    fs::path path_;
    bool in_place_{};
};

void write_files(const fs::path& folder, const std::map<std::string, std::string>& files, bool replace) {
    // The manifest last: where it stands, everything it lists has been written.
    for (const auto& [path, bytes] : files) {
        if (path != manifest_file_name) write_file((folder / path).string(), bytes, replace);
    }
    const auto manifest = files.find(manifest_file_name);
    if (manifest != files.end()) write_file((folder / manifest->first).string(), manifest->second, replace);
}

}  // namespace

bool names_archive(const std::string& path) { return in_lower_case(path).ends_with(".zip"); }

PackageFiles read_package(const std::string& path) {
    return is_folder(path) ? read_folder_package(path) : read_archive_package(path);
}

void write_package(const std::string& path, const std::map<std::string, std::string>& files, bool replace) {
    if (names_archive(path)) return write_file(path, archive_of(files), replace);
    fs::path target(path);
    if (!target.has_filename()) target = target.parent_path();
    std::error_code ignored;
    const fs::file_status there = fs::symlink_status(target, ignored);
    if (fs::exists(there) && !is_folder(path)) throw OutputError(path, std::strerror(ENOTDIR));
    const bool taken = fs::exists(there) && !is_empty_folder(target);
    if (taken && !replace) throw OutputError(path, {}, OutputError::Fault::exists);
    if (taken || fs::is_symlink(there) || target.filename() == "." || target.filename() == "..")
        return write_files(target, files, replace);
    const std::string name = ".nianbao-" + std::to_string(::getpid()) + ".part";
    NewFolder made(target.parent_path() / name);
    write_files(made.path(), files, false);
    made.put_in_place(target);
}

}  // namespace nianbao
