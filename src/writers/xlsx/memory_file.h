/// A file without a name, for a library that writes to paths alone.
#pragma once

#include <string>

namespace nianbao::xlsx {

/// Lives in memory; where the system has no such files, in the folder for temporary files until the end of the object.
class MemoryFile {
public:
    MemoryFile();
    ~MemoryFile();
    MemoryFile(const MemoryFile&) = delete;
    MemoryFile& operator=(const MemoryFile&) = delete;

    /// What to open for writing.
    [[nodiscard]] const std::string& path() const { return path_; }
    [[nodiscard]] std::string content() const;

private:
    int descriptor_{-1};
    std::string path_;
    bool has_name_{};
};

}  // namespace nianbao::xlsx
