#include "writers/xlsx/memory_file.h"

#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>

#include "writers/write_error.h"

namespace nianbao::xlsx {
namespace {

[[noreturn]] void fail(const char* what) { throw WriteError(std::string(what) + ": " + std::strerror(errno)); }

}  // namespace

MemoryFile::MemoryFile() : descriptor_(memfd_create("nianbao", MFD_CLOEXEC)) {
    if (descriptor_ >= 0) {
        path_ = "/proc/self/fd/" + std::to_string(descriptor_);
        if (access(path_.c_str(), W_OK) == 0) return;
        close(descriptor_);  // no /proc here
    }
    path_ = "/tmp/nianbao-XXXXXX";
    descriptor_ = mkstemp(path_.data());
    if (descriptor_ < 0) fail("no temporary file");
    has_name_ = true;
}

MemoryFile::~MemoryFile() {
    if (has_name_) unlink(path_.c_str());
    close(descriptor_);
}

std::string MemoryFile::content() const {
    struct stat status {};
    if (fstat(descriptor_, &status) != 0) fail("the temporary file cannot be measured");
    std::string bytes(static_cast<std::size_t>(status.st_size), '\0');
    for (std::size_t at = 0; at < bytes.size();) {
        const ssize_t count = pread(descriptor_, bytes.data() + at, bytes.size() - at, static_cast<off_t>(at));
        if (count < 0 && errno == EINTR) continue;
        if (count <= 0) fail("the temporary file cannot be read");
        at += static_cast<std::size_t>(count);
    }
    return bytes;
}

}  // namespace nianbao::xlsx
