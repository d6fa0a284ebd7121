/// The only code that opens files. What is written appears whole or not at all.
#pragma once

#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "forms/schema_files.h"

namespace nianbao {

/// A file that cannot be opened: which of the messages of `i.not-found` fits, and the system's reason.
class ReadError : public std::runtime_error {
public:
    ReadError(std::string which, const std::string& reason) : std::runtime_error(reason), variant(std::move(which)) {}
    std::string variant;
};

/// The bytes of a file, at most `limit` and one more, so that a file that is too large shows as such. Throws ReadError.
[[nodiscard]] std::string read_file(const std::string& path, std::size_t limit);

/// All files below a folder, by path relative to it; hidden ones and office litter (`~$…`, `Thumbs.db`) left out.
/// Throws ReadError.
[[nodiscard]] SourceFiles read_folder(const std::string& folder, std::size_t limit);

/// Paths of the files in a folder and below, sorted, office litter left out.
[[nodiscard]] std::vector<std::string> files_below(const std::string& folder);

[[nodiscard]] bool is_folder(const std::string& path);
[[nodiscard]] bool file_exists(const std::string& path);

class OutputError : public std::runtime_error {
public:
    enum class Fault {
        failed,       ///< the system said no: what() is its reason
        exists,       ///< the file is there and may not be replaced
        not_regular,  ///< a device, pipe or folder stands there
        same_name,    ///< another output of this run has the name
        no_office,    ///< LibreOffice, which makes it, is not installed
        no_font,      ///< no installed font has Chinese characters
        not_printed,  ///< LibreOffice gave no sound file
        too_slow,     ///< LibreOffice was ended
        text_lost,    ///< what() are characters that the file has not
    };
    OutputError(std::string file, const std::string& reason, Fault what_fault = Fault::failed)
        : std::runtime_error(reason), path(std::move(file)), fault(what_fault) {}
    std::string path;
    Fault fault;
};

/// Writes a file whole: into a new file of the same folder, synced, then renamed; without `replace` never over an
/// existing one. Missing folders are made. Throws OutputError.
void write_file(const std::string& path, std::string_view bytes, bool replace);

/// A file name without what file systems or shells trip over: `/ \ : * ? " < > |` and control characters become `_`.
[[nodiscard]] std::string safe_file_name(std::string_view name);

}  // namespace nianbao
