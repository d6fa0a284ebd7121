#include "cli/files.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <utility>

#include "unicode/utf8.h"

namespace nianbao {
namespace {

namespace fs = std::filesystem;

/// A file descriptor that is closed when it goes.
class Descriptor {
public:
    explicit Descriptor(int number) : number_(number) {}
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    ~Descriptor() {
        if (number_ >= 0) ::close(number_);
    }
    [[nodiscard]] int get() const { return number_; }
    [[nodiscard]] bool close() { return ::close(std::exchange(number_, -1)) == 0; }

private:
    int number_;
};

bool is_litter(const std::string& name) {
    return name.starts_with("~$") || name.starts_with(".") || name == "Thumbs.db" || name == "desktop.ini" ||
           name == "__MACOSX";
}

std::string reason() { return std::strerror(errno); }

/// A name in the same folder that nobody else uses; short, whatever the file is called.
std::string temporary_name(const fs::path& target, int attempt) {
    const auto folder = target.parent_path();
    const std::string name = ".nianbao-" + std::to_string(::getpid()) + "-" + std::to_string(attempt) + ".part";
    return (folder / name).string();
}

bool write_all(int descriptor, std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t written = ::write(descriptor, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) continue;
        if (written <= 0) return false;
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    return true;
}

/// Moves the finished file to its name; without `replace` a link is made, which fails where the name is taken.
bool put_in_place(const std::string& temporary, const std::string& path, bool replace) {
    if (replace) return ::rename(temporary.c_str(), path.c_str()) == 0;
    if (::link(temporary.c_str(), path.c_str()) == 0) {
        ::unlink(temporary.c_str());
        return true;
    }
    if (errno == EEXIST) return false;
    // A file system without hard links: the name is taken first, then replaced.
    const Descriptor taken(::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666));
    return taken.get() >= 0 && ::rename(temporary.c_str(), path.c_str()) == 0;
}

Descriptor create_temporary(const fs::path& target, std::string& name) {
    for (int attempt = 0; attempt < 100; ++attempt) {
        name = temporary_name(target, attempt);
        const int number = ::open(name.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0666);
        if (number >= 0 || errno != EEXIST) return Descriptor(number);
    }
    return Descriptor(-1);
}

}  // namespace

bool is_folder(const std::string& path) {
    std::error_code ignored;
    return fs::is_directory(path, ignored);
}

bool file_exists(const std::string& path) {
    std::error_code ignored;
    return fs::exists(path, ignored);
}

std::string read_file(const std::string& path, std::size_t limit) {
    struct stat info {};
    if (::stat(path.c_str(), &info) != 0) {
        throw ReadError(errno == ENOENT || errno == ENOTDIR ? "" : "unreadable", path + ": " + reason());
    }
    if (S_ISDIR(info.st_mode)) throw ReadError("folder", path);
    const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    if (file.get() < 0) throw ReadError("unreadable", reason());
    std::string bytes;
    std::array<char, 65536> buffer{};
    while (bytes.size() <= limit) {
        const ssize_t count = ::read(file.get(), buffer.data(), buffer.size());
        if (count < 0 && errno == EINTR) continue;
        if (count < 0) throw ReadError("unreadable", reason());
        if (count == 0) break;
        bytes.append(buffer.data(), static_cast<std::size_t>(count));
    }
    return bytes;
}

std::vector<std::string> files_below(const std::string& folder) {
    std::vector<std::string> found;
    std::error_code error;
    for (auto entry = fs::recursive_directory_iterator(folder, fs::directory_options::skip_permission_denied, error);
         !error && entry != fs::recursive_directory_iterator(); entry.increment(error)) {
        if (is_litter(entry->path().filename().string())) {
            if (entry->is_directory(error)) entry.disable_recursion_pending();
        } else if (entry->is_regular_file(error)) {
            found.push_back(entry->path().string());
        }
    }
    std::sort(found.begin(), found.end());
    return found;
}

SourceFiles read_folder(const std::string& folder, std::size_t limit) {
    if (!is_folder(folder)) throw ReadError("", folder + ": " + std::strerror(ENOENT));
    SourceFiles files;
    for (const std::string& path : files_below(folder)) {
        files[fs::path(path).lexically_relative(folder).generic_string()] = read_file(path, limit);
    }
    return files;
}

void write_file(const std::string& path, std::string_view bytes, bool replace) {
    const fs::path target(path);
    std::error_code error;
    if (target.has_parent_path()) fs::create_directories(target.parent_path(), error);
    if (error) throw OutputError(path, error.message());
    const auto status = fs::symlink_status(target, error);
    const bool special = fs::exists(status) && !fs::is_regular_file(status) && !fs::is_symlink(status);
    if (special) throw OutputError(path, {}, OutputError::Fault::not_regular);
    if (!replace && fs::exists(fs::symlink_status(target, error)))
        throw OutputError(path, {}, OutputError::Fault::exists);
    std::string temporary;
    Descriptor file = create_temporary(target, temporary);
    if (file.get() < 0) throw OutputError(path, reason());
    const bool written = write_all(file.get(), bytes) && ::fsync(file.get()) == 0 && file.close();
    if (written && put_in_place(temporary, path, replace)) return;
    const int why = errno;
    ::unlink(temporary.c_str());
    const bool exists = written && why == EEXIST;
    throw OutputError(path, std::strerror(why), exists ? OutputError::Fault::exists : OutputError::Fault::failed);
}

std::string safe_file_name(std::string_view name) {
    std::string safe;
    for (std::size_t at = 0; at < name.size();) {
        const char32_t code = next_code_point(name, at);
        const bool special =
            code < 0x80 && std::string_view("/\\:*?\"<>|").find(static_cast<char>(code)) != std::string_view::npos;
        append_code_point(safe,
                          special || is_control(code) || code == '\n' || code == '\t' || code == '\r' ? U'_' : code);
    }
    return safe;
}

}  // namespace nianbao
