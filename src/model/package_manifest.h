/// The manifest of a package: which files it holds, what each is, how large, and its digest.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace nianbao {

/// A file of a package.
struct PackagedFile {
    enum class Role : std::uint8_t {
        report,  ///< the finished report
        table,   ///< one statutory table as an attachment
        input,   ///< the report file that all others were made from
        check,   ///< what the check found in it
    };
    std::string path;  ///< inside the package, `/` between folders
    Role role{};
    std::string format;  ///< `docx`, `xlsx`, …
    std::string table;   ///< id of the statutory table, of one
    std::uint64_t size{};
    std::string sha256;  ///< 64 hexadecimal digits in lower case
};

struct PackageManifest {
    std::string form, citation;  ///< id of the form, and the document that issued it
    std::string program;         ///< version of the program that made the package
    std::string agency;
    int year{};
    std::string published;  ///< YYYY-MM-DD, or empty
    bool draft{};
    std::vector<PackagedFile> files;  ///< by path
};

/// What a manifest says it is.
constexpr const char* package_format = "nianbao-package";
constexpr int package_format_version = 1;

}  // namespace nianbao
